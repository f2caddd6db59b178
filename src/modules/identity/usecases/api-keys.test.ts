import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { addMinutes, type Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { apiKeyDigest } from '../domain/token.ts'
import * as sql from '../sql/api-keys.ts'
import { type KeyDraft, createApiKey, endOfDay, revokeApiKey } from './api-keys.ts'

let house: TestPlatform
let city: TestOrganisation
let stranger: TestOrganisation
const now = new Date().toISOString() as Instant

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  house.setClock(now)
  city = await aWorkspace(house, 'Ville')
  stranger = await aWorkspace(house, 'Port')
})
afterAll(() => house.close())

const aKey = async (draft: Partial<KeyDraft> = {}) =>
  valueOf(
    await act(house.services, city.caller, (ctx) => createApiKey(ctx, { name: 'finances', roles: ['reader'], expiresAt: null, ...draft })),
  ).token

const listed = () => readAs(house.services, city.caller, ({ tx }) => sql.listApiKeys(tx))
const actorOf = (token: string) =>
  readAs(house.services, { kind: 'key', tokenDigest: apiKeyDigest(token) ?? Buffer.alloc(32) }, ({ actor }) => Promise.resolve(actor))

test('a key acts for its organisation, with its roles and no account', async () => {
  const token = await aKey({ name: 'gestion financière', roles: ['finance', 'reader'] })

  expect(await actorOf(token)).toMatchObject({
    accountId: null,
    name: 'gestion financière',
    organisationId: city.organisationId,
    roles: ['finance', 'reader'],
  })
})

test('the day of its last use is shown', async () => {
  const token = await aKey({ name: 'used' })
  await actorOf(token)

  const key = (await listed()).find(({ name }) => name === 'used')

  expect(key?.usedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('a revoked key stops at the next call', async () => {
  const token = await aKey({ name: 'revoked' })
  const { id } = (await listed()).find(({ name }) => name === 'revoked') ?? {}

  await act(house.services, city.caller, (ctx) => revokeApiKey(ctx, id ?? ('' as never)))

  await expect(actorOf(token)).rejects.toBeInstanceOf(NotFound)
})

test('an expired key opens nothing', async () => {
  const token = await aKey({ name: 'short', expiresAt: addMinutes(now, 5) })
  await withOwner(house.ownerUrl, (owner) =>
    owner.query(`update identity.api_key set expires_at = now() - interval '1 minute' where name = 'short'`),
  )

  await expect(actorOf(token)).rejects.toBeInstanceOf(NotFound)
})

test('a key is not made for the past', async () => {
  const made = await act(house.services, city.caller, (ctx) =>
    createApiKey(ctx, { name: 'late', roles: ['reader'], expiresAt: addMinutes(now, -1) }),
  )

  expect(made).toEqual({ ok: false, problem: { code: 'expires_in_the_past' } })
})

test('a key that expires on a date is good for all of that date, there', () => {
  expect(endOfDay('2027-03-27', 'Europe/Paris')).toBe('2027-03-27T23:00:00.000Z')
  expect(endOfDay('2027-03-28', 'Europe/Paris')).toBe('2027-03-28T22:00:00.000Z')
  expect(endOfDay('2027-06-30', 'America/New_York')).toBe('2027-07-01T04:00:00.000Z')
})

test('the database and the journal know a key by its digest only', async () => {
  const token = await aKey({ name: 'secret' })

  const { rows } = await withOwner(house.ownerUrl, (owner) =>
    owner.query(
      `select (select count(*) from identity.api_key k where to_jsonb(k)::text like '%' || $1 || '%')::int as keys,
              (select count(*) from app.journal j where j.payload::text like '%' || $1 || '%')::int as entries`,
      [token.slice(4)],
    ),
  )

  expect(rows).toEqual([{ keys: 0, entries: 0 }])
})

test('a key never administers, not even when asked to in the database', async () => {
  const asAdministrator = act(house.services, city.caller, (ctx) =>
    createApiKey(ctx, { name: 'x', roles: ['administrator' as never], expiresAt: null }),
  )

  expect(await asAdministrator).toMatchObject({ ok: false, problem: { code: 'roles_are_known' } })
})

test('a key makes no key', async () => {
  const token = await aKey({ roles: ['officer'] })
  const caller = { kind: 'key', tokenDigest: apiKeyDigest(token) ?? Buffer.alloc(32) } as const

  await expect(
    act(house.services, caller, (ctx) => createApiKey(ctx, { name: 'y', roles: ['reader'], expiresAt: null })),
  ).rejects.toBeInstanceOf(Forbidden)
})

test('only an administrator makes and revokes keys', async () => {
  const officer = await aColleague(house, city, ['officer', 'finance', 'assembly', 'reader'])
  const [key] = await listed()

  await expect(
    act(house.services, officer, (ctx) => createApiKey(ctx, { name: 'z', roles: ['reader'], expiresAt: null })),
  ).rejects.toBeInstanceOf(Forbidden)
  await expect(act(house.services, officer, (ctx) => revokeApiKey(ctx, key?.id ?? ('' as never)))).rejects.toBeInstanceOf(Forbidden)
})

test('a key of another organisation does not exist here', async () => {
  const [key] = await listed()

  await expect(act(house.services, stranger.caller, (ctx) => revokeApiKey(ctx, key?.id ?? ('' as never)))).rejects.toBeInstanceOf(NotFound)
})
