export type VisitEvent =
  | 'visit.requested'
  | 'visit.request_entered'
  | 'visit.accepted'
  | 'visit.redirected'
  | 'visit.declined'
  | 'visit.set_aside'
  | 'visit.thanked'
  | 'visit.desk_changed'
  | 'visit.criterion_written'
  | 'visit.criterion_removed'
  | 'visit.letter_text_written'
  | 'visit.described'
  | 'visit.slot_proposed'
  | 'visit.slot_withdrawn'
  | 'visit.slot_claimed'
  | 'visit.greeting_planned'
  | 'visit.greeting_removed'
  | 'visit.guest_listed'
  | 'visit.guest_removed'
  | 'visit.seating_opened'
  | 'visit.seating_changed'
  | 'visit.seating_removed'
  | 'visit.table_laid'
  | 'visit.table_removed'
  | 'visit.seating_proposed'
  | 'visit.guest_seated'
  | 'visit.guests_kept_apart'
  | 'visit.guests_reconciled'
  | 'visit.title_written'
  | 'visit.title_confirmed'
  | 'visit.title_ended'
  | 'visit.title_removed'
  | 'visit.sequel_linked'
  | 'visit.sequel_unlinked'
  | 'visit.promise_noted'
  | 'visit.promise_settled'
  | 'visit.gift_entered'
  | 'visit.gift_settled'
  | 'visit.gift_rule_written'
  | 'visit.count_noted'
  | 'visit.count_removed'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<VisitEvent, true> {}
}

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'visits.tell-request': { readonly requestId: string }
  }
}
