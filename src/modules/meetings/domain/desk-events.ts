export type DeskEvent =
  | 'meeting_person.arrived'
  | 'meeting_person.arrival_undone'
  | 'meeting.moved'
  | 'meeting.swapped'
  | 'meeting.walked_in'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DeskEvent, true> {}
}
