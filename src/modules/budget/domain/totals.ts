import type { OrganisationId } from '#platform/actor.ts'
import type { Money } from '#platform/pure/money.ts'
import { type Category, categories, isStanding, type LedgerLine } from './expense.ts'

export type CategoryTotal = { readonly category: Category; readonly total: Money; readonly lineCount: number }
export type PartnerTotal = { readonly organisationId: OrganisationId; readonly total: Money; readonly lineCount: number }

/** What one currency adds up to. Every line counts, reversals included: a reversed expense and its reversal cancel out. */
export type Totals = {
  readonly total: Money
  readonly byCategory: readonly CategoryTotal[]
  readonly byPartner: readonly PartnerTotal[]
  readonly lineCount: number
  /** Expenses that still count: neither reversed nor reversals. */
  readonly expenseCount: number
}

/**
 * Adds lines up, one `Totals` per base currency (partners may keep their accounts in different ones, which never add up).
 * Categories come in the order of `categories`, partners and currencies in that of the lines.
 */
export function totalsOf(lines: readonly LedgerLine[]): Totals[] {
  const currencies = [...new Set(lines.map((line) => line.base.currency))]
  return currencies.map((currency) =>
    totalsIn(
      currency,
      lines.filter((line) => line.base.currency === currency),
    ),
  )
}

function totalsIn(currency: string, lines: readonly LedgerLine[]): Totals {
  const sum = (some: readonly LedgerLine[]) => ({ cents: some.reduce((cents, line) => cents + line.base.cents, 0n), currency })
  const byCategory = Map.groupBy(lines, (line) => line.category)
  const byPartner = Map.groupBy(lines, (line) => line.organisationId)
  return {
    total: sum(lines),
    byCategory: categories.flatMap((category) => {
      const own = byCategory.get(category)
      return own ? [{ category, total: sum(own), lineCount: own.length }] : []
    }),
    byPartner: [...byPartner].map(([organisationId, own]) => ({ organisationId, total: sum(own), lineCount: own.length })),
    lineCount: lines.length,
    expenseCount: lines.filter(isStanding).length,
  }
}
