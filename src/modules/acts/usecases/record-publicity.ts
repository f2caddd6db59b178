import { allow, found } from '#platform/actor.ts'
import { proveTransmission, type StepProblem } from '#modules/agreements/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type Act, type ActId, lifeOf } from '../domain/act.ts'
import '../domain/events.ts'
import { decidePublication, decideTransmission, type LifecycleProblem, type Publication, type Transmission } from '../domain/lifecycle.ts'
import { mayRecordDecision } from '../domain/rights.ts'
import { subjectByCode } from '../scdl/mapping.ts'
import { lockAct } from '../sql/acts.ts'
import { updateAct } from '../sql/write-acts.ts'

export type RegistrationProblem = { readonly code: 'not_adopted' } | { readonly code: 'subject_unknown' }

/**
 * Records the reception by the State, or mends what was recorded: the date makes the act enforceable, and the journal keeps both.
 * An agreement that was signed by then is transmitted with it, and enters into force (CGCT L1115-1).
 * @refuses the rules of the life of that agreement, not_submitted, not_adopted, transmitted_before_vote, date_in_the_future
 */
export async function recordTransmission(
  ctx: Ctx,
  actId: string,
  transmission: Transmission,
  prefectureId: string | null,
): Promise<Outcome<null, LifecycleProblem | StepProblem>> {
  const act = await lockForPublicity(ctx, actId)
  const life = { ...lifeOf(act, asTimeZone(ctx.actor.timeZone)), transmission: null }
  const decided = decideTransmission(life, transmission, ctx.today)
  if (!decided.ok) return decided
  await ctx.journal.event('act.transmitted')
  await updateAct(ctx.tx, act.id, { transmittedOn: transmission.on, receiptReference: transmission.receipt, prefectureId })
  if (act.agreementId === null) return ok(null)
  return proveTransmission(ctx, act.agreementId, { actId: act.id, on: transmission.on, reference: transmission.receipt ?? act.reference })
}

/**
 * Records the posting of the whole act on the site of the authority, or mends what was recorded.
 * @refuses not_submitted, not_adopted, published_before_vote, date_in_the_future
 */
export async function recordPublication(ctx: Ctx, actId: string, publication: Publication): Promise<Outcome<null, LifecycleProblem>> {
  const act = await lockForPublicity(ctx, actId)
  const life = { ...lifeOf(act, asTimeZone(ctx.actor.timeZone)), publication: null }
  const decided = decidePublication(life, publication, ctx.today)
  if (!decided.ok) return decided
  await ctx.journal.event('act.published')
  await updateAct(ctx.tx, act.id, { publishedOn: publication.on, publicationUrl: publication.address })
  return ok(null)
}

/**
 * Says what the national file of deliberations (SCDL) asks beyond the act: its number, its subject, the budget that pays.
 * @refuses not_adopted, subject_unknown
 */
export async function registerDeliberation(
  ctx: Ctx,
  actId: string,
  entry: Pick<Act, 'deliberationNumber' | 'subjectCode' | 'budgetName'>,
): Promise<Outcome<ActId, RegistrationProblem>> {
  const act = await lockForPublicity(ctx, actId)
  if (act.decision?.outcome !== 'adopted') return refused({ code: 'not_adopted' })
  if (subjectByCode(entry.subjectCode) === undefined) return refused({ code: 'subject_unknown' })
  await ctx.journal.event('act.registered')
  await updateAct(ctx.tx, act.id, entry)
  return ok(act.id)
}

async function lockForPublicity(ctx: Ctx, actId: string): Promise<Act> {
  const act = found(await lockAct(ctx.tx, actId))
  allow(mayRecordDecision(ctx.actor))
  return act
}
