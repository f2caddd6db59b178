/** What the journal says of this module's changes. */
export type DirectoryEvent =
  | 'organisation.added'
  | 'organisation.changed'
  | 'person.added'
  | 'person.changed'
  | 'person.removed'
  | 'person.affiliated'
  | 'person.affiliation_changed'
  | 'person.affiliation_removed'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DirectoryEvent, true> {}
}
