/** What the journal says of the partners of a mission who are asked, and answer. */
export type PartnershipEvent =
  | 'partnership.offered'
  | 'partnership.offered_again'
  | 'partnership.revoked'
  | 'partnership.accepted'
  | 'partnership.declined'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<PartnershipEvent, true> {}
}
