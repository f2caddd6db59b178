import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase } from '#tests/database.ts'
import { isShownInHistory } from './columns.ts'
import { historyTexts } from './texts.ts'

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let database: Client

beforeAll(async () => {
  copy = await cloneDatabase(inject('templateUrl'))
  database = new Client({ connectionString: copy.url })
  await database.connect()
})
afterAll(async () => {
  await database.end()
  await copy.drop()
})

/** The columns of the tables whose changes the journal records, as the program names them. */
async function journaledColumns(): Promise<{ entity: string; column: string }[]> {
  const { rows } = await database.query<{ entity: string; name: string }>(`
    select distinct n.nspname || '.' || c.relname as entity, a.attname as name
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where t.tgname = 'journal_insert' order by 1, 2`)
  return rows.map(({ entity, name }) => ({ entity, column: name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) }))
}

const wordless = (columns: { entity: string; column: string }[]) =>
  columns.flatMap(({ entity, column }) => [
    ...(entity in historyTexts.fr.entities && entity in historyTexts.en.entities ? [] : [entity]),
    ...(!isShownInHistory(column) || (column in historyTexts.fr.fields && column in historyTexts.en.fields) ? [] : [`${entity}.${column}`]),
  ])

test('every column of a history has its words in both languages, in src/app/history/texts', async () => {
  expect([...new Set(wordless(await journaledColumns()))]).toEqual([])
})

test('a new column of a journaled table is seen', async () => {
  await database.query('begin')
  await database.query('alter table missions.mission add column star_sign text')
  const found = wordless(await journaledColumns())
  await database.query('rollback')

  expect(found).toEqual(['missions.mission.starSign'])
})
