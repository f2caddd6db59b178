import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { meetingsOfEach } from './judge/needs.ts'

/** An instance of the published benchmark, as its reader has found it to be well formed (`engine/README.md`). */
export type InstanceDocument = {
  readonly name?: string
  readonly slots: { readonly count: number }
  readonly tables: number
  readonly participants: readonly { readonly id: string; readonly unavailable?: readonly number[] | null }[]
  readonly meetings: readonly {
    readonly id: string
    readonly a: string
    readonly b: string
    readonly session?: string | null
    readonly fixedSlot?: number | null
  }[]
  readonly precedences?: readonly unknown[] | null
}

export type InstanceProblem = {
  readonly code:
    | 'instance_has_sessions'
    | 'instance_has_order'
    | 'instance_pair_twice'
    | 'instance_too_long'
    | 'instance_fixed_beyond_tables'
}

/** What an event takes over from an instance; slots are ranks from 0. */
export type InstanceEvent = {
  readonly slotMinutes: number
  readonly pauseMinutes: number
  readonly slotCount: number
  readonly tables: number
  readonly meetings: number
  /** Of one participant. */
  readonly mostMeetings: number
  readonly participants: readonly {
    readonly id: string
    /** What tells this participant from the others: a number, for the published ones. */
    readonly label: string
    readonly away: readonly number[]
    readonly asks: readonly string[]
    readonly meetings: number
  }[]
  readonly fixed: readonly { readonly one: string; readonly other: string; readonly slot: number; readonly table: number }[]
}

/** The day of an instance begins at nine and ends before midnight. */
const minutesOfTheDay = 15 * 60
const usual = { slotMinutes: 20, pauseMinutes: 5 } as const

/**
 * An instance as an event: everybody in one room on one day, each meeting a must that needs no answer, meetings of a fixed slot locked there.
 * The difference of waits that an instance allows is no rule of an event; the verdict on a plan tells what it is.
 * @refuses what an event does not know: meetings of a half-day, an order between meetings, two meetings of the same two
 */
export function eventOfInstance(instance: InstanceDocument): Outcome<InstanceEvent, InstanceProblem> {
  const { slots, tables, participants, meetings, precedences } = instance
  if (meetings.some(({ session }) => session)) return refused({ code: 'instance_has_sessions' })
  if (precedences && precedences.length > 0) return refused({ code: 'instance_has_order' })
  const pairs = new Set(meetings.map(({ a, b }) => [a, b].sort().join('\n')))
  if (pairs.size < meetings.length) return refused({ code: 'instance_pair_twice' })
  const fixedAt = Map.groupBy(meetings, ({ fixedSlot }) => fixedSlot ?? 0)
  if ([...fixedAt].some(([slot, list]) => slot > 0 && list.length > tables)) return refused({ code: 'instance_fixed_beyond_tables' })
  const rhythm = rhythmOf(slots.count)
  if (rhythm === null) return refused({ code: 'instance_too_long' })
  const isNumbered = participants.every(({ id }) => /^P\d+$/.test(id))
  const counts = meetingsOfEach(meetings.map(({ a, b }) => ({ one: a, other: b })))
  const asked = Map.groupBy(meetings, ({ a }) => a)
  const loads = new Map<number, number>()
  return ok({
    ...rhythm,
    slotCount: slots.count,
    tables,
    meetings: meetings.length,
    mostMeetings: Math.max(0, ...counts.values()),
    participants: participants.map(({ id, unavailable }) => ({
      id,
      label: isNumbered ? id.slice(1) : id,
      away: [...new Set(unavailable ?? [])].map((slot) => slot - 1),
      asks: asked.get(id)?.map(({ b }) => b) ?? [],
      meetings: counts.get(id) ?? 0,
    })),
    fixed: meetings.flatMap(({ a, b, fixedSlot }) => {
      if (!fixedSlot) return []
      const table = loads.get(fixedSlot) ?? 0
      loads.set(fixedSlot, table + 1)
      return [{ one: a, other: b, slot: fixedSlot - 1, table }]
    }),
  })
}

/** The usual rhythm when the day is long enough for it, else the longest that is. */
function rhythmOf(count: number): { slotMinutes: number; pauseMinutes: number } | null {
  if (count * (usual.slotMinutes + usual.pauseMinutes) <= minutesOfTheDay) return usual
  const slotMinutes = Math.floor(minutesOfTheDay / count)
  return slotMinutes >= 5 ? { slotMinutes, pauseMinutes: 0 } : null
}
