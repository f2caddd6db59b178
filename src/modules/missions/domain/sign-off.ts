import type { OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { BlockerCode } from './stage.ts'

export type WorkstreamId = Id<'workstream'>

/** A part of a mission that one partner leads: institutional, prospecting, tourism… */
export type Workstream = { readonly id: WorkstreamId; readonly label: Localized; readonly partnerId: string; readonly leadName: string }

/** Twin of a CHECK of 0037_workstreams.sql. The last three are written by the database, when what was signed off changes. */
export const withdrawalReasons = ['by_hand', 'delegation_changed', 'mandate_changed', 'expenses_changed'] as const
export type WithdrawalReason = (typeof withdrawalReasons)[number]

export type SignOff = {
  readonly id: string
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly signedAt: Instant
  readonly signedName: string
  readonly withdrawnAt: Instant | null
  readonly withdrawnBecause: WithdrawalReason | null
  readonly withdrawnName: string | null
}

/** What the ribbon says that a partner's own part still lacks; the rest of what it says is for the organisers. */
const ownPart: ReadonlySet<BlockerCode> = new Set(['no_member', 'no_head', 'mandate_to_vote', 'no_expense', 'accounts_open'])

export function missingFromPart(blockers: readonly BlockerCode[]): BlockerCode[] {
  return blockers.filter((code) => ownPart.has(code))
}

/** @refuses part_incomplete, with the first thing that is missing */
export function decideSignOff(
  blockers: readonly BlockerCode[],
): Outcome<null, { readonly code: 'part_incomplete'; readonly missing: BlockerCode }> {
  const [missing] = missingFromPart(blockers)
  return missing ? refused({ code: 'part_incomplete', missing }) : ok(null)
}
