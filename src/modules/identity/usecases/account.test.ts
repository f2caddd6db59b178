import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { AccountId } from '#platform/actor.ts'
import { withOwner } from '#platform/db.ts'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestVisitor, aFounding, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import type { Auth } from '../auth.ts'
import { action as accountForm, loader as accountPage } from '../routes/account.tsx'
import { action as chooseLanguage } from '../routes/choose-language.ts'
import { action as chooseOrganisation } from '../routes/choose-organisation.tsx'
import { action as signIn, loader as signInPage } from '../routes/sign-in.tsx'
import { resolveVisitor } from '../visitor.ts'
import { createAccount } from './create-account.ts'

let house: TestPlatform
let auth: Auth
let email: string
let accountId: AccountId
let claire: TestVisitor
const password = 'Brume-sur-le-Rhône-2031'
const better = 'Mistral!sur-Berre-1987'

beforeAll(async () => {
  house = await openTestPlatform(inject('templateUrl'))
  ;({ auth } = openTestAuth(house.services))
})
beforeEach(async () => {
  email = `claire-${crypto.randomUUID()}@ville.example`
  accountId = await createAccount(auth.pool, { name: 'Claire Aubanel', email, locale: 'fr' })
  await auth.api.replacePassword({ body: { accountId, password } })
  claire = await signedIn()
})
afterAll(() => house.close())

async function signedIn(secret = password): Promise<TestVisitor> {
  const visitor = aVisitor({ services: house.services, auth })
  await visitor.post(signIn, '/connexion', { intent: 'password', email, password: secret })
  return visitor
}

const isSignedIn = async (visitor: TestVisitor) => (await visitor.get(signInPage, '/connexion?next=%2Fcompte')).location === '/compte'
const age = (minutes: number) =>
  auth.pool.query(`update auth.session set "createdAt" = now() - make_interval(mins => $2) where "userId" = $1`, [accountId, minutes])
const visitorOf = (visitor: TestVisitor) =>
  resolveVisitor(
    house.services,
    auth,
    new Request('https://escale.example/', { headers: { cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; ') } }),
    'n',
    'r',
  )

test('a stranger is sent to the sign-in page and back', async () => {
  expect((await aVisitor({ services: house.services, auth }).get(accountPage, '/compte')).location).toBe('/connexion?next=%2Fcompte')
})

test('name and language are those of the next page', async () => {
  await claire.post(accountForm, '/compte', { intent: 'profile', name: '  Claire Aubanel-Roux ', locale: 'en' })

  expect(await visitorOf(claire)).toMatchObject({ locale: 'en', account: { name: 'Claire Aubanel-Roux' } })
})

test('an empty name is refused', async () => {
  expect(await claire.post(accountForm, '/compte', { intent: 'profile', name: '  ', locale: 'fr' })).toMatchObject({
    status: 422,
    data: { problems: { name: 'required' } },
  })
})

test('a new password replaces the former and ends the other sessions', async () => {
  const elsewhere = await signedIn()

  const changed = await claire.post(accountForm, '/compte', { intent: 'password', current: password, wanted: better })

  expect(changed.location).toBe('/compte')
  expect(await isSignedIn(claire)).toBe(true)
  expect(await isSignedIn(elsewhere)).toBe(false)
  expect(await isSignedIn(await signedIn(password))).toBe(false)
  expect(await isSignedIn(await signedIn(better))).toBe(true)
})

test('ten minutes after sign-in the current password is asked for', async () => {
  await age(11)

  const refused = await claire.post(accountForm, '/compte', { intent: 'password', current: 'pas le bon', wanted: better })
  const changed = await claire.post(accountForm, '/compte', { intent: 'password', current: password, wanted: better })

  expect(refused).toMatchObject({ status: 422, data: { problems: { current: 'password_wrong' } } })
  expect(JSON.stringify(refused.data)).not.toContain('Mistral')
  expect(changed.location).toBe('/compte')
})

test('just after sign-in a forgotten password is replaced without the former', async () => {
  expect((await claire.post(accountForm, '/compte', { intent: 'password', wanted: better })).location).toBe('/compte')
})

test.each([
  ['court1!A', 'password_too_short'],
  ['touteenminuscules', 'password_too_simple'],
  ['Motdepasse2024!!', 'password_too_common'],
])('the password %s is refused: %s', async (wanted, code) => {
  expect(await claire.post(accountForm, '/compte', { intent: 'password', wanted })).toMatchObject({
    status: 422,
    data: { problems: { wanted: code } },
  })
})

test('a password of one’s own name is refused', async () => {
  const wanted = 'Claire-Aubanel-2031!'

  expect(await claire.post(accountForm, '/compte', { intent: 'password', wanted })).toMatchObject({
    status: 422,
    data: { problems: { wanted: 'password_names_its_owner' } },
  })
})

test('guessing the current password is counted', async () => {
  await age(11)
  for (let tries = 0; tries < 8; tries += 1)
    await claire.post(accountForm, '/compte', { intent: 'password', current: `essai ${tries}`, wanted: better })

  expect(await claire.post(accountForm, '/compte', { intent: 'password', current: password, wanted: better })).toMatchObject({
    status: 429,
  })
})

test('sessions are listed, and one or all the others can be ended', async () => {
  const [phone, tablet] = [await signedIn(), await signedIn()]
  const { sessions } = (await claire.get(accountPage, '/compte')).data as {
    sessions: { id: string; isThisOne: boolean; openedBy: string; network: string }[]
  }
  const latest = sessions.find(({ isThisOne }) => !isThisOne)

  await claire.post(accountForm, '/compte', { intent: 'endSession', id: latest?.id ?? '' })
  const afterOne = [await isSignedIn(phone), await isSignedIn(tablet)]
  await claire.post(accountForm, '/compte', { intent: 'endOthers' })

  expect(sessions).toHaveLength(3)
  expect(sessions[0]).toMatchObject({ openedBy: 'password', network: '192.0.2.1' })
  expect(afterOne.filter(Boolean)).toHaveLength(1)
  expect([await isSignedIn(claire), await isSignedIn(phone), await isSignedIn(tablet)]).toEqual([true, false, false])
})

test('nobody ends the session of another account', async () => {
  const victim = await signedIn()
  const { sessions } = (await victim.get(accountPage, '/compte')).data as { sessions: { id: string; isThisOne: boolean }[] }
  email = `voisin-${email}`
  const neighbour = await createAccount(auth.pool, { name: 'Voisin', email, locale: 'fr' })
  await auth.api.replacePassword({ body: { accountId: neighbour, password } })
  const other = await signedIn()

  await other.post(accountForm, '/compte', { intent: 'endSession', id: sessions.find(({ isThisOne }) => isThisOne)?.id ?? '' })

  expect(await isSignedIn(victim)).toBe(true)
})

test('one account acts for the organisation it chose, for this session only', async () => {
  await aFounding(house, accountId, 'Alpha')
  const second = await aFounding(house, accountId, 'Beta')
  await auth.pool.query(`update auth."user" set "twoFactorEnabled" = true where id = $1`, [accountId])
  const before = await visitorOf(claire)

  const chosen = await claire.post(chooseOrganisation, '/compte/organisation', { organisationId: second, next: '/missions' })

  expect(before.memberships.map(({ organisationName }) => organisationName)).toEqual(['Alpha', 'Beta'])
  expect(before.memberships[0]?.organisationId).toBe(before.organisationId)
  expect(chosen.location).toBe('/missions')
  expect((await visitorOf(claire)).organisationId).toBe(second)
})

test('an organisation one is no member of cannot be chosen, and answers like one that does not exist', async () => {
  const stranger = await createAccount(auth.pool, { name: 'X', email: `x-${email}`, locale: 'fr' })
  const foreign = await aFounding(house, stranger, 'Ailleurs')

  const answers = await Promise.all(
    [foreign, crypto.randomUUID(), 'rien'].map((organisationId) =>
      claire.post(chooseOrganisation, '/compte/organisation', { organisationId }),
    ),
  )

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect((await visitorOf(claire)).organisationId).toBeNull()
})

test('an organisation left while it was chosen is no longer acted for', async () => {
  const stranger = await createAccount(auth.pool, { name: 'X', email: `x-${email}`, locale: 'fr' })
  const organisationId = await aFounding(house, stranger, 'Passage')
  await withOwner(house.ownerUrl, (owner) =>
    owner.query(`insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, '{reader}')`, [
      accountId,
      organisationId,
    ]),
  )
  await claire.post(chooseOrganisation, '/compte/organisation', { organisationId })
  await withOwner(house.ownerUrl, (owner) => owner.query('delete from identity.membership where account_id = $1', [accountId]))

  expect(await visitorOf(claire)).toMatchObject({ organisationId: null, memberships: [] })
})

test('one acts in the name of a colleague once one chose to, until one comes back, or it ends', async () => {
  const stranger = await createAccount(auth.pool, { name: 'Ange Serra', email: `ange-${email}`, locale: 'fr' })
  const organisationId = await aFounding(house, stranger, 'Suppléance')
  const deputyshipId = await withOwner(house.ownerUrl, async (owner) => {
    await owner.query(`update identity.membership set roles = '{administrator,finance}' where account_id = $1`, [stranger])
    await owner.query(`insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, '{reader}')`, [
      accountId,
      organisationId,
    ])
    const { rows } = await owner.query<{ id: string }>(
      `insert into identity.deputyship (organisation_id, principal_id, deputy_id, starts_on, ends_on, reason, named_by)
         values ($1, $2, $3, current_date - 1, current_date + 2, 'Congé', $2) returning id`,
      [organisationId, stranger, accountId],
    )
    return rows[0]?.id ?? ''
  })
  const choose = (fields: Record<string, string>) => claire.post(chooseOrganisation, '/compte/organisation', fields)
  const shown = async () => {
    const visitor = await visitorOf(claire)
    return [visitor.organisationId, visitor.deputyship?.principalName ?? null, visitor.deputyship?.roles ?? null]
  }

  expect((await choose({ deputyshipId: crypto.randomUUID() })).status).toBe(404)
  expect(await shown()).toEqual([organisationId, null, null])
  await choose({ deputyshipId })
  expect(await shown()).toEqual([organisationId, 'Ange Serra', ['finance']])
  await choose({ organisationId })
  expect(await shown()).toEqual([organisationId, null, null])
  await choose({ deputyshipId })
  await withOwner(house.ownerUrl, (owner) => owner.query('update identity.deputyship set ended_at = now() where id = $1', [deputyshipId]))
  expect(await shown()).toEqual([organisationId, null, null])
})

test('a visitor is known by one query', async () => {
  await aFounding(house, accountId, 'Requêtes')
  const query = auth.pool.query.bind(auth.pool)
  let count = 0
  auth.pool.query = ((...parameters: Parameters<typeof query>) => {
    count += 1
    return query(...parameters)
  }) as typeof auth.pool.query
  await visitorOf(claire)
  auth.pool.query = query

  expect(count).toBe(1)
})

test('the language is kept by the account, and by the browser before there is one', async () => {
  const stranger = aVisitor({ services: house.services, auth })

  const answer = await stranger.post(chooseLanguage, '/langue', { locale: 'en', next: '/connexion' })
  await claire.post(chooseLanguage, '/langue', { locale: 'en', next: '//ailleurs.example' })

  expect(answer.location).toBe('/connexion')
  expect((await visitorOf(stranger)).locale).toBe('en')
  expect((await visitorOf(claire)).locale).toBe('en')
})

test('a passkey is renamed by its owner alone', async () => {
  const id = crypto.randomUUID()
  await auth.pool.query(
    `insert into auth.passkey (id, name, "publicKey", "userId", "credentialID", counter, "deviceType", "backedUp", "createdAt")
     values ($1, 'Clé', 'x', $2, gen_random_uuid()::text, 0, 'singleDevice', false, now())`,
    [id, accountId],
  )
  const nameNow = async () => (await auth.pool.query('select name from auth.passkey where id = $1', [id])).rows[0]?.name as unknown
  const owner = claire
  email = `voisin-${email}`
  const neighbour = await createAccount(auth.pool, { name: 'Voisin', email, locale: 'fr' })
  await auth.api.replacePassword({ body: { accountId: neighbour, password } })

  await (await signedIn()).post(accountForm, '/compte', { intent: 'renamePasskey', id, name: 'Volée' })
  const afterNeighbour = await nameNow()
  const refused = await owner.post(accountForm, '/compte', { intent: 'renamePasskey', id, name: ' ' })
  await owner.post(accountForm, '/compte', { intent: 'renamePasskey', id, name: 'Téléphone de service' })

  expect(afterNeighbour).toBe('Clé')
  expect(refused).toMatchObject({ status: 422, data: { problems: { name: 'required' } } })
  expect(await nameNow()).toBe('Téléphone de service')
})
