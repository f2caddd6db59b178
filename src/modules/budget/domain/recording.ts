import type { OrganisationId } from '#platform/actor.ts'
import { type Conversion, convert, convertBack } from '#platform/pure/conversion.ts'
import { isCurrency } from '#platform/pure/currency.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Money } from '#platform/pure/money.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Benefits, Category, NewLine } from './expense.ts'
import type { ExpenseField, FieldProblem } from './problems.ts'

/** What the payer states of one expense, read and typed, before anything is decided. */
export type ExpenseDraft = {
  readonly spentOn: LocalDate
  readonly supplier: string
  readonly label: string
  readonly category: Category
  readonly amount: Money
  /** Needed exactly when the amount is not in the payer's currency. */
  readonly conversion: Conversion | null
  readonly benefits: Benefits
  readonly isShared: boolean
  readonly externalKey: string | null
}

/** The ledger a line goes to: one payer's, for one mission. */
export type Ledger = {
  readonly missionId: MissionId
  readonly organisationId: OrganisationId
  readonly baseCurrency: string
  readonly accountsClosedOn: LocalDate | null
  /** Organisations that take part now, the payer included. */
  readonly partnerIds: readonly OrganisationId[]
  readonly today: LocalDate
}

/** Same bound as the constraint amount_is_plausible: a larger figure is a slip of the keyboard. */
const largestCents = 999_999_999_999_999n

export const longestSupplier = 200
export const longestLabel = 500
export const longestSource = 200
export const longestKey = 100

/**
 * Decides whether an expense may enter the ledger, and what it weighs in the payer's currency: converted once by the
 * rate the payer gives, half a cent away from zero (regulation (EC) 1103/97, article 5), and kept for ever.
 * A negative amount is a supplier's credit note.
 * @refuses accounts_closed, supplier_missing, text_too_long, currency_unknown, amount_is_zero, amount_too_large, rate_needed,
 *   rate_not_needed, rate_is_for_another_currency, rate_in_the_future, base_is_zero, beneficiary_unknown; all at once
 */
export function decideRecording(draft: ExpenseDraft, ledger: Ledger): Outcome<NewLine, readonly FieldProblem[]> {
  const problems = [...problemsOfWords(draft, ledger), ...problemsOfRate(draft, ledger)]
  const base = problems.length === 0 ? baseAmount(draft) : draft.amount
  if (base.cents === 0n && draft.amount.cents !== 0n) problems.push(problem('amount', 'base_is_zero'))
  if ([draft.amount, base].some(({ cents }) => cents > largestCents || cents < -largestCents))
    problems.push(problem('amount', 'amount_too_large'))
  if (problems.length > 0) return refused(problems)
  return ok({
    missionId: ledger.missionId,
    spentOn: draft.spentOn,
    supplier: draft.supplier.trim(),
    label: draft.label.trim(),
    category: draft.category,
    amount: draft.amount,
    base,
    conversion: draft.conversion,
    benefits: ownDelegationIfPayer(draft.benefits, ledger.organisationId),
    receiptId: null,
    externalKey: draft.externalKey,
    reversesId: null,
    correctsId: null,
    reason: null,
    isShared: draft.isShared,
  })
}

function problemsOfWords(
  { supplier, label, benefits, externalKey }: ExpenseDraft,
  { accountsClosedOn, partnerIds }: Ledger,
): FieldProblem[] {
  return list(
    [accountsClosedOn !== null, '', 'accounts_closed'],
    [supplier.trim() === '', 'supplier', 'supplier_missing'],
    [supplier.length > longestSupplier, 'supplier', 'text_too_long'],
    [label.length > longestLabel, 'label', 'text_too_long'],
    [externalKey !== null && externalKey.length > longestKey, 'externalKey', 'text_too_long'],
    [benefits.kind === 'partner' && !partnerIds.includes(benefits.organisationId), 'benefits', 'beneficiary_unknown'],
  )
}

function problemsOfRate({ amount, conversion }: ExpenseDraft, { baseCurrency, today }: Ledger): FieldProblem[] {
  const isForeign = amount.currency !== baseCurrency
  const pair = conversion && [conversion.from, conversion.to]
  return list(
    [!isCurrency(amount.currency), 'currency', 'currency_unknown'],
    [amount.cents === 0n, 'amount', 'amount_is_zero'],
    [isForeign && !conversion, 'rate', 'rate_needed'],
    [!isForeign && conversion !== null, 'rate', 'rate_not_needed'],
    [
      isForeign && pair !== null && !(pair.includes(amount.currency) && pair.includes(baseCurrency)),
      'rate',
      'rate_is_for_another_currency',
    ],
    [conversion !== null && conversion.rateSource.length > longestSource, 'rateSource', 'text_too_long'],
    [conversion !== null && conversion.rateDate > today, 'rateOn', 'rate_in_the_future'],
  )
}

/** Multiplies by a rate that starts from the currency paid, divides by one that starts from the base. */
function baseAmount({ amount, conversion }: ExpenseDraft): Money {
  if (!conversion) return amount
  return conversion.from === amount.currency ? convert(amount, conversion) : convertBack(amount, conversion)
}

function ownDelegationIfPayer(benefits: Benefits, payer: OrganisationId): Benefits {
  return benefits.kind === 'partner' && benefits.organisationId === payer ? { kind: 'delegation' } : benefits
}

function problem(field: ExpenseField, code: FieldProblem['code']): FieldProblem {
  return { field, code }
}

function list(...conditions: ReadonlyArray<readonly [boolean, ExpenseField, FieldProblem['code']]>): FieldProblem[] {
  return conditions.filter(([holds]) => holds).map(([, field, code]) => problem(field, code))
}
