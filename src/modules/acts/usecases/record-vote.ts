import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { proveVote, type StepProblem } from '#modules/agreements/index.ts'
import { loadMission, markRatified } from '#modules/missions/index.ts'
import { lifeOf } from '../domain/act.ts'
import '../domain/events.ts'
import type { OfficeHolder } from '../domain/facts.ts'
import { type Deferral, decideVote, type LifecycleProblem, type Vote } from '../domain/lifecycle.ts'
import { mayRecordDecision } from '../domain/rights.ts'
import { lockAct } from '../sql/acts.ts'
import { updateAct } from '../sql/write-acts.ts'

export type Minutes = { readonly deliberationNumber: string | null; readonly secretary: OfficeHolder | null }

/** The database also refuses a number given twice (constraint one_deliberation_per_number). */
export type DecisionProblem = LifecycleProblem | StepProblem | { readonly code: 'act_is_closed' }

/**
 * Records a vote. An adopted act ratifies each of its missions, or proves the vote of its agreement, in the same transaction; a rejected
 * one leaves them as they are.
 * @refuses already_recorded and negotiated_before_it_is_voted (of its agreement), act_is_closed, not_submitted, already_decided, decided_before_meeting, date_in_the_future, and every VoteProblem
 */
export async function recordVote(ctx: Ctx, actId: string, vote: Vote, minutes: Minutes): Promise<Outcome<null, DecisionProblem>> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayRecordDecision(ctx.actor))
  if (act.state === 'withdrawn') return refused({ code: 'act_is_closed' })
  const decided = decideVote(lifeOf(act, asTimeZone(ctx.actor.timeZone)), vote, ctx.today)
  if (!decided.ok) return decided
  const { attendance, ballot } = vote
  await ctx.journal.event('act.voted')
  await updateAct(ctx.tx, act.id, {
    state: 'voted',
    outcome: vote.outcome,
    votedOn: vote.on,
    voteInOffice: attendance.inOffice,
    votePresent: attendance.present,
    voteRepresented: attendance.represented,
    voteIsSecondCall: attendance.secondCall,
    voteFor: ballot.for,
    voteAgainst: ballot.against,
    voteAbstained: ballot.abstained,
    voteNotVoting: ballot.notVoting,
    voteIsSecret: ballot.secret,
    deliberationNumber: minutes.deliberationNumber,
    secretary: minutes.secretary === null ? null : JSON.stringify(minutes.secretary),
  })
  if (vote.outcome !== 'adopted') return ok(null)
  await ratifyMissions(ctx, act.missionIds, vote)
  if (act.agreementId === null) return ok(null)
  return proveVote(ctx, act.agreementId, { actId: act.id, on: vote.on, reference: minutes.deliberationNumber ?? act.reference })
}

/** A mission the organisation has left since the submission keeps its vote in the act, and no mark on the mission. */
async function ratifyMissions(ctx: Ctx, missionIds: readonly string[], { on }: Vote): Promise<void> {
  for (const missionId of missionIds) {
    const mission = await loadMission(ctx.tx, missionId)
    const isSeated = mission?.partners.some((seat) => seat.organisationId === ctx.actor.organisationId && seat.leftAt === null)
    if (isSeated) await markRatified(ctx, missionId, on)
  }
}

/**
 * Puts a submitted act off, or takes it from the agenda. What was put off may be mended and submitted again.
 * @refuses act_is_closed, not_submitted, already_decided, date_in_the_future, reason_missing
 */
export async function deferAct(ctx: Ctx, actId: string, deferral: Deferral): Promise<Outcome<null, DecisionProblem>> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayRecordDecision(ctx.actor))
  if (act.state === 'withdrawn') return refused({ code: 'act_is_closed' })
  const decided = decideVote(lifeOf(act, asTimeZone(ctx.actor.timeZone)), deferral, ctx.today)
  if (!decided.ok) return decided
  await ctx.journal.event(deferral.outcome === 'adjourned' ? 'act.adjourned' : 'act.withdrawn')
  await updateAct(ctx.tx, act.id, { state: deferral.outcome, deferredOn: deferral.on, deferralReason: deferral.reason.trim() })
  return ok(null)
}
