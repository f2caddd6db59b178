import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

/** What one side says of a meeting. Twin of a CHECK of 0067_meeting_outcomes.sql. */
export const outcomeStates = ['held', 'they_missed', 'we_missed'] as const
export type OutcomeState = (typeof outcomeStates)[number]
export const nextSteps = ['none', 'documents', 'second_meeting', 'visit', 'quote', 'other'] as const
export type NextStep = (typeof nextSteps)[number]

export type OutcomeDraft = {
  readonly state: OutcomeState
  readonly nextStep: NextStep
  readonly nextStepOn: LocalDate | null
  readonly nextStepWords: string
}

/** Where nothing comes next, it has neither day nor words. */
export function settledDraft(draft: OutcomeDraft): OutcomeDraft {
  return draft.nextStep === 'none' ? { ...draft, nextStepOn: null, nextStepWords: '' } : draft
}

/** A meeting that has begun, for the holder of a link: whom one met, and what one's own side said of it. */
export type LinkMeeting = {
  readonly id: string
  readonly name: string
  readonly spot: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: TimeZone
  readonly outcome: (OutcomeDraft & { readonly version: number }) | null
}

export type SideOutcome = OutcomeDraft & {
  readonly participantId: string
  readonly saidAt: Instant
  readonly saidName: string
  readonly version: number
}

/** What both sides together say; null as long as nobody has. */
export type MeetingState = 'held' | 'one_missed' | 'other_missed' | 'both_missed' | 'disputed'

/**
 * One word for a meeting from what its sides say. Of one side alone, its word counts; when one says it was held and the other not, it is disputed and
 * counted nowhere.
 */
export function meetingState(one: OutcomeState | null, other: OutcomeState | null): MeetingState | null {
  if (one === null && other === null) return null
  const held = [one, other].filter((state) => state === 'held').length
  const isHeld = held > 0
  const missed = new Set<'one' | 'other'>()
  if (one === 'we_missed' || other === 'they_missed') missed.add('one')
  if (one === 'they_missed' || other === 'we_missed') missed.add('other')
  if (isHeld) return missed.size === 0 ? 'held' : 'disputed'
  if (missed.size === 2) return 'both_missed'
  return missed.has('one') ? 'one_missed' : 'other_missed'
}

export type LeadNote = { readonly body: string; readonly writtenName: string; readonly version: number }

/** Somebody met, with what they agreed to show. `personId`: their card in one's directory, once kept. */
export type ShownContact = {
  readonly representativeId: string
  readonly givenName: string
  readonly familyName: string
  readonly job: string
  readonly company: string
  readonly country: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly personId: string | null
}

export const outcomeProblems = [
  'a_side_tells_its_own_meeting',
  'stale_edit',
  'nobody_to_keep',
  'a_note_says_something',
  'too_long',
  'required',
  'date_malformed',
  'phone_malformed',
  'unknown',
] as const
export type OutcomeProblemCode = (typeof outcomeProblems)[number]
