import type { OrganisationId } from '#platform/actor.ts'
import type { Conversion } from '#platform/pure/conversion.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Money } from '#platform/pure/money.ts'
import type { MissionId } from '#modules/missions/index.ts'

export type ExpenseId = Id<'expense'>

/** Each list here has its twin in a CHECK of 0006_delegations_budget.sql; a test compares them. */
export const categories = [
  'transport',
  'lodging',
  'meals',
  'per_diem',
  'venue',
  'interpreting',
  'reception',
  'communication',
  'provider',
  'visa_insurance',
  'gift',
  'sme_support',
  'other',
] as const
export type Category = (typeof categories)[number]

export const benefitKinds = ['delegation', 'partner', 'all_partners'] as const
export type BenefitKind = (typeof benefitKinds)[number]

/** Who benefits: the payer's own delegation, one other partner, or every partner of the mission. */
export type Benefits =
  | { readonly kind: 'delegation' | 'all_partners' }
  | { readonly kind: 'partner'; readonly organisationId: OrganisationId }

/** The part of a ledger line that adds up: `base` is the amount in the payer's own currency. */
export type LedgerLine = {
  readonly id: ExpenseId
  readonly organisationId: OrganisationId
  readonly category: Category
  readonly base: Money
  /** The line this one cancels, to the cent. */
  readonly reversesId: ExpenseId | null
  /** The line that cancels this one. */
  readonly reversedById: ExpenseId | null
}

/** One line of the ledger. It is written once; a mistake is mended by its reversal and a new line. */
export type Expense = LedgerLine & {
  readonly missionId: MissionId
  readonly organisationName: string
  readonly spentOn: LocalDate
  readonly supplier: string
  readonly label: string
  readonly amount: Money
  /** Present when the amount was paid in another currency than the base; it starts from either, as it was published. */
  readonly conversion: Conversion | null
  readonly benefits: Benefits
  readonly beneficiaryName: string | null
  /** Known to the payer only: sharing a line shares its figures, never its receipt. */
  readonly receiptId: string | null
  /** The line's number in the file or software it came from. */
  readonly externalKey: string | null
  /** The reversed line this one replaces. */
  readonly correctsId: ExpenseId | null
  /** The line that replaces this one, once reversed. */
  readonly correctedById: ExpenseId | null
  /** Why the line was reversed; carried by the reversal. */
  readonly reason: string | null
  /** Whether every partner of the mission reads the line. */
  readonly isShared: boolean
  readonly recordedAt: Instant
}

/** A line about to be written: what the payer states, and the base amount that follows. */
export type NewLine = Omit<
  Expense,
  'id' | 'organisationId' | 'organisationName' | 'beneficiaryName' | 'reversedById' | 'correctedById' | 'recordedAt'
>

/** Neither a reversal nor reversed: an expense that still counts. */
export function isStanding(line: Pick<LedgerLine, 'reversesId' | 'reversedById'>): boolean {
  return line.reversesId === null && line.reversedById === null
}
