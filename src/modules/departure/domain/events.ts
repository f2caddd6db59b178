export type DepartureEvent =
  | 'departure.marked'
  | 'departure.assigned'
  | 'departure.rule_set'
  | 'departure.rule_withdrawn'
  | 'departure.signatory_set'
  | 'departure.orders_issued'
  | 'departure.order_withdrawn'
  | 'departure.booking_written'
  | 'departure.segment_written'
  | 'departure.segment_removed'
  | 'departure.passengers_boarded'
  | 'departure.lodging_written'
  | 'departure.lodging_removed'
  | 'departure.rooms_written'
  | 'departure.guests_placed'
  | 'departure.guest_moved_out'
  | 'departure.badges_prepared'
  | 'departure.checked_in'
  | 'departure.check_in_undone'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DepartureEvent, true> {}
}
declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'departure.remind-items': NoPayload
  }
}
