import type { Desk } from './desk.ts'
import { type OutcomeDraft, settledDraft } from './outcome.ts'

/** What one side of a meeting of the day says of it. */
export type DeskOutcome = OutcomeDraft & {
  readonly meetingId: string
  readonly participantId: string
  readonly saidName: string
  readonly version: number
}

/** What is said of a meeting for one of its sides, on top of what one was reading: its version, 0 when there was nothing. */
export type SaidOutcome = OutcomeDraft & { readonly meetingId: string; readonly participantId: string; readonly version: number }

/** What one side says of a meeting; null as long as it says nothing, or as long as one may not read it. */
export function wordOf({ told }: Pick<Desk, 'told'>, meetingId: string, participantId: string): DeskOutcome | null {
  return told.find((word) => word.meetingId === meetingId && word.participantId === participantId) ?? null
}

/** The day once this was said. Nothing changes when the day says something newer, or this already. */
export function toldAfter(desk: Desk, { meetingId, participantId, version, ...draft }: SaidOutcome): Desk {
  const known = wordOf(desk, meetingId, participantId)
  if ((known?.version ?? 0) !== version) return desk
  const word = { meetingId, participantId, ...settledDraft(draft), saidName: known?.saidName ?? '', version: version + 1 }
  return { ...desk, told: [...desk.told.filter((each) => each !== known), word] }
}

/**
 * One word from two that were said apart, when they do not contradict each other: the same about the meeting, and of what comes next each says
 * what the other leaves out. Null when somebody must choose.
 */
export function mergedOutcome(one: OutcomeDraft, other: OutcomeDraft): OutcomeDraft | null {
  const [a, b] = [settledDraft(one), settledDraft(other)]
  if (a.state !== b.state) return null
  if (a.nextStep === 'none' || b.nextStep === 'none') return a.nextStep === 'none' ? b : a
  const isTold = a.nextStep === b.nextStep && agree(a.nextStepOn, b.nextStepOn) && agree(a.nextStepWords, b.nextStepWords)
  if (!isTold) return null
  return { ...a, nextStepOn: a.nextStepOn ?? b.nextStepOn, nextStepWords: a.nextStepWords || b.nextStepWords }
}

export function isSameOutcome(one: OutcomeDraft, other: OutcomeDraft): boolean {
  const [a, b] = [settledDraft(one), settledDraft(other)]
  return (['state', 'nextStep', 'nextStepOn', 'nextStepWords'] as const).every((fact) => a[fact] === b[fact])
}

function agree(one: string | null, other: string | null): boolean {
  return !one || !other || one === other
}
