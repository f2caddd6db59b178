/** What the journal says of shared contacts. */
export type ContactEvent = 'room_contact.shared' | 'room_contact.withdrawn'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<ContactEvent, true> {}
}
