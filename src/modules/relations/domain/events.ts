/** What the journal says of this module's changes. */
export type RelationEvent = 'relation.fact_told' | 'relation.exchange_noted' | 'relation.membership_told' | 'relation.entry_removed'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<RelationEvent, true> {}
}
