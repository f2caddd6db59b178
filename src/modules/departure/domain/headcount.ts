import { type LocalDate, addDays, daysInclusive } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { foldAccents } from '#platform/pure/text.ts'
import type { Stay } from './rooms.ts'

/** How many people a day is prepared for: at table, and for the night that follows. */
export type DayCount = {
  readonly date: LocalDate
  /** Where the day is spent: the leg one arrives in, on a day of transport; null between legs. */
  readonly city: Localized | null
  readonly present: number
  readonly sleeping: number
  /** Of those present, how many told each diet, in the order of `dietsOf`; who told nothing is in none. */
  readonly diets: readonly number[]
}

/** The days of an organisation, its own legs, and those of others, where it does not go. */
export type Days = {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly legs?: readonly Leg[]
  readonly elsewhere?: readonly Leg[]
}

type Leg = { readonly cityName: Localized; readonly startsOn: LocalDate; readonly endsOn: LocalDate }

/** What one person eats, as they wrote it. */
export type ToldDiet = { readonly memberId: string; readonly diet: string }

/** One diet, and who follows it: the same words are one diet, whatever their case and accents. */
export type Diet = { readonly label: string; readonly memberIds: readonly string[] }

/** The diets of these people, the most followed first. */
export function dietsOf(told: readonly ToldDiet[], memberIds: readonly string[]): Diet[] {
  const known = new Set(memberIds)
  const groups = Map.groupBy(
    told.filter(({ memberId }) => known.has(memberId)),
    ({ diet }) => foldAccents(diet.trim()).replaceAll(/\s+/g, ' '),
  )
  return [...groups.values()]
    .flatMap((those) => (those[0] ? [{ label: those[0].diet.trim(), memberIds: those.map(({ memberId }) => memberId) }] : []))
    .toSorted((one, other) => other.memberIds.length - one.memberIds.length || one.label.localeCompare(other.label, 'fr'))
}

/**
 * Per day, from the first to the last: whoever has rooms is present from arrival to departure, both days included; whoever has none is counted on every
 * day, for nobody said otherwise, and sleeps in no room. On a day when the mission is only where this organisation does not go, nobody is counted but
 * by their room, and a day without anybody is left out.
 */
export function headCounts(
  { startsOn, endsOn, legs = [], elsewhere = [] }: Days,
  memberIds: readonly string[],
  stays: readonly Stay[],
  diets: readonly Diet[] = [],
): DayCount[] {
  const byMember = Map.groupBy(stays, ({ memberId }) => memberId as string)
  return Array.from({ length: daysInclusive(startsOn, endsOn) }, (_, index) => addDays(startsOn, index)).flatMap((date) => {
    const leg = legOn(legs, date)
    const isAway = leg === undefined && legOn(elsewhere, date) !== undefined
    const ofTheDay = memberIds.filter((id) => {
      const own = byMember.get(id)
      return own === undefined ? !isAway : own.some(({ arrivesOn, leavesOn }) => arrivesOn <= date && date <= leavesOn)
    })
    const sleeping = memberIds.filter((id) => byMember.get(id)?.some(({ arrivesOn, leavesOn }) => arrivesOn <= date && date < leavesOn))
    if (isAway && ofTheDay.length === 0) return []
    return {
      date,
      city: leg?.cityName ?? null,
      present: ofTheDay.length,
      sleeping: sleeping.length,
      diets: diets.map((diet) => diet.memberIds.filter((id) => ofTheDay.includes(id)).length),
    }
  })
}

function legOn(legs: readonly Leg[], date: LocalDate): Leg | undefined {
  return legs
    .filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)
    .toSorted((one, other) => (one.startsOn < other.startsOn ? 1 : -1))[0]
}
