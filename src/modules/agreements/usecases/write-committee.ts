import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import type { CommitteeMeeting } from '../domain/papers.ts'
import { mayKeepAgreements } from '../domain/rights.ts'
import { lockAgreement } from '../sql/agreements.ts'
import * as sql from '../sql/committee.ts'

type TooSoon = { readonly code: 'date_in_the_future' }
export type CommitteeProblem = TooSoon | { readonly code: 'stale_edit'; readonly saved: CommitteeMeeting }

/** Records a meeting of the steering committee with its minutes. @refuses date_in_the_future when minutes are written of what has not been */
export async function recordCommittee(ctx: Ctx, agreementId: string, meeting: sql.MeetingFacts): Promise<Outcome<null, TooSoon>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  if (isTooSoon(ctx, meeting)) return refused({ code: 'date_in_the_future' })
  await ctx.journal.event('agreement.committee_met')
  await sql.insertCommitteeMeeting(ctx.tx, id, meeting)
  return ok(null)
}

/**
 * Mends what was written of a meeting, or writes its minutes once it has been. `version` is the one that was read: if somebody saved
 * since, nothing is overwritten, and what they saved comes back to be compared. The journal keeps every version.
 * @refuses stale_edit, date_in_the_future
 */
export async function mendCommittee(
  ctx: Ctx,
  agreementId: string,
  meetingId: string,
  version: number,
  meeting: sql.MeetingFacts,
): Promise<Outcome<null, CommitteeProblem>> {
  const { id } = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayKeepAgreements(ctx.actor))
  const saved = found(await sql.loadCommitteeMeeting(ctx.tx, id, meetingId))
  if (saved.version !== version) return refused({ code: 'stale_edit', saved })
  if (isTooSoon(ctx, meeting)) return refused({ code: 'date_in_the_future' })
  await ctx.journal.event('agreement.committee_mended')
  await sql.updateCommitteeMeeting(ctx.tx, saved.id, meeting)
  return ok(null)
}

function isTooSoon({ today }: Ctx, { minutes, heldOn }: sql.MeetingFacts): boolean {
  return minutes !== '' && heldOn > today
}
