import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { GivenRow } from '../domain/import-plan.ts'
import { listMembers } from '../sql/members.ts'
import type { Somebody } from '#tests/world.ts'
import { aMember, twoPartners } from '../two-partners.fixture.ts'
import { type ImportedLine, importMembers, planMembers } from './import-members.ts'
import { registerMember } from './register-member.ts'
import { withdrawMember } from './withdraw-member.ts'

let world: Awaited<ReturnType<typeof twoPartners>>
beforeAll(async () => {
  world = await twoPartners(inject('templateUrl'))
})
beforeEach(async () => {
  world.missionId = await world.anotherMission()
})
afterAll(() => world.close())

const row = (facts: Partial<GivenRow> = {}): GivenRow => ({ givenName: 'Ana', familyName: 'Béal', category: 'guest', ...facts })
const linesOf = (...rows: GivenRow[]): ImportedLine[] => rows.map((given, index) => ({ line: index + 2, given }))
const importAs = (who: Somebody, lines: readonly ImportedLine[]) => world.as(who, (ctx) => importMembers(ctx, world.missionId, lines))
const members = () => world.read(world.lead, (ctx) => listMembers(ctx.tx, world.missionId))
const rowCount = async () => {
  const { rows } = await world.read(world.lead, (ctx) =>
    sql<{ n: number }>`select count(*)::int as n from delegations.member where mission_id = ${world.missionId}`.execute(ctx.tx),
  )
  return rows[0]?.n
}

const manyLines = (count: number, facts: (index: number) => Partial<GivenRow> = () => ({})) =>
  linesOf(
    ...Array.from({ length: count }, (_, index) =>
      row({ familyName: `Famille ${index}`, externalKey: `K${index}`, email: `p${index}@example.org`, ...facts(index) }),
    ),
  )

describe('all or nothing', () => {
  test('ten thousand lines with one that is wrong leave nothing behind, and the line is named', async () => {
    const lines = manyLines(10_000, (index) => (index === 9_998 ? { category: 'company', represents: null } : {}))

    const outcome = await importAs(world.lead, lines)

    expect(outcome).toEqual({
      ok: false,
      problem: {
        code: 'import_has_problems',
        lines: [{ line: 10_000, problems: { represents: { code: 'a_company_member_represents_someone' } } }],
      },
    })
    expect(await rowCount()).toBe(0)
  })

  test('ten thousand lines enter at once; read again they change nothing, not even a version', async () => {
    const lines = manyLines(10_000)

    expect(await importAs(world.lead, lines)).toEqual({ ok: true, value: { created: 10_000, updated: 0, same: 0 } })
    const before = await members()
    expect(await importAs(world.lead, lines)).toEqual({ ok: true, value: { created: 0, updated: 0, same: 10_000 } })

    expect(await members()).toEqual(before)
    expect(before).toHaveLength(10_000)
  })

  test('an import whose transaction ends before its commit leaves no member, no contact and no history', async () => {
    const broken = world.as(world.lead, async (ctx) => {
      valueOf(await importMembers(ctx, world.missionId, manyLines(50)))
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(ctx.tx)
      throw new Error('the connection was cut')
    })

    await expect(broken).rejects.toThrow()
    const { rows } = await world.read(world.lead, (ctx) =>
      sql<Record<string, number>>`select (select count(*)::int from delegations.member where mission_id = ${world.missionId}) as members,
        (select count(*)::int from delegations.member_contact where mission_id = ${world.missionId}) as contacts,
        (select count(*)::int from app.journal where mission_id = ${world.missionId} and event = 'members.imported') as entries`.execute(
        ctx.tx,
      ),
    )
    expect(rows).toEqual([{ members: 0, contacts: 0, entries: 0 }])
  })

  test('an empty file is refused', async () => {
    expect(await importAs(world.lead, [])).toMatchObject({ ok: false, problem: { code: 'import_is_empty' } })
  })
})

describe('a file read again updates rather than duplicates', () => {
  test('by its number, even when the name has changed', async () => {
    valueOf(await importAs(world.lead, linesOf(row({ externalKey: '7' }))))

    const outcome = await importAs(world.lead, linesOf(row({ externalKey: '7', familyName: 'Béal-Arnal', capacityFr: 'Directrice' })))

    expect(outcome).toEqual({ ok: true, value: { created: 0, updated: 1, same: 0 } })
    expect((await members()).map((member) => [member.familyName, member.capacity])).toEqual([['Béal-Arnal', { fr: 'Directrice' }]])
  })

  test('by name and organisation, whatever the accents, capitals and spaces', async () => {
    valueOf(await importAs(world.lead, linesOf(row({ represents: 'Société Béta' }))))

    const outcome = await importAs(
      world.lead,
      linesOf(row({ givenName: ' ANA ', familyName: 'beal', represents: 'SOCIETE  BETA', category: 'company' })),
    )

    expect(outcome).toEqual({ ok: true, value: { created: 0, updated: 1, same: 0 } })
    expect(await rowCount()).toBe(1)
  })

  test('and what a column the file does not have would say is left as it was', async () => {
    const known = {
      capacityFr: 'Directrice',
      represents: 'Béta',
      email: 'ana@example.org',
      phone: '+33491000000',
      externalKey: '7',
      function: 'deputy' as const,
    }
    valueOf(await importAs(world.lead, linesOf(row(known))))

    expect(await importAs(world.lead, linesOf(row({ category: 'press' })))).toEqual({
      ok: true,
      value: { created: 0, updated: 1, same: 0 },
    })
    const plan = await world.read(world.lead, (ctx) => planMembers(ctx, world.missionId, linesOf(row({ category: 'press' }))))

    expect(plan[0]?.draft).toEqual({
      givenName: 'Ana',
      familyName: 'Béal',
      category: 'press',
      function: 'deputy',
      capacity: { fr: 'Directrice' },
      represents: 'Béta',
      externalKey: '7',
      contact: { email: 'ana@example.org', phone: '+33491000000', notes: null },
    })
  })

  test('a column that is there and empty takes away what was known', async () => {
    valueOf(await importAs(world.lead, linesOf(row({ email: 'ana@example.org', capacityFr: 'Directrice' }))))

    valueOf(await importAs(world.lead, linesOf(row({ email: null, capacityFr: '' }))))

    const plan = await world.read(world.lead, (ctx) => planMembers(ctx, world.missionId, linesOf(row())))
    expect(plan[0]).toMatchObject({ effect: 'same', draft: { capacity: {}, contact: { email: null } } })
  })

  test('someone who had withdrawn comes back to their row, and the plan says so', async () => {
    valueOf(await importAs(world.lead, linesOf(row({ function: 'head' }))))
    const [before] = await members()
    valueOf(await world.as(world.lead, (ctx) => withdrawMember(ctx, world.missionId, before?.id ?? '')))

    const plan = await world.read(world.lead, (ctx) => planMembers(ctx, world.missionId, linesOf(row())))
    valueOf(await importAs(world.lead, linesOf(row())))

    expect(plan).toMatchObject([{ effect: 'update', returns: true }])
    expect((await members()).map((member) => [member.id, member.function])).toEqual([[before?.id, 'member']])
  })

  test('the head passes from one line to another', async () => {
    valueOf(await importAs(world.lead, linesOf(row({ function: 'head' }), row({ familyName: 'Coste', function: 'member' }))))

    valueOf(await importAs(world.lead, linesOf(row({ function: 'member' }), row({ familyName: 'Coste', function: 'head' }))))

    expect((await members()).map((member) => [member.familyName, member.function])).toEqual([
      ['Coste', 'head'],
      ['Béal', 'member'],
    ])
  })
})

describe('what lines say wrong together stands on the column to mend', () => {
  const problemsOf = async (...rows: GivenRow[]) =>
    (await world.read(world.lead, (ctx) => planMembers(ctx, world.missionId, linesOf(...rows)))).map((planned) => planned.problems)

  test('one person on two lines, one number on two lines, two heads', async () => {
    expect(await problemsOf(row(), row({ givenName: 'ANA' }))).toEqual([{}, { familyName: { code: 'twice_in_the_file' } }])
    expect(await problemsOf(row({ externalKey: '7' }), row({ familyName: 'Coste', externalKey: '7' }))).toEqual([
      {},
      { externalKey: { code: 'key_twice_in_the_file' } },
    ])
    expect(await problemsOf(row({ function: 'head' }), row({ familyName: 'Coste', function: 'head' }))).toEqual([
      {},
      { function: { code: 'two_heads_in_the_file' } },
    ])
  })

  test('a head when someone else leads, a name someone else has, a name several have', async () => {
    valueOf(
      await importAs(
        world.lead,
        linesOf(
          row({ function: 'head', externalKey: '1' }),
          row({ represents: 'Béta' }),
          row({ familyName: 'Coste', represents: 'Gamma', externalKey: '2' }),
        ),
      ),
    )

    expect(await problemsOf(row({ familyName: 'Nouveau', function: 'head' }))).toEqual([
      { function: { code: 'one_head_per_sub_delegation' } },
    ])
    expect(await problemsOf(row({ externalKey: '3', represents: null }))).toEqual([
      { familyName: { code: 'a_name_is_listed_once_per_sub_delegation' } },
    ])
    expect(await problemsOf(row())).toEqual([{ familyName: { code: 'several_of_this_name' } }])
    expect(await problemsOf(row({ familyName: 'Coste', category: 'company' }))).toEqual([{}])
    expect(await problemsOf(row({ familyName: 'Coste', category: 'company', represents: null, externalKey: '2' }))).toEqual([
      { represents: { code: 'a_company_member_represents_someone' } },
    ])
  })
})

describe('each for its own', () => {
  test('the members of another partner are never matched nor changed', async () => {
    valueOf(
      await world.as(world.city, (ctx) =>
        registerMember(ctx, world.missionId, aMember({ givenName: 'Ana', familyName: 'Béal', category: 'guest', externalKey: '7' })),
      ),
    )

    expect(await importAs(world.lead, linesOf(row({ externalKey: '7' })))).toEqual({ ok: true, value: { created: 1, updated: 0, same: 0 } })
    expect(await members()).toHaveLength(2)
  })

  test('a reader imports nothing, and a stranger finds no mission', async () => {
    await expect(importAs(world.reader, linesOf(row()))).rejects.toThrow(Forbidden)
    await expect(importAs(world.stranger, linesOf(row()))).rejects.toThrow(NotFound)
  })
})
