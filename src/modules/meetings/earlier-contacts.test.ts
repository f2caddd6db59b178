import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { createMission, loadMission } from '#modules/missions/index.ts'
import { tokenDigest } from '#modules/identity/index.ts'
import { seatPartner } from '#tests/partners.ts'
import type { Somebody } from '#tests/world.ts'
import { aPerson, aProfile, anEventInMiami, meetAtDesk } from './meetings.fixture.ts'
import { contactsOfLink, listEarlierContacts } from './sql/earlier-contacts.ts'
import { listCircles } from './sql/setup.ts'
import { showChoices } from './usecases/make-wishes.ts'
import { makeLink } from './usecases/make-link.ts'
import { createEvent } from './usecases/set-up-event.ts'
import { tellOutcome } from './usecases/tell-outcome.ts'
import { addParticipant } from './usecases/write-participant.ts'

/** In Miami the lead brought Maison and Tierce, the city Voisine; Maison says that it met Voisine. A year on, the lead holds another event. */
const duringMiami = '2017-11-07T12:00:00.000Z' as Instant
const afterMiami = '2017-12-01T12:00:00.000Z' as Instant
let world: Awaited<ReturnType<typeof anEventInMiami>>
let [missionId, eventId, maison, voisine, tierce] = ['', '', '', '', '']

beforeAll(async () => {
  world = await anEventInMiami(inject('templateUrl'))
  const { lead, city } = world
  const [ours, theirs] = [await world.bring(lead, 'Maison'), await world.bring(city, 'Voisine')]
  await world.bring(lead, 'Tierce', { country: 'US' })
  const meetingId = await meetAtDesk(world, ours, theirs)
  const held = { state: 'held' as const, nextStep: 'none' as const, nextStepOn: null, nextStepWords: '' }
  const told = { ...held, participantId: ours, version: 0 }
  valueOf(await world.as(lead, (ctx) => tellOutcome(ctx, world.missionId, world.eventId, meetingId, told)))
  ;[missionId, eventId] = await anotherEvent()
  await seatPartner(world.services, lead, city, missionId)
  maison = await bring(lead, ' maison')
  voisine = await bring(lead, 'Voisine', 'host')
  tierce = await bring(city, 'Tierce', 'host')
})
afterAll(() => world.close())

const stay = { cityId: null, cityName: { fr: 'Tampa' }, country: 'US', timeZone: 'America/New_York' }

async function anotherEvent(): Promise<[string, string]> {
  const leg = { ...stay, startsOn: asLocalDate('2018-11-04'), endsOn: asLocalDate('2018-11-10') }
  const words = { kind: 'outgoing' as const, title: { fr: 'Tampa' }, purpose: {}, legs: [leg], objectives: [], themes: [] }
  const mission = valueOf(await world.as(world.lead, (ctx) => createMission(ctx, words)))
  const legId = (await world.read(world.lead, (ctx) => loadMission(ctx.tx, mission)))?.legs[0]?.id ?? ''
  const [opensAt, closesAt] = ['2017-10-01T04:00:00.000Z' as Instant, '2018-11-01T03:59:00.000Z' as Instant]
  const event = { title: { fr: 'Tampa' }, legId, preset: 'tables' as const, opensAt, closesAt }
  return [mission, valueOf(await world.as(world.lead, (ctx) => createEvent(ctx, mission, event)))]
}

async function bring(who: Somebody, name: string, kind = 'home'): Promise<string> {
  const circle = (await world.read(who, (ctx) => listCircles(ctx.tx, eventId))).find((each) => each.kind === kind)?.id ?? ''
  return valueOf(await world.as(who, (ctx) => addParticipant(ctx, missionId, eventId, { ...aProfile(circle), name }, [aPerson(name)])))
}

const contactsOf = async (who: Somebody, now = afterMiami) =>
  Object.fromEntries(
    [...(await world.read(who, (ctx) => listEarlierContacts(ctx.tx, eventId, null, now)))].map(([id, met]) => [
      id,
      Object.fromEntries(met),
    ]),
  )

test('a company that met another at an earlier event is no stranger to it, once that event is over', async () => {
  expect(await contactsOf(world.lead, duringMiami)).toEqual({})
  // Of Voisine and Tierce nothing: somebody else brought them then. There is a Tierce in another country.
  expect(await contactsOf(world.lead)).toEqual({ [maison]: { [voisine]: 'met_before' } })
})

test('it is read by whoever brings that company and by the organisers, and by nobody else', async () => {
  expect(await contactsOf(world.city)).toEqual({})
  expect(await contactsOf(world.stranger)).toEqual({})
})

test('it is among the reasons, in the name of the company and by its link', async () => {
  const later = { ...world.services, now: () => afterMiami }
  const reasons = await world.read(world.lead, (ctx) => showChoices({ ...ctx, now: afterMiami }, eventId, maison))
  expect(reasons.map(({ id, reasons: [first] }) => [id, first?.kind])).toEqual(
    expect.arrayContaining([
      [voisine, 'met_before'],
      [tierce, undefined],
    ]),
  )
  const address = valueOf(await world.as(world.lead, (ctx) => makeLink(ctx, missionId, eventId, maison, 'fr')))
  const digest = tokenDigest(address.slice(address.lastIndexOf('/') + 1))
  expect(await contactsOfLink(later.db, digest, afterMiami)).toEqual({ country: 'FR', contacts: new Map([[voisine, 'met_before']]) })
  expect(await contactsOfLink(later.db, tokenDigest('unknown'), afterMiami)).toBeNull()
})

test('who was at the same event and did not meet is told apart from who met', async () => {
  await bring(world.lead, 'Tierce du Nord', 'host')
  await world.bring(world.city, 'Tierce du Nord')
  expect(Object.values((await contactsOf(world.lead))[maison] ?? {})).toEqual(expect.arrayContaining(['met_before', 'same_event_before']))
})

test('an organiser who did not organise the earlier event learns nothing of it, and neither do the others', async () => {
  await seatPartner(world.services, world.lead, world.stranger, missionId, { role: 'co_organiser' })
  expect(await contactsOf(world.stranger)).toEqual({})
  expect(await contactsOf(world.lead)).toEqual({})
})
