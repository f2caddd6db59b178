import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { readTable } from '#platform/tabular/read-table.ts'
import { askPassports, setReader, tellNeeds, tellPassport } from '#modules/registration/index.ts'
import type { Somebody } from '#tests/world.ts'
import { aDeparture } from './departure.fixture.ts'
import { readReadiness } from './sql/requirements.ts'
import { readPerson } from './usecases/read-person.ts'
import { markItems } from './usecases/mark-items.ts'
import { writeDepartureList } from './usecases/write-lists.ts'

const number = '19PLANTED888'

/** Ana, Bob and Eve leave for Miami; Bob and Eve came by an application. Claire of the département reads passports. */
let world: Awaited<ReturnType<typeof aDeparture>>
let claire: Somebody
const pages = { bob: 'p'.repeat(43), eve: 'q'.repeat(43) }

beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
  claire = await world.join(world.lead.organisationId, ['officer'])
  await applied(world.bob, pages.bob)
  await applied(world.eve, pages.eve)
  valueOf(await world.as(world.lead, (ctx) => askPassports(ctx, world.missionId, ['US'])))
  valueOf(await world.as(world.lead, (ctx) => setReader(ctx, world.missionId, 1, `${claire.accountId}@example.org`)))
})
afterAll(() => world.close())

/** The member came by an application, whose page opens by this secret. */
async function applied(memberId: string, secret: string) {
  const digest = createHash('sha256').update(secret).digest('hex')
  await world.asOwner(
    `with link as (insert into registration.link (mission_id, organisation_id, kind, represents, language, places, token_digest, created_at, expires_at)
       values ('${world.missionId}', '${world.lead.organisationId}', 'focal_point', 'Relais', 'fr', 5, '\\x${digest}', now(), now() + interval '1 day') returning id)
     , application as (insert into registration.application (mission_id, organisation_id, link_id, link_kind, state, language, given_name, family_name, category, secret_digest,
         request_digest, created_at, changed_at, verified_at, endorsed_at, member_id)
       select m.mission_id, m.organisation_id, link.id, 'focal_point', 'approved', 'fr', m.given_name, m.family_name, m.category, '\\x${digest}', '\\x${digest}',
         now(), now(), now(), now(), m.id from delegations.member m, link where m.id = '${memberId}' returning id, mission_id, organisation_id)
     insert into registration.application_contact (application_id, mission_id, organisation_id) select id, mission_id, organisation_id from application`,
  )
}

const tell = (secret: string, expiresOn: string) =>
  tellPassport(world.services, secret, { number, country: 'FR', expiresOn: asLocalDate(expiresOn) })

const passportOf = async (memberId: string) => {
  const { requirements, passport } = await world.read(world.lead, (ctx) => readPerson(ctx, world.missionId, memberId))
  return {
    state: requirements.find(({ kind, country }) => kind === 'passport' && country === 'US')?.state,
    term: passport.find(({ country }) => country === 'US'),
  }
}

const consulate = async (who: Somebody, hasPassports: boolean) => {
  const written = await world.read(who, (ctx) => writeDepartureList(ctx, world.missionId, 'consulat', { country: 'US', hasPassports }))
  return valueOf(readTable(written?.bytes ?? new Uint8Array()))
}

test('a passport that lasts until the return makes its requirement done, one that expires on the way makes it to do, whatever was marked', async () => {
  expect(await passportOf(world.bob)).toEqual({ state: 'to_do', term: undefined })

  valueOf(await tell(pages.bob, '2027-03-12'))
  expect(await passportOf(world.bob)).toEqual({ state: 'done', term: { country: 'US', validUntil: '2027-03-12', isLongEnough: true } })

  valueOf(await tell(pages.bob, '2027-03-11'))
  valueOf(
    await world.as(world.lead, (ctx) =>
      markItems(ctx, world.missionId, [`${world.bob}:passport:US`], { state: 'done', doneOn: asLocalDate('2027-02-01'), reference: 'vu' }),
    ),
  )
  expect(await passportOf(world.bob)).toMatchObject({ state: 'to_do', term: { isLongEnough: false } })
})

test('a country that asks for six months after the arrival is heard, by its dated rule', async () => {
  await world.asOwner(
    `update departure.country_rule set validity_months = 6, validity_from = 'arrival' where country = 'US' and kind = 'passport'`,
  )
  valueOf(await tell(pages.eve, '2027-09-04'))
  expect(await passportOf(world.eve)).toEqual({ state: 'to_do', term: { country: 'US', validUntil: '2027-09-05', isLongEnough: false } })

  valueOf(await tell(pages.eve, '2027-09-05'))
  expect(await passportOf(world.eve)).toMatchObject({ state: 'done' })
  await world.asOwner(
    `update departure.country_rule set validity_months = 0, validity_from = 'return' where country = 'US' and kind = 'passport'`,
  )
})

test('readiness tells the room two figures, and the page of a person neither the number nor its expiry', async () => {
  const everything = JSON.stringify([
    await world.read(world.lead, (ctx) => readPerson(ctx, world.missionId, world.eve)),
    await world.read(world.city, (ctx) => readReadiness(ctx.tx, world.missionId)),
  ])

  expect(everything).not.toContain(number)
  expect(everything).not.toContain('2027-09-05')
})

test('the list for a consulate has numbers for a named reader who asks for them, and for nobody else, each noted', async () => {
  const plain = ['Nom', 'Prénom', 'Qualité', 'Organisation', 'Arrivée', 'Départ']
  const readings = () => world.asOwner(`select reader_name, purpose from registration.passport_reading`)

  for (const who of [world.lead, world.city]) {
    const list = await consulate(who, true)
    expect(list.headers).toEqual(plain)
    expect(JSON.stringify(list)).not.toContain(number)
  }
  expect((await consulate(claire, false)).headers).toEqual(plain)
  expect(await readings()).toEqual([])

  const list = await consulate(claire, true)

  expect(list.headers).toEqual([...plain, 'Passeport', 'Délivré par', 'Expire le'])
  expect(JSON.stringify(list).split(number)).toHaveLength(3)
  expect((await readings()).map(({ purpose }) => purpose)).toEqual(['consulate_list', 'consulate_list'])
})

test('the list for a caterer counts diets per day and leg without a name; who follows which is written only for who prepares the journey', async () => {
  valueOf(await tellNeeds(world.services, pages.bob, { wishes: '', rooming: '', diet: 'Sans arachide', access: '' }))
  const covers = async (hasNames: boolean) =>
    (await world.read(world.lead, (ctx) => writeDepartureList(ctx, world.missionId, 'couverts', { hasNames })))?.bytes ?? new Uint8Array()

  const counted = valueOf(readTable(await covers(false)))
  expect(counted.headers).toEqual(['Jour', 'Ville', 'Présents', 'Nuits en chambre', 'Sans arachide'])
  expect(JSON.stringify(counted)).toContain('Montréal')
  expect(JSON.stringify(counted)).not.toContain('Arnal')
  expect(readTable(await covers(false), { sheet: 'Régimes' }).ok).toBe(false)
  expect(JSON.stringify(valueOf(readTable(await covers(true), { sheet: 'Régimes' })))).toContain('Bob')

  const ofTheCity = await world.read(world.city, (ctx) => writeDepartureList(ctx, world.missionId, 'couverts', { hasNames: true }))
  expect(valueOf(readTable(ofTheCity?.bytes ?? new Uint8Array())).headers).not.toContain('Sans arachide')
})
