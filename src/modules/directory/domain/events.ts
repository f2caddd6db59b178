/** What the journal says of this module's changes. */
export type DirectoryEvent =
  | 'organisation.added'
  | 'organisation.changed'
  | 'organisation.merged'
  | 'organisation.merge_undone'
  | 'directory.exported'
  | 'directory.imported'
  | 'person.added'
  | 'person.changed'
  | 'person.removed'
  | 'person.erased'
  | 'person.merged'
  | 'person.merge_undone'
  | 'person.affiliated'
  | 'person.affiliation_changed'
  | 'person.affiliation_removed'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DirectoryEvent, true> {}
}
