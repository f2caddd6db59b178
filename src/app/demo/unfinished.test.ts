import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { databaseUrl } from '#tests/database.ts'
import { type World, openWorld } from '#tests/world.ts'
import type { House } from '../services.ts'
import { loadDemoOnce } from './index.ts'
import { dropUnfinished, isUnfinished } from './unfinished.ts'

let world: World
let house: House
let name: string

beforeEach(async () => {
  world = await openWorld(inject('templateUrl'))
  // What is loaded here asks nobody to sign in.
  house = { services: { ...world.services, db: { ...world.services.db, ownerUrl: world.ownerUrl } } } as House
  name = new URL(world.ownerUrl).pathname.slice(1)
})
afterEach(() => world.close())

/** As `npm start` was killed: an organisation is there, the rest is not. */
const loadHalf = () =>
  loadDemoOnce(house, async () => {
    await world.found('Département d’essai')
    throw new Error('killed')
  })
const onServer = <Result>(run: (server: pg.Client) => Promise<Result>) => withOwner(databaseUrl(world.ownerUrl, 'postgres'), run)
const isThere = () => onServer(async (server) => (await server.query('select from pg_database where datname = $1', [name])).rowCount === 1)

test('half a demonstration does not pass for a whole one', async () => {
  await expect(loadHalf()).rejects.toThrow('killed')

  await expect(loadDemoOnce(house, () => Promise.resolve())).rejects.toThrow(/give an empty database/)
})

test('one that was loaded whole is not loaded again, and its database stays', async () => {
  expect(await loadDemoOnce(house, async () => void (await world.found('Département d’essai')))).toBe(true)

  expect(await loadDemoOnce(house, () => Promise.reject(new Error('loaded twice')))).toBe(false)
  await onServer((server) => dropUnfinished(server, name))
  expect(await isThere()).toBe(true)
})

test('the database of a killed process is taken away, once nobody works in it', async () => {
  await expect(loadHalf()).rejects.toThrow('killed')
  const gone = await withOwner(world.ownerUrl, async () => {
    const dropped = onServer((server) => dropUnfinished(server, name))
    expect(await Promise.race([dropped.then(() => 'dropped'), onServer((server) => isUnfinished(server, name))])).toBe(true)
    return [dropped]
  })

  await Promise.all(gone)

  expect(await isThere()).toBe(false)
})
