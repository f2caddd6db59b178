import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestVisitor, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import { type Auth, openAuth } from '../auth.ts'
import { action as codeAction, loader as codePage } from '../routes/sign-in-code.tsx'
import { action as signIn, loader as signInPage } from '../routes/sign-in.tsx'
import { action as signOut } from '../routes/sign-out.ts'
import { resolveVisitor } from '../visitor.ts'
import { createAccount } from './create-account.ts'
import { requestCode } from './sign-in.ts'

let house: TestPlatform
let auth: Auth
let codes: { email: string; code: string }[]
let known: string
let nextNetwork = 1

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'), { ESCALE_DEMO: '0' })
  ;({ auth, codes } = openTestAuth(house.services))
})
beforeEach(async () => {
  known = `claire-${crypto.randomUUID()}@ville.example`
  const accountId = await createAccount(auth.pool, { name: 'Claire', email: known, locale: 'en' })
  await auth.api.replacePassword({ body: { accountId, password: 'Brume-sur-le-Rhône-2031' } })
})
afterAll(() => house.close())

/** Someone from a network of their own, so that tests do not wait for each other. */
function someone(network = `198.51.100.${nextNetwork++}`): TestVisitor {
  return aVisitor({ services: house.services, auth }, network)
}

const codeFor = (email: string) => codes.findLast((sent) => sent.email === email)?.code ?? 'none'
const wrongCodeFor = (email: string) => String((Number(codeFor(email)) + 1) % 1_000_000).padStart(6, '0')
const isSignedIn = async (visitor: TestVisitor) => (await visitor.get(signInPage, '/connexion?next=%2Fcompte')).location === '/compte'
const asksForCode = (visitor: TestVisitor, email: string) => visitor.post(signIn, '/connexion?next=%2Fmissions', { intent: 'code', email })
const givesCode = (visitor: TestVisitor, code: string) =>
  visitor.post(codeAction, '/connexion/code?next=%2Fmissions', { intent: 'verify', code })
const givesPassword = (visitor: TestVisitor, email: string, password: string) =>
  visitor.post(signIn, '/connexion', { intent: 'password', email, password })

test('a code sent by e-mail opens a session and leads where one wanted to go', async () => {
  const claire = someone()

  const asked = await asksForCode(claire, known.toUpperCase())
  const entered = await givesCode(claire, codeFor(known).replace(/(...)/, '$1 '))

  expect(asked.location).toBe('/connexion/code?next=%2Fmissions')
  expect(entered.location).toBe('/missions')
  expect(await isSignedIn(claire)).toBe(true)
})

test('the session cookie is out of reach of scripts, of other sites and of clear text', async () => {
  const claire = someone()
  await asksForCode(claire, known)

  const { setCookies } = await givesCode(claire, codeFor(known))

  const session = setCookies.find((cookie) => cookie.includes('session_token'))
  expect(session).toMatch(/^__Secure-escale\.session_token=/)
  expect(session).toContain('HttpOnly')
  expect(session).toContain('Secure')
  expect(session).toContain('SameSite=Lax')
})

test('the language of the account is that of the page', async () => {
  const claire = someone()
  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')
  const cookie = [...claire.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  const visitor = await resolveVisitor(
    house.services,
    auth,
    new Request('https://escale.example/', { headers: { cookie, 'accept-language': 'fr' } }),
    'n',
    'r',
  )

  expect(visitor).toMatchObject({
    locale: 'en',
    account: { name: 'Claire', email: known, isDemo: false },
    organisationId: null,
    memberships: [],
  })
})

test('an unknown address gets the same answer, the same page, and no message', async () => {
  const [claire, nobody] = [someone(), someone()]
  const unknown = 'personne@ville.example'

  const answers = [await asksForCode(claire, known), await asksForCode(nobody, unknown)]
  const pages = [await claire.get(codePage, '/connexion/code'), await nobody.get(codePage, '/connexion/code')]
  const refusals = [await givesCode(claire, wrongCodeFor(known)), await givesCode(nobody, '123456')]

  expect({ ...answers[0], setCookies: [] }).toEqual({ ...answers[1], setCookies: [] })
  expect(answers.map(({ setCookies }) => setCookies.map((cookie) => cookie.split('=')[0]))).toEqual([
    ['escale.address'],
    ['escale.address'],
  ])
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
  expect(refusals[0]).toEqual(refusals[1])
  expect(codes.some(({ email }) => email === unknown)).toBe(false)
})

test('the delay of the answer does not tell whether an address is known', async () => {
  const unhurried = openAuth(house.services)
  const timed = async (email: string, network: string) => {
    const started = performance.now()
    await requestCode(unhurried, email, { headers: new Headers(), network })
    return performance.now() - started
  }

  const delays = [await timed(known, '203.0.113.1'), await timed('inconnu@ville.example', '203.0.113.2')]

  for (const delay of delays) expect(delay).toBeGreaterThanOrEqual(unhurried.answerMs - 5)
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await givesPassword(someone(), known, 'Pas-le-bon-mot-2031')
  const unknown = await givesPassword(someone(), 'inconnu@ville.example', 'Pas-le-bon-mot-2031')

  expect(wrong).toMatchObject({ status: 422, data: { problems: { '': 'sign_in_refused' } }, setCookies: [] })
  expect((unknown.data as { problems: unknown }).problems).toEqual((wrong.data as { problems: unknown }).problems)
  expect({ ...unknown, data: null }).toEqual({ ...wrong, data: null })
})

test('a refused password never travels back', async () => {
  const { data } = await givesPassword(someone(), known, 'Pas-le-bon-mot-2031')

  expect(JSON.stringify(data)).not.toContain('Pas-le-bon')
  expect(data).toMatchObject({ values: { email: known } })
})

test('a password typed with composed or decomposed accents is the same', async () => {
  const claire = someone()

  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031'.normalize('NFD'))

  expect(await isSignedIn(claire)).toBe(true)
})

test('a code works once', async () => {
  const [claire, thief] = [someone(), someone()]
  await asksForCode(claire, known)
  await asksForCode(thief, known)
  const code = codeFor(known)
  await givesCode(claire, code)

  const replayed = await givesCode(thief, code)

  expect(replayed).toMatchObject({ status: 422, data: { problems: { code: 'code_refused' } } })
  expect(await isSignedIn(thief)).toBe(false)
})

test('after three wrong codes the right one no longer works, and says no more than before', async () => {
  const claire = someone()
  await asksForCode(claire, known)
  const code = codeFor(known)
  for (let tries = 0; tries < 3; tries += 1) await givesCode(claire, wrongCodeFor(known))

  const late = await givesCode(claire, code)

  expect(late).toMatchObject({ status: 422, data: { problems: { code: 'code_refused' } } })
})

test('a new code replaces the former', async () => {
  const claire = someone()
  await asksForCode(claire, known)
  const former = codeFor(known)
  await claire.post(codeAction, '/connexion/code', { intent: 'again' })
  const again = codeFor(known)

  const refused = former === again ? null : await givesCode(claire, former)
  const entered = await givesCode(claire, again)

  expect(refused?.status ?? 422).toBe(422)
  expect(entered.location).toBe('/missions')
})

test('codes are kept as digests', async () => {
  await asksForCode(someone(), known)

  const { rows } = await auth.pool.query<{ value: string }>('select value from auth.verification where identifier like $1', [`%${known}`])

  expect(rows).toHaveLength(1)
  expect(rows[0]?.value).not.toContain(codeFor(known))
})

test('after eight tries from one place an address waits there, even with the right password, and not elsewhere', async () => {
  const [guesser, claire] = [someone(), someone()]
  for (let tries = 0; tries < 8; tries += 1) await givesPassword(guesser, known, `Essai-numero-${tries}-2031`)

  const ninth = await givesPassword(guesser, known, 'Brume-sur-le-Rhône-2031')
  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')

  expect(ninth).toMatchObject({ status: 429, data: { problems: { '': 'too_many_tries:15' } } })
  expect(await isSignedIn(guesser)).toBe(false)
  expect(await isSignedIn(claire)).toBe(true)
})

test('tries on one address from many places are counted together', async () => {
  const places = Array.from({ length: 41 }, (_, at) => `100.64.0.${at}`)
  const outcomes = await Promise.all(places.map((network) => auth.limits.count('secret', known, network)))

  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(40)
})

test('one place that tries many addresses waits, for all of them', async () => {
  const addresses = Array.from({ length: 81 }, (_, at) => `agent${at}@ville.example`)
  for (const address of addresses.slice(0, 80)) await auth.limits.count('secret', address, '100.64.9.9')

  expect(await auth.limits.count('secret', addresses[80] ?? '', '100.64.9.9')).toMatchObject({
    ok: false,
    problem: { code: 'too_many_tries' },
  })
})

test('successes give their tries back: a whole office signs in behind one address', async () => {
  const office = '100.64.7.7'
  for (let people = 0; people < 90; people += 1) {
    const counted = await auth.limits.count('secret', `agent${people}@ville.example`, office)
    expect(counted.ok).toBe(true)
    await auth.limits.forgive('secret', `agent${people}@ville.example`, office)
  }
})

test('the table of tries names nobody', async () => {
  await auth.limits.count('secret', known, '192.0.2.77')

  const { rows } = await auth.pool.query<{ key: string }>('select key from auth.rate_limit')

  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toMatch(/@|192\.0\.2/)
})

test('signing in again ends the session the browser had', async () => {
  const claire = someone()
  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')
  const former = new Map(claire.cookies)

  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')

  const attacker = someone()
  for (const [name, value] of former) attacker.cookies.set(name, value)
  expect(await isSignedIn(attacker)).toBe(false)
  expect(await isSignedIn(claire)).toBe(true)
})

test('a session whose cookie we did not sign is nobody', async () => {
  const claire = someone()
  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')
  const [name = '', value = ''] = [...claire.cookies].find(([cookie]) => cookie.includes('session_token')) ?? []
  const [token = ''] = value.split('.')

  for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(44)}`, `${value}x`, `x${value}`]) {
    const forger = someone()
    forger.cookies.set(name, forged)
    expect(await isSignedIn(forger)).toBe(false)
  }
})

test('signing out ends the session in the database, not only in the browser', async () => {
  const claire = someone()
  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')
  const stolen = new Map(claire.cookies)

  const left = await claire.post(signOut, '/deconnexion', {})

  const thief = someone()
  for (const [name, value] of stolen) thief.cookies.set(name, value)
  expect(left.location).toBe('/connexion')
  expect(await isSignedIn(thief)).toBe(false)
})

test('a session ends after seven days', async () => {
  const claire = someone()
  await givesPassword(claire, known, 'Brume-sur-le-Rhône-2031')

  await auth.pool.query(
    `update auth.session set "expiresAt" = now() - interval '1 second' where "userId" = (select id from auth."user" where email = $1)`,
    [known],
  )

  expect(await isSignedIn(claire)).toBe(false)
})

test.each(['https://ailleurs.example', '//ailleurs.example', '/\\ailleurs.example', 'javascript:alert(1)'])(
  'after sign-in, next=%s leads home',
  async (next) => {
    const claire = someone()

    const entered = await claire.post(signIn, `/connexion?next=${encodeURIComponent(next)}`, {
      intent: 'password',
      email: known,
      password: 'Brume-sur-le-Rhône-2031',
    })

    expect(entered.location).toBe('/')
  },
)

test.each([
  '',
  'claire',
  'claire@',
  '@ville.example',
  'claire@ville.example\r\nBcc: tous@ville.example',
  `${'a'.repeat(250)}@ville.example`,
])('%j is no address, and nothing is tried', async (email) => {
  const answer = await asksForCode(someone(), email)

  expect(answer).toMatchObject({ status: 422, data: { problems: { email: 'email_malformed' } } })
})

test('without an address, the code page leads back to the first', async () => {
  expect((await someone().get(codePage, '/connexion/code?next=%2Fmissions')).location).toBe('/connexion?next=%2Fmissions')
})

test('what has ended is forgotten at the next sign-in of anyone', async () => {
  await givesPassword(someone(), known, 'Brume-sur-le-Rhône-2031')
  await auth.pool.query(`update auth.session set "expiresAt" = now() - interval '1 hour'`)
  await auth.pool.query(`insert into auth.verification (identifier, value, "expiresAt") values ('old', 'x', now() - interval '1 hour')`)

  await givesPassword(someone(), known, 'Brume-sur-le-Rhône-2031')

  const { rows } = await auth.pool.query<{ left: number }>(
    `select (select count(*) from auth.session where "expiresAt" < now())::int + (select count(*) from auth.verification where "expiresAt" < now())::int as left`,
  )
  expect(rows).toEqual([{ left: 0 }])
})
