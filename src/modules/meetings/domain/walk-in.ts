import { type Instant, dateIn } from '#platform/pure/instant.ts'
import type { Desk, DeskParticipant, DeskSlot } from './desk.ts'
import { conflictOf, freeSpots } from './desk.ts'
import type { ResourceKind } from './event.ts'

/** Where two who walk in could meet: one tap away. */
export type WalkIn = {
  readonly oneId: string
  readonly otherId: string
  readonly slotId: string
  readonly spotId: string
  readonly people: readonly string[]
}

/** Why there is no such place, the nearest to the truth of the day. */
export type NoWalkIn =
  | 'same_participant'
  | 'two_participants_meet_once'
  | 'nobody_comes'
  | 'no_common_slot'
  | 'no_free_spot'
  | 'no_free_resource'

/**
 * The first slot, from now on, at which somebody of each is free and a spot is: their own address if one of them receives, else any table; with the
 * interpreter, the escort or the vehicle they need, and the way from the meeting before and to the one after.
 */
export function proposeWalkIn(desk: Desk, aId: string, bId: string, now: Instant): WalkIn | { readonly why: NoWalkIn } {
  const [a, b] = [aId, bId].map((id) => desk.participants.find((participant) => participant.id === id))
  if (!a || !b || a.id === b.id) return { why: 'same_participant' }
  if ([...desk.meetings, ...desk.metElsewhere].some((met) => isPair(met, a.id, b.id))) return { why: 'two_participants_meet_once' }
  const [one, other] = inOrder(desk, a, b)
  const needs = needsOf(desk, one, other)
  const peopleOf = ({ id }: DeskParticipant) => desk.people.filter(({ participantId }) => participantId === id)
  if (peopleOf(one).length === 0 || peopleOf(other).length === 0) return { why: 'nobody_comes' }
  let why: NoWalkIn = 'no_common_slot'
  for (const slot of comingSlots(desk, now)) {
    const both = [one, other].map((side) => peopleOf(side).filter(({ id }) => conflictOf(desk, id, slot.id) === null))
    if (both.some((free) => free.length === 0)) continue
    if (why === 'no_common_slot') why = 'no_free_spot'
    for (const spot of spotsFor(desk, one, other, slot.id)) {
      const chosen = both.map((free) =>
        free
          .toSorted((x, y) => Number(!desk.arrived[x.id]) - Number(!desk.arrived[y.id]))
          .find(({ id }) => isOnTheWay(desk, id, slot, spot.district)),
      )
      if (!chosen[0] || !chosen[1]) continue
      const along = needs.map((candidates) => candidates.find((id) => conflictOf(desk, id, slot.id) === null))
      if (along.some((id) => id === undefined)) {
        why = 'no_free_resource'
        break
      }
      const people = [chosen[0].id, chosen[1].id, ...along.flatMap((id) => id ?? [])]
      return { oneId: one.id, otherId: other.id, slotId: slot.id, spotId: spot.id, people }
    }
  }
  return { why }
}

export function isPair({ oneId, otherId }: { readonly oneId: string; readonly otherId: string }, a: string, b: string): boolean {
  return (oneId === a && otherId === b) || (oneId === b && otherId === a)
}

/** From now on; on a day that is not today, all of it. */
function comingSlots({ slots, day, zone }: Desk, now: Instant): readonly DeskSlot[] {
  return dateIn(zone, now) === day ? slots.filter(({ endsAt }) => endsAt > now) : slots
}

/** Whoever may ask comes first, as in a plan. */
function inOrder({ rules }: Desk, a: DeskParticipant, b: DeskParticipant): [DeskParticipant, DeskParticipant] {
  const mayAsk = rules.some(({ fromId, toId }) => fromId === a.circleId && toId === b.circleId)
  const mayBeAsked = rules.some(({ fromId, toId }) => fromId === b.circleId && toId === a.circleId)
  return mayBeAsked && !mayAsk ? [b, a] : [a, b]
}

/** Whom or what the meeting needs besides the two: for each, those who would do. */
function needsOf({ rules, resources }: Desk, one: DeskParticipant, other: DeskParticipant): string[][] {
  const speaks = ({ languages }: { readonly languages: readonly string[] }, like: DeskParticipant) =>
    languages.some((tag) => like.languages.includes(tag))
  const isUnderstood = one.languages.length === 0 || other.languages.length === 0 || speaks(one, other)
  const ofKind = (kind: ResourceKind) => resources.filter((resource) => resource.kind === kind)
  const interpreters = ofKind('interpreter').filter((interpreter) => speaks(interpreter, one) && speaks(interpreter, other))
  const rule = rules.find(({ fromId, toId }) => fromId === one.circleId && toId === other.circleId)
  return [...(isUnderstood ? [] : [interpreters]), ...(rule?.company ?? []).map(ofKind)].map((candidates) => candidates.map(({ id }) => id))
}

function spotsFor(desk: Desk, one: DeskParticipant, other: DeskParticipant, slotId: string): Desk['spots'] {
  const free = freeSpots(desk, slotId)
  const of = (owner: string | null) => desk.spots.filter(({ participantId }) => participantId === owner)
  const receives = of(other.id).length > 0 ? other.id : of(one.id).length > 0 ? one.id : null
  return free.filter(({ participantId }) => participantId === receives)
}

/** There is time for the way from the meeting before, and to the one after. */
function isOnTheWay(desk: Desk, personId: string, slot: DeskSlot, district: string): boolean {
  return desk.meetings.every((meeting) => {
    const there = desk.slots.find(({ id }) => id === meeting.slotId)
    if (!there || !meeting.people.includes(personId)) return true
    const from = desk.spots.find(({ id }) => id === meeting.spotId)
    const minutes = from?.district === district ? desk.nearMinutes : desk.farMinutes
    const gap = there.startsAt < slot.startsAt ? minutesBetween(there.endsAt, slot.startsAt) : minutesBetween(slot.endsAt, there.startsAt)
    return gap >= minutes
  })
}

function minutesBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}
