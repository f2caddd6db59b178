import type { Id } from '#platform/pure/ids.ts'
import { dateIn, type Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { ActHeader } from './act-header.ts'
import type { ActLanguage } from './document.ts'
import type { OfficeHolder } from './facts.ts'
import { NEW_ACT, type ActLife, type ActState, type Decision, type Publication, type Transmission } from './lifecycle.ts'

export type ActId = Id<'act'>

/** Each list here has its twin in a CHECK of the migrations of acts; a test compares them. */
export const actKinds = ['ratification', 'mandate', 'agreement'] as const
export type ActKind = (typeof actKinds)[number]

/** What is stored. How far a voted act has gone follows from its outcome and its dates: see `shownState`. */
export const storedStates = ['draft', 'submitted', 'adjourned', 'voted', 'withdrawn'] as const
export type StoredState = (typeof storedStates)[number]

/** What an authority states before any fact is gathered: enough to compose a draft, saved or not. */
export type ActFrame = {
  readonly language: ActLanguage
  /** '' while the assembly office has not given it. */
  readonly reference: string
  readonly object: Localized
  readonly header: ActHeader
  readonly fiscalYear: number | null
  readonly meetingOn: LocalDate | null
  /** In the order of the act. */
  readonly missionIds: readonly string[]
  /** The agreement the assembly is asked to approve; it is then about no mission. */
  readonly agreementId: string | null
}

/** The act itself: its head, its missions, and what happened to it. */
export type Act = ActFrame & {
  readonly id: ActId
  readonly kind: ActKind
  readonly state: StoredState
  readonly shown: ActState
  readonly submittedAt: Instant | null
  /** SHA-256 of the snapshot given to the assembly, in lower-case hexadecimal. */
  readonly digest: string | null
  readonly decision: Decision | null
  readonly transmission: Transmission | null
  readonly publication: Publication | null
  readonly executoryOn: LocalDate | null
  readonly convenedOn: LocalDate | null
  readonly secretary: OfficeHolder | null
  /** What the register and the national file of deliberations call it. */
  readonly deliberationNumber: string | null
  readonly subjectCode: string
  readonly budgetName: string | null
  readonly prefectureId: string | null
  readonly version: number
}

/** The facts of its life; `zone` is that of the authority, for the day of a submission. */
export function lifeOf(act: Act, zone: TimeZone): ActLife {
  const { submittedAt, digest, decision, transmission, publication } = act
  if (submittedAt === null || digest === null) return NEW_ACT
  const submittedOn = dateIn(zone, submittedAt)
  // An adjourned act may have lost the date of its next meeting: the one it was put off at stands for it.
  const meetingOn = act.meetingOn ?? decision?.on ?? submittedOn
  return { submission: { submittedOn, meetingOn, snapshotHash: digest }, decision, transmission, publication }
}

/** Where a row stands: what is stored, and what happened since the vote. */
export type Standing = {
  readonly state: StoredState
  readonly outcome: 'adopted' | 'rejected' | null
  readonly transmittedOn: LocalDate | null
  readonly publishedOn: LocalDate | null
}

/** The state people see. A draft may be withdrawn without ever having been submitted. */
export function shownState({ state, outcome, transmittedOn, publishedOn }: Standing): ActState {
  if (state !== 'voted') return state
  if (transmittedOn !== null && publishedOn !== null) return 'executory'
  if (transmittedOn !== null) return 'transmitted'
  if (publishedOn !== null) return 'published'
  return outcome ?? 'submitted'
}

/** Its words, figures and missions may still change. */
export function isOpen(act: Pick<Act, 'state'>): boolean {
  return act.state === 'draft' || act.state === 'adjourned'
}

/** Its documents come from the snapshot given to the assembly, and from nothing else. */
export function isFrozen(act: Pick<Act, 'state' | 'digest'>): boolean {
  return !isOpen(act) && act.digest !== null
}
