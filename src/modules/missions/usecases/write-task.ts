import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/identity/index.ts'
import type { Mission } from '../domain/mission.ts'
import { mayChangeTask, mayCompleteTask, mayWriteTask } from '../domain/rights.ts'
import '../domain/task-events.ts'
import type { TaskDraft, TaskId } from '../domain/task.ts'
import { loadMission } from '../sql/missions.ts'
import * as sql from '../sql/tasks.ts'

export type TaskProblem = {
  readonly code:
    | 'owner_is_no_partner'
    | 'person_of_another'
    | 'a_private_task_is_owed_at_home'
    | 'an_act_is_private'
    | 'task_is_done'
    | 'task_is_open'
    | 'stale_task'
}

/**
 * Writes a task. Who reads it is decided here once: every partner of the mission, or one's organisation alone.
 * @refuses owner_is_no_partner, person_of_another, a_private_task_is_owed_at_home, an_act_is_private
 */
export async function writeTask(
  ctx: Ctx,
  missionId: string,
  draft: TaskDraft & { readonly isShared: boolean },
): Promise<Outcome<TaskId, TaskProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayWriteTask(ctx.actor, mission.partners))
  const row = await decideRow(ctx, mission, draft, draft.isShared)
  if (!row.ok) return row
  await ctx.journal.event('task.written')
  return ok(await sql.addTask(ctx.tx, { ...row.value, missionId: mission.id, isShared: draft.isShared, createdAt: ctx.now }))
}

/**
 * Changes what is to be done, by whom and by when: for the organisation that wrote the task. Another term is called to mind anew.
 * @refuses stale_task, task_is_done, and what `writeTask` refuses
 */
export async function changeTask(
  ctx: Ctx,
  missionId: string,
  taskId: string,
  version: number,
  draft: TaskDraft,
): Promise<Outcome<null, TaskProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const task = found(await sql.lockTask(ctx.tx, missionId, taskId))
  allow(mayChangeTask(ctx.actor, mission.partners, task))
  if (task.version !== version) return refused({ code: 'stale_task' })
  if (task.state === 'done') return refused({ code: 'task_is_done' })
  const row = await decideRow(ctx, mission, draft, task.isShared)
  if (!row.ok) return row
  await ctx.journal.event('task.changed')
  await sql.changeTask(ctx.tx, task.id, row.value, task.dueOn !== draft.dueOn)
  return ok(null)
}

/** It is done: who says so, and when, stays written. For whoever owes the task, or wrote it. @refuses task_is_done */
export async function completeTask(ctx: Ctx, missionId: string, taskId: string): Promise<Outcome<null, TaskProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const task = found(await sql.lockTask(ctx.tx, missionId, taskId))
  allow(mayCompleteTask(ctx.actor, mission.partners, task))
  if (task.state === 'done') return refused({ code: 'task_is_done' })
  await ctx.journal.event('task.done')
  await sql.completeTask(ctx.tx, task.id, { at: ctx.now, by: ctx.actor.accountId, name: ctx.actor.name })
  return ok(null)
}

/** It was not done after all. @refuses task_is_open */
export async function reopenTask(ctx: Ctx, missionId: string, taskId: string): Promise<Outcome<null, TaskProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const task = found(await sql.lockTask(ctx.tx, missionId, taskId))
  allow(mayCompleteTask(ctx.actor, mission.partners, task))
  if (task.state === 'open') return refused({ code: 'task_is_open' })
  await ctx.journal.event('task.reopened')
  await sql.completeTask(ctx.tx, task.id, null)
  return ok(null)
}

/** Only a partner that has not left owes anything, and only one's own people are named in person. */
async function decideRow(ctx: Ctx, mission: Mission, draft: TaskDraft, isShared: boolean): Promise<Outcome<sql.TaskRow, TaskProblem>> {
  const { title, ownerOrganisationId, ownerAccountId, dueOn, about } = draft
  const isPartner = mission.partners.some((seat) => seat.organisationId === ownerOrganisationId && seat.leftAt === null)
  if (!isPartner) return refused({ code: 'owner_is_no_partner' })
  const isOwn = ownerOrganisationId === ctx.actor.organisationId
  if (!isShared && !isOwn) return refused({ code: 'a_private_task_is_owed_at_home' })
  if (isShared && about.noun === 'act') return refused({ code: 'an_act_is_private' })
  const person = ownerAccountId && isOwn ? (await listMembers(ctx.tx)).find(({ accountId }) => accountId === ownerAccountId) : undefined
  if (ownerAccountId && !person) return refused({ code: 'person_of_another' })
  return ok({
    title,
    ownerOrganisationId,
    ownerAccountId,
    ownerName: person?.name ?? null,
    dueOn,
    aboutNoun: about.noun,
    aboutId: about.noun === 'mission' ? null : about.id,
    aboutLabel: about.noun === 'mission' ? '' : about.label,
  })
}
