export type ProgrammeEvent =
  | 'programme.item_proposed'
  | 'programme.item_changed'
  | 'programme.item_removed'
  | 'programme.venue_written'
  | 'programme.venue_removed'
  | 'programme.travel_time_written'
  | 'programme.track_written'
  | 'programme.vehicle_written'
  | 'programme.vehicle_removed'
  | 'programme.sectors_chosen'
  | 'programme.unavailability_said'
  | 'programme.document_added'
  | 'programme.document_removed'
  | 'programme.note_written'
  | 'programme.released'
  | 'programme.went_back'
  | 'programme.published'
  | 'programme.unpublished'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<ProgrammeEvent, true> {}
}
