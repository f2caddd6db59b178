import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { NotFound } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import { openAgreement } from '#modules/agreements/index.ts'
import { createMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import { monthsUntil } from './domain/sequel.ts'
import { listSequels } from './sql/sequels.ts'
import { describeVisit } from './usecases/arrange-reception.ts'
import { enterGift } from './usecases/keep-gifts.ts'
import { notePromise, settlePromise } from './usecases/keep-promise.ts'
import { linkSequel, unlinkSequel } from './usecases/link-sequel.ts'
import { listGuest } from './usecases/list-guests.ts'
import { rememberOrganisation } from './usecases/remember-organisation.ts'

let world: Awaited<ReturnType<typeof openWorld>>
let lead: Somebody
let port: Somebody
let visitId: string
let missionId: string
let agreementId: string
beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  lead = await world.found('Ville de Rochebrune', 'municipality')
  port = await world.found('Port du Détroit', 'port')
  visitId = await open('incoming', 'Turin chez nous', '2015-05-04', 'Rochebrune', 'FR')
  missionId = await open('outgoing', 'Chez Turin', '2017-11-06', 'Turin', 'IT')
  await seatPartner(world.services, lead, port, visitId)
  const facts = { visitor: 'Ville de Turin', country: 'IT', city: 'Torino', headName: '', headCapacity: '', peopleCount: 4 }
  valueOf(await world.as(lead, (ctx) => describeVisit(ctx, visitId, 0, facts)))
  agreementId = valueOf(
    await world.as(lead, (ctx) =>
      openAgreement(ctx, {
        type: 'cooperation_agreement',
        title: { fr: 'Accord avec Turin' },
        object: {},
        scopes: [],
        city: '',
        country: 'IT',
        cooperationSince: null,
        forecast: null,
        forecastNote: '',
        unproven: null,
        term: { runsFrom: null, months: null, lastDay: null },
        parties: [{ name: 'Ville de Turin', kind: 'foreign_authority', country: 'IT', stateGround: null, stateGroundOn: null }],
      }),
    ),
  )
})
afterAll(() => world.close())

async function open(kind: 'incoming' | 'outgoing', title: string, day: string, city: string, country: string): Promise<string> {
  const leg = {
    cityId: null,
    cityName: { fr: city },
    country,
    startsOn: asLocalDate(day),
    endsOn: asLocalDate(day),
    timeZone: 'Europe/Paris',
  }
  const draft = { kind, title: { fr: title }, purpose: {}, legs: [leg], objectives: [], themes: [] }
  return valueOf(await world.as(lead, (ctx) => createMission(ctx, draft)))
}
const became = (facts: object, who = lead) =>
  world.as(who, (ctx) => linkSequel(ctx, visitId, { becameMissionId: null, agreementId: null, promiseId: null, ...facts }))
const memory = (who: Somebody) =>
  world.read(who, (ctx) => rememberOrganisation(ctx, { asker: 'Ville de Turin', city: 'Turin', country: 'IT' }))

test('a visit becomes a mission and an agreement, and is seen from each of them, by who said so alone', async () => {
  const promise = { what: 'Visite de retour', promisedBy: 'Nous', promisedTo: 'Turin', isOurs: true, dueOn: null }
  const promiseId = valueOf(await world.as(lead, (ctx) => notePromise(ctx, visitId, promise)))
  valueOf(await became({ becameMissionId: missionId, promiseId }))
  valueOf(await became({ agreementId }))

  const sequels = (who: Somebody, of: Parameters<typeof listSequels>[1]) => world.read(who, (ctx) => listSequels(ctx.tx, of))
  const [sequel] = await sequels(lead, { mission: missionId })
  expect(sequel).toMatchObject({ visitTitle: { fr: 'Turin chez nous' }, becameTitle: { fr: 'Chez Turin' }, promise: 'Visite de retour' })
  expect(sequel && monthsUntil(sequel)).toBe(30)
  expect(await sequels(lead, { agreement: agreementId })).toMatchObject([{ becameTitle: { fr: 'Accord avec Turin' } }])
  expect(await sequels(lead, { visits: [visitId] })).toHaveLength(2)
  expect(await sequels(port, { visits: [visitId] })).toEqual([])
  expect(await sequels(lead, { visits: [] })).toEqual([])
  await expect(world.as(port, (ctx) => unlinkSequel(ctx, visitId, sequel?.id ?? ''))).rejects.toThrow(NotFound)
})

test.each([
  ['sequel_missing', () => ({})],
  ['a_visit_does_not_become_itself', () => ({ becameMissionId: visitId })],
  ['promise_unknown', () => ({ becameMissionId: missionId, promiseId: crypto.randomUUID() })],
  ['a_sequel_is_said_once', () => ({ becameMissionId: missionId })],
])('%s', async (code, facts) => {
  expect(await became(facts())).toMatchObject({ ok: false, problem: { code } })
})

test('only a visit becomes something else, and only what one sees', async () => {
  const draft = { becameMissionId: visitId, agreementId: null, promiseId: null }
  expect(await world.as(lead, (ctx) => linkSequel(ctx, missionId, draft))).toMatchObject({ ok: false, problem: { code: 'not_a_visit' } })
  await expect(became({ becameMissionId: missionId }, port)).rejects.toThrow(NotFound)
  const insert = (mission: string | null, agreement: string | null) =>
    sql`insert into visits.sequel (mission_id, became_mission_id, agreement_id) values (${visitId}, ${mission}, ${agreement})`
  expect(await world.stoppedBy(port, insert(missionId, null))).toBe('42501')
  expect(await world.stoppedBy(port, insert(null, agreementId))).toBe('42501')
  expect(await world.stoppedBy(lead, insert(missionId, agreementId))).toBe('it_became_one_thing')
  expect(await world.stoppedBy(lead, insert(visitId, null))).toBe('a_visit_does_not_become_itself')
})

test('an organisation is remembered with its visits, missions, agreements, people, promises and gifts, each by who may read it', async () => {
  const guest = { side: 'visitor', name: 'Livia', title: 'Adjointe', rankCode: 'staff', sinceOn: null, invites: false } as const
  const interpretsFor = valueOf(
    await world.as(lead, (ctx) => listGuest(ctx, visitId, { ...guest, interpretsFor: null, equivalenceId: null })),
  )
  valueOf(await world.as(lead, (ctx) => listGuest(ctx, visitId, { ...guest, name: 'Interprète', interpretsFor, equivalenceId: null })))
  const promise = { what: 'Promesse tenue', promisedBy: 'Nous', promisedTo: 'Turin', isOurs: true, dueOn: null }
  await world.as(lead, async (ctx) => {
    valueOf(await settlePromise(ctx, visitId, valueOf(await notePromise(ctx, visitId, promise)), 'kept'))
    const gift = {
      direction: 'received',
      onDay: ctx.today,
      giver: 'Ville de Turin',
      recipient: 'La maire',
      valueCents: 100n,
      qualifier: 'about',
    } as const
    valueOf(await enterGift(ctx, { ...gift, missionId: null, description: 'Gravure' }))
    valueOf(await enterGift(ctx, { ...gift, missionId: null, giver: 'Ville de Gênes', description: 'Autre' }))
    return ok(null)
  })

  const known = await memory(lead)

  expect(known.counts).toEqual({ requests: 0, visits: 1, missions: 1, agreements: 1, planned: 0, lastYear: 2017 })
  expect(known.met.map(({ name }) => name)).toEqual(['Livia'])
  expect(known.promises.map(({ what }) => what)).toContain('Promesse tenue')
  expect(known.gifts.map(({ description }) => description)).toEqual(['Gravure'])
  expect(known.agreements.map(({ title }) => title.fr)).toEqual(['Accord avec Turin'])
  const partner = await memory(port)
  expect(partner.counts).toEqual({ requests: 0, visits: 1, missions: 0, agreements: 0, planned: 0, lastYear: 2015 })
  expect([partner.promises, partner.gifts, partner.sequels]).toEqual([[], [], []])
})
