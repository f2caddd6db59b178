import { describe, expect, test } from 'vitest'
import { housePaths, houseSources } from './sources.ts'
import { foreignTables, orphanedGoldens, relationsOf, strayStatements, unshownStatements } from './sql-rules.ts'

const house = houseSources()

test('the statements of the house are seen', () => {
  const seen = new Set(
    house
      .filter(({ path }) => path.startsWith('src/'))
      .flatMap((source) => relationsOf(source).map(({ schema, name }) => `${schema}.${name}`)),
  )

  for (const table of [
    'missions.mission',
    'missions.theme',
    'budget.expense',
    'delegations.member',
    'directory.person',
    'auth.session',
    'app.request_once',
  ])
    expect(seen).toContain(table)
})

describe('tables are private to their module', () => {
  test('no module names a table of another', () => {
    expect(foreignTables(house)).toEqual([])
  })

  test.each([
    ['by a builder', `tx.selectFrom('missions.mission as m')`],
    ['by a join', `query.leftJoin('missions.missionTheme as t', 't.missionId', 'e.missionId')`],
    ['in a list of tables', `tx.selectFrom(['budget.expense as e', 'missions.mission as m'])`],
    ['in plain SQL', 'sql`select 1 from missions.mission m`'],
    ['under a join, over two lines', 'sql`select 1 from budget.expense e\n  join missions.mission m on true`'],
    ['by a write', 'sql`update missions.mission set title = ${title}`'],
    ['between quotation marks', `sql\`select 1 from auth."user"\``],
    ['of the platform', `tx.selectFrom('app.mail')`],
  ])('a foreign table named %s is found', (_, text) => {
    expect(foreignTables([{ path: 'src/modules/budget/sql/x.ts', text }])).toHaveLength(1)
  })

  test('a published view, a table of one’s own and a function are not foreign tables', () => {
    const text = `tx.selectFrom('missions.pubMission'); sql\`select 1 from budget.expense, missions.pub_partner\`; sql\`select * from directory.search(1)\``

    expect(foreignTables([{ path: 'src/modules/budget/sql/x.ts', text }])).toEqual([])
  })

  test('a page of the composition names no table at all', () => {
    expect(foreignTables([{ path: 'src/app/routes/home.tsx', text: `tx.selectFrom('missions.mission')` }])).toHaveLength(1)
  })
})

describe('statements stand where one looks for them', () => {
  test('none is outside sql and the platform', () => {
    expect(strayStatements(house)).toEqual([])
  })

  test.each([
    ['src/modules/budget/usecases/x.ts', `import { sql } from 'kysely'`],
    ['src/modules/budget/routes/x.tsx', `import pg from 'pg'`],
    ['src/modules/budget/domain/x.ts', `import { jsonArrayFrom } from 'kysely/helpers/postgres'`],
    ['src/app/routes/x.tsx', 'export const text = `select id\n from missions.mission`'],
    ['src/modules/budget/usecases/x.ts', `owner.query('insert into budget.expense values ($1)')`],
  ])('%s may hold none', (path, text) => {
    expect(strayStatements([{ path, text }])).toHaveLength(1)
  })

  test('a type of the driver, and a sentence that says “select … from”, are no statements of the wrong place', () => {
    const text = `import type pg from 'pg'\nexport const sentence = 'Select a mission'`

    expect(strayStatements([{ path: 'src/modules/budget/usecases/x.ts', text }])).toEqual([])
  })
})

describe('statements are reviewed as PostgreSQL reads them', () => {
  test('every file of statements is shown, and nothing else', () => {
    expect([...unshownStatements(house), ...orphanedGoldens(housePaths())]).toEqual([])
  })

  test('a file nobody shows is found; one that is shown, and one that only holds parts, are not', () => {
    const planted = [
      { path: 'src/modules/calls/sql/calls.ts', text: 'export async function listCalls() {}' },
      { path: 'src/modules/calls/sql/proposals.ts', text: 'export async function listProposals() {}' },
      { path: 'src/modules/calls/sql/proposal-rows.ts', text: 'export function toProposal() {}' },
      { path: 'src/modules/calls/sql.golden.test.ts', text: `import * as calls from './sql/calls.ts'` },
    ]

    expect(unshownStatements(planted)).toEqual([
      'src/modules/calls/sql/proposals.ts is not shown by src/modules/calls/sql.golden.test.ts: write it after that of missions',
    ])
  })

  test('what is left of a file that went is found', () => {
    expect(
      orphanedGoldens(['src/modules/calls/sql.ts', 'src/modules/calls/sql.golden.sql', 'src/modules/calls/sql/gone.golden.sql']),
    ).toEqual(['src/modules/calls/sql/gone.golden.sql'])
  })
})
