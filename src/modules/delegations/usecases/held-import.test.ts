import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { readSource } from '#platform/tabular/read-source.ts'
import { readPastedTable, readTable } from '#platform/tabular/read-table.ts'
import { writeListFile } from '#platform/tabular/write-list-file.ts'
import type { Somebody } from '#tests/world.ts'
import { listMembers } from '../sql/members.ts'
import { listOwnMembers } from '../sql/sub-delegation.ts'
import { aMember, twoPartners } from '../two-partners.fixture.ts'
import { ownListTable } from '../ui/list-table.ts'
import { confirmHeldImport, heldMembers, holdImport } from './hold-import.ts'
import { registerMember } from './register-member.ts'
import { showHeldImport } from './show-held-import.ts'

let world: Awaited<ReturnType<typeof twoPartners>>
beforeAll(async () => {
  world = await twoPartners(inject('templateUrl'))
})
beforeEach(async () => {
  world.missionId = await world.anotherMission()
})
afterAll(() => world.close())

const hold = async (who: Somebody, pasted: string, missionId = world.missionId) =>
  valueOf(await world.as(who, (ctx) => holdImport(ctx, missionId, valueOf(readPastedTable(pasted)), 'membres.csv')))
const show = (who: Somebody, batchId: string, view = { isChecking: true, showsAll: false }) =>
  world.read(who, (ctx) => showHeldImport(ctx, world.missionId, batchId, view))
const confirm = (who: Somebody, batchId: string) => world.as(who, (ctx) => confirmHeldImport(ctx, world.missionId, batchId))
const members = () => world.read(world.lead, (ctx) => listMembers(ctx.tx, world.missionId))

const sheet = `Liste des participants
Prénom;Nom;Catégorie;Fonction;Société;Courriel;Tél.
Ana;Béal;invitée;Directrice;;ana@example.org;04 91 00 00 01
Zoé;Coste;élu(e);Conseillère départementale;;;
Marc;Duval;entreprise;Gérant;Duval & fils;marc@example.org;`

describe('a file one receives', () => {
  test('is understood by its headers, checked, and stored only once confirmed', async () => {
    const batchId = await hold(world.lead, sheet)

    const held = await show(world.lead, batchId)
    expect(held.columns.map(({ field }) => field)).toEqual([
      'givenName',
      'familyName',
      'category',
      'capacityFr',
      'represents',
      'email',
      'phone',
    ])
    expect(held.check?.counts).toEqual({ create: 3, update: 0, same: 0, refused: 0 })
    expect(await members()).toEqual([])

    expect(await confirm(world.lead, batchId)).toEqual({ ok: true, value: { created: 3, updated: 0, same: 0 } })
    expect((await members()).map((member) => [member.familyName, member.category, member.capacity.fr, member.represents])).toEqual([
      ['Coste', 'elected', 'Conseillère départementale', null],
      ['Béal', 'guest', 'Directrice', null],
      ['Duval', 'company', 'Gérant', 'Duval & fils'],
    ])
  })

  test('shows each mistake on its cell, is mended there, and imports nothing before', async () => {
    const batchId = await hold(world.lead, `${sheet}\nÉva;Estève;touriste;;;eva@;12`)

    const faulty = await show(world.lead, batchId)
    expect(faulty.check?.counts).toEqual({ create: 3, update: 0, same: 0, refused: 1 })
    expect(
      faulty.check?.lines.map((row) => [
        row.line,
        row.cells.filter((cell) => cell.problem).map((cell) => [cell.column, cell.text, cell.problem]),
      ]),
    ).toEqual([
      [
        6,
        [
          ['category', 'touriste', 'category_unknown'],
          ['email', 'eva@', 'email_is_one_address'],
          ['phone', '12', 'phone_is_international'],
        ],
      ],
    ])
    expect(await confirm(world.lead, batchId)).toEqual({ ok: false, problem: { code: 'import_has_problems' } })
    expect(await members()).toEqual([])

    const corrections = [
      { line: 6, column: 'category', text: 'Presse' },
      { line: 6, column: 'email', text: '' },
      { line: 6, column: 'phone', text: '+1 305 555 0100' },
      { line: 999, column: 'email', text: 'x' },
      { line: 6, column: 'state', text: 'withdrawn' },
    ]
    const mended = valueOf(await world.as(world.lead, (ctx) => heldMembers(world.missionId, batchId).correct(ctx, corrections)))
    expect((await show(world.lead, mended)).check?.lines.at(-1)?.cells.map((cell) => cell.text)).toEqual([
      'Éva',
      'Estève',
      'Presse',
      '',
      '',
      '',
      '+1 305 555 0100',
    ])
    expect(await confirm(world.lead, batchId)).toMatchObject({ ok: false })
    expect(await confirm(world.lead, mended)).toEqual({ ok: true, value: { created: 4, updated: 0, same: 0 } })
  })

  test('a problem about a column the file does not have is still said', async () => {
    const batchId = await hold(world.lead, 'Prénom;Nom;Catégorie\nMarc;Duval;entreprise')

    const held = await show(world.lead, batchId)

    expect(held.check?.lines[0]?.cells).toEqual([
      { column: 'givenName', text: 'Marc' },
      { column: 'familyName', text: 'Duval', problem: 'a_company_member_represents_someone' },
      { column: 'category', text: 'entreprise' },
    ])
  })

  test('has its columns named by hand, once: the next file with the same titles is understood', async () => {
    const strange = 'A;B;C\nAna;Béal;invité'
    const first = await hold(world.lead, strange)
    expect((await show(world.lead, first)).check).toBeNull()

    expect(
      await world.as(world.lead, (ctx) => heldMembers(world.missionId, first).map(ctx, { givenName: 0, familyName: 1 })),
    ).toMatchObject({
      ok: false,
      problem: { code: 'columns_missing', columns: ['category'] },
    })
    valueOf(await world.as(world.lead, (ctx) => heldMembers(world.missionId, first).map(ctx, { givenName: 0, familyName: 1, category: 2 })))
    expect((await show(world.lead, first)).check?.counts.create).toBe(1)
    valueOf(await confirm(world.lead, first))

    const next = await show(world.lead, await hold(world.lead, strange))
    expect([next.isRemembered, next.check?.counts]).toEqual([true, { create: 0, update: 0, same: 1, refused: 0 }])
    const elsewhere = await show(world.city, await hold(world.city, strange))
    expect([elsewhere.isRemembered, elsewhere.check]).toEqual([false, null])
  })
})

describe('a held table', () => {
  test('is confirmed once, even by two who confirm at the same time', async () => {
    const batchId = await hold(world.lead, sheet)

    const outcomes = await Promise.all([confirm(world.lead, batchId), confirm(world.lead, batchId)])

    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes.find((outcome) => !outcome.ok)).toEqual({ ok: false, problem: { code: 'import_closed' } })
    expect(await members()).toHaveLength(3)
  })

  test('given up imports nothing, and stays so', async () => {
    const batchId = await hold(world.lead, sheet)
    valueOf(await world.as(world.lead, (ctx) => heldMembers(world.missionId, batchId).drop(ctx)))

    expect(await confirm(world.lead, batchId)).toMatchObject({ ok: false })
    expect(await world.as(world.lead, (ctx) => heldMembers(world.missionId, batchId).correct(ctx, []))).toEqual({
      ok: false,
      problem: { code: 'import_closed' },
    })
    expect(await members()).toEqual([])
  })

  test('is nobody else’s: neither the partner’s, nor a reader’s, nor that of another mission', async () => {
    const batchId = await hold(world.lead, sheet)

    await expect(show(world.city, batchId)).rejects.toThrow(NotFound)
    await expect(confirm(world.city, batchId)).rejects.toThrow(NotFound)
    await expect(confirm(world.stranger, batchId)).rejects.toThrow(NotFound)
    await expect(show(world.reader, batchId)).rejects.toThrow(Forbidden)
    world.missionId = await world.anotherMission()
    await expect(confirm(world.lead, batchId)).rejects.toThrow(NotFound)
  })
})

describe('a list that was downloaded', () => {
  const download = (locale: 'fr' | 'en', format: string) =>
    world.read(world.lead, async (ctx) => {
      const table = ownListTable(await listOwnMembers(ctx.tx, world.missionId, ctx.actor.organisationId), locale)
      return writeListFile([{ name: 'Délégation', ...table }], 'Délégation Gênes (2017)', format, ctx.now)
    })

  test.each([
    ['fr', 'csv'],
    ['en', 'csv'],
    ['fr', 'xlsx'],
    ['en', 'xlsx'],
  ] as const)('in %s as %s comes back unchanged, formulas disarmed on the way', async (locale, format) => {
    const facts = {
      familyName: '=1+1',
      capacity: { fr: '@Présidente', en: '-Chair' },
      represents: '+33 Consulting',
      category: 'company',
      function: 'head',
      externalKey: '007',
    } as const
    const contact = { email: 'a@example.org', phone: '+33491000000', notes: 'végétarien; sans "sel"' }
    valueOf(await world.as(world.lead, (ctx) => registerMember(ctx, world.missionId, aMember({ ...facts, contact }))))
    valueOf(await world.as(world.lead, (ctx) => registerMember(ctx, world.missionId, aMember())))

    const response = await download(locale, format)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const table = valueOf(readTable(bytes))
    const batchId = valueOf(await world.as(world.lead, (ctx) => holdImport(ctx, world.missionId, table, 'list')))

    expect((await show(world.lead, batchId)).check?.counts).toEqual({ create: 0, update: 0, same: 2, refused: 0 })
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="delegation-genes-2017.${format}"; filename*=UTF-8''delegation-genes-2017.${format}`,
    )
    if (format === 'csv') expect(new TextDecoder().decode(bytes)).toContain(";'=1+1;")
  })

  test('exists in two formats only', async () => {
    await expect(download('fr', 'exe')).rejects.toThrow(NotFound)
  })
})

describe('the source of an import', () => {
  const form = (parts: Record<string, string | File>) => {
    const data = new FormData()
    for (const [name, part] of Object.entries(parts)) data.set(name, part)
    return data
  }

  test('a file comes before what was pasted, and its sheet is named when there are several', async () => {
    const source = valueOf(await readSource(form({ file: new File([sheet], 'liste.csv'), pasted: 'A;B\n1;2' }), 'collé'))

    expect([source.sourceName, source.table.rows.length]).toEqual(['liste.csv', 3])
  })

  test.each([
    [{}, { field: 'file', problem: { code: 'table_missing' } }],
    [
      { file: new File([], 'vide.csv'), pasted: ' ' },
      { field: 'file', problem: { code: 'table_missing' } },
    ],
    [{ pasted: 'Prénom;Nom' }, { field: 'pasted', problem: { code: 'table_empty' } }],
    [
      { file: new File(['\ud83d', new Uint8Array([0, 255, 254, 1])], 'photo.jpg') },
      { field: 'file', problem: { code: 'text_unreadable' } },
    ],
  ])('%o is refused on its field', async (parts, problem) => {
    expect(await readSource(form(parts as Record<string, string | File>), 'collé')).toEqual({ ok: false, problem })
  })
})
