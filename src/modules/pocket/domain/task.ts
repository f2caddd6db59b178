import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'

/** What one owes for the mission, by name. */
export type PocketTask = {
  readonly id: string
  readonly title: string
  readonly dueOn: LocalDate | null
  readonly isDone: boolean
  readonly doneByName: string | null
}

/** A task as it stands when what was said of it arrives. */
export type StandingTask = Pick<PocketTask, 'title' | 'isDone' | 'doneByName'> & { readonly doneAt: Instant | null }

/** `title`: what the task said when it was ticked. */
export type SaidOfTask = { readonly isDone: boolean; readonly title: string; readonly saidAt: Instant }

export type TaskDecision =
  | { readonly code: 'task_not_yours' }
  /** It says something else by now: what was done may not be it. */
  | { readonly code: 'task_changed'; readonly title: string }
  /** `byName`: who had said so before, or says otherwise since. */
  | { readonly code: 'write' | 'already' | 'superseded'; readonly isDone: boolean; readonly byName: string | null }

/** What becomes of a tick that arrives, perhaps long after it was made. Null: the task is nobody's, or somebody else's. */
export function decideTask(known: StandingTask | null, said: SaidOfTask): TaskDecision {
  if (!known) return { code: 'task_not_yours' }
  const { isDone, doneByName, doneAt } = known
  if (isDone === said.isDone) return { code: 'already', isDone, byName: doneByName }
  if (doneAt !== null && doneAt > said.saidAt) return { code: 'superseded', isDone, byName: doneByName }
  if (known.title !== said.title) return { code: 'task_changed', title: known.title }
  return { code: 'write', isDone: said.isDone, byName: null }
}
