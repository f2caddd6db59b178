import type { AuthorityKind, MemberCategory } from '#platform/pure/delegation-words.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { Gender } from '#platform/pure/number-words.ts'
import type { Category as CostCategory } from '#modules/budget/index.ts'
import type { AgreementFacts } from './agreement-facts.ts'

/**
 * Everything the report and the deliberation of an act state, gathered once and then frozen.
 * JSON only: amounts are whole minor units written in decimal ('117787' is 1 177,87 €), dates 'YYYY-MM-DD',
 * absent facts null. Nothing here is formatted, except names, whose grammar cannot be computed.
 */
export type ReportFacts = {
  readonly authority: AuthorityFacts
  /** The mark given by the assembly office, e.g. '122.55'. */
  readonly reference: string | null
  readonly meeting: MeetingFacts
  readonly object: Localized
  /** The exercise whose policy the report invokes: neither the year of travel nor, always, that of the vote. */
  readonly fiscalYear: number | null
  /** On whose proposal the report is made, in full: 'Monsieur le Délégué aux relations internationales'. */
  readonly proposer: Localized | null
  readonly signatory: OfficeHolder | null
  /** In the order of departure. */
  readonly missions: readonly MissionFacts[]
  /** What the assembly approves, when the act is about an agreement; there are then no missions. */
  readonly agreement?: AgreementFacts
  /** What was done there. A section may cover several missions ('Gênes et Milan'). */
  readonly contents: readonly ContentSection[]
  /** ISO 4217 currency of every amount below. */
  readonly currency: string
  /** Summed by the ledger over all the missions, independently of the totals of each. */
  readonly grandTotalCents: CentsText
}

/** A whole number of minor units in decimal, with '-' when negative: `BigInt(text)` reads it. */
export type CentsText = string

export type AuthorityFacts = {
  readonly id: string
  /** Official name, e.g. « Conseil départemental des Bouches-du-Rhône ». */
  readonly name: Localized
  /** Gender of that French name, for 'du' or 'de la'. */
  readonly gender: Gender
  /** Decides the name of its elected members and the articles of law that bind it. */
  readonly kind: AuthorityKind
  readonly siret: string | null
  /** From the highest to the one that writes. */
  readonly directorates: readonly Localized[]
  /** Where acts are signed. */
  readonly place: string | null
}

export type MeetingFacts = {
  /** « Commission permanente », « Conseil municipal »… without article. */
  readonly body: Localized
  readonly bodyGender: Gender
  readonly date: LocalDate | null
  readonly chair: OfficeHolder | null
  readonly rapporteurs: readonly OfficeHolder[]
}

export type OfficeHolder = {
  readonly givenName: string
  readonly familyName: string
  /** Null when unknown or undeclared: the name is then written without « Mme » or « M. ». */
  readonly gender: Gender | null
  /** « Présidente du Conseil départemental », agreed with the person; null for a plain rapporteur. */
  readonly capacity: Localized | null
}

export type MissionFacts = {
  readonly id: string
  readonly title: Localized
  /** In the order of the journey; the same city may come back. */
  readonly legs: readonly LegFacts[]
  /** First and last day, both counted. */
  readonly departure: LocalDate | null
  readonly return: LocalDate | null
  readonly transportDaysIncluded: boolean
  readonly objectives: readonly Localized[]
  readonly partners: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly members: readonly MemberFacts[]
  readonly expensesByCategory: readonly CategoryExpense[]
  /** Summed by the ledger over the lines of the mission, independently of the categories. */
  readonly totalCents: CentsText
  /** Lines in another currency that still wait for a stored rate: they are in no total. */
  readonly unconverted: readonly { readonly currency: string; readonly amountMinor: CentsText; readonly lineCount: number }[]
  /** True when other partners paid too: the total is then the share of the authority, not the cost of the mission. */
  readonly ownShareOnly: boolean
  /** The mandat spécial that elected members need before they leave (CGCT L2123-18, L3123-19, L4135-19). */
  readonly mandate: { readonly votedOn: LocalDate | null; readonly reference: string | null }
}

export type LegFacts = { readonly place: PlaceName; readonly from: LocalDate | null; readonly to: LocalDate | null }

/** A city, and how one says "in" it: « Gênes » and « à Gênes », « Le Havre » and « au Havre ». See `place-names.ts`. */
export type PlaceName = { readonly name: Localized; readonly at: Localized }

export type MemberFacts = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly category: MemberCategory
  readonly capacity: Localized | null
  readonly organisation: { readonly id: string; readonly name: string; readonly isCompany: boolean } | null
  readonly isHead: boolean
}

export type CategoryExpense = { readonly category: CostCategory; readonly amountCents: CentsText; readonly lineCount: number }

export type ContentSection = {
  readonly missionIds: readonly string[]
  /** Null: the places of the missions, joined. */
  readonly heading: Localized | null
  readonly blocks: readonly ContentBlock[]
}

export type ContentBlock =
  | { readonly kind: 'paragraph'; readonly text: Localized }
  | { readonly kind: 'bullets'; readonly items: readonly Localized[] }
