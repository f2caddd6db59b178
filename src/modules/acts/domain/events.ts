export type ActEvent =
  | 'act.opened'
  | 'act.changed'
  | 'act.missions_arranged'
  | 'act.submitted'
  | 'act.voted'
  | 'act.adjourned'
  | 'act.withdrawn'
  | 'act.transmitted'
  | 'act.published'
  | 'act.registered'
  | 'template.edited'
  | 'template.reset'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<ActEvent, true> {}
}
