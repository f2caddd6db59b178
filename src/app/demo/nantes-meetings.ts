import type pg from 'pg'
import { personOfRank } from '#db/seed/fictitious-people.ts'
import * as seed from '#db/seed/nantes-meetings-2024.ts'
import { listMembers } from '#modules/delegations/index.ts'
import {
  type EventId,
  type Newcomer,
  type ParticipantId,
  addLeg,
  addParticipants,
  addSpots,
  answerRequests,
  applyRun,
  createEvent,
  layOutDays,
  listCircles,
  listReceivedRequests,
  listRuns,
  makeWishes,
  performRun,
  requestRun,
  sayPresence,
} from '#modules/meetings/index.ts'
import { type MissionId, loadMission } from '#modules/missions/index.ts'
import { found } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { As } from './people.ts'

/** Meetings in two cities: a day and a table are in one of them, a host receives in its own, a plan is made and applied. */
export async function loadNantesMeetings(asOn: (now: Instant) => As, owner: pg.Client, missionId: MissionId): Promise<void> {
  const answeredOn = seed.event.answeredOn as Instant
  const as = asOn(answeredOn)
  const legIds = await as('aurore', async (ctx) => ok(found(await loadMission(ctx.tx, missionId)).legs.map(({ id }) => id as string)))
  const legOf = (rank: number) => legIds[rank] ?? ''
  const { title, opensOn, closesOn, rounds } = seed.event
  const dates = { opensAt: opensOn as Instant, closesAt: closesOn as Instant }
  const eventId = await as('aurore', (ctx) => createEvent(ctx, missionId, { title, legId: legOf(0), preset: 'tables', ...dates }))
  await as('aurore', (ctx) => addLeg(ctx, missionId, eventId, legOf(1)))
  for (const [rank, { days, tables }] of seed.legs.entries()) {
    const spots = tables.map((name) => ({ name, district: '', address: '', participantId: null, legId: legOf(rank) }))
    await as('aurore', (ctx) => layOutDays(ctx, missionId, eventId, days, legOf(rank)))
    await as('aurore', (ctx) => addSpots(ctx, missionId, eventId, spots))
  }
  const [homes, hosts] = await bringEverybody(as, missionId, eventId)
  for (const [rank, { legs }] of seed.homes.entries())
    if (legs.length < seed.legs.length)
      await as('aurore', (ctx) => sayPresence(ctx, missionId, eventId, homes[rank] ?? '', legs.map(legOf)))
  for (const [rank, { leg }] of seed.hosts.entries())
    await as('aurore', (ctx) => sayPresence(ctx, missionId, eventId, hosts[rank] ?? '', [legOf(leg)]))
  await askAndAnswer(as, missionId, eventId, homes, hosts)
  const number = await as('aurore', (ctx) => requestRun(ctx, missionId, eventId, { seed: 2024, rounds, movesAllowed: null }))
  const runId = await as('aurore', async (ctx) => ok(found((await listRuns(ctx.tx, eventId))[0]).id))
  // The run is due to a worker; the demonstration makes it at once, with the worker's own hands.
  await performRun({ now: () => answeredOn }, owner, runId, new AbortController().signal)
  await as('aurore', (ctx) => applyRun(ctx, missionId, eventId, number))
}

async function bringEverybody(as: As, missionId: MissionId, eventId: EventId): Promise<[ParticipantId[], ParticipantId[]]> {
  return as('aurore', async (ctx) => {
    const circles = await listCircles(ctx.tx, eventId)
    const circleOf = (kind: 'home' | 'host') => circles.find((circle) => circle.kind === kind)?.id ?? ''
    const members = await listMembers(ctx.tx, missionId)
    const figures = { target: 2, meetingQuota: 6, externalKey: null, sectors: ['Numérique'] }
    const homes = seed.homes.map(({ name, offers, needs }): Newcomer => {
      const { givenName, familyName } = found(members.find(({ represents }) => represents === name))
      const profile = {
        ...figures,
        circleId: circleOf('home'),
        name,
        city: 'Nantes',
        country: 'FR',
        offers,
        needs,
        languages: ['fr', 'en'],
      }
      return {
        words: { ...profile, requestQuota: 6 },
        people: [{ givenName, familyName, job: 'Direction', email: null, phone: null, consents: [] }],
      }
    })
    const hosts = seed.hosts.map(({ name, offers, needs, leg }, rank): Newcomer => {
      const [givenName, familyName] = personOfRank(500 + rank)
      const city = seed.legs[leg].city
      const profile = { ...figures, circleId: circleOf('host'), name, city, country: 'CA', offers, needs, languages: ['fr', 'en'] }
      return {
        words: { ...profile, requestQuota: 0 },
        people: [{ givenName, familyName, job: 'Développement', email: null, phone: null, consents: [] }],
      }
    })
    const ids = valueOf(await addParticipants(ctx, missionId, eventId, [...homes, ...hosts]))
    return ok([ids.slice(0, homes.length), ids.slice(homes.length)] as [ParticipantId[], ParticipantId[]])
  })
}

/** Each asks whoever is in a city where it is; every host accepts. */
async function askAndAnswer(
  as: As,
  missionId: MissionId,
  eventId: EventId,
  homes: readonly ParticipantId[],
  hosts: readonly ParticipantId[],
) {
  for (const [rank, { legs }] of seed.homes.entries()) {
    const asked = seed.hosts.flatMap(({ leg }, host) => ((legs as readonly number[]).includes(leg) ? [hosts[host] ?? ''] : []))
    const wishes = asked.map((aboutId, index) => ({ aboutId, degree: index === 0 ? ('must' as const) : ('like' as const), motive: '' }))
    await as('aurore', (ctx) => makeWishes(ctx, missionId, eventId, homes[rank] ?? '', wishes))
  }
  for (const host of hosts)
    await as('aurore', async (ctx) => {
      const requests = await listReceivedRequests(ctx.tx, eventId, host)
      const answers = requests.map(({ id }) => ({ wishId: id, accepts: true, reason: '' }))
      return answerRequests(ctx, missionId, eventId, host, answers)
    })
}
