/** What the journal says of workstreams and of parts signed off. */
export type WorkstreamEvent = 'workstream.opened' | 'workstream.closed' | 'part.signed_off' | 'part.sign_off_withdrawn'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<WorkstreamEvent, true> {}
}
