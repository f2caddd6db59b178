import { href } from 'react-router'
import { type AccountId, type OrganisationId, allow, found } from '#platform/actor.ts'
import { refused } from '#platform/pure/outcome.ts'
import { read, readForm, redirectWithFlash, refuseForm, submit } from '#platform/web.ts'
import { changeTask, listTasks, loadMission, mayChangeTask } from '#modules/missions/index.ts'
import { taskChangeForm } from '#modules/missions/schemas/task.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'
import { problemSentences } from '#modules/missions/texts/problem-sentences.ts'
import { Readers } from '#modules/missions/ui/task-entries.tsx'
import { TaskForm } from '#modules/missions/ui/task-form.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Section } from '#ui/section.tsx'
import { subjectNamed, subjectsOf, taskChoices } from '../mission-subjects.ts'
import { fieldOfTask } from '../task-fields.ts'
import type { Route } from './+types/mission-task.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const task = found((await listTasks(ctx.tx, { missionId: mission.id, taskId: params.taskId, state: 'open', limit: 1 }))[0])
    allow(mayChangeTask(ctx.actor, mission.partners, task))
    return { task, choices: await taskChoices(ctx, mission), requestKey: crypto.randomUUID() }
  })
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const typed = await readForm(request, taskChangeForm)
  if (!typed.ok) return refuseForm(typed.problem)
  const { missionId, taskId } = params
  const { version, about: typedAbout, ownerOrganisationId, ownerAccountId, ...draft } = typed.value
  const outcome = await submit(context, request, typed, 'missions.change-task', async (ctx) => {
    const about = subjectNamed(await subjectsOf(ctx, found(await loadMission(ctx.tx, missionId))), typedAbout)
    if (!about) return refused({ code: 'unknown' as const })
    return changeTask(ctx, missionId, taskId, version, {
      ...draft,
      about,
      ownerOrganisationId: ownerOrganisationId as OrganisationId,
      ownerAccountId: (ownerAccountId || null) as AccountId | null,
    })
  })
  if (!outcome.ok) return refuseForm(typed.refuse(outcome.problem, ({ code }) => fieldOfTask(code)))
  return redirectWithFlash(href('/missions/:missionId/taches', { missionId }), 'saved')
}

export default function MissionTask({ loaderData: { task, choices, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(taskTexts)
  const errors = problemSentences(texts, useCatalogue(missionTexts), actionData?.problems)
  return (
    <Section title={texts.changeTitle} note={<Readers task={task} />}>
      <TaskForm choices={choices} task={task} requestKey={requestKey} values={actionData?.values} errors={errors} />
    </Section>
  )
}
