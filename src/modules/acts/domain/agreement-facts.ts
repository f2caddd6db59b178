import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { CentsText } from './facts.ts'

/**
 * What an assembly approves when an act is about an agreement. JSON only, as all facts; ids name the members of lists, so that an
 * insertion is one difference. Nothing here comes from what follows the vote: signature, transmission, amendments.
 */
export type AgreementFacts = {
  readonly id: string
  readonly title: Localized
  /** What it is for (CGCT L1115-1). */
  readonly object: Localized
  readonly parties: readonly PartyFacts[]
  readonly domains: readonly DomainFacts[]
  readonly term: TermFacts
  /** Null while nobody has said it; zero is said (CGCT L1115-1). */
  readonly forecast: { readonly cents: CentsText; readonly currency: string } | null
  readonly forecastNote: string
  /** Authentic versions first. */
  readonly texts: readonly TextFacts[]
}

/** `ground` is what allows a State to be a party (CGCT L1115-5), with the day it is relied on. */
export type PartyFacts = {
  readonly id: string
  readonly name: string
  readonly isState: boolean
  readonly ground: { readonly label: Localized; readonly on: LocalDate } | null
}

export type DomainFacts = {
  readonly id: string
  readonly title: Localized
  readonly pledges: readonly { readonly id: string; readonly title: Localized }[]
}

/** Both days are counted. Without `runsFrom`, a term counted in months begins with the entry into force. */
export type TermFacts = { readonly months: number | null; readonly runsFrom: LocalDate | null; readonly lastDay: LocalDate | null }

/** `id` is the language of the version, a BCP 47 tag. */
export type TextFacts = { readonly id: string; readonly body: string; readonly isAuthentic: boolean }

/**
 * The facts of today, to be compared with those that were voted: a term that had no first day begins with the entry into force, as the
 * assembly was told, and that is no difference.
 */
export function asVoted(voted: AgreementFacts, today: AgreementFacts, inForceFrom: LocalDate | null): AgreementFacts {
  const isBegun = voted.term.runsFrom === null && voted.term.months === today.term.months && today.term.runsFrom === inForceFrom
  return isBegun ? { ...today, term: voted.term } : today
}
