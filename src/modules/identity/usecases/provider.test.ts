import { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import type { AccountId, Role } from '#platform/actor.ts'
import { act } from '#platform/context.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type OidcOptions, type ProviderPerson, type TestOidcProvider, startOidcProvider } from '#tests/servers/oidc.ts'
import { type TestOrganisation, type TestPlatform, aWorkspace, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestVisitor, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import { type Auth, authApp } from '../auth.ts'
import { action as acceptInvitation } from '../routes/accept-invitation.tsx'
import { loader as signInWithProvider } from '../routes/sign-in-with-provider.ts'
import { loader as signInPage } from '../routes/sign-in.tsx'
import { action as signOut } from '../routes/sign-out.ts'
import { resolveVisitor } from '../visitor.ts'
import { createAccount } from './create-account.ts'
import { inviteMember } from './invite-member.ts'

let house: TestPlatform
let city: TestOrganisation
let camille: AccountId
let provider: TestOidcProvider | null = null

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  house.setClock(new Date().toISOString() as never)
  city = await aWorkspace(house, 'Ville')
  camille = await createAccount(house.services.db.authPool, { name: 'Camille Ferrand', email: 'camille@ville.example', locale: 'fr' })
})
afterEach(async () => {
  await provider?.stop()
  provider = null
})
afterAll(() => house.close())

type Entered = {
  readonly location: string | null
  readonly visitor: TestVisitor
  readonly auth: Auth
  readonly services: TestPlatform['services']
}

/** Goes through the provider as one of its people; `location` is where our callback leads in the end. */
async function enter(person: ProviderPerson, options: Omit<OidcOptions, 'clientUrl' | 'people'> = {}): Promise<Entered> {
  provider = await startOidcProvider({ clientUrl: house.services.publicUrl, people: [person], ...options })
  const { services, auth } = clientOf(provider)
  const visitor = aVisitor({ services, auth })
  const start = await visitor.get(signInWithProvider, '/connexion/fournisseur?next=%2Fmissions%3Fpage%3D2')
  const callback = await passProvider(provider, start.location ?? '', person.sub)
  const server = new Hono().route('/api/auth', authApp(auth))
  const answer = await visitor.send((request) => server.request(request), new Request(callback))
  return { location: answer.headers.get('location'), visitor, auth, services }
}

function clientOf({ issuer, clientId, clientSecret }: Pick<TestOidcProvider, 'issuer' | 'clientId' | 'clientSecret'>) {
  const OIDC_SCOPES = 'openid email profile given_name usual_name uid siret'
  const config = { ...house.services.config, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_SCOPES }
  const services = { ...house.services, config }
  return { services, ...openTestAuth(services) }
}

/** What a browser does at the provider: follows its redirections and presses the button of one person. */
async function passProvider({ issuer }: TestOidcProvider, start: string, sub: string): Promise<string> {
  const { services, auth } = clientOf({ issuer, clientId: 'x', clientSecret: 'x' })
  const browser = aVisitor({ services, auth })
  const visit = (request: Request) => browser.send((sent) => fetch(sent, { redirect: 'manual' }), request)
  let next = start
  while (next.startsWith(issuer)) {
    const page = await visit(new Request(next))
    const answer = page.status === 200 ? await visit(new Request(next, { method: 'POST', body: new URLSearchParams({ sub }) })) : page
    next = new URL(answer.headers.get('location') ?? '', next).href
  }
  return next
}

async function whoIs({ visitor, auth, services }: Entered) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return (await resolveVisitor(services, auth, new Request('https://escale.example/', { headers: { cookie } }), 'n', 'r')).account
}

async function invite(email: string, roles: readonly Role[] = ['reader']): Promise<string> {
  const services = { ...house.services }
  const { link } = valueOf(await act(services, city.caller, (ctx) => inviteMember(ctx, { email, roles, locale: 'fr' })))
  return link.split('/').at(-1) ?? ''
}

async function countAccounts(email: string): Promise<number> {
  const { rows } = await house.services.db.authPool.query<{ count: number }>(
    'select count(*)::int as count from auth."user" where email = $1',
    [email],
  )
  return rows[0]?.count ?? 0
}

const proConnect = { isUserInfoSigned: true }
const agent = { sub: 'agent-1', email: 'Camille@Ville.example', given_name: 'Camille', usual_name: 'Ferrand', uid: '7' }

test('a provider that answers in JSON and vouches for the address opens the account that has it', async () => {
  const entered = await enter({ sub: 'json-1', email: 'Camille@Ville.example', email_verified: true, name: 'Camille F.' })

  expect(entered.location).toBe('/missions?page=2')
  expect(await whoIs(entered)).toMatchObject({ id: camille, name: 'Camille Ferrand' })
})

test('a provider that answers with a signed JWT, without siret nor email_verified, as ProConnect does, opens it too', async () => {
  const entered = await enter(agent, proConnect)

  expect(entered.location).toBe('/missions?page=2')
  expect(await whoIs(entered)).toMatchObject({ id: camille })
})

test('the request carries PKCE, a state and a nonce of 32 characters at least', async () => {
  await enter(agent, proConnect)

  const { searchParams } = new URL(provider?.visits.find((visit) => visit.startsWith('/auth?')) ?? '', 'http://provider')
  expect(searchParams.get('code_challenge_method')).toBe('S256')
  expect(searchParams.get('state')?.length).toBeGreaterThanOrEqual(32)
  expect(searchParams.get('nonce')?.length).toBeGreaterThanOrEqual(32)
})

test('the same person coming by another identity provider, hence with another sub, is reconciled by the address', async () => {
  await enter(agent, proConnect)

  const entered = await enter({ ...agent, sub: 'agent-elsewhere' }, proConnect)

  expect(await whoIs(entered)).toMatchObject({ id: camille })
  expect(await countAccounts('camille@ville.example')).toBe(1)
})

test.each([
  ['says nothing of the address in plain JSON', {}, {}],
  ['says the address is not verified', { email_verified: false }, {}],
  ['says so under its signature', { email_verified: false }, proConnect],
])('a provider that %s opens nothing', async (_what, claims, options) => {
  const entered = await enter({ ...agent, sub: `unverified-${crypto.randomUUID()}`, ...claims }, options)

  expect(entered.location).toContain('/connexion?next=')
  expect(entered.location).toContain('error=address_not_verified')
  expect(await whoIs(entered)).toBeNull()
})

test('someone recognised by the provider but invited by nobody gets no account', async () => {
  const entered = await enter({ ...agent, sub: 'stranger', email: 'inconnu@ailleurs.example' }, proConnect)

  expect(entered.location).toContain('error=not_invited')
  expect(await whoIs(entered)).toBeNull()
  expect(await countAccounts('inconnu@ailleurs.example')).toBe(0)
})

test('someone invited gets an account by the provider, then accepts the invitation with it', async () => {
  const token = await invite('nadia@ville.example')

  const entered = await enter({ sub: 'nadia', email: 'nadia@ville.example', given_name: 'Nadia', usual_name: 'Sorel' }, proConnect)
  const before = await whoIs(entered)
  const joined = await entered.visitor.post(acceptInvitation, `/invitation/${token}`, {}, { token })

  expect(before).toMatchObject({ name: 'Nadia Sorel', email: 'nadia@ville.example' })
  expect(joined.location).toBe('/')
})

test('an account with a second factor is asked for it, unless the provider saw two factors itself', async () => {
  const pool = house.services.db.authPool
  const accountId = await createAccount(pool, { name: 'Ada', email: 'ada@ville.example', locale: 'fr' })
  await pool.query(`update auth."user" set "twoFactorEnabled" = true where id = $1`, [accountId])
  await pool.query(`insert into auth."twoFactor" ("userId", secret, "backupCodes") values ($1, 'sealed', 'sealed')`, [accountId])
  const ada = { sub: 'ada', email: 'ada@ville.example', given_name: 'Ada', usual_name: 'L' }

  const challenged = await enter(ada, proConnect)
  const strong = await enter(ada, { ...proConnect, acr: 'eidas1-mfa' })

  expect(challenged.location).toBe('/connexion/second-facteur?next=%2Fmissions%3Fpage%3D2')
  expect(await whoIs(challenged)).toBeNull()
  expect(strong.location).toBe('/missions?page=2')
  expect(await whoIs(strong)).toMatchObject({ id: accountId })
})

test('an answer brought to another browser opens nothing', async () => {
  provider = await startOidcProvider({ clientUrl: house.services.publicUrl, people: [agent], ...proConnect })
  const { services, auth } = clientOf(provider)
  const start = await aVisitor({ services, auth }).get(signInWithProvider, '/connexion/fournisseur')
  const callback = await passProvider(provider, start.location ?? '', agent.sub)
  const victim = aVisitor({ services, auth })

  const answer = await victim.send((request) => new Hono().route('/api/auth', authApp(auth)).request(request), new Request(callback))

  expect(answer.headers.get('location')).toContain('error=state_mismatch')
  expect([...victim.cookies.keys()].some((name) => name.includes('session_token'))).toBe(false)
})

test('while the provider is down the page says so, and once it is back it works without a restart', async () => {
  const spare = await startOidcProvider({ clientUrl: house.services.publicUrl, people: [agent], ...proConnect })
  let isUp = false
  const { services, auth } = clientOf(spare)
  const realFetch = globalThis.fetch
  globalThis.fetch = (...parameters) => (isUp ? realFetch(...parameters) : Promise.reject(new TypeError('fetch failed')))
  const visitor = aVisitor({ services, auth })

  const down = await visitor.get(signInWithProvider, '/connexion/fournisseur?next=%2Fmissions')
  isUp = true
  const up = await visitor.get(signInWithProvider, '/connexion/fournisseur?next=%2Fmissions')
  globalThis.fetch = realFetch
  await spare.stop()

  expect(down.location).toBe('/connexion?error=provider_failed&next=%2Fmissions')
  expect(up.location).toContain(`${spare.issuer}/auth?`)
})

test('after sign-out the page offers to end the session at the provider too, and leads nowhere else', async () => {
  const entered = await enter(agent, proConnect)
  await entered.visitor.post(signOut, '/deconnexion', {})

  const { data } = await entered.visitor.get(signInPage, '/connexion')
  const { farewell } = data as { farewell: string }

  const url = new URL(farewell)
  expect(url.origin).toBe(provider?.issuer)
  expect(url.searchParams.get('id_token_hint')).toBeTruthy()
  expect(url.searchParams.get('post_logout_redirect_uri')).toBe('https://escale.example/connexion')
  expect(await whoIs(entered)).toBeNull()
})

test.each([
  '/sign-in/email',
  '/sign-up/email',
  '/update-user',
  '/change-password',
  '/email-otp/send-verification-otp',
  '/two-factor/disable',
  '/get-session',
  '/delete-user',
  '/callback/autre',
  '/link-social',
])('over HTTP the library does not answer on %s', async (path) => {
  const { auth } = openTestAuth(house.services)
  const server = new Hono().route('/api/auth', authApp(auth))

  for (const method of ['GET', 'POST']) expect((await server.request(`/api/auth${path}`, { method })).status).toBe(404)
})
