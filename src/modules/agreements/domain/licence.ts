import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Money } from '#platform/pure/money.ts'

/** A trademark licensed to a party: where, for how long, exclusively or not, for which fee. */
export type Licence = {
  readonly id: string
  readonly licenseeId: string
  readonly brand: string
  readonly isExclusive: boolean
  readonly startsOn: LocalDate
  readonly termMonths: number
  readonly lastDay: LocalDate
  readonly fee: Money | null
  readonly feeNote: string
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[]
  readonly editions: readonly Edition[]
  readonly version: number
}

/** An edition held under the licence. Its theme, once chosen, was chosen by a jury on a day. */
export type Edition = {
  readonly id: string
  readonly number: number
  readonly heldOn: LocalDate
  readonly theme: string | null
  readonly jury: string | null
  readonly themeChosenOn: LocalDate | null
}

type Granted = Pick<Licence, 'brand' | 'isExclusive' | 'startsOn' | 'lastDay' | 'countries'>

/**
 * The countries in which two licences would both be exclusive on one day. The database refuses the same
 * (`one_exclusive_licence_per_territory`): the holder of an exclusive right has it alone.
 */
export function exclusiveOverlap(one: Granted, other: Granted, sameBrand: (a: string, b: string) => boolean): string[] {
  const isContest =
    one.isExclusive &&
    other.isExclusive &&
    sameBrand(one.brand, other.brand) &&
    one.startsOn <= other.lastDay &&
    other.startsOn <= one.lastDay
  return isContest ? one.countries.filter((country) => other.countries.includes(country)) : []
}

/** As many countries as a form proposes. */
export const mostCountries = 9
