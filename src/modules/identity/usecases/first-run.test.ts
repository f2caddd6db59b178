import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { withOwner } from '#platform/db.ts'
import { type TestPlatform, openTestPlatform } from '#tests/servers/platform.ts'
import { type TestVisitor, aVisitor, openTestAuth } from '#tests/servers/visitor.ts'
import { action as foundFirst, loader as firstRunPage } from '../routes/first-run.tsx'
import { loader as signInPage } from '../routes/sign-in.tsx'

let house: TestPlatform
let someone: () => TestVisitor

/** An empty instance for the tests of a group, of which the last ones found the first organisation. */
function inAnEmptyHouse() {
  beforeAll(async () => {
    house = await openTestPlatform(inject('templateUrl'), { ESCALE_DEMO: '0' })
    const { auth } = openTestAuth(house.services)
    someone = () => aVisitor({ services: house.services, auth })
  })
  afterAll(() => house.close())
}

const answers = {
  name: 'Jeanne Martel',
  email: 'jeanne@ville.example',
  password: 'Brume-sur-le-Rhône-2031',
  locale: 'fr',
  organisationName: 'Ville de Port-Saint-Louis',
  kind: 'municipality',
  country: 'FR',
  city: 'Port-Saint-Louis-du-Rhône',
  currency: 'eur',
  timeZone: 'Europe/Paris',
}

const founded = () =>
  withOwner(house.ownerUrl, async (owner) => {
    const { rows } = await owner.query(`
      select o.name, o.kind, o.is_workspace, w.currency::text, w.time_zone, w.locale, u.email, m.roles
      from identity.membership m join directory.organisation o on o.id = m.organisation_id join identity.workspace w on w.organisation_id = o.id
      join auth."user" u on u.id = m.account_id`)
    return rows
  })

describe('one after the other', () => {
  inAnEmptyHouse()

  test.each([
    [{ name: ' ' }, { name: 'required' }],
    [{ email: 'jeanne' }, { email: 'email_malformed' }],
    [{ password: 'court' }, { password: 'password_too_short' }],
    [{ organisationName: '' }, { organisationName: 'required' }],
    [{ currency: 'ZZZ' }, { currency: 'currency_unknown' }],
    [{ timeZone: 'Paris' }, { timeZone: 'zone_unknown' }],
    [{ country: 'France' }, { country: 'country_unknown' }],
  ])('with %j nothing is made, and every answer but the password is kept', async (change, problems) => {
    const refused = await someone().post(foundFirst, '/premiere-utilisation', { ...answers, ...change })

    expect(refused).toMatchObject({ status: 422, data: { problems } })
    const { password: _password, ...kept } = { ...answers, ...change }
    expect((refused.data as { values: unknown }).values).toEqual(kept)
    expect(await founded()).toEqual([])
  })

  test('an empty instance leads to the first page, which makes the first organisation and its administrator', async () => {
    const jeanne = someone()

    const led = await jeanne.get(signInPage, '/connexion')
    const made = await jeanne.post(foundFirst, '/premiere-utilisation', answers)

    expect(led.location).toBe('/premiere-utilisation')
    expect(made.location).toBe('/')
    expect(await founded()).toEqual([
      {
        name: 'Ville de Port-Saint-Louis',
        kind: 'municipality',
        is_workspace: true,
        currency: 'EUR',
        time_zone: 'Europe/Paris',
        locale: 'fr',
        email: 'jeanne@ville.example',
        roles: ['administrator', 'officer'],
      },
    ])
    expect((await jeanne.get(signInPage, '/connexion')).location).toBe('/')
  })

  test('it happens once', async () => {
    await someone().post(foundFirst, '/premiere-utilisation', answers)
    const late = someone()

    const page = await late.get(firstRunPage, '/premiere-utilisation')
    const refused = await late.post(foundFirst, '/premiere-utilisation', { ...answers, email: 'tard@ville.example' })

    expect(page.location).toBe('/')
    expect(refused).toMatchObject({ status: 422, data: { problems: { '': 'the_first_organisation_is_founded_once' } }, setCookies: [] })
    expect(await founded()).toHaveLength(1)
  })
})

describe('at the same moment', () => {
  inAnEmptyHouse()

  test('of several who press the button at once, one succeeds and the others leave no account behind', async () => {
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((who) => someone().post(foundFirst, '/premiere-utilisation', { ...answers, email: `${who}@ville.example` })),
    )

    expect(outcomes.filter(({ location }) => location === '/')).toHaveLength(1)
    expect(await founded()).toHaveLength(1)
    const accounts = await withOwner(house.ownerUrl, (owner) => owner.query('select from auth."user"'))
    expect(accounts.rowCount).toBe(1)
  })
})
