import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { compareDates } from '#platform/pure/local-date.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { ByAct } from '../domain/by-act.ts'
import '../domain/events.ts'
import { decideStep, type StepProblem } from '../domain/life.ts'
import { mayRecordStep } from '../domain/rights.ts'
import { changeOf, stepFactsOf } from '../domain/step-change.ts'
import { lockAgreement, updateLife } from '../sql/agreements.ts'

/**
 * The vote of an act about an agreement is the vote of that agreement: its day is the act’s, and is read and mended there.
 * @refuses already_recorded (somebody wrote a vote by hand), negotiated_before_it_is_voted, date_in_the_future, proof_missing
 */
export async function proveVote(ctx: Ctx, agreementId: string, { actId, on, reference }: ByAct): Promise<Outcome<null, StepProblem>> {
  const agreement = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayRecordStep(ctx.actor))
  const step = { kind: 'vote', on, proof: reference } as const
  const decided = decideStep(stepFactsOf(agreement), step, ctx.today)
  if (!decided.ok) return decided
  await ctx.journal.event('agreement.step_recorded')
  await updateLife(ctx.tx, agreement.id, { ...changeOf(agreement, step), voteActId: actId })
  return ok(null)
}

/**
 * An agreement that was signed when its act reached the State is transmitted with it, and enters into force that day, or on its first
 * day when that is later (CGCT L1115-1). One signed afterwards is transmitted by itself, later; one whose transmission somebody recorded
 * keeps that. A day mended on the act is mended here, with the entry into force that followed from it.
 * @refuses signed_before_it_is_transmitted when the day is mended to one before the signature, and the other rules of these steps
 */
export async function proveTransmission(
  ctx: Ctx,
  agreementId: string,
  { actId, on, reference }: ByAct,
): Promise<Outcome<null, StepProblem>> {
  const known = found(await lockAgreement(ctx.tx, agreementId))
  allow(mayRecordStep(ctx.actor))
  const isMended = known.proofs.transmissionActId === actId
  const { signedOn, transmittedOn } = known.dates
  if (!isMended && (transmittedOn !== null || signedOn === null || compareDates(on, signedOn) < 0)) return ok(null)
  const agreement = isMended ? beforeTransmission(known) : known
  const transmit = { kind: 'transmit', on, proof: reference } as const
  const transmitted = decideStep(stepFactsOf(agreement), transmit, ctx.today)
  if (!transmitted.ok) return transmitted
  const change = { ...changeOf(agreement, transmit), transmissionActId: actId }
  await ctx.journal.event('agreement.step_recorded')
  if (transmitted.value.inForceFrom !== null) {
    await updateLife(ctx.tx, agreement.id, change)
    return ok(null)
  }
  const { runsFrom } = agreement.term
  const enter = { kind: 'enter', on: runsFrom !== null && compareDates(runsFrom, on) > 0 ? runsFrom : on } as const
  const entered = decideStep({ ...stepFactsOf(agreement), dates: transmitted.value }, enter, ctx.today)
  if (!entered.ok) return entered
  await updateLife(ctx.tx, agreement.id, { ...change, ...changeOf(agreement, enter) })
  return ok(null)
}

/** The agreement without its transmission, nor the entry into force and the term that began with it. */
function beforeTransmission(agreement: Agreement): Agreement {
  const { dates, term } = agreement
  if (dates.inForceFrom !== dates.transmittedOn) return { ...agreement, dates: { ...dates, transmittedOn: null } }
  const isCountedFromIt = term.months !== null && term.runsFrom === dates.inForceFrom
  return {
    ...agreement,
    dates: { ...dates, transmittedOn: null, inForceFrom: null },
    term: isCountedFromIt ? { ...term, runsFrom: null, lastDay: null } : term,
  }
}
