import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateText } from '#ui/format.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { formKey } from '../domain/entry.ts'
import { isDoneShown } from '../domain/offline.ts'
import type { PocketTask } from '../domain/task.ts'
import { pocketTexts } from '../texts.ts'
import { EntryForm } from './entry-form.tsx'
import styles from './pocket-page.module.css'
import type { Writing } from './writing.ts'

/** What one owes for the mission, to be ticked with or without a network. */
export function Tasks({ writing }: { writing: Writing }) {
  const texts = useCatalogue(pocketTexts)
  const { tasks } = writing.pocket
  return (
    <Section title={texts.sections.tasks} id="taches" titlePlace="above">
      {tasks.length === 0 && <p>{texts.tasks.empty}</p>}
      <ul className={styles.list}>
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} writing={writing} />
        ))}
      </ul>
    </Section>
  )
}

function TaskLine({ task, writing: { entries, syncedAt, entryKey, keep } }: { task: PocketTask; writing: Writing }) {
  const { tasks: words } = useCatalogue(pocketTexts)
  const { id, title, dueOn } = task
  const isDone = isDoneShown(task, syncedAt, entries)
  return (
    <li className={styles.moment}>
      <p className={isDone ? styles.cancelled : undefined}>{title}</p>
      {isDone && (
        <p>
          <Tag tone="success">{words.done}</Tag>
        </p>
      )}
      {dueOn && !isDone && (
        <p className={styles.facts}>
          {words.due} <DateText date={dueOn} />
        </p>
      )}
      <EntryForm
        id={`task-${id}`}
        kind="task"
        entryKey={formKey(entryKey, 'task', id)}
        keep={keep && (() => keep({ kind: 'task', taskId: id, isDone: !isDone, title }, title))}
      >
        <HiddenField name="taskId" value={id} />
        <HiddenField name="title" value={title} />
        <HiddenField name="isDone" value={isDone ? 'no' : 'yes'} />
        <div className={styles.buttons}>
          <Button icon={isDone ? undefined : 'check'} kind={isDone ? 'quiet' : undefined}>
            {isDone ? words.untick : words.tick}
            <VisuallyHidden> – {title}</VisuallyHidden>
          </Button>
        </div>
      </EntryForm>
    </li>
  )
}
