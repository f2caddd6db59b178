export type RegistrationEvent =
  | 'quota.set'
  | 'quota.removed'
  | 'registration_link.made'
  | 'registration_link.renewed'
  | 'registration_link.revoked'
  | 'application.begun'
  | 'application.saved'
  | 'application.sent'
  | 'application.received'
  | 'application.decided'
  | 'application.undone'
  | 'application.promoted'
  | 'application.withdrawn'
  | 'application.substituted'
  | 'application.card_named'
  | 'passports.asked'
  | 'passport_reader.named'
  | 'passport_reader.removed'
  | 'retention.purged'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<RegistrationEvent, true> {}
}
