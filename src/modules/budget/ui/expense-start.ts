import type { OrganisationId } from '#platform/actor.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Expense } from '../domain/expense.ts'
import { longestLabel } from '../domain/recording.ts'

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

/** What the address says of a receipt that was handed in: the day it was taken, and what it is. */
export function handedStart(asked: URLSearchParams): ExpenseStart {
  const day = parseLocalDate(asked.get('le') ?? '')
  const label = asked.get('quoi')?.slice(0, longestLabel)
  return { ...(day.ok ? { spentOn: day.value } : {}), ...(label ? { label } : {}) }
}

/** For the next receipt of a pile: same day, same currency at the same rate; the rest is another purchase. */
export function startAfter({ spentOn, amount, conversion, isShared }: Expense): ExpenseStart {
  return { spentOn, amount: { cents: 0n, currency: amount.currency }, conversion, isShared }
}
