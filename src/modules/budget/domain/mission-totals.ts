import type { Money } from '#platform/pure/money.ts'
import { type Category, categories } from './expense.ts'
import type { CategoryTotal } from './totals.ts'

/** What one payer spent on one mission. `total` is null while its ledger is empty: an absent figure is not zero. */
export type MissionTotals = {
  readonly total: Money | null
  readonly byCategory: readonly CategoryTotal[]
  readonly lineCount: number
  readonly expenseCount: number
}

export type CategorySum = CategoryTotal & { readonly expenseCount: number }

/** Adds the sums of one payer's categories up. A ledger has one base currency (constraint a_ledger_keeps_one_base_currency). */
export function missionTotalsOf(sums: readonly CategorySum[]): MissionTotals {
  const currency = sums[0]?.total.currency
  const rank = (category: Category) => categories.indexOf(category)
  return {
    total: currency === undefined ? null : { cents: sums.reduce((sum, { total }) => sum + total.cents, 0n), currency },
    byCategory: sums
      .map(({ category, total, lineCount }) => ({ category, total, lineCount }))
      .toSorted((a, b) => rank(a.category) - rank(b.category)),
    lineCount: sums.reduce((count, sum) => count + sum.lineCount, 0),
    expenseCount: sums.reduce((count, sum) => count + sum.expenseCount, 0),
  }
}
