export type DepartureEvent =
  | 'departure.marked'
  | 'departure.assigned'
  | 'departure.rule_set'
  | 'departure.rule_withdrawn'
  | 'departure.signatory_set'
  | 'departure.orders_issued'
  | 'departure.order_withdrawn'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DepartureEvent, true> {}
}
declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'departure.remind-items': NoPayload
  }
}
