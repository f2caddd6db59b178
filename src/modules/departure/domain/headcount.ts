import { type LocalDate, addDays, daysInclusive } from '#platform/pure/local-date.ts'
import type { Stay } from './rooms.ts'

/** How many people a day is prepared for: at table, and for the night that follows. */
export type DayCount = { readonly date: LocalDate; readonly present: number; readonly sleeping: number }

/**
 * Per day, from the first to the last: whoever has rooms is present from arrival to departure, both days included; whoever has none is counted on every
 * day, for nobody said otherwise, and sleeps in no room.
 */
export function headCounts(
  { startsOn, endsOn }: { readonly startsOn: LocalDate; readonly endsOn: LocalDate },
  memberIds: readonly string[],
  stays: readonly Stay[],
): DayCount[] {
  const byMember = Map.groupBy(stays, ({ memberId }) => memberId as string)
  return Array.from({ length: daysInclusive(startsOn, endsOn) }, (_, index) => {
    const date = addDays(startsOn, index)
    const ofTheDay = memberIds.filter((id) => {
      const own = byMember.get(id)
      return own === undefined || own.some(({ arrivesOn, leavesOn }) => arrivesOn <= date && date <= leavesOn)
    })
    const sleeping = memberIds.filter((id) => byMember.get(id)?.some(({ arrivesOn, leavesOn }) => arrivesOn <= date && date < leavesOn))
    return { date, present: ofTheDay.length, sleeping: sleeping.length }
  })
}
