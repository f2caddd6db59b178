import { compareDates, type LocalDate } from '#platform/pure/local-date.ts'
import { ok, refused, type Outcome } from '#platform/pure/outcome.ts'
import { checkVote, type Attendance, type Ballot, type VoteProblem } from './vote.ts'

/**
 * What happened to an act, as facts; its state follows from them.
 * Submitting freezes the snapshot; only an adjourned act may be submitted again.
 */
export type ActLife = {
  readonly submission: Submission | null
  readonly decision: Decision | null
  readonly transmission: Transmission | null
  readonly publication: Publication | null
}

export type Submission = { readonly submittedOn: LocalDate; readonly meetingOn: LocalDate; readonly snapshotHash: string }

/** A vote was taken, or the matter was put off: never both. */
export type Decision = Vote | Deferral
export type Vote = {
  readonly outcome: 'adopted' | 'rejected'
  readonly on: LocalDate
  readonly attendance: Attendance
  readonly ballot: Ballot
}
export type Deferral = { readonly outcome: 'adjourned' | 'withdrawn'; readonly on: LocalDate; readonly reason: string }

export function isVote(decision: Decision | null): decision is Vote {
  return decision?.outcome === 'adopted' || decision?.outcome === 'rejected'
}

/** Reception by the représentant de l'État; `receipt` is the @CTES acknowledgement. */
export type Transmission = { readonly on: LocalDate; readonly receipt: string | null }

/** Posting of the whole act on the site of the authority (CGCT R2131-1, R3131-2). */
export type Publication = { readonly on: LocalDate; readonly address: string | null }

export const ACT_STATES = [
  'draft',
  'submitted',
  'adopted',
  'rejected',
  'adjourned',
  'withdrawn',
  'transmitted',
  'published',
  'executory',
] as const
export type ActState = (typeof ACT_STATES)[number]

export const NEW_ACT: ActLife = { submission: null, decision: null, transmission: null, publication: null }

export function actState(life: ActLife): ActState {
  if (life.submission === null) return 'draft'
  if (life.decision === null) return 'submitted'
  if (life.transmission !== null && life.publication !== null) return 'executory'
  if (life.transmission !== null) return 'transmitted'
  if (life.publication !== null) return 'published'
  return life.decision.outcome
}

/**
 * The first day the act could be applied: once made known *and* received by the représentant de l'État, in either order
 * (CGCT L2131-1, L3131-1, L4141-1; L5211-3 for groupings). Null before both.
 */
export function certifiedEnforceableOn(life: ActLife): LocalDate | null {
  if (life.transmission === null || life.publication === null) return null
  return compareDates(life.transmission.on, life.publication.on) >= 0 ? life.transmission.on : life.publication.on
}

export type LifecycleProblem =
  | { readonly code: 'facts_missing'; readonly blockingCount: number }
  | { readonly code: 'already_submitted' }
  | { readonly code: 'not_submitted' }
  | { readonly code: 'already_decided' }
  | { readonly code: 'decided_before_meeting'; readonly meetingOn: LocalDate; readonly on: LocalDate }
  | { readonly code: 'reason_missing' }
  | { readonly code: 'not_adopted' }
  | { readonly code: 'already_transmitted' }
  | { readonly code: 'transmitted_before_vote'; readonly votedOn: LocalDate; readonly on: LocalDate }
  | { readonly code: 'already_published' }
  | { readonly code: 'published_before_vote'; readonly votedOn: LocalDate; readonly on: LocalDate }
  | { readonly code: 'date_in_the_future'; readonly today: LocalDate; readonly on: LocalDate }
  | VoteProblem

/**
 * Puts a complete act on the agenda and freezes its snapshot. An adjourned act comes back with a new snapshot.
 * `blockingCount` is the number of missing facts whose severity is `blocks`. A meeting of the past is accepted:
 * authorities also enter the acts they voted before they had this software.
 * @refuses facts_missing, already_submitted
 */
export function decideSubmission(life: ActLife, submission: Submission, blockingCount: number): Outcome<ActLife, LifecycleProblem> {
  const state = actState(life)
  if (state !== 'draft' && state !== 'adjourned') return refused({ code: 'already_submitted' })
  if (blockingCount > 0) return refused({ code: 'facts_missing', blockingCount })
  return ok({ ...NEW_ACT, submission })
}

/**
 * Records what the assembly did. The figures of a vote must agree with each other: see `checkVote`.
 * @refuses not_submitted, already_decided, decided_before_meeting, date_in_the_future, reason_missing, and every VoteProblem
 */
export function decideVote(life: ActLife, decision: Decision, today: LocalDate): Outcome<ActLife, LifecycleProblem> {
  if (life.submission === null) return refused({ code: 'not_submitted' })
  if (life.decision !== null) return refused({ code: 'already_decided' })
  const { meetingOn } = life.submission
  if (compareDates(decision.on, today) > 0) return refused({ code: 'date_in_the_future', today, on: decision.on })
  if (isVote(decision)) {
    if (compareDates(decision.on, meetingOn) < 0) return refused({ code: 'decided_before_meeting', meetingOn, on: decision.on })
    const problem = checkVote(decision.outcome, decision.attendance, decision.ballot)
    if (problem !== null) return refused(problem)
  } else if (decision.reason.trim() === '') {
    return refused({ code: 'reason_missing' })
  }
  return ok({ ...life, decision })
}

/** @refuses not_submitted, not_adopted, already_transmitted, transmitted_before_vote, date_in_the_future */
export function decideTransmission(life: ActLife, transmission: Transmission, today: LocalDate): Outcome<ActLife, LifecycleProblem> {
  const adopted = adoption(life)
  if (!adopted.ok) return adopted
  if (life.transmission !== null) return refused({ code: 'already_transmitted' })
  const { on } = transmission
  if (compareDates(on, adopted.value) < 0) return refused({ code: 'transmitted_before_vote', votedOn: adopted.value, on })
  if (compareDates(on, today) > 0) return refused({ code: 'date_in_the_future', today, on })
  return ok({ ...life, transmission })
}

/** @refuses not_submitted, not_adopted, already_published, published_before_vote, date_in_the_future */
export function decidePublication(life: ActLife, publication: Publication, today: LocalDate): Outcome<ActLife, LifecycleProblem> {
  const adopted = adoption(life)
  if (!adopted.ok) return adopted
  if (life.publication !== null) return refused({ code: 'already_published' })
  const { on } = publication
  if (compareDates(on, adopted.value) < 0) return refused({ code: 'published_before_vote', votedOn: adopted.value, on })
  if (compareDates(on, today) > 0) return refused({ code: 'date_in_the_future', today, on })
  return ok({ ...life, publication })
}

/** The day the act was adopted: nothing else can be transmitted or published as a deliberation. */
function adoption(life: ActLife): Outcome<LocalDate, LifecycleProblem> {
  if (life.submission === null) return refused({ code: 'not_submitted' })
  if (life.decision?.outcome !== 'adopted') return refused({ code: 'not_adopted' })
  return ok(life.decision.on)
}
