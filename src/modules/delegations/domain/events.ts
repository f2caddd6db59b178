export type DelegationEvent =
  | 'member.registered'
  | 'member.changed'
  | 'member.withdrawn'
  | 'member.returned'
  | 'member.head_named'
  | 'members.imported'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<DelegationEvent, true> {}
}
