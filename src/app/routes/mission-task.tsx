import { href } from 'react-router'
import { type AccountId, type OrganisationId, allow, found } from '#platform/actor.ts'
import { refused } from '#platform/pure/outcome.ts'
import { answerForm } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
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

export function action({ context, request, params: { missionId, taskId } }: Route.ActionArgs) {
  return answerForm(
    context,
    request,
    'missions.change-task',
    taskChangeForm,
    async (ctx, { version, about: typedAbout, ownerOrganisationId, ownerAccountId, ...draft }) => {
      const about = subjectNamed(await subjectsOf(ctx, found(await loadMission(ctx.tx, missionId))), typedAbout)
      if (!about) return refused({ code: 'unknown' as const })
      return changeTask(ctx, missionId, taskId, version, {
        ...draft,
        about,
        ownerOrganisationId: ownerOrganisationId as OrganisationId,
        ownerAccountId: (ownerAccountId || null) as AccountId | null,
      })
    },
    { to: href('/missions/:missionId/taches', { missionId }), field: ({ code }) => fieldOfTask(code) },
  )
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
