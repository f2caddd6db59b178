export type PocketEvent =
  | 'pocket.link_sent'
  | 'pocket.revoked'
  | 'pocket.opened'
  | 'pocket.calendar_opened'
  | 'pocket.calendar_closed'
  | 'pocket.invitations_chosen'
  | 'pocket.receipt_handed_in'
  | 'pocket.receipt_answered'
  | 'pocket.contact_published'
  | 'pocket.contact_withdrawn'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<PocketEvent, true> {}
}
