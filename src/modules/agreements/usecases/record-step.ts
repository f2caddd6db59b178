import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Agreement } from '../domain/agreement.ts'
import '../domain/events.ts'
import { type Dates, decideStep, type Step, type StepFacts, type StepKind, type StepProblem, withdrawable } from '../domain/life.ts'
import { mayRecordStep } from '../domain/rights.ts'
import { lastDayOf } from '../domain/term.ts'
import * as sql from '../sql/agreements.ts'
import { endLicence } from '../sql/licences.ts'

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
  if (step.kind === 'sign' && signatories.length > 0) await sql.replaceSignatories(ctx.tx, agreement.id, signatories)
  return decided
}

/**
 * Takes back the latest step, recorded by mistake. The journal keeps that it was recorded, by whom and when.
 * @refuses not_the_latest_step
 */
export async function withdrawStep(
  ctx: Ctx,
  agreementId: string,
  kind: StepKind,
): Promise<Outcome<null, { readonly code: 'not_the_latest_step' }>> {
  const agreement = found(await sql.lockAgreement(ctx.tx, agreementId))
  allow(mayRecordStep(ctx.actor))
  if (withdrawable(agreement.dates) !== kind) return refused({ code: 'not_the_latest_step' })
  await ctx.journal.event('agreement.step_withdrawn')
  const { term, dates } = agreement
  const isCountedFromIt = kind === 'enter' && term.months !== null && term.runsFrom === dates.inForceFrom
  await sql.updateLife(ctx.tx, agreement.id, { ...nothing[kind], ...(isCountedFromIt ? { runsFrom: null, lastDay: null } : {}) })
  return ok(null)
}

const nothing = {
  negotiate: { negotiatedSince: null },
  vote: { votedOn: null, voteReference: null },
  sign: { signedOn: null, signedAtPlace: null },
  transmit: { transmittedOn: null, transmissionReference: null },
  enter: { inForceFrom: null },
  terminate: { terminatedOn: null, terminationReason: null },
} as const satisfies Record<StepKind, Parameters<typeof sql.updateLife>[2]>

export function stepFactsOf({ dates, parties, object, forecast, unproven }: Agreement): StepFacts {
  return {
    dates,
    partyCount: parties.length,
    hasObject: Object.keys(object).length > 0,
    hasForecast: forecast !== null,
    isUnproven: unproven !== null,
    isAttested: unproven !== null && unproven.attestedOn !== null,
  }
}

function changeOf({ term, unproven }: Agreement, step: Step): Parameters<typeof sql.updateLife>[2] {
  switch (step.kind) {
    case 'negotiate':
      return { negotiatedSince: step.on }
    case 'vote':
      return { votedOn: step.on, voteReference: step.proof.trim() }
    case 'sign':
      // A known signature takes the place of what an archive only attested.
      return { signedOn: step.on, signedAtPlace: step.proof.trim(), ...(unproven?.attestedOn ? { attestedOn: null } : {}) }
    case 'transmit':
      return { transmittedOn: step.on, transmissionReference: step.proof.trim() }
    case 'enter':
      return {
        inForceFrom: step.on,
        ...(term.months !== null && term.runsFrom === null ? { runsFrom: step.on, lastDay: lastDayOf(step.on, term.months) } : {}),
      }
    case 'terminate':
      return { terminatedOn: step.on, terminationReason: step.proof.trim() }
  }
}
