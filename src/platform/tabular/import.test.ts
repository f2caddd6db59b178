import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { act, type Ctx, readAs } from '../context.ts'
import { asId } from '../pure/ids.ts'
import { type Outcome, ok, refused, valueOf } from '../pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type CellProblem, type ImportShape, checkMapping, guessMapping, readCells } from './import.ts'
import { type ImportBatchId, dropBatch, loadBatch, markApplied, rememberMapping, saveBatch, setMapping } from './import-batches.ts'
import { readPastedTable } from './read-table.ts'
import { writeCsv } from './write-csv.ts'

type Guest = { readonly familyName: string; readonly givenName: string; readonly age: number | null; readonly company: string | null }

function parseAge(text: string): Outcome<number, CellProblem> {
  return /^\d{1,3}$/.test(text) ? ok(Number(text)) : refused({ code: 'age_unreadable' })
}

const guests: ImportShape<Guest> = {
  kind: 'guests',
  columns: {
    familyName: { labels: { fr: 'Nom', en: 'Family name' }, aliases: ['nom de famille', 'surname'], isRequired: true, parse: ok },
    givenName: { labels: { fr: 'Prénom', en: 'Given name' }, isRequired: true, parse: ok },
    age: { labels: { fr: 'Âge', en: 'Age' }, isRequired: false, whenBlank: null, parse: parseAge },
    company: { labels: { fr: 'Société', en: 'Company' }, aliases: ['entreprise'], isRequired: false, whenBlank: null, parse: ok },
  },
  check: (guest) => (guest.age !== null && guest.age < 18 && guest.company !== null ? { age: { code: 'too_young_for_a_company' } } : {}),
}

const tableOf = (text: string) => valueOf(readPastedTable(text))

describe('guessing what columns mean', () => {
  test.each([
    [['NOM', 'Prenom', 'age'], { familyName: 0, givenName: 1, age: 2 }],
    [['Given name', 'Family name', 'Company'], { givenName: 0, familyName: 1, company: 2 }],
    [['Nom de la société', 'Nom', 'Prénom'], { company: 0, familyName: 1, givenName: 2 }],
    [['Entreprise représentée', 'Nom de famille', 'Prénom(s) usuel'], { company: 0, familyName: 1, givenName: 2 }],
    [['familyName', 'givenName'], { familyName: 0, givenName: 1 }],
    [['Nom', 'Nom', ''], { familyName: 0 }],
    [['x', 'y'], {}],
  ])('%j', (headers, mapping) => {
    expect(guessMapping(headers, guests)).toEqual(mapping)
  })

  test('no header is used twice, whatever the headers', () => {
    const header = fc
      .array(fc.constantFrom('nom', 'prénom', 'société', 'âge', 'entreprise', 'de', 'la', 'x'), { maxLength: 4 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(header, { maxLength: 8 }), (headers) => {
        const indexes = Object.values(guessMapping(headers, guests))
        expect(new Set(indexes).size).toBe(indexes.length)
      }),
    )
  })
})

describe('a mapping is checked before use', () => {
  const headers = ['Nom', 'Prénom', 'Âge']

  test.each([
    [{ familyName: 0, givenName: 1 }, ok({ familyName: 0, givenName: 1 })],
    [{ familyName: 0, age: 2 }, refused({ code: 'columns_missing', columns: ['givenName'] })],
    [{ familyName: 0, givenName: 0 }, refused({ code: 'column_used_twice', columns: ['familyName', 'givenName'] })],
    [{ familyName: 0, givenName: 3 }, refused({ code: 'column_unknown', columns: ['givenName'] })],
    [{ familyName: 0, givenName: 1, salary: 2 }, refused({ code: 'column_unknown', columns: ['salary'] })],
  ])('%j', (mapping, outcome) => {
    expect(checkMapping(headers, guests, mapping)).toEqual(outcome)
  })
})

test('each line is read, each problem is on its cell, blank lines are left out and lines keep their number', () => {
  const table = tableOf(
    'Nom\tPrénom\tÂge\tSociété\n Rossi \tPaul\u00A0Marie\t41\t\n\t\t\t\nMartin\t\tquarante\tLes Quais\nPetit\tLou\t17\tLes Quais',
  )

  const rows = readCells({ ...table, mapping: guessMapping(table.headers, guests) }, guests)

  expect(rows).toEqual([
    {
      line: 2,
      texts: { familyName: 'Rossi', givenName: 'Paul Marie', age: '41', company: '' },
      problems: {},
      row: { familyName: 'Rossi', givenName: 'Paul Marie', age: 41, company: null },
    },
    {
      line: 4,
      texts: { familyName: 'Martin', givenName: '', age: 'quarante', company: 'Les Quais' },
      problems: { givenName: { code: 'cell_blank' }, age: { code: 'age_unreadable' } },
      row: null,
    },
    {
      line: 5,
      texts: { familyName: 'Petit', givenName: 'Lou', age: '17', company: 'Les Quais' },
      problems: { age: { code: 'too_young_for_a_company' } },
      row: null,
    },
  ])
})

test('a column that is not mapped gives its value for blank', () => {
  const table = tableOf('Nom\tPrénom\nRossi\tPaul')

  expect(readCells({ ...table, mapping: { familyName: 0, givenName: 1 } }, guests)[0]?.row).toEqual({
    familyName: 'Rossi',
    givenName: 'Paul',
    age: null,
    company: null,
  })
})

test('whatever is written as CSV is imported back', () => {
  const name = fc.stringMatching(/^[a-zé;"',=+-]{1,10}$/)
  const guest = fc.record({
    familyName: name,
    givenName: name,
    age: fc.option(fc.integer({ min: 18, max: 120 })),
    company: fc.option(name),
  })
  fc.assert(
    fc.property(fc.array(guest, { minLength: 1, maxLength: 20 }), (people) => {
      const text = writeCsv(
        ['Société', 'Prénom', 'Nom', 'Âge'],
        people.map((person) => [person.company, person.givenName, person.familyName, person.age]),
        { delimiter: '\t' },
      )
      const table = tableOf(text)
      expect(readCells({ ...table, mapping: guessMapping(table.headers, guests) }, guests).map((read) => read.row)).toEqual(people)
    }),
  )
})

describe('imports waiting for confirmation', () => {
  let platform: TestPlatform
  let organisation: TestOrganisation
  let stranger: TestOrganisation
  const missionId = asId<'mission'>(crypto.randomUUID())
  const table = tableOf('Délégation\n\nNom\tPrénom\tÂge ou né en\nRossi\tPaul\t41')

  beforeAll(async () => {
    platform = await openTestPlatform(inject('templateUrl'))
    organisation = await aWorkspace(platform, 'Département')
    stranger = await aWorkspace(platform, 'Ville voisine')
  })

  afterAll(() => platform.close())

  const read = <Result>(run: (ctx: Ctx) => Promise<Result>) => readAs(platform.services, organisation.caller, run)
  const save = () => read((ctx) => saveBatch(ctx, guests, { table, sourceName: 'liste.xlsx', missionId }))

  test('a file that was read is found again as it was, with the mapping its headers suggest', async () => {
    const id = await save()

    const batch = await read((ctx) => loadBatch(ctx, id, 'guests'))

    expect(batch).toEqual({
      id,
      kind: 'guests',
      missionId,
      sourceName: 'liste.xlsx',
      headers: ['Nom', 'Prénom', 'Âge ou né en'],
      rows: [['Rossi', 'Paul', '41']],
      firstLine: 4,
      mapping: { familyName: 0, givenName: 1, age: 2 },
      state: 'draft',
      createdAt: batch.createdAt,
      outcome: null,
    })
  })

  test('another organisation, or another kind of import, finds nothing', async () => {
    const id = await save()

    await expect(readAs(platform.services, stranger.caller, (ctx) => loadBatch(ctx, id, 'guests'))).rejects.toThrow('nothing here')
    await expect(read((ctx) => loadBatch(ctx, id, 'expenses'))).rejects.toThrow('nothing here')
    expect(await act(platform.services, stranger.caller, (ctx) => markApplied(ctx, id, {}))).toEqual(refused({ code: 'import_closed' }))
    expect(await act(platform.services, stranger.caller, (ctx) => dropBatch(ctx, id))).toEqual(refused({ code: 'import_closed' }))
  })

  test('a mapping that was chosen is remembered for the same headers, however they are typed, by this organisation only', async () => {
    const id = await save()
    const mapping = { familyName: 1, givenName: 0 }
    const headers = ['NOM', ' prenom ', 'Age ou ne en']

    await act(platform.services, organisation.caller, async (ctx) => {
      const batch = await loadBatch(ctx, id, 'guests')
      const chosen = await setMapping(ctx, batch, guests, mapping)
      await rememberMapping(ctx, { ...batch, mapping })
      return chosen
    })
    const next = await read(async (ctx) =>
      loadBatch(ctx, await saveBatch(ctx, guests, { table: { ...table, headers }, sourceName: 'b' }), 'guests'),
    )
    const elsewhere = await readAs(platform.services, stranger.caller, async (ctx) =>
      loadBatch(ctx, await saveBatch(ctx, guests, { table, sourceName: 'c' }), 'guests'),
    )

    expect((await read((ctx) => loadBatch(ctx, id, 'guests'))).mapping).toEqual(mapping)
    expect(next.mapping).toEqual(mapping)
    expect(elsewhere.mapping).toEqual({ familyName: 0, givenName: 1, age: 2 })
  })

  test('a mapping that misses a required column is refused, and nothing changes', async () => {
    const id = await save()

    const outcome = await act(platform.services, organisation.caller, async (ctx) =>
      setMapping(ctx, await loadBatch(ctx, id, 'guests'), guests, { familyName: 0 }),
    )

    expect(outcome).toEqual(refused({ code: 'columns_missing', columns: ['givenName'] }))
    expect((await read((ctx) => loadBatch(ctx, id, 'guests'))).mapping['givenName']).toBeDefined()
  })

  test('two confirmations at the same moment apply one', async () => {
    const id = await save()
    const confirm = (label: string) =>
      act(platform.services, organisation.caller, async (ctx) => {
        const applied = await markApplied(ctx, id, { added: 1 })
        if (applied.ok)
          await ctx.tx
            .insertInto('missions.theme')
            .values({ label: { fr: label } })
            .execute()
        return applied
      })

    const outcomes = await Promise.all([confirm('un'), confirm('deux'), confirm('trois')])

    const themes = await read((ctx) => ctx.tx.selectFrom('missions.theme').select('id').execute())
    const batch = await read((ctx) => loadBatch(ctx, id, 'guests'))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(outcomes).toContainEqual(refused({ code: 'import_closed' }))
    expect(themes).toHaveLength(1)
    expect([batch.state, batch.outcome]).toEqual(['applied', { added: 1 }])
  })

  test('an import whose rows are refused stays a draft', async () => {
    const id = await save()

    await act(platform.services, organisation.caller, async (ctx) => {
      await markApplied(ctx, id, { added: 1 })
      return refused({ code: 'a_name_is_listed_once' })
    })

    expect((await read((ctx) => loadBatch(ctx, id, 'guests'))).state).toBe('draft')
  })

  test('a dropped import keeps nothing of the file, and can no longer be mapped or applied', async () => {
    const id = await save()

    await act(platform.services, organisation.caller, (ctx) => dropBatch(ctx, id))

    const batch = await read((ctx) => loadBatch(ctx, id, 'guests'))
    const map = await act(platform.services, organisation.caller, (ctx) => setMapping(ctx, batch, guests, { familyName: 0, givenName: 1 }))
    const apply = await act(platform.services, organisation.caller, (ctx) => markApplied(ctx, id, {}))
    expect([batch.state, batch.rows]).toEqual(['dropped', []])
    expect([map, apply]).toEqual([refused({ code: 'import_closed' }), refused({ code: 'import_closed' })])
  })

  test('ten thousand lines are kept and read again in well under two seconds', async () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => [`Nom ${index}`, 'Prénom', '41', 'Société', 'a', 'b', 'c', 'd', 'e', 'f'])
    const large = { ...table, headers: ['Nom', 'Prénom', 'Âge', 'Société', 'a', 'b', 'c', 'd', 'e', 'f'], rows }

    const start = performance.now()
    const id: ImportBatchId = await read((ctx) => saveBatch(ctx, guests, { table: large, sourceName: 'grande.csv' }))
    const batch = await read((ctx) => loadBatch(ctx, id, 'guests'))
    const valid = readCells(batch, guests).filter((row) => row.row !== null)
    const milliseconds = performance.now() - start

    expect(valid).toHaveLength(10_000)
    expect(milliseconds).toBeLessThan(2000)
  })
})
