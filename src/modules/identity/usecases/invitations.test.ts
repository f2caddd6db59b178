import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { Forbidden, type Role } from '#platform/actor.ts'
import { type Caller, act } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { addMinutes } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type TestOrganisation, type TestPlatform, aColleague, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestVisitor, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import type { Auth } from '../auth.ts'
import { tokenDigest } from '../domain/token.ts'
import { action as accept, loader as invitationPage } from '../routes/accept-invitation.tsx'
import { action as signIn } from '../routes/sign-in.tsx'
import * as sql from '../sql/invitations.ts'
import { createAccount } from './create-account.ts'
import { inviteMember } from './invite-member.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let house: TestPlatform
let auth: Auth
let port: TestOrganisation
let email: string
const password = 'Brume-sur-le-Rhône-2031'
const now = new Date().toISOString() as ReturnType<TestPlatform['services']['now']>

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  ;({ auth } = openTestAuth(house.services))
  port = await aWorkspace(house, 'Port de Marseille')
})
beforeEach(() => {
  house.setClock(now)
  email = `nadia-${crypto.randomUUID()}@ville.example`
})
afterAll(() => house.close())

const someone = (): TestVisitor => aVisitor({ services: house.services, auth }, `198.51.100.${Math.floor(Math.random() * 250)}`)

async function invite(roles: readonly Role[] = ['reader'], caller: Caller = port.caller, locale: 'fr' | 'en' = 'fr'): Promise<string> {
  const { link } = valueOf(await act(house.services, caller, (ctx) => inviteMember(ctx, { email, roles, locale })))
  return new URL(link).pathname.split('/').at(-1) ?? ''
}

const opens = (visitor: TestVisitor, token: string) => visitor.get(invitationPage, `/invitation/${token}`, { token })
const accepts = (visitor: TestVisitor, token: string, fields: Record<string, string> = { name: 'Nadia Sorel', locale: 'fr' }) =>
  visitor.post(accept, `/invitation/${token}`, fields, { token })

async function anAccountFor(address: string): Promise<TestVisitor> {
  const accountId = await createAccount(auth.pool, { name: 'Nadia Sorel', email: address, locale: 'fr' })
  await auth.api.replacePassword({ body: { accountId, password } })
  const visitor = someone()
  await visitor.post(signIn, '/connexion', { intent: 'password', email: address, password })
  return visitor
}

async function membershipsOf(address: string): Promise<{ organisation: string; roles: string[] }[]> {
  const { rows } = await auth.pool.query<{ organisation: string; roles: string[] }>(
    'select m.organisation_name as organisation, m.roles from auth."user" u cross join lateral identity.memberships_of(u.id) m where u.email = $1',
    [address],
  )
  return rows
}

test('a newcomer opens the link, gives a name, and is a member', async () => {
  const token = await invite(['officer', 'finance'])
  const nadia = someone()

  const page = await opens(nadia, token)
  const joined = await accepts(nadia, token)

  expect(page).toMatchObject({
    status: 200,
    data: { state: 'newcomer', offer: { organisationName: 'Port de Marseille', email, roles: ['officer', 'finance'] } },
  })
  expect(joined.location).toBe('/')
  expect(joined.setCookies.some((cookie) => cookie.includes('session_token'))).toBe(true)
  expect(await membershipsOf(email)).toEqual([{ organisation: 'Port de Marseille', roles: ['officer', 'finance'] }])
})

test('looking at the link changes nothing: mail scanners follow links', async () => {
  const token = await invite()

  await opens(someone(), token)
  await opens(someone(), token)

  expect(await membershipsOf(email)).toEqual([])
  expect((await opens(someone(), token)).data).toMatchObject({ state: 'newcomer' })
})

test('a link works once', async () => {
  const token = await invite()
  await accepts(someone(), token)
  const second = someone()

  const page = await opens(second, token)
  const refused = await accepts(second, token)

  expect(page).toMatchObject({ status: 410, data: { state: 'closed', reason: 'accepted' } })
  expect(refused).toMatchObject({ status: 422, data: { problems: { '': 'invitation_closed' } }, setCookies: [] })
})

test('two acceptances at the same instant make one account and one membership', async () => {
  const token = await invite()

  const answers = await Promise.all([accepts(someone(), token), accepts(someone(), token)])

  expect(answers.filter(({ location }) => location === '/')).toHaveLength(1)
  expect(await membershipsOf(email)).toHaveLength(1)
})

test('after seven days a link is dead', async () => {
  house.setClock(addMinutes(now, -(7 * 24 * 60 + 1)))
  const token = await invite()

  expect(await opens(someone(), token)).toMatchObject({ status: 410, data: { reason: 'expired' } })
  expect(await accepts(someone(), token)).toMatchObject({ status: 422 })
  expect(await membershipsOf(email)).toEqual([])
})

test('a withdrawn link is dead at once', async () => {
  const token = await invite()
  const invitation = await act(house.services, port.caller, async (ctx) => ({
    ok: true as const,
    value: await sql.listInvitations(ctx.tx),
  }))
  const { id } = valueOf(invitation).find((each) => each.email === email) ?? {}

  await act(house.services, port.caller, (ctx) => withdrawInvitation(ctx, id ?? ('' as never)))

  expect(await opens(someone(), token)).toMatchObject({ status: 410, data: { reason: 'withdrawn' } })
  expect(await accepts(someone(), token)).toMatchObject({ status: 422 })
})

test('a new invitation kills the former link', async () => {
  const former = await invite(['administrator'])
  const latter = await invite(['reader'])

  expect(await opens(someone(), former)).toMatchObject({ status: 410, data: { reason: 'withdrawn' } })
  expect(await opens(someone(), latter)).toMatchObject({ status: 200, data: { offer: { roles: ['reader'] } } })
})

test('a link never opens the account of the invited address: its owner must sign in', async () => {
  await createAccount(auth.pool, { name: 'Nadia Sorel', email, locale: 'fr' })
  const token = await invite()
  const thief = someone()

  const page = await opens(thief, token)
  const refused = await accepts(thief, token)

  expect(page).toMatchObject({ data: { state: 'signIn' } })
  expect(refused).toMatchObject({ status: 422, data: { problems: { '': 'account_exists' } }, setCookies: [] })
  expect(await membershipsOf(email)).toEqual([])
})

test('the account of the invited address joins by pressing the button', async () => {
  const nadia = await anAccountFor(email)
  const token = await invite()

  const page = await opens(nadia, token)
  const joined = await accepts(nadia, token, {})

  expect(page).toMatchObject({ data: { state: 'join' } })
  expect(joined.location).toBe('/')
  expect(await membershipsOf(email)).toHaveLength(1)
})

test('another account cannot take the place of the invited', async () => {
  const token = await invite(['administrator'])
  const other = await anAccountFor(`autre-${email}`)

  const page = await opens(other, token)
  const refused = await accepts(other, token, {})

  expect(page).toMatchObject({ data: { state: 'other' } })
  expect(refused).toMatchObject({ status: 422, data: { problems: { '': 'invitation_for_another' } } })
  expect(await membershipsOf(`autre-${email}`)).toEqual([])
})

test('the database itself refuses to give an invitation to another address', async () => {
  const token = await invite()
  const other = await createAccount(auth.pool, { name: 'Autre', email: `autre-${email}`, locale: 'fr' })

  expect(await sql.acceptInvitation(auth.pool, tokenDigest(token), other)).toBeNull()
})

test('a member invited again keeps the roles they had and gains the new ones', async () => {
  const nadia = await anAccountFor(email)
  await accepts(nadia, await invite(['reader']), {})
  await withOwner(house.ownerUrl, (owner) => owner.query(`update auth."user" set email = $2 where email = $1`, [email, `x-${email}`]))
  const token = await invite(['finance'])
  await withOwner(house.ownerUrl, (owner) => owner.query(`update auth."user" set email = $2 where email = $1`, [`x-${email}`, email]))

  await accepts(nadia, token, {})

  expect(await membershipsOf(email)).toEqual([{ organisation: 'Port de Marseille', roles: ['finance', 'reader'] }])
})

test('someone who is a member already is not invited', async () => {
  await accepts(someone(), await invite())

  expect(await act(house.services, port.caller, (ctx) => inviteMember(ctx, { email, roles: ['finance'], locale: 'fr' }))).toEqual({
    ok: false,
    problem: { code: 'already_a_member' },
  })
})

test.each(['', 'x', 'a'.repeat(43), `${'a'.repeat(42)}=`, '../../etc', '%00'])('%j opens nothing', async (token) => {
  expect(await opens(someone(), token)).toMatchObject({ status: 404, data: { reason: 'unknown' } })
})

test('the database knows a link by its digest only', async () => {
  const token = await invite()

  const found = await withOwner(house.ownerUrl, (owner) =>
    owner.query(`select count(*)::int as count from identity.invitation i where to_jsonb(i)::text like '%' || $1 || '%' and email = $2`, [
      token,
      email,
    ]),
  )

  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(found.rows).toEqual([{ count: 0 }])
})

test('the journal tells the invitation without its link', async () => {
  const token = await invite()

  const { rows } = await withOwner(house.ownerUrl, (owner) =>
    owner.query(
      `select event, payload::text as payload from app.journal where entity = 'identity.invitation' and payload::text like '%' || $1 || '%'`,
      [email],
    ),
  )

  expect(rows.map(({ event }) => event)).toEqual(['invitation.sent'])
  expect(JSON.stringify(rows)).not.toContain(token)
})

test.each([
  ['fr', 'Invitation à rejoindre Port de Marseille sur Escale', 'Accepter l’invitation'],
  ['en', 'Invitation to join Port de Marseille on Escale', 'Accept the invitation'],
] as const)('the message is written in the language of the recipient: %s', async (locale, subject, label) => {
  const token = await invite(['reader'], port.caller, locale)

  const { rows } = await withOwner(house.ownerUrl, (owner) =>
    owner.query(`select subject, body_text, body_html, language, organisation_id from app.mail where recipient = $1`, [email]),
  )

  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ subject, language: locale, organisation_id: null })
  expect(rows[0].body_text).toContain(`https://escale.example/invitation/${token}`)
  expect(rows[0].body_html).toContain(label)
})

test('nobody of the organisation can read the link in its messages', async () => {
  await invite(['administrator'])

  const seen = await act(house.services, port.caller, async (ctx) => ({
    ok: true as const,
    value: await ctx.tx.selectFrom('app.mail').select('id').execute(),
  }))

  expect(seen).toEqual({ ok: true, value: [] })
})

test.each(['officer', 'finance', 'assembly', 'reader'] as const)('a colleague with the role %s invites nobody', async (role) => {
  const colleague = await aColleague(house, port, [role])

  await expect(invite(['reader'], colleague)).rejects.toBeInstanceOf(Forbidden)
})
