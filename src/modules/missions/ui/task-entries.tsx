import { Link, href } from 'react-router'
import { dateIn } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { pick } from '#platform/pure/localized.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Form } from '#ui/form.tsx'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Icon } from '#ui/icons.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Tag } from '#ui/tag.tsx'
import { type Task as Entry, TaskList } from '#ui/task-list.tsx'
import { type Task, isLate } from '../domain/task.ts'
import { type TaskTexts, taskTexts } from '../texts/task-texts.ts'

/** A task as its page lists it: with what one may do about it. */
export type ListedTask = Task & { readonly mayChange: boolean; readonly mayComplete: boolean }

/** Who owes a task, person first if there is one. */
function ownerOf({ ownerOrganisationName, ownerName, ownerHasLeft }: Task, texts: TaskTexts): string {
  const organisation = ownerHasLeft ? texts.hasLeft(ownerOrganisationName) : ownerOrganisationName
  return ownerName ? texts.owedBy(organisation, ownerName) : organisation
}

/** Who reads a task: a drawing, a word, and the sentence itself. */
export function Readers({ task: { isShared, organisationName } }: { task: Pick<Task, 'isShared' | 'organisationName'> }) {
  const texts = useCatalogue(taskTexts)
  return (
    <>
      <Tag tone={isShared ? 'info' : 'warning'}>
        <Icon name={isShared ? 'globe' : 'lock'} /> {isShared ? texts.sharedTag : texts.privateTag}
      </Tag>{' '}
      {isShared ? texts.sharedNote : texts.privateNote(organisationName)}
    </>
  )
}

/** The tasks of one mission, to do or done. */
export function TaskTable({
  tasks,
  today,
  zone,
  label,
}: {
  tasks: readonly ListedTask[]
  today: LocalDate
  zone: TimeZone
  label: string
}) {
  const texts = useCatalogue(taskTexts)
  return (
    <DataTable
      caption={label}
      captionHidden
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: texts.form.title,
          isLong: true,
          render: (task) => (
            <>
              {task.title}
              {task.aboutLabel && <> · {texts.about(task.aboutLabel)}</>}
            </>
          ),
        },
        { key: 'owner', header: texts.form.owner, render: (task) => ownerOf(task, texts) },
        { key: 'due', header: texts.form.dueOn, render: (task) => <Term task={task} today={today} zone={zone} /> },
        { key: 'readers', header: texts.readers, isLong: true, render: (task) => <Readers task={task} /> },
        { key: 'steps', header: texts.done, headerHidden: true, render: (task) => <Steps task={task} /> },
      ]}
    />
  )
}

function Term({ task, today, zone }: { task: Task; today: LocalDate; zone: TimeZone }) {
  const texts = useCatalogue(taskTexts)
  if (task.doneAt)
    return (
      <>
        <DateText date={dateIn(zone, task.doneAt)} format="short" /> {task.doneByName && texts.doneBy(task.doneByName)}
      </>
    )
  if (!task.dueOn) return texts.noTerm
  return (
    <>
      <DateText date={task.dueOn} format="short" /> {isLate(task, today) && <Tag tone="danger">{texts.late}</Tag>}
    </>
  )
}

function Steps({ task }: { task: ListedTask }) {
  const texts = useCatalogue(taskTexts)
  const isDone = task.state === 'done'
  return (
    <>
      {task.mayComplete && (
        <Form layout="row" id={`task-${task.id}`}>
          <HiddenField name="taskId" value={task.id} />
          <Button
            kind="quiet"
            name="intent"
            value={isDone ? 'reopen' : 'done'}
            aria-label={isDone ? texts.reopenOf(task.title) : texts.doneOf(task.title)}
          >
            {isDone ? texts.reopen : texts.done}
          </Button>
        </Form>
      )}
      {task.mayChange && !isDone && (
        <Link
          to={href('/missions/:missionId/taches/:taskId', { missionId: task.missionId, taskId: task.id })}
          aria-label={texts.changeOf(task.title)}
        >
          {texts.change}
        </Link>
      )}
    </>
  )
}

/** Tasks in brief, on the pages that say what is next and who owes it. */
export function NextTasks({ tasks, today, withMission = false }: { tasks: readonly Task[]; today: LocalDate; withMission?: boolean }) {
  const texts = useCatalogue(taskTexts)
  const locale = useLocale()
  const entries = tasks.map((task): Entry => ({
    key: task.id,
    what: withMission ? `${task.title} · ${pick(task.missionTitle, locale).text}` : task.title,
    to: href('/missions/:missionId/taches', { missionId: task.missionId }),
    who: ownerOf(task, texts),
    by: task.dueOn ? texts.by(formatDate(task.dueOn, locale)) : texts.noTerm,
    state: isLate(task, today) ? 'late' : 'open',
  }))
  return <TaskList label={texts.openLabel} tasks={entries} />
}
