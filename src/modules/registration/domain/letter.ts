import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { ApplicationId, ApplicationState } from './application.ts'

export type LetterId = Id<'registrationLetter'>

/** What a decision tells the applicant. Twin of a CHECK of 0042_substitution.sql. */
export const letterKinds = ['endorsed', 'incomplete', 'refused', 'approved', 'waiting', 'promoted', 'replaced', 'substituted'] as const
export type LetterKind = (typeof letterKinds)[number]

/** How long a decision may be undone: its letter leaves afterwards. */
export const undoMinutes = 10

/** The words of a letter, fixed when it is decided. The link to the applicant's page is added when it leaves, for their eyes alone. */
export type LetterWords = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** The words of the link. */
  readonly link: string
}

export type Letter = {
  readonly id: LetterId
  readonly applicationId: ApplicationId
  readonly organisationId: string
  readonly kind: LetterKind
  readonly language: Locale
  readonly words: LetterWords
  readonly formerState: ApplicationState
  readonly formerWaitingSince: Instant | null
  readonly writtenAt: Instant
  readonly leavesAt: Instant
  readonly sentAt: Instant | null
  readonly undoneAt: Instant | null
  readonly replacedBy: LetterId | null
}

/** One that still can be undone, or sent at once. */
export function isHeld({ sentAt, undoneAt, replacedBy }: Pick<Letter, 'sentAt' | 'undoneAt' | 'replacedBy'>): boolean {
  return sentAt === null && undoneAt === null && replacedBy === null
}
