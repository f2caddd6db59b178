import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase } from '#tests/database.ts'
import { wordOfCode } from './code-words.ts'
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
  return rows.map(({ entity, name }) => ({ entity, column: programName(name) }))
}

function programName(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const wordless = (columns: { entity: string; column: string }[]) =>
  columns.flatMap(({ entity, column }) => [
    ...(entity in historyTexts.fr.entities && entity in historyTexts.en.entities ? [] : [entity]),
    ...(!isShownInHistory(column) || (column in historyTexts.fr.fields && column in historyTexts.en.fields) ? [] : [`${entity}.${column}`]),
  ])

/** The codes a constraint `…_known` allows in the columns a history shows. */
async function codes(): Promise<{ entity: string; column: string; code: string }[]> {
  const { rows } = await database.query<{ entity: string; columns: string[]; definition: string }>(`
    select n.nspname || '.' || c.relname as entity, array_agg(a.attname::text) as columns, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
    where k.contype = 'c' and k.conname like '%known'
      and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'journal_insert')
    group by k.oid, 1 having count(*) = 1`)
  return rows.flatMap(({ entity, columns: [name = ''], definition }) =>
    [...definition.matchAll(/'([^']*)'::text/g)].map(([, code = '']) => ({ entity, column: programName(name), code })),
  )
}

const nameless = (known: Awaited<ReturnType<typeof codes>>) =>
  known.flatMap(({ entity, column, code }) =>
    (['fr', 'en'] as const).some((locale) => isShownInHistory(column) && wordOfCode(entity, column, code, locale) === null)
      ? [`${entity}.${column}: ${code}`]
      : [],
  )

test('every code of a history has its word in both languages, in src/app/history/code-words.ts', async () => {
  const known = await codes()

  expect(known.length).toBeGreaterThan(200)
  expect(nameless(known)).toEqual([])
})

test('a new code of a journaled table is seen', async () => {
  await database.query('begin')
  await database.query(`alter table missions.mission add constraint moon_is_known check (kind in ('outgoing', 'lunar')) not valid`)
  const found = nameless(await codes())
  await database.query('rollback')

  expect(found).toEqual(['missions.mission.kind: lunar'])
})

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
