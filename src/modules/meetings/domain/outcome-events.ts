export type OutcomeEvent = 'meeting_outcome.told' | 'meeting_note.written' | 'meeting_note.removed' | 'meeting_contacts.kept'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<OutcomeEvent, true> {}
}
