import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { AccountId } from '#platform/actor.ts'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestVisitor, aFounding, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import type { Auth } from '../auth.ts'
import { action as accountForm } from '../routes/account.tsx'
import { loader as organisationPage } from '../routes/choose-organisation.tsx'
import { loader as membersPage } from '../routes/members.tsx'
import { action as secondFactor } from '../routes/second-factor.tsx'
import { action as setUp, loader as setUpPage } from '../routes/second-factor-setup.tsx'
import { action as codeForm } from '../routes/sign-in-code.tsx'
import { action as signIn, loader as signInPage } from '../routes/sign-in.tsx'
import { createAccount } from './create-account.ts'
import type { Enrolment } from './second-factor.ts'

let house: TestPlatform
let auth: Auth
let codes: { email: string; code: string }[]
let email: string
let accountId: AccountId
let networks = 0
const password = 'Brume-sur-le-Rhône-2031'

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  ;({ auth, codes } = openTestAuth(house.services))
})
beforeEach(async () => {
  email = `ada-${crypto.randomUUID()}@ville.example`
  accountId = await createAccount(auth.pool, { name: 'Ada', email, locale: 'fr' })
})
afterAll(() => house.close())

const someone = () => aVisitor({ services: house.services, auth }, `198.51.100.${(networks += 1)}`)
const isSignedIn = async (visitor: TestVisitor) => (await visitor.get(signInPage, '/connexion?next=%2Fcompte')).location === '/compte'

async function enterByCode(visitor: TestVisitor) {
  await visitor.post(signIn, '/connexion?next=%2Fmissions', { intent: 'code', email })
  return visitor.post(codeForm, '/connexion/code?next=%2Fmissions', {
    intent: 'verify',
    code: codes.findLast((sent) => sent.email === email)?.code ?? '',
  })
}

/** The six digits an application shows (RFC 6238, SHA-1, 30 s), `step` periods from now. */
function digitsOf({ secret }: Enrolment, step = 0): string {
  const bits = Array.from(secret, (letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((octet) => Number.parseInt(octet, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const offset = (mac[19] ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function enrol(visitor: TestVisitor, fields: Record<string, string> = {}): Promise<Enrolment> {
  const begun = await visitor.post(setUp, '/compte/second-facteur', { intent: 'begin', ...fields })
  const { enrolment } = begun.data as { enrolment: Enrolment }
  await visitor.post(setUp, '/compte/second-facteur', {
    intent: 'confirm',
    code: digitsOf(enrolment),
    backupCodes: enrolment.backupCodes.join(' '),
  })
  return enrolment
}

test('an application is proposed with its key and ten codes that replace it, and asked for nothing before it has proven itself', async () => {
  const ada = someone()
  await enterByCode(ada)

  const begun = await ada.post(setUp, '/compte/second-facteur', { intent: 'begin' })
  const { enrolment } = begun.data as { enrolment: Enrolment }

  expect(enrolment.uri).toMatch(/^otpauth:\/\/totp\/Escale/)
  expect(enrolment.secret).toMatch(/^[A-Z2-7]{32,}$/)
  expect(enrolment.backupCodes).toHaveLength(10)
  expect((await enterByCode(someone())).location).toBe('/missions')
})

test('a wrong first code keeps the same key, so that the application need not be filled again', async () => {
  const ada = someone()
  await enterByCode(ada)
  const { enrolment } = (await ada.post(setUp, '/compte/second-facteur', { intent: 'begin' })).data as { enrolment: Enrolment }
  const backupCodes = enrolment.backupCodes.join(' ')

  const refused = await ada.post(setUp, '/compte/second-facteur', { intent: 'confirm', code: '000000', backupCodes })

  expect(refused).toMatchObject({ status: 422, data: { enrolment, problems: { code: 'factor_refused' } } })
})

test('once it is on, a code by e-mail is not enough', async () => {
  const ada = someone()
  await enterByCode(ada)
  const enrolment = await enrol(ada)
  const again = someone()

  const pending = await enterByCode(again)
  const before = await isSignedIn(again)
  const passed = await again.post(secondFactor, '/connexion/second-facteur?next=%2Fmissions', { code: digitsOf(enrolment) })

  expect(pending.location).toBe('/connexion/second-facteur?next=%2Fmissions')
  expect(before).toBe(false)
  expect(passed.location).toBe('/missions')
  expect(await isSignedIn(again)).toBe(true)
})

test('nor is a password', async () => {
  const ada = someone()
  await enterByCode(ada)
  await enrol(ada)
  await auth.api.replacePassword({ body: { accountId, password } })
  const again = someone()

  const pending = await again.post(signIn, '/connexion', { intent: 'password', email, password })

  expect(pending.location).toBe('/connexion/second-facteur?next=%2F')
  expect(await isSignedIn(again)).toBe(false)
})

test('a backup code replaces the application once', async () => {
  const ada = someone()
  await enterByCode(ada)
  const { backupCodes } = await enrol(ada)
  const [first, second] = [someone(), someone()]
  await enterByCode(first)
  await enterByCode(second)

  const entered = await first.post(secondFactor, '/connexion/second-facteur', { code: backupCodes[0] ?? '' })
  const replayed = await second.post(secondFactor, '/connexion/second-facteur', { code: backupCodes[0] ?? '' })

  expect(entered.location).toBe('/')
  expect(replayed).toMatchObject({ status: 422, data: { problems: { code: 'factor_refused' } } })
})

test('a second factor without a first is nothing', async () => {
  const ada = someone()
  await enterByCode(ada)
  const enrolment = await enrol(ada)

  const refused = await someone().post(secondFactor, '/connexion/second-facteur', { code: digitsOf(enrolment) })

  expect(refused.status).toBe(422)
  expect(refused.setCookies.some((cookie) => cookie.includes('session_token') && !/max-age=0/i.test(cookie))).toBe(false)
})

test('after five wrong codes the challenge is over, even for the right one', async () => {
  const ada = someone()
  await enterByCode(ada)
  const enrolment = await enrol(ada)
  const guesser = someone()
  await enterByCode(guesser)
  const wrong = String((Number(digitsOf(enrolment)) + 500_000) % 1_000_000).padStart(6, '0')
  for (let tries = 0; tries < 6; tries += 1) await guesser.post(secondFactor, '/connexion/second-facteur', { code: wrong })

  const late = await guesser.post(secondFactor, '/connexion/second-facteur', { code: digitsOf(enrolment) })

  expect(late.location).toBeNull()
  expect(await isSignedIn(guesser)).toBe(false)
})

test('an administrator is led to set it up and reaches nothing of the organisation before', async () => {
  await aFounding(house, accountId, 'Région')
  const ada = someone()
  await enterByCode(ada)

  const refused = await ada.get(membersPage, '/reglages/membres')
  const led = await ada.get(organisationPage, '/compte/organisation')
  const page = await ada.get(setUpPage, '/compte/second-facteur')
  await enrol(ada)
  const reached = await ada.get(membersPage, '/reglages/membres')

  expect(refused.location).toBe('/compte/organisation')
  expect(led.location).toBe('/compte/second-facteur?next=%2F')
  expect(page.data).toMatchObject({ isDue: true, hasSecondFactor: false })
  expect(reached.data).toMatchObject({ mayManage: true })
})

test('an account with a password binds an application with it only', async () => {
  await auth.api.replacePassword({ body: { accountId, password } })
  const ada = someone()
  await enterByCode(ada)

  const refused = await ada.post(setUp, '/compte/second-facteur', { intent: 'begin', password: 'pas le bon' })
  const begun = await ada.post(setUp, '/compte/second-facteur', { intent: 'begin', password })

  expect(refused).toMatchObject({ status: 422, data: { enrolment: null, problems: { password: 'password_wrong' } } })
  expect(begun.status).toBe(200)
})

test('new backup codes ask for a good code, and replace the former ones', async () => {
  const ada = someone()
  await enterByCode(ada)
  const enrolment = await enrol(ada)
  const [withFormer, withNew] = [someone(), someone()]
  await enterByCode(withFormer)
  await enterByCode(withNew)

  const refused = await ada.post(accountForm, '/compte', { intent: 'renewCodes', code: '000000' })
  const { backupCodes } = (await ada.post(accountForm, '/compte', { intent: 'renewCodes', code: digitsOf(enrolment) })).data as Enrolment
  const former = await withFormer.post(secondFactor, '/connexion/second-facteur', { code: enrolment.backupCodes[0] ?? '' })
  const renewed = await withNew.post(secondFactor, '/connexion/second-facteur', { code: backupCodes[0] ?? '' })

  expect(refused).toMatchObject({ status: 422, data: { problems: { code: 'factor_refused' } } })
  expect(backupCodes).toHaveLength(10)
  expect(former.status).toBe(422)
  expect(renewed.location).toBe('/')
  expect(await isSignedIn(ada)).toBe(true)
})

test('turning it off asks for a good code', async () => {
  const ada = someone()
  await enterByCode(ada)
  const enrolment = await enrol(ada)

  const refused = await ada.post(accountForm, '/compte', { intent: 'endFactor', code: '000000' })
  const ended = await ada.post(accountForm, '/compte', { intent: 'endFactor', code: digitsOf(enrolment) })

  expect(refused).toMatchObject({ status: 422, data: { problems: { code: 'factor_refused' } } })
  expect(ended.location).toBe('/compte')
  expect((await enterByCode(someone())).location).toBe('/missions')
})

test('the database keeps neither the key nor the backup codes in clear', async () => {
  const ada = someone()
  await enterByCode(ada)
  const { secret, backupCodes } = await enrol(ada)

  const { rows } = await auth.pool.query('select to_jsonb(t)::text as row from auth."twoFactor" t where "userId" = $1', [accountId])

  expect(rows).toHaveLength(1)
  expect(rows[0].row).not.toContain(secret)
  for (const code of backupCodes) expect(rows[0].row).not.toContain(code)
})
