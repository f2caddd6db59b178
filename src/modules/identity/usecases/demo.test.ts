import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { AccountId } from '#platform/actor.ts'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import { action as accountForm } from '../routes/account.tsx'
import { action as signIn, loader as signInPage } from '../routes/sign-in.tsx'
import { aFounding } from '#tests/servers/visitor.ts'
import { createAccount } from './create-account.ts'
import { signInDemo } from './sign-in.ts'

let house: TestPlatform
let fictitious: AccountId
let real: AccountId

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  const pool = house.services.db.authPool
  fictitious = await createAccount(pool, { name: 'Claire Aubanel', email: 'claire@demo.example', locale: 'fr', isDemo: true })
  real = await createAccount(pool, { name: 'Jeanne Réelle', email: 'jeanne@ville.example', locale: 'fr' })
  await aFounding(house, fictitious, 'Département')
})
afterAll(() => house.close())

const doors = (isDemo: boolean) => {
  const services = { ...house.services, config: { ...house.services.config, ESCALE_DEMO: isDemo } }
  const { auth } = openTestAuth(services)
  return { auth, visitor: aVisitor({ services, auth }) }
}

test('one click signs in as a fictitious person', async () => {
  const { visitor } = doors(true)

  const page = await visitor.get(signInPage, '/connexion')
  const entered = await visitor.post(signIn, '/connexion', { intent: 'demo', accountId: fictitious })

  expect(page.data).toMatchObject({
    demoAccounts: [{ id: fictitious, name: 'Claire Aubanel', organisationName: 'Département', roles: ['administrator', 'officer'] }],
  })
  expect(entered.location).toBe('/')
  expect((await visitor.get(signInPage, '/connexion')).location).toBe('/')
})

test.each([
  ['a real account', () => real as string],
  ['an unknown account', () => crypto.randomUUID()],
  ['no account at all', () => 'claire'],
])('one click never signs in as %s', async (_who, accountId) => {
  const { visitor } = doors(true)

  const refused = await visitor.post(signIn, '/connexion', { intent: 'demo', accountId: accountId() })

  expect(refused).toMatchObject({ status: 422, data: { problems: { '': 'demo_only' } }, setCookies: [] })
})

test('outside a demonstration there is no one-click account, and none can be used', async () => {
  const { auth, visitor } = doors(false)

  expect((await visitor.get(signInPage, '/connexion')).data).toMatchObject({ demoAccounts: [] })
  expect(await signInDemo(auth, fictitious)).toEqual({ ok: false, problem: { code: 'demo_only' } })
})

test('switching the demonstration off ends the sessions of its people', async () => {
  const demo = doors(true)
  await demo.visitor.post(signIn, '/connexion', { intent: 'demo', accountId: fictitious })
  const { visitor } = doors(false)
  for (const [name, value] of demo.visitor.cookies) visitor.cookies.set(name, value)

  expect((await visitor.get(signInPage, '/connexion')).status).toBe(200)
})

test('a visitor cannot lock the others out of a fictitious person', async () => {
  const { visitor } = doors(true)
  await visitor.post(signIn, '/connexion', { intent: 'demo', accountId: fictitious })

  const refused = await visitor.post(accountForm, '/compte', { intent: 'password', wanted: 'Brume-sur-le-Rhône-2031' })

  expect(refused).toMatchObject({ status: 422, data: { problems: { '': 'demo_account' } } })
})
