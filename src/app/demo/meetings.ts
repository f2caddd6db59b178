import type pg from 'pg'
import { personOfRank } from '#db/seed/fictitious-people.ts'
import { companies } from '#db/seed/miami-companies-2017.ts'
import * as seed from '#db/seed/miami-meetings-2017.ts'
import { found } from '#platform/actor.ts'
import {
  type EventId,
  type Newcomer,
  type ParticipantId,
  addParticipants,
  addResource,
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
} from '#modules/meetings/index.ts'
import { type MissionId, loadMission } from '#modules/missions/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import type { As } from './people.ts'

/** The event of Miami as the City prepared it: forty companies ask, twenty-five hosts answer, on the clocks of the autumn of 2017; a plan is made and applied. */
export async function loadMiamiMeetings(asOn: (now: Instant) => As, owner: pg.Client, missionId: MissionId): Promise<EventId> {
  const as = asOn(seed.event.answeredOn as Instant)
  const eventId = await as('lucie', async (ctx) => {
    const mission = found(await loadMission(ctx.tx, missionId))
    const { title, opensOn, closesOn } = seed.event
    const dates = { opensAt: opensOn as Instant, closesAt: closesOn as Instant }
    return createEvent(ctx, missionId, { title, legId: mission.legs[0]?.id ?? '', preset: 'tables', ...dates })
  })
  await as('lucie', async (ctx) => {
    valueOf(await layOutDays(ctx, missionId, eventId, seed.event.days))
    for (const [name, languages] of seed.interpreters)
      valueOf(await addResource(ctx, missionId, eventId, { kind: 'interpreter', name, languages }))
    const tables = Array.from({ length: seed.event.tables }, (_, index) => ({
      name: `Table ${index + 1}`,
      district: '',
      address: '',
      participantId: null,
    }))
    return addSpots(ctx, missionId, eventId, tables)
  })
  const [homes, hosts] = await bringEverybody(as, missionId, eventId)
  await askAndAnswer(as, missionId, eventId, homes, hosts)
  const number = await as('lucie', (ctx) =>
    requestRun(ctx, missionId, eventId, { seed: 2017, rounds: seed.event.rounds, movesAllowed: null }),
  )
  // The run is due to a worker; the demonstration makes it at once, with the worker's own hands.
  await performRun(
    { now: () => seed.event.answeredOn as Instant },
    owner,
    await as('lucie', (ctx) => latestRunId(ctx, eventId)),
    new AbortController().signal,
  )
  await as('lucie', (ctx) => applyRun(ctx, missionId, eventId, number))
  return eventId
}

async function latestRunId(ctx: Ctx, eventId: EventId) {
  return ok((await listRuns(ctx.tx, eventId))[0]?.id ?? '')
}

async function bringEverybody(as: As, missionId: MissionId, eventId: EventId): Promise<[ParticipantId[], ParticipantId[]]> {
  return as('lucie', async (ctx) => {
    const circles = await listCircles(ctx.tx, eventId)
    const circleOf = (kind: 'home' | 'host') => circles.find((circle) => circle.kind === kind)?.id ?? ''
    const newcomers: Newcomer[] = []
    const person = (rank: number, job: string) => {
      const [givenName, familyName] = personOfRank(rank)
      return { givenName, familyName, job, email: null, phone: null, consents: [] }
    }
    for (const [rank, [name, sector]] of companies.entries()) {
      const { fr, offers, needs } = seed.sectors[sector]
      const five = seed.event.meetingsPerCompany
      const profile = {
        circleId: circleOf('home'),
        name,
        city: 'Marseille',
        country: 'FR',
        sectors: [fr],
        offers,
        needs,
        languages: seed.speaksFrenchOnly(rank) ? ['fr'] : ['fr', 'en'],
        target: five,
        meetingQuota: five,
        requestQuota: 8,
        externalKey: null,
      }
      newcomers.push({ words: profile, people: [person(200 + rank, 'Chef d’entreprise')] })
    }
    for (const [rank, [name, sector, offers, needs, others]] of seed.hosts.entries()) {
      const profile = {
        circleId: circleOf('host'),
        name,
        city: 'Miami',
        country: 'US',
        sectors: [seed.sectors[sector].fr],
        offers,
        needs,
        languages: ['en', ...others],
        target: 4,
        meetingQuota: 12,
        requestQuota: 0,
        externalKey: null,
      }
      newcomers.push({ words: profile, people: [person(300 + rank, 'Business development')] })
    }
    const ids = valueOf(await addParticipants(ctx, missionId, eventId, newcomers))
    return ok([ids.slice(0, companies.length), ids.slice(companies.length)] as [ParticipantId[], ParticipantId[]])
  })
}

async function askAndAnswer(
  as: As,
  missionId: MissionId,
  eventId: EventId,
  homes: readonly ParticipantId[],
  hosts: readonly ParticipantId[],
) {
  await as('lucie', async (ctx) => {
    const declined = new Set<string>()
    for (const [rank, home] of homes.entries()) {
      const wishes = seed.hostsWishedBy(rank).map((host, wish) => {
        const aboutId = hosts[host] ?? ''
        if (seed.isDeclined(rank, wish)) declined.add(`${home} ${aboutId}`)
        return { aboutId, degree: wish < 3 ? ('must' as const) : ('like' as const), motive: '' }
      })
      valueOf(await makeWishes(ctx, missionId, eventId, home, wishes))
    }
    for (const host of hosts) {
      const requests = await listReceivedRequests(ctx.tx, eventId, host)
      const answers = requests.map(({ id, participantId }) => {
        const accepts = !declined.has(`${participantId} ${host}`)
        return { wishId: id, accepts, reason: accepts ? '' : 'Nous travaillons déjà avec une entreprise de ce métier.' }
      })
      valueOf(await answerRequests(ctx, missionId, eventId, host, answers))
    }
    return ok(null)
  })
}
