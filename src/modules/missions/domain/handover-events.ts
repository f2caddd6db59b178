/** What the journal says when someone’s work passes to a colleague. */
export type HandoverEvent = 'work.handed_over'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<HandoverEvent, true> {}
}
