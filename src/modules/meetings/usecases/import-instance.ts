import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addMinutes, atLocalTime } from '#platform/pure/instant.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type Outcome, assert, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import { readInstance } from '../../../../engine/instance/read.ts'
import { type EventId, presetTerms } from '../domain/event.ts'
import '../domain/events.ts'
import { type InstanceDocument, type InstanceEvent, eventOfInstance } from '../domain/instance-event.ts'
import type { ParticipantId } from '../domain/participant.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import type { SlotOnLeg } from '../domain/stretches.ts'
import { insertAbsences, insertParticipants, insertRepresentatives } from '../sql/participants.ts'
import { insertMeetings, setLocked } from '../sql/plans.ts'
import { insertCircle, insertEvent, insertRule, insertSpots, listSlots, listSpots, replaceSlots } from '../sql/setup.ts'
import { putWishes } from '../sql/wishes.ts'

export type InstanceImportProblem =
  | { readonly code: ProblemCode }
  /** `faults` name each field of the document that says nothing. */
  | { readonly code: 'instance_faulty'; readonly faults: readonly string[] }

export type ImportedInstance = {
  readonly eventId: EventId
  readonly participants: number
  readonly meetings: number
  readonly slots: number
  readonly tables: number
}

/** Wishes of an imported event stay open for as long, in minutes: a month. */
const openMinutes = 30 * 24 * 60

/**
 * Opens an event out of an instance of the published benchmark, on the first day of a leg: participants without a name of their own (« Participant 12 »),
 * tables, absences, and each meeting as a wish that has to be met. All of it or nothing.
 * @refuses instance_faulty with every fault, what an event does not know (`eventOfInstance`), leg_unknown, and the constraints two fixed meetings break
 */
export async function importInstance(
  ctx: Ctx,
  missionId: string,
  legId: string | null,
  name: string,
  document: unknown,
): Promise<Outcome<ImportedInstance, InstanceImportProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  const leg = legId === null ? mission.legs[0] : mission.legs.find(({ id }) => id === legId)
  if (!leg) return refused({ code: 'leg_unknown' })
  const read = readInstance(document)
  if (!read.ok) return refused({ code: 'instance_faulty', faults: read.problem.faults })
  const instance = eventOfInstance(document as InstanceDocument)
  if (!instance.ok) return instance
  const begin = atLocalTime(leg.startsOn, asLocalTime('09:00'), asTimeZone(leg.timeZone))
  if (!begin.ok) return refused({ code: 'clocks_change_there' })
  const { slotMinutes, pauseMinutes, slotCount, tables, participants, meetings } = instance.value
  const eventId = crypto.randomUUID() as EventId
  const title = (read.value.name || name).slice(0, 200)
  const dates = { opensAt: ctx.now, closesAt: addMinutes(ctx.now, openMinutes) }
  await ctx.journal.event('meetings.instance_imported')
  await insertEvent(ctx.tx, mission.id, {
    ...presetTerms('tables'),
    ...dates,
    id: eventId,
    legId: leg.id,
    preset: 'tables',
    timeZone: leg.timeZone,
    title: { fr: title, en: title },
    slotMinutes,
    pauseMinutes,
  })
  const slots = Array.from({ length: slotCount }, (_, rank): SlotOnLeg => {
    const startsAt = addMinutes(begin.value.instant, rank * (slotMinutes + pauseMinutes))
    return { legId: leg.id, stretch: 0, startsAt, endsAt: addMinutes(startsAt, slotMinutes) }
  })
  await replaceSlots(ctx.tx, mission.id, eventId, slots)
  const tableOf = (_: unknown, rank: number) => ({
    name: `Table ${rank + 1}`,
    district: '',
    address: '',
    participantId: null,
    legId: leg.id,
  })
  await insertSpots(ctx.tx, mission.id, eventId, Array.from({ length: tables }, tableOf))
  await fill(ctx, mission.id, eventId, instance.value)
  return ok({ eventId, participants: participants.length, meetings, slots: slots.length, tables })
}

async function fill(ctx: Ctx, missionId: string, eventId: EventId, { participants, fixed, mostMeetings }: InstanceEvent): Promise<void> {
  const circleId = crypto.randomUUID()
  const quotas = { target: 0, meetingQuota: mostMeetings, requestQuota: mostMeetings }
  await insertCircle(ctx.tx, missionId, eventId, circleId, { kind: 'home', name: { fr: 'Participants', en: 'Participants' }, ...quotas })
  await insertRule(ctx.tx, missionId, eventId, { fromId: circleId, toId: circleId, isAnswered: false, company: [] })
  const [slots, spots] = [await listSlots(ctx.tx, eventId), await listSpots(ctx.tx, eventId)]
  const ids = new Map(
    participants.map(({ id }) => [id, { participantId: crypto.randomUUID() as ParticipantId, personId: crypto.randomUUID() }]),
  )
  const of = (id: string) => found(ids.get(id))
  const nothing = { city: '', country: null, sectors: [], offers: [], needs: [], languages: [], externalKey: null }
  await insertParticipants(
    ctx.tx,
    missionId,
    eventId,
    participants.map(({ id, label, meetings, asks }) => {
      const figures = { target: 0, meetingQuota: meetings, requestQuota: asks.length }
      return { ...nothing, ...figures, id: of(id).participantId, circleId, name: `Participant ${label}` }
    }),
  )
  await insertRepresentatives(
    ctx.tx,
    missionId,
    eventId,
    participants.map(({ id, label }) => {
      const person = { givenName: 'Participant', familyName: label, job: '', email: null, phone: null, consents: [] }
      return { ...person, id: of(id).personId, participantId: of(id).participantId }
    }),
  )
  await insertAbsences(
    ctx.tx,
    missionId,
    eventId,
    participants.flatMap(({ id, away }) => away.map((rank) => ({ representativeId: of(id).personId, slotId: found(slots[rank]).id }))),
  )
  for (const { id, asks } of participants) {
    const wishes = asks.map((about) => ({ aboutId: of(about).participantId, degree: 'must' as const, motive: '' }))
    assert(await putWishes(ctx.tx, of(id).participantId, wishes, ctx.now), 'wishes are open while an instance is imported')
  }
  const locked = fixed.map(({ one, other, slot, table }) => ({
    id: crypto.randomUUID(),
    one: of(one).participantId,
    other: of(other).participantId,
    slotId: found(slots[slot]).id,
    spotId: found(spots[table]).id,
    people: [of(one).personId, of(other).personId],
  }))
  await insertMeetings(ctx.tx, { missionId, eventId, runId: null }, locked)
  for (const { id } of locked) await setLocked(ctx.tx, eventId, id, true)
}
