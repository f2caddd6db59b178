import { type LocalDate, addMonths, compareDates, partsOf } from '#platform/pure/local-date.ts'

/** `on` is null when only the year of the beginning is known: the anniversary is then of that year. */
export type Anniversary = { readonly years: number; readonly on: LocalDate | null; readonly year: number }

const STEP = 5

/** The next anniversary that one celebrates, five years by five, today included: signed in 1958, 60 years in 2018. */
export function nextAnniversary(since: LocalDate | number, today: LocalDate): Anniversary {
  const thisYear = partsOf(today).year
  if (typeof since === 'number') {
    const years = Math.max(STEP, Math.ceil((thisYear - since) / STEP) * STEP)
    return { years, on: null, year: since + years }
  }
  let years = STEP
  while (compareDates(addMonths(since, years * 12), today) < 0) years += STEP
  const on = addMonths(since, years * 12)
  return { years, on, year: partsOf(on).year }
}
