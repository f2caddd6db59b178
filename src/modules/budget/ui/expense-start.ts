import type { OrganisationId } from '#platform/actor.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Expense } from '../domain/expense.ts'

/** What the fields of an expense hold before anyone types. */
export type ExpenseStart = Partial<
  Pick<Expense, 'spentOn' | 'supplier' | 'label' | 'category' | 'amount' | 'conversion' | 'benefits' | 'isShared'>
>

/** What the fields propose. */
export type ExpenseChoices = {
  readonly baseCurrency: string
  readonly currencies: readonly string[]
  readonly suppliers: readonly string[]
  readonly partners: readonly { readonly organisationId: OrganisationId; readonly name: string }[]
  readonly today: LocalDate
}

/** For the next receipt of a pile: same day, same currency at the same rate; the rest is another purchase. */
export function startAfter({ spentOn, amount, conversion, isShared }: Expense): ExpenseStart {
  return { spentOn, amount: { cents: 0n, currency: amount.currency }, conversion, isShared }
}
