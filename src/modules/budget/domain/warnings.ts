import { addDays, type LocalDate } from '#platform/pure/local-date.ts'
import { sameMoney } from '#platform/pure/money.ts'
import { type Expense, isStanding } from './expense.ts'

/** Something to look at twice. The line is recorded all the same: a deposit may be paid long before, an invoice long after. */
export const warningCodes = [
  'spent_in_the_future',
  'spent_long_before',
  'spent_long_after',
  'looks_recorded_twice',
  'is_a_credit_note',
] as const
export type WarningCode = (typeof warningCodes)[number]

type Period = { readonly startsOn: LocalDate | null; readonly endsOn: LocalDate | null }

/** Beyond a year from the mission, the year was probably mistyped. */
const plausibleDays = 365

export function dateWarningOf(spentOn: LocalDate, { startsOn, endsOn }: Period, today: LocalDate): WarningCode | null {
  if (spentOn > today) return 'spent_in_the_future'
  if (startsOn !== null && spentOn < addDays(startsOn, -plausibleDays)) return 'spent_long_before'
  if (endsOn !== null && spentOn > addDays(endsOn, plausibleDays)) return 'spent_long_after'
  return null
}

/** What deserves a second look on a line that still counts; `others` are lines of the same ledger. */
export function warningsOf(expense: Expense, others: readonly Expense[], period: Period, today: LocalDate): WarningCode[] {
  if (!isStanding(expense)) return []
  const date = dateWarningOf(expense.spentOn, period, today)
  const hasTwin = others.some((other) => other.id !== expense.id && isStanding(other) && isSamePurchase(expense, other))
  return [
    ...(date ? [date] : []),
    ...(hasTwin ? ['looks_recorded_twice' as const] : []),
    ...(expense.base.cents < 0n ? ['is_a_credit_note' as const] : []),
  ]
}

type Purchase = Pick<Expense, 'organisationId' | 'spentOn' | 'supplier' | 'amount'>

/** Same payer, day, supplier and amount: most often one receipt entered by two colleagues. */
export function isSamePurchase(a: Purchase, b: Purchase): boolean {
  return (
    a.organisationId === b.organisationId &&
    a.spentOn === b.spentOn &&
    sameMoney(a.amount, b.amount) &&
    fold(a.supplier) === fold(b.supplier)
  )
}

function fold(name: string): string {
  return name.trim().toLocaleLowerCase('fr')
}
