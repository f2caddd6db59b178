import type { Instant } from '#platform/pure/instant.ts'

/** Where someone says they are; its twin is a CHECK of 0057_pocket_entries.sql. */
export const presences = ['there', 'not_there'] as const
export type Presence = (typeof presences)[number]

/** What a device sends, at once or later. `key` is given by the device: however often an entry arrives, it has one effect. */
export type Entry = { readonly key: string; readonly saidAt: Instant } & (
  | { readonly kind: 'attendance'; readonly itemId: string; readonly presence: Presence }
  /** `version` is that of the note one was reading; 0 when there was none. */
  | { readonly kind: 'note'; readonly itemId: string | null; readonly body: string; readonly version: number }
  | { readonly kind: 'receipt'; readonly label: string; readonly photo: { readonly name: string; readonly bytes: Uint8Array } }
  /** `title` is what the task said when it was ticked. */
  | { readonly kind: 'task'; readonly taskId: string; readonly isDone: boolean; readonly title: string }
)

/** What became of it. `superseded`: another device said something later, which holds. */
export type EntryAnswer =
  | { readonly kind: 'attendance'; readonly presence: Presence; readonly superseded: boolean }
  | { readonly kind: 'note'; readonly version: number }
  | { readonly kind: 'receipt' }
  /** `byName`: who had said so before, or said otherwise since. */
  | { readonly kind: 'task'; readonly isDone: boolean; readonly superseded: boolean; readonly byName: string | null }

export type EntryProblem =
  | { readonly code: 'pocket_closed' }
  | { readonly code: 'key_reused' }
  | { readonly code: 'not_in_your_programme' }
  | { readonly code: 'task_not_yours' }
  | { readonly code: 'task_changed'; readonly title: string }
  | { readonly code: 'photo_missing' }
  | { readonly code: 'photo_unreadable' }
  | { readonly code: 'photo_too_large' }
  | { readonly code: 'entry_malformed' }
  /** Someone, or oneself on another device, changed the note meanwhile: here is what it says now. */
  | { readonly code: 'note_changed'; readonly body: string; readonly version: number }

/** 12 MB: a photograph of a telephone, not a film. */
export const longestPhoto = 12 * 1024 * 1024

/** Of two words about one moment, the one said later holds; of two at once, the one that arrives. */
export function decideAttendance(
  known: { readonly presence: Presence; readonly saidAt: Instant } | null,
  said: { readonly presence: Presence; readonly saidAt: Instant },
): { readonly presence: Presence; readonly superseded: boolean } {
  const superseded = known !== null && known.saidAt > said.saidAt && known.presence !== said.presence
  return { presence: superseded ? known.presence : said.presence, superseded }
}

/** A device whose clock is ahead says nothing from the future: what it says counts from now. */
export function timeSaid(saidAt: Instant, now: Instant): Instant {
  return saidAt > now ? now : saidAt
}

/** The key of a form of a page without a script: one for each subject (a moment, a task) and kind, all from the one the page was given. */
export function formKey(pageKey: string, kind: Entry['kind'], subjectId: string | null): string {
  const mark = { attendance: '1', note: '2', receipt: '3', task: '4' }[kind]
  return `${mark}${pageKey.slice(1, 24)}${(subjectId ?? pageKey).slice(24)}`
}
