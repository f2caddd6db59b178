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

export const noMembers: MemberCounts = { persons: 0, organisations: 0, companies: 0, byCategory: countsOf([]) }

/** A count for each category, zero included. */
export function countsOf(
  counted: ReadonlyArray<{ readonly category: MemberCategory; readonly count: number }>,
): Record<MemberCategory, number> {
  const counts = Object.fromEntries(memberCategories.map((category) => [category, 0])) as Record<MemberCategory, number>
  for (const { category, count } of counted) counts[category] += count
  return counts
}
