import { href } from 'react-router'
import { type AccountId, type OrganisationId, found } from '#platform/actor.ts'
import { refused } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { answerForms, carryOut } from '#platform/form-answers.ts'
import { read } from '#platform/web.ts'
import {
  completeTask,
  listTasks,
  loadMission,
  mayChangeTask,
  mayCompleteTask,
  mayWriteTask,
  reopenTask,
  writeTask,
} from '#modules/missions/index.ts'
import { taskForm, taskStepForm } from '#modules/missions/schemas/task.ts'
import { missionTexts } from '#modules/missions/texts.ts'
import { taskTexts } from '#modules/missions/texts/task-texts.ts'
import { problemSentences } from '#modules/missions/texts/problem-sentences.ts'
import { TaskTable } from '#modules/missions/ui/task-entries.tsx'
import { TaskForm } from '#modules/missions/ui/task-form.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { subjectNamed, subjectsOf, taskChoices } from '../mission-subjects.ts'
import { fieldOfTask } from '../task-fields.ts'
import type { Route } from './+types/mission-tasks.ts'

export async function loader({ context, request, params }: Route.LoaderArgs) {
  return read(context, request, async (ctx) => {
    const mission = found(await loadMission(ctx.tx, params.missionId))
    const tasks = (await listTasks(ctx.tx, { missionId: mission.id, limit: 300 })).map((task) =>
      Object.assign(task, {
        mayChange: mayChangeTask(ctx.actor, mission.partners, task),
        mayComplete: mayCompleteTask(ctx.actor, mission.partners, task),
      }),
    )
    return {
      tasks,
      choices: mayWriteTask(ctx.actor, mission.partners) ? await taskChoices(ctx, mission) : null,
      today: ctx.today,
      zone: asTimeZone(ctx.actor.timeZone),
      requestKey: crypto.randomUUID(),
    }
  })
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { missionId } = params
  const to = href('/missions/:missionId/taches', params)
  return answerForms(context, request, {
    done: carryOut('missions.task-done', taskStepForm, (ctx, { taskId }) => completeTask(ctx, missionId, taskId), { to }),
    reopen: carryOut('missions.task-reopen', taskStepForm, (ctx, { taskId }) => reopenTask(ctx, missionId, taskId), { to }),
    otherwise: carryOut(
      'missions.write-task',
      taskForm,
      async (ctx, { readers, about: typedAbout, ownerOrganisationId, ownerAccountId, ...draft }) => {
        const about = subjectNamed(await subjectsOf(ctx, found(await loadMission(ctx.tx, missionId))), typedAbout)
        if (!about) return refused({ code: 'unknown' as const })
        return writeTask(ctx, missionId, {
          ...draft,
          about,
          isShared: readers === 'partners',
          ownerOrganisationId: ownerOrganisationId as OrganisationId,
          ownerAccountId: (ownerAccountId || null) as AccountId | null,
        })
      },
      { to, field: ({ code }) => fieldOfTask(code) },
    ),
  })
}

export default function MissionTasks({ loaderData: { tasks, choices, today, zone, requestKey }, actionData }: Route.ComponentProps) {
  const texts = useCatalogue(taskTexts)
  const errors = problemSentences(texts, useCatalogue(missionTexts), actionData?.problems)
  const open = tasks.filter(({ state }) => state === 'open')
  const done = tasks.filter(({ state }) => state === 'done')
  const isWriting = actionData?.values.intent === 'write'
  return (
    <>
      {errors && !isWriting && <Notice tone="danger">{Object.values(errors)[0]}</Notice>}
      <Section title={texts.title} note={texts.note} titlePlace="above">
        {open.length === 0 ? (
          <EmptyState title={texts.noneTitle}>{texts.none}</EmptyState>
        ) : (
          <TaskTable tasks={open} today={today} zone={zone} label={texts.openLabel} />
        )}
      </Section>
      {choices && (
        <Section title={texts.add} id="ecrire" onPaper={false}>
          <TaskForm
            choices={choices}
            requestKey={requestKey}
            values={isWriting ? actionData.values : undefined}
            errors={isWriting ? errors : undefined}
          />
        </Section>
      )}
      {done.length > 0 && (
        <Section title={texts.doneTitle} titlePlace="above">
          <TaskTable tasks={done} today={today} zone={zone} label={texts.doneLabel} />
        </Section>
      )}
    </>
  )
}
