import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { addPerson, loadPerson } from '#modules/directory/index.ts'
import { loadAgreement, openAgreement, recordStep } from '#modules/agreements/index.ts'
import { aDraft, aLife } from '#modules/agreements/register.fixture.ts'
import { createMission } from '#modules/missions/index.ts'
import { listGuest } from '#modules/visits/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { type Somebody, type World, openWorld } from '#tests/world.ts'
import { readPersonData } from './person-data.ts'
import { readPersonRelation } from './read-person-relation.ts'

/** A département keeps the card of Ada Béal, who signed an agreement and was received; a city has an agreement signed by the same name. */
let world: World
let house: Somebody
let city: Somebody
let ada: string
let homonymOfOneWord: string
beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  house = await world.found('Département de Rochebrune')
  city = await world.found('Ville de Rochebrune', 'municipality')
  ada = await card('Ada')
  homonymOfOneWord = await card('')
  for (const [who, name] of [
    [house, 'Mme Àda BÉAL'],
    [house, 'Ana Béal'],
    [house, 'Fada Béal'],
    [house, 'Béal Ada'],
    [city, 'Ada Béal'],
  ] as const)
    await signed(who, name)
  const visit = await world.as(house, (ctx) =>
    createMission(ctx, {
      kind: 'incoming',
      title: { fr: 'Visite de Portobello' },
      purpose: {},
      objectives: [],
      themes: [],
      legs: [
        {
          cityId: null,
          cityName: { fr: 'Rochebrune' },
          country: 'FR',
          startsOn: asLocalDate('2026-04-01'),
          endsOn: asLocalDate('2026-04-02'),
          timeZone: 'Europe/Paris',
        },
      ],
    }),
  )
  const guest = {
    side: 'visitor',
    title: 'Sindaca',
    rankCode: 'foreign_mayor',
    sinceOn: null,
    invites: false,
    interpretsFor: null,
  } as const
  for (const name of ['Ada Béal', 'Bruno Béal'])
    valueOf(await world.as(house, (ctx) => listGuest(ctx, valueOf(visit), { ...guest, name, equivalenceId: null })))
})
afterAll(() => world.close())

async function card(givenName: string): Promise<string> {
  const ground = { legalBasis: 'public_task', consentedOn: null, consentSource: '', lastContactOn: null } as const
  const words = { familyName: 'Béal', honorific: null, originalScript: '', preferredLanguage: '', email: '', phone: '' } as const
  return valueOf(await world.as(house, (ctx) => addPerson(ctx, { givenName, ...words, ground })))
}

async function signed(who: Somebody, name: string): Promise<void> {
  const id = valueOf(await world.as(who, (ctx) => openAgreement(ctx, aDraft({ title: { fr: `Accord signé par ${name}` } }), null)))
  for (const step of aLife(asLocalDate('2025-06-20'))) {
    const outcome = await world.as(who, async (ctx) => {
      const { parties = [] } = (await loadAgreement(ctx.tx, id)) ?? {}
      const signatories = parties.map((party) => ({ partyId: party.id, name, capacity: { fr: 'Maire' } }))
      return recordStep(ctx, id, step, step.kind === 'sign' ? signatories : [])
    })
    valueOf(outcome)
  }
}

test('the page of a person shows what they signed and where they were received, by their whole name, and never another register', async () => {
  const { signatures, visits } = await world.read(house, (ctx) => readPersonRelation(ctx, ada))

  expect(new Set(signatures.map(({ agreementTitle }) => agreementTitle.fr))).toEqual(
    new Set(['Accord signé par Mme Àda BÉAL', 'Accord signé par Béal Ada']),
  )
  expect(signatures[0]).toMatchObject({ capacity: { fr: 'Maire' }, signedOn: '2025-06-20', signedAtPlace: 'Portobello' })
  expect(new Set(signatures.map(({ partyName }) => partyName))).toEqual(new Set(['Département de Rochebrune', 'Comune di Portobello']))
  expect(visits).toMatchObject([
    { missionTitle: { fr: 'Visite de Portobello' }, side: 'visitor', title: 'Sindaca', startsOn: '2026-04-01' },
  ])
})

test('a family name alone names nobody', async () => {
  const relation = await world.read(house, (ctx) => readPersonRelation(ctx, homonymOfOneWord))

  expect([relation.signatures, relation.visits, relation.promises, relation.meetings]).toEqual([[], [], [], []])
})

test('what a person is given of their data tells the same', async () => {
  const administrator = await world.join(house.organisationId, ['administrator'])
  const data = await world.read(administrator, (ctx) => readPersonData(ctx, ada))

  expect([data.signatures.length, data.visits.length, data.meetings.length]).toEqual([4, 1, 0])
  expect(await world.read(city, (ctx) => loadPerson(ctx.tx, ada))).toBeNull()
})
