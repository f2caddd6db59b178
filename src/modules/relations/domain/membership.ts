import type { Id } from '#platform/pure/ids.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type MembershipId = Id<'networkMembership'>

/** Twin of the CHECK role_is_known of relations.membership, the plainest first. */
export const networkRoles = ['member', 'board', 'commission_chair', 'vice_president', 'president'] as const
export type NetworkRole = (typeof networkRoles)[number]

export type Network = { readonly code: string; readonly name: Localized }

export type Membership = {
  readonly id: MembershipId
  readonly networkCode: string
  readonly networkName: Localized
  /** Ourselves, rather than the city. */
  readonly isOurs: boolean
  readonly role: NetworkRole
  /** Of what: « Commission permanente des villes innovantes ». */
  readonly detail: Localized
  readonly sinceYear: number | null
  readonly untilYear: number | null
  readonly source: string
}
export type MembershipDraft = Omit<Membership, 'id' | 'networkName'>

export type SharedNetwork = {
  readonly code: string
  readonly name: Localized
  /** Both belong to it. */
  readonly isCommon: boolean
  readonly ours: readonly Membership[]
  readonly theirs: readonly Membership[]
}

/** Networks of either, those in common first. */
export function sharedNetworks(memberships: readonly Membership[], thisYear: number): SharedNetwork[] {
  const current = memberships.filter(({ untilYear }) => untilYear === null || untilYear >= thisYear)
  return [...Map.groupBy(current, ({ networkCode }) => networkCode)]
    .map(([code, all]) => {
      const [ours, theirs] = [all.filter(({ isOurs }) => isOurs), all.filter(({ isOurs }) => !isOurs)]
      return { code, name: all[0]?.networkName ?? {}, isCommon: ours.length > 0 && theirs.length > 0, ours, theirs }
    })
    .toSorted((a, b) => Number(b.isCommon) - Number(a.isCommon) || (a.code < b.code ? -1 : 1))
}
