import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type About, type Task, taskSubjects } from '../domain/task.ts'
import { taskTexts } from '../texts/task-texts.ts'

export type TaskChoices = {
  readonly ownOrganisation: { readonly id: string; readonly name: string }
  /** Partners that may owe a task, one's own organisation first. */
  readonly owners: readonly Option[]
  /** Partners that have access: those who would read a shared task. */
  readonly readers: readonly string[]
  readonly people: readonly Option[]
  readonly subjects: readonly About[]
}

type TaskFormProps = {
  choices: TaskChoices
  /** The task to change; a new one when absent, and only then is it asked who will read it. */
  task?: Task
  requestKey: string
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** A task to write or to change. Who will read it is said in words, by name, before it is written. */
export function TaskForm({ choices, task, requestKey, values, errors }: TaskFormProps) {
  const texts = useCatalogue(taskTexts)
  const words = texts.form
  const groups = taskSubjects
    .filter((noun) => noun !== 'mission' && !(task?.isShared && noun === 'act'))
    .map((noun) => ({
      label: noun === 'mission' ? texts.subjects.mission : words.aboutGroups[noun],
      options: choices.subjects
        .filter((about) => about.noun === noun)
        .map((about) => ({ value: `${noun}:${about.id}`, label: about.label })),
    }))
    .filter(({ options }) => options.length > 0)
  return (
    <Form id="task" requestKey={requestKey} {...(task ? { version: task.version } : {})} values={values} errors={errors}>
      <HiddenField name="intent" value={task ? 'change' : 'write'} />
      {!task && (
        <RadioGroup
          name="readers"
          label={words.readers}
          hint={words.readersHint}
          required
          choices={[
            { value: 'own', label: words.privateChoice(choices.ownOrganisation.name), note: words.privateNote },
            { value: 'partners', label: words.sharedChoice, note: words.sharedNote(choices.readers.join(', ')) },
          ]}
        />
      )}
      <TextField name="title" label={words.title} required width="long" maxLength={300} defaultValue={task?.title} />
      <Select
        name="ownerOrganisationId"
        label={words.owner}
        required
        placeholder={false}
        options={choices.owners}
        defaultValue={task?.ownerOrganisationId ?? choices.ownOrganisation.id}
      />
      <Select
        name="ownerAccountId"
        label={words.person}
        hint={words.personHint}
        placeholder={words.nobody}
        options={choices.people}
        defaultValue={task?.ownerAccountId ?? ''}
      />
      <DateField name="dueOn" label={words.dueOn} defaultValue={task?.dueOn ?? undefined} />
      <Select
        name="about"
        label={words.about}
        placeholder={texts.subjects.mission}
        options={groups}
        defaultValue={task?.aboutId ? `${task.aboutNoun}:${task.aboutId}` : ''}
        width="long"
      />
      <Actions>
        <Button kind="main">{task ? words.saveChange : words.save}</Button>
      </Actions>
    </Form>
  )
}
