import { type MemberCategory, memberCategories } from './member.ts'

/**
 * Persons, organisations and companies are three counts, never added to each other nor one inferred from another:
 * a hundred persons may speak for fifty organisations, of which forty-six are companies.
 */
export type MemberCounts = {
  readonly persons: number
  /** Distinct legal persons represented, companies included. */
  readonly organisations: number
  readonly companies: number
  readonly byCategory: Readonly<Record<MemberCategory, number>>
}

type Counted = Readonly<Record<MemberCategory, number>> & Pick<MemberCounts, 'persons' | 'organisations' | 'companies'>

/** Counts as one row gives them; without a row, nobody. */
export function countsOf(row: Counted | undefined): MemberCounts {
  const byCategory = Object.fromEntries(memberCategories.map((category) => [category, row?.[category] ?? 0])) as Record<
    MemberCategory,
    number
  >
  return { persons: row?.persons ?? 0, organisations: row?.organisations ?? 0, companies: row?.companies ?? 0, byCategory }
}
