/** What the journal says of this module's changes. */
export type IdentityEvent =
  | 'invitation.sent'
  | 'invitation.withdrawn'
  | 'invitation.accepted'
  | 'member.roles_changed'
  | 'member.removed'
  | 'api_key.created'
  | 'api_key.revoked'
  | 'deputy.named'
  | 'deputy.ended'
  | 'workspace.changed'
  | 'workspace.card_changed'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<IdentityEvent, true> {}
}
