import { sql } from 'kysely'
import type pg from 'pg'
import type { AccountId, OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '../domain/mission.ts'
import type { ReminderKind, Task, TaskId, TaskState } from '../domain/task.ts'

export type TaskFilter = {
  readonly missionId?: string
  readonly taskId?: string
  readonly state?: TaskState
  /** Who owes it. */
  readonly owner?: OrganisationId
  readonly limit: number
}

/** Tasks the actor may read: the open ones by their term, then those that are done, the latest first. */
export async function listTasks(tx: Tx, { missionId, taskId, state, owner, limit }: TaskFilter): Promise<Task[]> {
  let query = tx
    .selectFrom('missions.task as t')
    .innerJoin('missions.mission as m', 'm.id', 't.missionId')
    .innerJoin('directory.pubOrganisation as author', 'author.id', 't.organisationId')
    .innerJoin('directory.pubOrganisation as owner', 'owner.id', 't.ownerOrganisationId')
    .innerJoin('missions.partner as seat', (join) =>
      join.onRef('seat.missionId', '=', 't.missionId').onRef('seat.organisationId', '=', 't.ownerOrganisationId'),
    )
    .select([
      't.id',
      't.missionId',
      'm.title as missionTitle',
      't.organisationId',
      'author.name as organisationName',
      't.isShared',
      't.title',
    ])
    .select(['t.ownerOrganisationId', 'owner.name as ownerOrganisationName', 't.ownerAccountId', 't.ownerName', 't.dueOn'])
    .select(['t.aboutNoun', 't.aboutId', 't.aboutLabel', 't.state', 't.doneAt', 't.doneByName', 't.version'])
    .select(sql<boolean>`seat.left_at is not null`.as('ownerHasLeft'))
    .orderBy(sql`t.state = 'done'`)
    .orderBy('t.doneAt', 'desc')
    .orderBy(sql`t.due_on nulls last`)
    .orderBy('t.id')
    .limit(limit)
  if (missionId !== undefined) query = query.where('t.missionId', '=', missionId)
  if (taskId !== undefined) query = query.where('t.id', '=', taskId)
  if (state !== undefined) query = query.where('t.state', '=', state)
  if (owner !== undefined) query = query.where('t.ownerOrganisationId', '=', owner)
  return query.$castTo<Task>().execute()
}

/** One task of a mission, locked when the actor may change it. */
export async function lockTask(tx: Tx, missionId: string, taskId: string): Promise<Task | null> {
  await sql`select from missions.task where id = ${taskId} and mission_id = ${missionId} for no key update`.execute(tx)
  const [task] = await listTasks(tx, { missionId, taskId, limit: 1 })
  return task ?? null
}

export type TaskRow = {
  readonly title: string
  readonly ownerOrganisationId: OrganisationId
  readonly ownerAccountId: AccountId | null
  readonly ownerName: string | null
  readonly dueOn: LocalDate | null
  readonly aboutNoun: Task['aboutNoun']
  readonly aboutId: string | null
  readonly aboutLabel: string
}

export async function addTask(
  tx: Tx,
  task: TaskRow & { readonly missionId: MissionId; readonly isShared: boolean; readonly createdAt: Instant },
): Promise<TaskId> {
  const { id } = await tx.insertInto('missions.task').values(task).returning('id').executeTakeFirstOrThrow()
  return id as TaskId
}

/** Another term is called to mind anew. */
export async function changeTask(tx: Tx, id: TaskId, change: Partial<TaskRow>, isAnotherTerm: boolean): Promise<void> {
  const forgotten = isAnotherTerm ? { remindedBeforeAt: null, remindedDueAt: null } : {}
  await tx
    .updateTable('missions.task')
    .set({ ...change, ...forgotten })
    .where('id', '=', id)
    .execute()
}

export type Completion = { readonly at: Instant; readonly by: AccountId | null; readonly name: string }

export async function completeTask(tx: Tx, id: TaskId, done: Completion | null): Promise<void> {
  await tx
    .updateTable('missions.task')
    .set({ state: done ? 'done' : 'open', doneAt: done?.at ?? null, doneBy: done?.by ?? null, doneByName: done?.name ?? null })
    .where('id', '=', id)
    .execute()
}

/** An open task whose term is near, as a background task reads it. */
export type DueTask = {
  readonly id: TaskId
  readonly missionId: MissionId
  readonly missionTitle: Localized
  readonly title: string
  readonly aboutLabel: string
  readonly ownerOrganisationId: OrganisationId
  readonly ownerAccountId: AccountId | null
  readonly dueOn: LocalDate
  readonly remindedBeforeAt: Instant | null
  readonly remindedDueAt: Instant | null
}

/** @param until a day later than any zone's term of notice */
export async function listDueTasks(owner: Pick<pg.ClientBase, 'query'>, until: LocalDate): Promise<DueTask[]> {
  const { rows } = await owner.query<DueTask>(
    `select t.id, t.mission_id as "missionId", m.title as "missionTitle", t.title, t.about_label as "aboutLabel",
            t.owner_organisation_id as "ownerOrganisationId", t.owner_account_id as "ownerAccountId", t.due_on::text as "dueOn",
            t.reminded_before_at::text as "remindedBeforeAt", t.reminded_due_at::text as "remindedDueAt"
       from missions.task t
       join missions.mission m on m.id = t.mission_id
       join missions.partner p on p.mission_id = t.mission_id and p.organisation_id = t.owner_organisation_id and p.left_at is null
      where t.state = 'open' and t.reminded_due_at is null and t.due_on <= $1 and m.state <> 'cancelled'
      order by t.due_on, t.id`,
    [until],
  )
  return rows
}

/** Notes that a reminder leaves, for one worker only: false when it has left already. The later one makes the earlier pointless. */
export async function noteReminder(owner: Pick<pg.ClientBase, 'query'>, id: TaskId, kind: ReminderKind, now: Instant): Promise<boolean> {
  const column = kind === 'before' ? 'reminded_before_at' : 'reminded_due_at'
  const { rowCount } = await owner.query(`update missions.task set ${column} = $2 where id = $1 and ${column} is null and state = 'open'`, [
    id,
    now,
  ])
  return rowCount === 1
}
