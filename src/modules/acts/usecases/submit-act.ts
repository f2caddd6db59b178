import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { assert, type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { lifeOf } from '../domain/act.ts'
import '../domain/events.ts'
import { decideSubmission, type LifecycleProblem } from '../domain/lifecycle.ts'
import { mayRecordDecision } from '../domain/rights.ts'
import { freeze } from '../domain/snapshot.ts'
import { lockAct } from '../sql/acts.ts'
import { insertSnapshot, updateAct } from '../sql/write-acts.ts'
import { checkContent } from './check-act.ts'

export type SubmissionProblem =
  | LifecycleProblem
  | { readonly code: 'act_is_closed' }
  | { readonly code: 'changed_since_read' }
  | { readonly code: 'mission_lost' }

/**
 * Puts an act on the agenda: what it says is frozen with its hash, in the same transaction, and no longer moves.
 * `readDigest` is that of the act the person had before their eyes; if a fact, a figure or a word has changed since, nothing
 * is submitted unread.
 * @refuses act_is_closed, mission_lost, facts_missing, changed_since_read, already_submitted
 */
export async function submitAct(ctx: Ctx, actId: string, readDigest: string): Promise<Outcome<{ digest: string }, SubmissionProblem>> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayRecordDecision(ctx.actor))
  if (act.state === 'withdrawn') return refused({ code: 'act_is_closed' })
  const { content, blockingCount, lostMissionCount, digest } = await checkContent(ctx, act)
  const submission = { submittedOn: ctx.today, meetingOn: act.meetingOn ?? ctx.today, snapshotHash: digest }
  const decided = decideSubmission(lifeOf(act, asTimeZone(ctx.actor.timeZone)), submission, blockingCount)
  if (!decided.ok) return decided
  if (lostMissionCount > 0) return refused({ code: 'mission_lost' })
  if (digest !== readDigest) return refused({ code: 'changed_since_read' })
  await ctx.journal.event('act.submitted')
  const frozen = freeze(content.facts, content.templates, content.language)
  assert(frozen.hash === digest, 'the same content has the same digest')
  const snapshotId = await insertSnapshot(ctx.tx, act.id, frozen)
  await updateAct(ctx.tx, act.id, { state: 'submitted', submittedAt: ctx.now, snapshotId, deferredOn: null, deferralReason: null })
  return ok({ digest })
}
