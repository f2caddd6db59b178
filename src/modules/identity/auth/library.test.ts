import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { openLibrary } from './library.ts'

let house: TestPlatform
beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
})
afterAll(() => house.close())

test('our migrations hold every table and column the sign-in library expects', async () => {
  const { options } = openLibrary(house.services, 'a key of the tests, long enough to be one')

  const { toBeCreated, toBeAdded } = await getMigrations(options)

  expect(toBeCreated.map(({ table }) => table)).toEqual([])
  expect(toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)])).toEqual([])
})
