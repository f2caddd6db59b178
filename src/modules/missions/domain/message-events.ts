/** What the journal says of conversations. */
export type MessageEvent = 'message.written' | 'message.edited' | 'message.retracted'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<MessageEvent, true> {}
}
