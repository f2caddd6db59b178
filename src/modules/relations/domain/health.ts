import { type LocalDate, addMonths, compareDates } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** A relation of which nothing is heard for longer than this asks for a sign. */
export const SILENCE_MONTHS = 18

/** Why a relation asks for attention, each with the fact behind it; `lively` when nothing does. */
export type Signal =
  | { readonly code: 'no_contact' }
  | { readonly code: 'silent'; readonly lastOn: LocalDate; readonly months: number }
  | { readonly code: 'agreement_ending'; readonly title: Localized; readonly lastDay: LocalDate }
  | { readonly code: 'promise_overdue'; readonly what: string; readonly dueOn: LocalDate; readonly isOurs: boolean }
  | { readonly code: 'lively'; readonly lastOn: LocalDate }

export type Relation = {
  /** Days of missions, visits, letters, meetings and signatures, in any order. */
  readonly contacts: readonly LocalDate[]
  /** Agreements in their last year. */
  readonly endings: readonly { readonly title: Localized; readonly lastDay: LocalDate }[]
  readonly promises: readonly {
    readonly what: string
    readonly dueOn: LocalDate | null
    readonly isOpen: boolean
    readonly isOurs: boolean
  }[]
}

/** Whole months from one day to a later one. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  let months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  while (months > 0 && compareDates(addMonths(from, months), to) > 0) months -= 1
  return Math.max(0, months)
}

/** What is said of a relation on a day: broken promises first, then what ends, then silence. What is to come is no contact yet. */
export function healthOf({ contacts, endings, promises }: Relation, today: LocalDate): Signal[] {
  const past = contacts.filter((day) => compareDates(day, today) <= 0).toSorted(compareDates)
  const lastOn = past.at(-1)
  const signals: Signal[] = promises.flatMap(({ what, dueOn, isOpen, isOurs }) =>
    isOpen && dueOn !== null && compareDates(dueOn, today) < 0 ? [{ code: 'promise_overdue', what, dueOn, isOurs } as const] : [],
  )
  signals.push(...endings.map(({ title, lastDay }) => ({ code: 'agreement_ending', title, lastDay }) as const))
  if (lastOn === undefined) signals.push({ code: 'no_contact' })
  else if (compareDates(addMonths(lastOn, SILENCE_MONTHS), today) < 0)
    signals.push({ code: 'silent', lastOn, months: monthsBetween(lastOn, today) })
  else if (signals.length === 0) signals.push({ code: 'lively', lastOn })
  return signals
}
