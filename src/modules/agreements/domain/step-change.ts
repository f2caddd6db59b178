import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Agreement, Proofs } from './agreement.ts'
import type { Dates, Step, StepFacts, StepKind } from './life.ts'
import { lastDayOf } from './term.ts'

/** What a step writes: its day, what proves it, and the term it begins. */
export type LifeChange = Partial<
  Dates & Proofs & { readonly runsFrom: LocalDate | null; readonly lastDay: LocalDate | null; readonly attestedOn: null }
>

/** The step is that of an act of the assembly, where it is read and mended. */
export function isProvenByAct({ proofs }: Pick<Agreement, 'proofs'>, kind: StepKind): boolean {
  return (kind === 'vote' && proofs.voteActId !== null) || (kind === 'transmit' && proofs.transmissionActId !== null)
}

export function stepFactsOf({ dates, parties, object, forecast, unproven }: Agreement): StepFacts {
  return {
    dates,
    partyCount: parties.length,
    stateGroundsOn: parties.flatMap(({ stateGroundOn }) => stateGroundOn ?? []),
    hasObject: Object.keys(object).length > 0,
    hasForecast: forecast !== null,
    isUnproven: unproven !== null,
    isAttested: unproven !== null && unproven.attestedOn !== null,
  }
}

export function changeOf({ term, unproven }: Pick<Agreement, 'term' | 'unproven'>, step: Step): LifeChange {
  switch (step.kind) {
    case 'negotiate':
      return { negotiatedSince: step.on, negotiationBasis: step.proof.trim() }
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
