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

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<VisitEvent, true> {}
}

declare module '#platform/jobs.ts' {
  interface JobPayloads {
    'visits.tell-request': { readonly requestId: string }
  }
}
