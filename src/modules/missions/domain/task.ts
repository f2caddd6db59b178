import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Id } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type LocalDate, addDays } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from './mission.ts'

export type TaskId = Id<'task'>

/** Each list here has its twin in a CHECK of 0036_tasks.sql. */
export const taskStates = ['open', 'done'] as const
export type TaskState = (typeof taskStates)[number]

export const taskSubjects = ['mission', 'partner', 'member', 'act', 'item'] as const
export type TaskSubject = (typeof taskSubjects)[number]

/** What a task is about. `label` is what it was called when the task was written; the mission itself needs none. */
export type About = { readonly noun: TaskSubject; readonly id: string | null; readonly label: string }

export type TaskDraft = {
  readonly title: string
  readonly ownerOrganisationId: OrganisationId
  /** A person of the acting organisation, when it owes the task. */
  readonly ownerAccountId: AccountId | null
  readonly dueOn: LocalDate | null
  readonly about: About
}

export type Task = {
  readonly id: TaskId
  readonly missionId: MissionId
  readonly missionTitle: Localized
  /** Whose people wrote it. */
  readonly organisationId: OrganisationId
  readonly organisationName: string
  /** Read by every partner of the mission, or by its author's organisation alone. Never changes. */
  readonly isShared: boolean
  readonly title: string
  readonly ownerOrganisationId: OrganisationId
  readonly ownerOrganisationName: string
  readonly ownerHasLeft: boolean
  readonly ownerAccountId: AccountId | null
  readonly ownerName: string | null
  readonly dueOn: LocalDate | null
  readonly aboutNoun: TaskSubject
  readonly aboutId: string | null
  readonly aboutLabel: string
  readonly state: TaskState
  readonly doneAt: Instant | null
  readonly doneByName: string | null
  readonly version: number
}

export function isLate({ state, dueOn }: Pick<Task, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return state === 'open' && dueOn !== null && dueOn < today
}

/** Days before its term that a task is called to mind for the first time. */
export const daysOfNotice = 3

/** From this hour on, by the clocks of the organisation that owes the task: nobody is written to at night. */
const firstHour = 7

export type ReminderKind = 'before' | 'due'

/**
 * Which reminder a task deserves now, if any. `today` and `hour` are those of the organisation that owes it. One that was written
 * less than three days before its term, or while nobody ran the worker, gets the reminder that still makes sense, once.
 */
export function decideReminder(
  task: { readonly dueOn: LocalDate; readonly remindedBeforeAt: Instant | null; readonly remindedDueAt: Instant | null },
  { today, hour }: { readonly today: LocalDate; readonly hour: number },
): ReminderKind | null {
  if (hour < firstHour || task.remindedDueAt !== null) return null
  if (task.dueOn <= today) return 'due'
  return task.remindedBeforeAt === null && task.dueOn <= addDays(today, daysOfNotice) ? 'before' : null
}
