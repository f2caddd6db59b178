import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type Dates, decideStep, type Step, type StepKind, type StepProblem, withdrawable } from '../domain/life.ts'
import { mayRecordStep } from '../domain/rights.ts'
import { changeOf, isProvenByAct, type LifeChange, stepFactsOf } from '../domain/step-change.ts'
import * as sql from '../sql/agreements.ts'
import { loadTransmission } from '../sql/acts.ts'
import { endLicence } from '../sql/licences.ts'
import { proveTransmission } from './prove-by-act.ts'

export type SignatoryLine = sql.NewSignatory

export type RecordProblem = StepProblem | { readonly code: 'signatory_missing' }

/**
 * Records a step of the life of an agreement, with its proof. A signature names who signed, for which party and in which capacity; a
 * term that was counted in months and from no day yet begins with the entry into force.
 * @refuses signatory_missing, and every StepProblem
 */
export async function recordStep(
  ctx: Ctx,
  agreementId: string,
  step: Step,
  signatories: readonly SignatoryLine[] = [],
): Promise<Outcome<Dates, RecordProblem>> {
  const agreement = found(await sql.lockAgreement(ctx.tx, agreementId))
  allow(mayRecordStep(ctx.actor))
  const decided = decideStep(stepFactsOf(agreement), step, ctx.today)
  if (!decided.ok) return decided
  const signs = agreement.parties.every(({ id }) => signatories.some(({ partyId }) => partyId === id))
  if (step.kind === 'sign' && agreement.unproven === null && !signs) return refused({ code: 'signatory_missing' })
  await ctx.journal.event('agreement.step_recorded')
  await sql.updateLife(ctx.tx, agreement.id, changeOf(agreement, step))
  if (step.kind === 'terminate') await endLicence(ctx.tx, agreement.id, step.on)
  if (step.kind !== 'sign') return decided
  if (signatories.length > 0) await sql.replaceSignatories(ctx.tx, agreement.id, signatories)
  // An act recorded before the signature, and transmitted on its day or after it, proves the transmission too.
  const transmission = await loadTransmission(ctx.tx, agreement.id)
  const proven = transmission === null ? ok(null) : await proveTransmission(ctx, agreement.id, transmission)
  return proven.ok ? decided : proven
}

/**
 * Takes back the latest step, recorded by mistake. The journal keeps that it was recorded, by whom and when.
 * @refuses not_the_latest_step, what_an_act_proves_stays (its day is mended on the act)
 */
export async function withdrawStep(
  ctx: Ctx,
  agreementId: string,
  kind: StepKind,
): Promise<Outcome<null, { readonly code: 'not_the_latest_step' | 'what_an_act_proves_stays' }>> {
  const agreement = found(await sql.lockAgreement(ctx.tx, agreementId))
  allow(mayRecordStep(ctx.actor))
  if (withdrawable(agreement.dates) !== kind) return refused({ code: 'not_the_latest_step' })
  if (isProvenByAct(agreement, kind)) return refused({ code: 'what_an_act_proves_stays' })
  await ctx.journal.event('agreement.step_withdrawn')
  const { term, dates } = agreement
  const isCountedFromIt = kind === 'enter' && term.months !== null && term.runsFrom === dates.inForceFrom
  await sql.updateLife(ctx.tx, agreement.id, { ...nothing[kind], ...(isCountedFromIt ? { runsFrom: null, lastDay: null } : {}) })
  return ok(null)
}

const nothing = {
  negotiate: { negotiatedSince: null, negotiationBasis: null },
  vote: { votedOn: null, voteReference: null },
  sign: { signedOn: null, signedAtPlace: null },
  transmit: { transmittedOn: null, transmissionReference: null },
  enter: { inForceFrom: null },
  terminate: { terminatedOn: null, terminationReason: null },
} as const satisfies Record<StepKind, LifeChange>
