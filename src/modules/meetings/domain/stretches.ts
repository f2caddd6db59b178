import { type Instant, addMinutes, atLocalTime, dateIn } from '#platform/pure/instant.ts'
import { type LocalDate, parseIsoDate } from '#platform/pure/local-date.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import { type LocalTime, parseLocalTime } from '#platform/pure/local-time.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

/** A part of a day in which meetings follow each other, on the clocks of the event. */
export type Stretch = { readonly date: LocalDate; readonly from: LocalTime; readonly to: LocalTime }

export type SlotDraft = { readonly stretch: number; readonly startsAt: Instant; readonly endsAt: Instant }

export type StretchProblem = {
  readonly code:
    | 'stretch_unreadable'
    | 'stretch_too_short'
    | 'stretches_overlap'
    | 'a_day_is_on_one_leg'
    | 'clocks_change_there'
    | 'too_many_slots'
}

/** A slot on a leg of the event. */
export type SlotOnLeg = SlotDraft & { readonly legId: string }

/** The board of an event stays readable, and the engine's grid small. */
const mostSlots = 300

/** Reads one stretch a line: « 2017-11-06 9h-12h30 », « 06/11/2017 14:00–17:00 ». @refuses stretch_unreadable */
export function readStretches(text: string): Outcome<Stretch[], StretchProblem> {
  const stretches: Stretch[] = []
  for (const line of text.split(/\r?\n/).map((typed) => typed.trim())) {
    if (line === '') continue
    const [, day = '', begin = '', end = ''] = /^(\S+)\s+(.+?)\s*(?:[-–—]|à|to)\s*(\S.*)$/u.exec(line) ?? []
    const iso = parseIsoDate(day)
    const date = iso.ok ? iso : parseLocalDate(day)
    const [from, to] = [parseLocalTime(begin), parseLocalTime(end)]
    if (!date.ok || !from.ok || !to.ok || to.value <= from.value) return refused({ code: 'stretch_unreadable' })
    stretches.push({ date: date.value, from: from.value, to: to.value })
  }
  return ok(stretches)
}

/**
 * As many slots as fit in each stretch, a pause between two. A stretch on a night when clocks change is refused: two people would read it differently.
 * @refuses stretch_too_short when a stretch holds no slot, stretches_overlap, clocks_change_there, too_many_slots
 */
export function slotsOf(
  stretches: readonly Stretch[],
  { slotMinutes, pauseMinutes }: { readonly slotMinutes: number; readonly pauseMinutes: number },
  zone: TimeZone,
): Outcome<SlotDraft[], StretchProblem> {
  const ordered = stretches.toSorted((a, b) => (`${a.date}${a.from}` < `${b.date}${b.from}` ? -1 : 1))
  const slots: SlotDraft[] = []
  for (const [index, { date, from, to }] of ordered.entries()) {
    const [begin, end] = [atLocalTime(date, from, zone), atLocalTime(date, to, zone)]
    if (!begin.ok || !end.ok) return refused({ code: 'clocks_change_there' })
    const before = slots.at(-1)
    if (before && before.endsAt > begin.value.instant) return refused({ code: 'stretches_overlap' })
    let startsAt = begin.value.instant
    for (;;) {
      const endsAt = addMinutes(startsAt, slotMinutes)
      if (endsAt > end.value.instant) break
      slots.push({ stretch: index, startsAt, endsAt })
      startsAt = addMinutes(endsAt, pauseMinutes)
    }
    if (slots.at(-1)?.stretch !== index) return refused({ code: 'stretch_too_short' })
    if (slots.length > mostSlots) return refused({ code: 'too_many_slots' })
  }
  return ok(slots)
}

/**
 * The slots of one leg, laid out anew, among those of the others; stretches are counted over the whole event. A day is in one city.
 * @refuses a_day_is_on_one_leg, stretches_overlap, too_many_slots
 */
export function amongLegs(
  leg: { readonly id: string; readonly timeZone: TimeZone },
  drafts: readonly SlotDraft[],
  others: readonly (SlotOnLeg & { readonly timeZone: TimeZone })[],
): Outcome<SlotOnLeg[], StretchProblem> {
  const days = new Set(others.map(({ startsAt, timeZone }) => dateIn(timeZone, startsAt)))
  if (drafts.some(({ startsAt }) => days.has(dateIn(leg.timeZone, startsAt)))) return refused({ code: 'a_day_is_on_one_leg' })
  const slots = [...others, ...drafts.map((draft) => ({ ...draft, legId: leg.id }))].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  if (slots.some(({ startsAt }, index) => startsAt < (slots[index - 1]?.endsAt ?? startsAt))) return refused({ code: 'stretches_overlap' })
  if (slots.length > mostSlots) return refused({ code: 'too_many_slots' })
  const stretches = [...new Set(slots.map(({ legId, stretch }) => `${legId} ${stretch}`))]
  return ok(
    slots.map(({ legId, stretch, startsAt, endsAt }) => ({ legId, stretch: stretches.indexOf(`${legId} ${stretch}`), startsAt, endsAt })),
  )
}
