import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { assert, valueOf } from '#platform/pure/outcome.ts'
import { createMission, loadMission } from '#modules/missions/index.ts'
import { seatPartner } from '#tests/partners.ts'
import { type Somebody, openWorld } from '#tests/world.ts'
import { proposeWalkIn } from './domain/walk-in.ts'
import { listCircles, listRules } from './sql/setup.ts'
import { listReceivedRequests } from './sql/wishes.ts'
import { readDesk } from './usecases/read-desk.ts'
import { sayAtDesk } from './usecases/say-at-desk.ts'
import { answerRequests, makeWishes } from './usecases/make-wishes.ts'
import { addSpots, createEvent, layOutDays } from './usecases/set-up-event.ts'
import { type ProfileWords, addParticipant } from './usecases/write-participant.ts'

/** The day of the tests: wishes are open. */
export const today = '2017-10-10T08:00:00.000Z'

const newOrleans = {
  cityId: null,
  cityName: { fr: 'La Nouvelle-Orléans', en: 'New Orleans' },
  country: 'US',
  startsOn: asLocalDate('2017-11-10'),
  endsOn: asLocalDate('2017-11-12'),
  timeZone: 'America/Chicago',
}

/**
 * For the tests: a département leads a mission to Miami, a city is its partner, a port is a stranger to it. An event at four tables, two mornings of
 * six slots; those of the delegation ask, hosts answer. Where the mission `goesOn`, it is in New Orleans next.
 */
export async function anEventInMiami(templateUrl: string, { goesOn = false } = {}) {
  const world = await openWorld(templateUrl, today)
  const lead = await world.found('Département de Rochebrune', 'department')
  const city = await world.found('Ville de Rochebrune', 'municipality')
  const stranger = await world.found('Port du Détroit', 'port')
  const reader = await world.join(lead.organisationId, ['reader'])
  const missionId = valueOf(
    await world.as(lead, (ctx) =>
      createMission(ctx, {
        kind: 'outgoing',
        title: { fr: 'Miami' },
        purpose: {},
        legs: [
          {
            cityId: null,
            cityName: { fr: 'Miami' },
            country: 'US',
            startsOn: asLocalDate('2017-11-04'),
            endsOn: asLocalDate('2017-11-10'),
            timeZone: 'America/New_York',
          },
          ...(goesOn ? [newOrleans] : []),
        ],
        objectives: [],
        themes: [],
      }),
    ),
  )
  await seatPartner(world.services, lead, city, missionId)
  const [legId = '', nextLegId = ''] =
    (await world.read(lead, (ctx) => loadMission(ctx.tx, missionId)))?.legs.map(({ id }) => id as string) ?? []
  const eventId = valueOf(
    await world.as(lead, (ctx) =>
      createEvent(ctx, missionId, {
        title: { fr: 'Rendez-vous de Miami' },
        legId,
        preset: 'tables',
        opensAt: '2017-10-01T04:00:00.000Z' as Instant,
        closesAt: '2017-11-03T03:59:00.000Z' as Instant,
      }),
    ),
  )
  valueOf(await world.as(lead, (ctx) => layOutDays(ctx, missionId, eventId, '2017-11-06 9h-11h25\n2017-11-07 9h-11h25')))
  const table = (name: string) => ({ name, district: '', address: '', participantId: null })
  valueOf(await world.as(lead, (ctx) => addSpots(ctx, missionId, eventId, ['Table 1', 'Table 2', 'Table 3', 'Table 4'].map(table))))
  const circles = await world.read(lead, (ctx) => listCircles(ctx.tx, eventId))
  const rules = await world.read(lead, (ctx) => listRules(ctx.tx, eventId))
  const home = circles.find(({ kind }) => kind === 'home')?.id ?? ''
  const host = circles.find(({ kind }) => kind === 'host')?.id ?? ''
  return Object.assign(world, {
    lead,
    city,
    stranger,
    reader,
    missionId,
    legId,
    nextLegId,
    eventId,
    home,
    host,
    rules,
    /** A participant brought by `who`, with one person who comes. */
    bring: async (who: Somebody, name: string, facts: Partial<ProfileWords> = {}) =>
      valueOf(
        await world.as(who, (ctx) => addParticipant(ctx, missionId, eventId, { ...aProfile(home), name, ...facts }, [aPerson(name)])),
      ),
  })
}

/** Every home wishes for every host, and every host accepts. */
export async function everybodyWishes(
  { as, lead, missionId }: Pick<Awaited<ReturnType<typeof anEventInMiami>>, 'as' | 'lead' | 'missionId'>,
  eventId: string,
  homes: readonly string[],
  hosts: readonly string[],
): Promise<void> {
  for (const home of homes) {
    const wishes = hosts.map((aboutId) => ({ aboutId, degree: 'like' as const, motive: '' }))
    valueOf(await as(lead, (ctx) => makeWishes(ctx, missionId, eventId, home, wishes)))
  }
  for (const host of hosts) {
    const accepted = await as(lead, async (ctx) => {
      const requests = await listReceivedRequests(ctx.tx, eventId, host)
      const answers = requests.map(({ id }) => ({ wishId: id, accepts: true, reason: '' }))
      return answerRequests(ctx, missionId, eventId, host, answers)
    })
    valueOf(accepted)
  }
}

/** Two meet at the first slot they have in common on the first day, as the lead says at the desk. @returns the id of their meeting */
export async function meetAtDesk(
  { as, read, lead, missionId, eventId }: Awaited<ReturnType<typeof anEventInMiami>>,
  one: string,
  other: string,
): Promise<string> {
  const { desk } = await read(lead, (ctx) => readDesk(ctx, missionId, eventId, '2017-11-06'))
  const proposal = desk && proposeWalkIn(desk, one, other, desk.now)
  assert(proposal && 'slotId' in proposal, 'there is a slot in common')
  const meetingId = crypto.randomUUID()
  const said = { kind: 'walk_in' as const, meetingId, ...proposal }
  valueOf(await as(lead, (ctx) => sayAtDesk(ctx, missionId, eventId, { key: crypto.randomUUID(), saidAt: null, said })))
  return meetingId
}

export function aProfile(circleId: string): ProfileWords {
  return {
    circleId,
    name: 'Essai',
    city: 'Rochebrune',
    country: 'FR',
    sectors: [],
    offers: [],
    needs: [],
    languages: ['fr', 'en'],
    target: null,
    meetingQuota: null,
    requestQuota: null,
    externalKey: null,
  }
}

export function aPerson(company: string) {
  return {
    givenName: 'Ana',
    familyName: `de ${company}`,
    job: 'Directrice',
    email: `ana@${company.length}.example.org`,
    phone: '+33491000000',
    consents: [],
  }
}
