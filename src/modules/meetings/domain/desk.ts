import { type Instant, dateIn } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { DeskOutcome } from './desk-outcome.ts'
import type { Resource, Rule, Spot } from './event.ts'

/** Twin of a CHECK of 0066_meeting_desk.sql. */
export const arrivalWays = ['scan', 'list'] as const
export type ArrivalWay = (typeof arrivalWays)[number]

export type DeskSlot = {
  readonly id: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly from: LocalTime
  readonly to: LocalTime
}
export type DeskParticipant = {
  readonly id: string
  readonly name: string
  readonly circleId: string
  readonly languages: readonly string[]
  /** Whether one says for it what became of its meetings. */
  readonly isTold: boolean
}
export type DeskPerson = { readonly id: string; readonly participantId: string; readonly name: string; readonly job: string }
export type DeskMeeting = {
  readonly id: string
  readonly oneId: string
  readonly otherId: string
  readonly slotId: string
  readonly spotId: string
  /** Representatives and resources, by their ids. */
  readonly people: readonly string[]
}

/** One day of an event as its desk knows it: all that can be answered without a network. */
export type Desk = {
  readonly zone: TimeZone
  readonly day: LocalDate
  /** When the server told all this. */
  readonly now: Instant
  readonly nearMinutes: number
  readonly farMinutes: number
  readonly slots: readonly DeskSlot[]
  readonly spots: readonly Omit<Spot, 'address' | 'legId'>[]
  readonly participants: readonly DeskParticipant[]
  readonly people: readonly DeskPerson[]
  readonly resources: readonly Resource[]
  readonly rules: readonly Pick<Rule, 'fromId' | 'toId' | 'company'>[]
  readonly meetings: readonly DeskMeeting[]
  /** When each person was noted as arrived, by their id. */
  readonly arrived: Readonly<Record<string, Instant>>
  /** What sides say of the meetings of the day, as far as one may read it. */
  readonly told: readonly DeskOutcome[]
  readonly away: readonly { readonly whoId: string; readonly slotId: string }[]
  /** Pairs who meet on another day: they do not meet twice. */
  readonly metElsewhere: readonly { readonly oneId: string; readonly otherId: string }[]
}

/** The slot that is on at this moment, else the one that comes; null when the day is over. */
export function slotAt(slots: readonly DeskSlot[], now: Instant): DeskSlot | null {
  return slots.find(({ endsAt }) => endsAt > now) ?? null
}

/** What the desk shows: the slot one chose, else that of the moment on the day itself, else the first. */
export function shownSlot(desk: Pick<Desk, 'slots' | 'day' | 'zone'>, now: Instant, chosen: string | null): DeskSlot | null {
  const isToday = dateIn(desk.zone, now) === desk.day
  return desk.slots.find(({ id }) => id === chosen) ?? (isToday ? slotAt(desk.slots, now) : null) ?? desk.slots[0] ?? null
}

export function nextSlot({ slots }: Pick<Desk, 'slots'>, slotId: string): DeskSlot | null {
  return slots[slots.findIndex(({ id }) => id === slotId) + 1] ?? null
}

/** The meetings of a slot, in the order of the spots. */
export function meetingsAt({ meetings, spots }: Pick<Desk, 'meetings' | 'spots'>, slotId: string): DeskMeeting[] {
  const rank = new Map(spots.map(({ id }, index) => [id, index]))
  return meetings.filter((meeting) => meeting.slotId === slotId).toSorted((a, b) => (rank.get(a.spotId) ?? 0) - (rank.get(b.spotId) ?? 0))
}

/** Spots that hold no meeting at a slot, and can. */
export function freeSpots({ meetings, spots, away }: Pick<Desk, 'meetings' | 'spots' | 'away'>, slotId: string): Desk['spots'][number][] {
  const ofSlot = (each: { readonly slotId: string }) => each.slotId === slotId
  const taken = new Set([...meetings.filter(ofSlot).map(({ spotId }) => spotId), ...away.filter(ofSlot).map(({ whoId }) => whoId)])
  return spots.filter(({ id }) => !taken.has(id))
}

export type Late = { readonly person: DeskPerson; readonly meeting: DeskMeeting; readonly minutes: number }

/** Who is expected at a slot and has not come yet; `minutes` since it began, 0 before. */
export function lateAt(desk: Pick<Desk, 'meetings' | 'spots' | 'people' | 'arrived'>, slot: DeskSlot, now: Instant): Late[] {
  const people = new Map(desk.people.map((person) => [person.id, person]))
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(slot.startsAt)) / 60_000))
  return meetingsAt(desk, slot.id).flatMap((meeting) =>
    meeting.people.flatMap((id) => {
      const person = people.get(id)
      return person && !desk.arrived[id] ? [{ person, meeting, minutes: now < slot.endsAt ? minutes : 0 }] : []
    }),
  )
}

/** A colleague who could come instead, and what stands in the way. */
export type Substitute = { readonly person: DeskPerson; readonly conflict: DeskMeeting | 'away' | null }

/** Who of the same participant could take the place of somebody at a meeting; those who are free first. */
export function substitutesFor(desk: Pick<Desk, 'meetings' | 'people' | 'away'>, meeting: DeskMeeting, personId: string): Substitute[] {
  const replaced = desk.people.find(({ id }) => id === personId)
  return desk.people
    .filter(({ id, participantId }) => participantId === replaced?.participantId && !meeting.people.includes(id))
    .map((person) => ({ person, conflict: conflictOf(desk, person.id, meeting.slotId) }))
    .toSorted((a, b) => Number(a.conflict !== null) - Number(b.conflict !== null))
}

/** What keeps somebody, or something, from being at a slot. */
export function conflictOf(
  { meetings, away }: Pick<Desk, 'meetings' | 'away'>,
  whoId: string,
  slotId: string,
): DeskMeeting | 'away' | null {
  const busy = meetings.find((meeting) => meeting.slotId === slotId && meeting.people.includes(whoId))
  if (busy) return busy
  return away.some((absence) => absence.whoId === whoId && absence.slotId === slotId) ? 'away' : null
}
