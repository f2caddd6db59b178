import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase } from '#tests/database.ts'
import { schemes } from './identifier.ts'
import { organisationKinds } from './organisation.ts'
import { honorifics, legalBases } from './person.ts'

let copy: Awaited<ReturnType<typeof cloneDatabase>>
let owner: Client

beforeAll(async () => {
  copy = await cloneDatabase(inject('templateUrl'))
  owner = new Client({ connectionString: copy.url })
  await owner.connect()
})

afterAll(async () => {
  await owner.end()
  await copy.drop()
})

test.each([
  ['organisation', 'kind_is_known', organisationKinds],
  ['organisation_identifier', 'scheme_is_known', schemes],
  ['person', 'honorific_is_known', honorifics],
  ['person', 'legal_basis_is_known', legalBases],
])('the values of %s.%s are the same in TypeScript and in the database', async (table, constraint, values) => {
  const { rows } = await owner.query<{ definition: string }>(
    'select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = $1::regclass and conname = $2',
    [`directory.${table}`, constraint],
  )

  const known = [...(rows[0]?.definition ?? '').matchAll(/'([^']+)'/g)].map(([, value]) => value)
  expect(known.sort()).toEqual([...values].sort())
})
