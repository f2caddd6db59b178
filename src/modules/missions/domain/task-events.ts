/** What the journal says of tasks. */
export type TaskEvent = 'task.written' | 'task.changed' | 'task.done' | 'task.reopened'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<TaskEvent, true> {}
}
