import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Ctx, act, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { createApiKey } from './usecases/api-keys.ts'
import { inviteMember } from './usecases/invite-member.ts'

let house: TestPlatform
let city: TestOrganisation
let stranger: TestOrganisation

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  house.setClock(new Date().toISOString() as Instant)
  city = await aWorkspace(house, 'Ville')
  stranger = await aWorkspace(house, 'Port')
  await aColleague(house, city, ['finance'])
  valueOf(
    await act(house.services, city.caller, (ctx) =>
      inviteMember(ctx, { email: 'secret@ville.example', roles: ['administrator'], locale: 'fr' }),
    ),
  )
  valueOf(await act(house.services, city.caller, (ctx) => createApiKey(ctx, { name: 'secrète', roles: ['finance'], expiresAt: null })))
})
afterAll(() => house.close())

/** Raw SQL as the stranger, by the role of requests: no use-case, no rule of ours, only the database. */
const asStranger = <Result>(run: (ctx: Ctx) => Promise<Result>) => readAs(house.services, stranger.caller, run)
const theirs = [
  ['api_key', () => sql`select from identity.api_key`],
  ['api_key_use', () => sql`select from identity.api_key_use`],
  ['invitation', () => sql`select from identity.invitation`],
  ['membership', () => sql`select from identity.membership where organisation_id = ${city.organisationId}`],
  ['account_card', () => sql`select from identity.account_card where organisation_id = ${city.organisationId} or email like 'secret%'`],
  ['workspace', () => sql`select from identity.workspace where organisation_id = ${city.organisationId}`],
  ['mail', () => sql`select from app.mail`],
  ['journal', () => sql`select from app.journal where entity in ('identity.invitation', 'identity.api_key')`],
] as const

test.each(theirs)('another organisation sees nothing of %s', async (_table, statement) => {
  expect((await asStranger(({ tx }) => statement().execute(tx))).rows).toEqual([])
})

test('the rows that could leak exist', async () => {
  const counts = await withOwner(house.ownerUrl, (owner) =>
    owner.query(
      'select (select count(*)::int from identity.api_key) keys, (select count(*)::int from identity.invitation) invitations, (select count(*)::int from identity.membership) memberships, (select count(*)::int from app.mail) mails',
    ),
  )

  expect(counts.rows).toEqual([{ keys: 1, invitations: 1, memberships: 3, mails: 1 }])
})

test('without an actor nothing is seen at all', async () => {
  for (const [, statement] of theirs)
    expect((await house.services.db.web.transaction().execute((tx) => statement().execute(tx))).rows).toEqual([])
})

test.each([
  [
    'grants itself a role elsewhere',
    () =>
      sql`insert into identity.membership (account_id, organisation_id, roles) values (${stranger.accountId}, ${city.organisationId}, '{administrator}')`,
  ],
  [
    'moves its membership elsewhere',
    () => sql`update identity.membership set organisation_id = ${city.organisationId} where account_id = ${stranger.accountId}`,
  ],
  [
    'invites to another organisation',
    () =>
      sql`insert into identity.invitation (organisation_id, email, roles, token_digest, expires_at) values (${city.organisationId}, 'x@x.example', '{reader}', '\\x00', now() + interval '1 day')`,
  ],
  [
    'makes a key of another organisation',
    () =>
      sql`insert into identity.api_key (organisation_id, name, token_digest, token_hint, roles) values (${city.organisationId}, 'x', '\\x00', 'x', '{reader}')`,
  ],
])('the database refuses an organisation that %s', async (_what, statement) => {
  await expect(asStranger(({ tx }) => statement().execute(tx))).rejects.toThrow(/row-level security/)
})

test.each([
  ['a membership', () => sql`delete from identity.membership where organisation_id = ${city.organisationId}`],
  ['roles', () => sql`update identity.membership set roles = '{reader}' where organisation_id = ${city.organisationId}`],
  ['an invitation', () => sql`update identity.invitation set withdrawn_at = now()`],
  ['a key', () => sql`update identity.api_key set revoked_at = now()`],
  ['settings', () => sql`update identity.workspace set currency = 'USD' where organisation_id = ${city.organisationId}`],
])('another organisation changes nothing of %s', async (_what, statement) => {
  expect((await asStranger(({ tx }) => statement().execute(tx))).numAffectedRows).toBe(0n)
})

test.each(['auth."user"', 'auth.session', 'auth.account', 'auth.verification', 'auth."twoFactor"', 'auth.passkey', 'auth.rate_limit'])(
  'requests cannot read %s, whoever asks',
  async (table) => {
    await expect(asStranger(({ tx }) => sql`select from ${sql.raw(table)}`.execute(tx))).rejects.toThrow(/permission denied/)
  },
)

test.each([
  'select from identity.membership',
  'select from identity.invitation',
  'select from identity.api_key',
  'select from directory.organisation',
  'select from missions.mission',
  'select from app.journal',
  `select identity.enter('${crypto.randomUUID()}', '${crypto.randomUUID()}')`,
  `select identity.found('${crypto.randomUUID()}', '${crypto.randomUUID()}', 'x', 'other', 'FR', null, 'EUR', 'Europe/Paris', 'fr')`,
])('the sign-in library reaches nothing of the product: %s', async (statement) => {
  await expect(house.services.db.authPool.query(statement)).rejects.toThrow(/permission denied/)
})

test('requests cannot accept an invitation nor found an organisation at will', async () => {
  for (const call of [`identity.accept_invitation('\\x00', '${stranger.accountId}')`, `identity.is_invited('secret@ville.example')`]) {
    await expect(asStranger(({ tx }) => sql`select ${sql.raw(call)}`.execute(tx))).rejects.toThrow(/permission denied/)
  }
})

test('nobody becomes another account by naming it', async () => {
  await expect(
    readAs(house.services, { kind: 'account', accountId: stranger.accountId, organisationId: city.organisationId }, () =>
      Promise.resolve(null),
    ),
  ).rejects.toThrow('no such membership')
})

test('roles, lists of doors and locales are the same in the database and in the code', async () => {
  const { roles } = await import('#platform/actor.ts')
  const { keyRoles } = await import('./domain/membership.ts')
  const { LOCALES } = await import('#platform/pure/locale.ts')
  const client = new pg.Client({ connectionString: house.ownerUrl })
  await client.connect()
  const { rows } = await client.query<{ table: string; text: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as text from pg_constraint where conname in ('roles_are_known', 'locale_is_known') and conrelid::regclass::text ~ '^(identity|auth)'`,
  )
  await client.end()

  const listIn = (table: string) =>
    [...(rows.find((row) => row.table === table)?.text ?? '').matchAll(/'([a-z]+)'::text/g)].map(([, word]) => word)
  expect(listIn('identity.membership')).toEqual([...roles])
  expect(listIn('identity.invitation')).toEqual([...roles])
  expect(listIn('identity.api_key')).toEqual([...keyRoles])
  expect(listIn('identity.workspace')).toEqual([...LOCALES])
  expect(listIn('auth."user"')).toEqual([...LOCALES])
})
