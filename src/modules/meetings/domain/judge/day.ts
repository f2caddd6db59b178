import type { LocalDate } from '#platform/pure/local-date.ts'
import type { PlannedMeeting, Snapshot } from '../snapshot.ts'

/** A meeting at its rank on the grid, in its place: two spots are one place when they are tables of one district, or of one host. */
export type Seated = PlannedMeeting & { readonly rank: number; readonly date: LocalDate; readonly place: string; readonly district: string }

/** One person, or one thing, on one day: its meetings in the order of time. */
export type Day = { readonly whoId: string; readonly date: LocalDate; readonly meetings: readonly Seated[] }

/** The meetings whose slot and spot are known, in the order of time. */
export function seated({ slots, spots }: Snapshot, meetings: readonly PlannedMeeting[]): Seated[] {
  const rankOf = new Map(slots.map(({ id }, rank) => [id, rank]))
  const spotOf = new Map(spots.map((spot) => [spot.id, spot]))
  return meetings
    .flatMap((meeting) => {
      const [rank, spot] = [rankOf.get(meeting.slotId), spotOf.get(meeting.spotId)]
      const slot = rank === undefined ? undefined : slots[rank]
      if (rank === undefined || !slot || !spot) return []
      return [{ ...meeting, rank, date: slot.date, place: `${spot.participantId ?? ''} ${spot.district}`, district: spot.district }]
    })
    .sort((a, b) => a.rank - b.rank)
}

/** The days of everybody and everything that is at a meeting. */
export function daysOf(meetings: readonly Seated[]): Day[] {
  const days = new Map<string, { whoId: string; date: LocalDate; meetings: Seated[] }>()
  for (const meeting of meetings)
    for (const whoId of new Set(meeting.people)) {
      const key = `${whoId} ${meeting.date}`
      const day = days.get(key) ?? { whoId, date: meeting.date, meetings: [] }
      day.meetings.push(meeting)
      days.set(key, day)
    }
  return [...days.values()]
}

/** Slots in which somebody waits between two meetings of a day. */
export type Wait = {
  readonly whoId: string
  readonly date: LocalDate
  readonly after: Seated
  readonly before: Seated
  readonly slots: number
}

/** Every wait of those who represent a participant; interpreters, escorts and vehicles may wait. */
export function waitsOf(snapshot: Snapshot, meetings: readonly PlannedMeeting[]): Wait[] {
  const representatives = new Set(snapshot.participants.flatMap(({ people }) => people.map(({ id }) => id)))
  return daysOf(seated(snapshot, meetings)).flatMap(({ whoId, date, meetings: own }) =>
    representatives.has(whoId)
      ? own.slice(1).flatMap((before, index) => {
          const after = own[index]
          const slots = after ? before.rank - after.rank - 1 : 0
          return after && slots > 0 ? [{ whoId, date, after, before, slots }] : []
        })
      : [],
  )
}
