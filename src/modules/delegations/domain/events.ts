export type DelegationEvent =
  | 'member.registered'
  | 'member.changed'
  | 'member.withdrawn'
  | 'member.returned'
  | 'member.head_named'
  | 'member.card_linked'
  | 'member.card_unlinked'
  | 'members.imported'
  | 'delegation.frozen'
  | 'delegation.unfrozen'
  | 'change.asked'
  | 'change.accepted'
  | 'change.refused'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DelegationEvent, true> {}
}
