import { compareDates, type LocalDate } from '#platform/pure/local-date.ts'
import { ok, refused, type Outcome } from '#platform/pure/outcome.ts'
import { endOf, noticeDay, type Term } from './term.ts'

/** What happened to an agreement, as dates; where it stands follows from them. */
export type Dates = {
  readonly negotiatedSince: LocalDate | null
  readonly votedOn: LocalDate | null
  readonly signedOn: LocalDate | null
  readonly transmittedOn: LocalDate | null
  readonly inForceFrom: LocalDate | null
  readonly terminatedOn: LocalDate | null
}

export const standings = [
  'idea',
  'negotiation',
  'voted',
  'signed',
  'transmitted',
  'in_force',
  'expiring',
  'expired',
  'renewed',
  'terminated',
] as const
export type Standing = (typeof standings)[number]

export type Lived = {
  readonly dates: Dates
  readonly term: Term
  /** An archive shows it in force that day, though nothing tells when it was signed. */
  readonly attestedOn: LocalDate | null
  /** The day the agreement that renews this one entered into force, if it did. */
  readonly renewedFrom: LocalDate | null
}

/** Where an agreement stands on a day. What ends it comes before what it was. */
export function standingOf({ dates, term, attestedOn, renewedFrom }: Lived, today: LocalDate): Standing {
  const isPast = (date: LocalDate | null): boolean => date !== null && compareDates(date, today) <= 0
  if (dates.signedOn === null && attestedOn === null) return dates.votedOn ? 'voted' : dates.negotiatedSince ? 'negotiation' : 'idea'
  if (isPast(dates.terminatedOn)) return 'terminated'
  if (isPast(renewedFrom)) return 'renewed'
  const lastDay = endOf(term)
  if (lastDay !== null && compareDates(lastDay, today) < 0) return 'expired'
  if (!isPast(dates.inForceFrom) && attestedOn === null) return dates.transmittedOn ? 'transmitted' : 'signed'
  return lastDay !== null && compareDates(noticeDay(lastDay, 12), today) <= 0 ? 'expiring' : 'in_force'
}

/** Is it still to be made? Such agreements are the pipeline; all others exist, or did. */
export function isPlanned(standing: Standing): boolean {
  return standing === 'idea' || standing === 'negotiation' || standing === 'voted'
}

export function isRunning(standing: Standing): boolean {
  return standing === 'in_force' || standing === 'expiring'
}

/** A step of the life of an agreement, with what proves its date: of the entry into force, the transmission it follows. */
export type Step =
  | { readonly kind: 'negotiate'; readonly on: LocalDate; readonly proof: string }
  | { readonly kind: 'vote'; readonly on: LocalDate; readonly proof: string }
  | { readonly kind: 'sign'; readonly on: LocalDate; readonly proof: string }
  | { readonly kind: 'transmit'; readonly on: LocalDate; readonly proof: string }
  | { readonly kind: 'enter'; readonly on: LocalDate }
  | { readonly kind: 'terminate'; readonly on: LocalDate; readonly proof: string }
export type StepKind = Step['kind']
export const stepKinds = ['negotiate', 'vote', 'sign', 'transmit', 'enter', 'terminate'] as const satisfies readonly StepKind[]

/** What the steps of an agreement depend on, besides its dates. */
export type StepFacts = {
  readonly dates: Dates
  readonly partyCount: number
  /** The days of the grounds on which States are parties (CGCT L1115-5). */
  readonly stateGroundsOn: readonly LocalDate[]
  readonly hasObject: boolean
  readonly hasForecast: boolean
  /** The law’s proofs are not asked: see `unprovenReasons`. */
  readonly isUnproven: boolean
  readonly isAttested: boolean
}

/** The codes are the names of the constraints of 0070_agreements.sql that refuse the same without us. */
export type StepProblem =
  | { readonly code: 'date_in_the_future' }
  | { readonly code: 'already_recorded' }
  | { readonly code: 'proof_missing' }
  | { readonly code: 'negotiated_before_it_is_voted' }
  | { readonly code: 'voted_before_it_is_signed' }
  | { readonly code: 'signed_before_it_is_transmitted' }
  | { readonly code: 'signed_before_it_is_in_force' }
  | { readonly code: 'transmitted_before_it_is_in_force' }
  | { readonly code: 'in_force_states_object_and_forecast' }
  | { readonly code: 'terminated_once_signed' }
  | { readonly code: 'an_agreement_binds_two_parties' }
  | { readonly code: 'a_ground_comes_before_the_signature' }

const dateOf = {
  negotiate: 'negotiatedSince',
  vote: 'votedOn',
  sign: 'signedOn',
  transmit: 'transmittedOn',
  enter: 'inForceFrom',
  terminate: 'terminatedOn',
} as const satisfies Record<StepKind, keyof Dates>

/** The steps that could be recorded next, in order; the first is the one the page proposes. */
export function nextSteps({ dates, isUnproven, isAttested }: Pick<StepFacts, 'dates' | 'isUnproven' | 'isAttested'>): StepKind[] {
  if (isAttested) return dates.terminatedOn === null ? ['sign'] : []
  if (dates.signedOn === null) {
    if (dates.votedOn !== null) return ['sign']
    return [...(dates.negotiatedSince === null ? (['negotiate'] as const) : []), 'vote', ...(isUnproven ? (['sign'] as const) : [])]
  }
  if (dates.terminatedOn !== null) return []
  return [
    ...(dates.transmittedOn === null ? (['transmit'] as const) : []),
    ...(dates.inForceFrom === null && (dates.transmittedOn !== null || isUnproven) ? (['enter'] as const) : []),
    'terminate',
  ]
}

/**
 * Records a step: the assembly votes before anybody signs (a text goes to the council with its draft deliberation), what is signed is
 * transmitted to the State’s representative, and enters into force on that day at the earliest (CGCT L1115-1). Entering into force asks
 * for an object and a forecast amount, zero included. A date to come is refused but for entry into force, which may be agreed in advance.
 */
export function decideStep(facts: StepFacts, step: Step, today: LocalDate): Outcome<Dates, StepProblem> {
  const { dates, isUnproven } = facts
  const field = dateOf[step.kind]
  if (dates[field] !== null) return refused({ code: 'already_recorded' })
  if (step.kind !== 'enter' && compareDates(step.on, today) > 0) return refused({ code: 'date_in_the_future' })
  if ('proof' in step && step.proof.trim() === '') return refused({ code: 'proof_missing' })
  const code = brokenRule({ ...facts, dates: { ...dates, [field]: step.on } }, step.kind)
  return code === null ? ok({ ...dates, [field]: step.on }) : refused({ code })

  function brokenRule(
    { dates: after, partyCount, stateGroundsOn, hasObject, hasForecast }: StepFacts,
    kind: StepKind,
  ): StepProblem['code'] | null {
    const { negotiatedSince, votedOn, signedOn, transmittedOn, inForceFrom, terminatedOn } = after
    if (isAfter(negotiatedSince, votedOn)) return 'negotiated_before_it_is_voted'
    if (signedOn !== null && (isAfter(votedOn, signedOn) || (votedOn === null && !isUnproven))) return 'voted_before_it_is_signed'
    if (kind === 'sign' && partyCount < 2) return 'an_agreement_binds_two_parties'
    if (kind === 'sign' && stateGroundsOn.some((day) => isAfter(day, signedOn))) return 'a_ground_comes_before_the_signature'
    if (transmittedOn !== null && (signedOn === null || isAfter(signedOn, transmittedOn))) return 'signed_before_it_is_transmitted'
    if (terminatedOn !== null && (signedOn === null || isAfter(signedOn, terminatedOn))) return 'terminated_once_signed'
    if (inForceFrom === null) return null
    if (signedOn === null || isAfter(signedOn, inForceFrom)) return 'signed_before_it_is_in_force'
    if (isAfter(transmittedOn, inForceFrom) || (transmittedOn === null && !isUnproven)) return 'transmitted_before_it_is_in_force'
    return hasObject && hasForecast ? null : isUnproven ? null : 'in_force_states_object_and_forecast'
  }
}

/** Both are known, and the first comes after the second. */
function isAfter(first: LocalDate | null, second: LocalDate | null): boolean {
  return first !== null && second !== null && compareDates(first, second) > 0
}

/** The step that may be taken back: the latest in the order of a life. */
export function withdrawable(dates: Dates): StepKind | null {
  return stepKinds.findLast((kind) => dates[dateOf[kind]] !== null) ?? null
}

export function dateOfStep(dates: Dates, kind: StepKind): LocalDate | null {
  return dates[dateOf[kind]]
}
