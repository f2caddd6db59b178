import { compareDates, type LocalDate, partsOf } from '#platform/pure/local-date.ts'

/** What the computed facts look at. */
export type Signed = {
  readonly id: string
  readonly country: string
  readonly signedOn: LocalDate | null
  /** Known to exist before any date is known: nothing signed later can be a first. */
  readonly isUndated: boolean
  /** With a city of that country, rather than with a State, a network or the country at large. */
  readonly isWithCity: boolean
}

/**
 * Is this the first agreement with a city of its country? Only what has a day can be first, and only if nothing of that country came
 * before it, was signed the same day, or exists without a known day. What is with no city counts for nothing here.
 */
export function isFirstOfCountry(agreement: Signed, register: readonly Signed[]): boolean {
  const { signedOn } = agreement
  if (signedOn === null || !agreement.isWithCity) return false
  return register.every(
    (other) =>
      other.id === agreement.id ||
      !other.isWithCity ||
      other.country !== agreement.country ||
      (!other.isUndated && (other.signedOn === null || compareDates(other.signedOn, signedOn) > 0)),
  )
}

/** Whole years from one day to another, as one counts an age: 29 February counts on 1 March of the years that have none. */
export function wholeYears(from: LocalDate, to: LocalDate): number {
  if (compareDates(to, from) < 0) return 0
  const a = partsOf(from)
  const b = partsOf(to)
  const isBeforeAnniversary = b.month < a.month || (b.month === a.month && b.day < a.day)
  return b.year - a.year - (isBeforeAnniversary ? 1 : 0)
}

/**
 * Years of working together on a day, of which « more than » may be said. Since a year alone is known, its last day is counted from:
 * what is said is true whatever the day was.
 */
export function yearsTogether(since: number, on: LocalDate): number {
  return Math.max(0, partsOf(on).year - since)
}

/** « Plus de dix ans »: the round number of years that has been passed, five and ten by ten; null below five. */
export function roundYears(years: number): number | null {
  if (years <= 5) return null
  return years <= 10 ? 5 : Math.floor((years - 1) / 10) * 10
}
