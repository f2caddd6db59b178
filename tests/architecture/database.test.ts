import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { cloneDatabase } from '#tests/database.ts'
import { listOfTheCode, listsOfTheDatabase, twins, unionNamed } from './check-lists.ts'
import {
  looseFunctions,
  openTables,
  ownViews,
  ownersFunctions,
  rightsOfRequests,
  tooMightyRoles,
  unfencedTables,
  viewsOfTheirOwner,
} from './row-security.ts'

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

/** Plants something, looks, and takes it away again. */
async function planted<Seen>(statements: string, look: () => Promise<Seen>): Promise<Seen> {
  await database.query('begin')
  try {
    await database.query(statements)
    return await look()
  } finally {
    await database.query('rollback')
  }
}

describe('rows', () => {
  test('every table is fenced by row-level security, forced on its owner too, except those on a short list', async () => {
    expect(await unfencedTables(database)).toEqual(Object.keys(openTables).sort())
  })

  test('a request reads no table of the sign-in library, writes no reference data, and knows nothing of migrations', async () => {
    for (const [table, reason] of Object.entries(openTables)) {
      expect([table, await rightsOfRequests(database, table)]).toEqual([table, reason === 'reference data' ? ['select'] : []])
    }
  })

  test('a table without a fence is found, and one whose fence spares its owner too', async () => {
    const open = await planted('create table missions.gate (id uuid)', () => unfencedTables(database))
    const halfOpen = await planted('create table missions.gate (id uuid); alter table missions.gate enable row level security', () =>
      unfencedTables(database),
    )

    expect(open).toContain('missions.gate')
    expect(halfOpen).toContain('missions.gate')
  })
})

describe('what looks across organisations', () => {
  test('a view runs under the policies of its reader', async () => {
    expect(await viewsOfTheirOwner(database)).toEqual(Object.keys(ownViews))
  })

  test('a function with more rights than its caller belongs to escale_keeper and fixes its search path', async () => {
    expect(await looseFunctions(database)).toEqual(Object.keys(ownersFunctions))
  })

  test('the roles of requests own nothing, bypass nothing, and cannot become the keeper', async () => {
    expect(await tooMightyRoles(database)).toEqual([])
  })

  test('a view of its owner is found', async () => {
    expect(await planted('create view missions.pub_all as select id from missions.mission', () => viewsOfTheirOwner(database))).toContain(
      'missions.pub_all',
    )
  })

  test.each([
    [
      'of the owner of the schema',
      `create function missions.peep() returns bigint language sql security definer set search_path = missions return 1`,
    ],
    [
      'with a search path a caller may bend',
      `create function missions.peep() returns bigint language sql security definer return 1; alter function missions.peep owner to escale_keeper`,
    ],
  ])('a function %s is found', async (_, statements) => {
    expect(await planted(statements, () => looseFunctions(database))).toContain('missions.peep')
  })

  test.each([['grant escale_keeper to escale_web'], ['alter role escale_auth bypassrls']])('%s is found', async (statement) => {
    expect(await planted(statement, () => tooMightyRoles(database))).toHaveLength(1)
  })
})

describe('lists', () => {
  test('every list of the database has a twin in the code, and no twin is left alone', async () => {
    expect(Object.keys(await listsOfTheDatabase(database)).sort()).toEqual(Object.keys(twins).sort())
  })

  test.each(Object.entries(twins))('%s says the same in both', async (constraint, [file, name]) => {
    const lists = await listsOfTheDatabase(database)

    expect(await listOfTheCode(file, name)).toEqual(lists[constraint])
  })

  test('a value added on one side only is found', async () => {
    const grown = await planted(
      `alter table missions.partner drop constraint role_is_known, add constraint role_is_known check (role in ('lead', 'guest'))`,
      () => listsOfTheDatabase(database),
    )

    expect(grown['missions.partner.role_is_known']).not.toEqual(
      await listOfTheCode(...(twins['missions.partner.role_is_known'] ?? ['', ''])),
    )
  })

  test('a list under another name is a list all the same', async () => {
    const lists = await planted(`create table missions.gate (side text, constraint two_sides check (side in ('left', 'right')))`, () =>
      listsOfTheDatabase(database),
    )

    expect(lists['missions.gate.two_sides']).toEqual(['left', 'right'])
  })

  test('a union is read from a type and from a field', () => {
    const source = { path: 'x.ts', text: `type Side = 'right' | 'left'\ntype Gate = { readonly side: 'up' | 'down' | null }` }

    expect([unionNamed(source, 'Side'), unionNamed(source, 'side')]).toEqual([
      ['left', 'right'],
      ['down', 'up'],
    ])
  })
})
