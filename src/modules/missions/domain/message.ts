import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import { type Instant, addMinutes } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { MissionId } from './mission.ts'

export type MessageId = Id<'message'>

/** The object a thread is about: the mission itself, or anything of it that a noun and an id name. */
export type ThreadSubject = { readonly noun: string; readonly id: string | null; readonly label: string }

export type Message = {
  readonly id: MessageId
  readonly missionId: MissionId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  /** Read by every partner of the mission, or by its author's organisation alone. Never changes. */
  readonly isShared: boolean
  readonly aboutNoun: string
  readonly aboutId: string | null
  readonly aboutLabel: string
  /** Null once retracted: that it was written stays, what it said does not. */
  readonly body: string | null
  readonly authorId: AccountId | null
  readonly authorName: string
  readonly writtenAt: Instant
  readonly editedAt: Instant | null
  readonly retractedAt: Instant | null
  readonly version: number
}

/** A slip may be mended for a quarter of an hour; afterwards one writes again, or retracts. */
export const editMinutes = 15

export type MessageProblem = { readonly code: 'too_late_to_edit' | 'already_retracted' | 'stale_message' }

/** @refuses already_retracted, too_late_to_edit */
export function decideEdit(
  { writtenAt, retractedAt }: Pick<Message, 'writtenAt' | 'retractedAt'>,
  now: Instant,
): Outcome<null, MessageProblem> {
  if (retractedAt !== null) return refused({ code: 'already_retracted' })
  return now <= addMinutes(writtenAt, editMinutes) ? ok(null) : refused({ code: 'too_late_to_edit' })
}
