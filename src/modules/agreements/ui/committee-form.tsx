import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { EditConflict, typedDay } from '#ui/edit-conflict.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { HiddenField } from '#ui/hidden-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { CommitteeMeeting } from '../domain/papers.ts'
import { agreementTexts } from '../texts.ts'

type CommitteeFormProps = {
  /** The meeting being mended; a new one when absent. */
  meeting?: CommitteeMeeting
  /** Who chaired the last meeting, to begin a new one with. */
  chairs?: Pick<CommitteeMeeting, 'ownChair' | 'theirChair'> | undefined
  requestKey: string
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}

/** A meeting of the steering committee: when, where, chaired by whom on each side, who was there, what was said. */
export function CommitteeForm({ meeting, chairs, requestKey, values, errors }: CommitteeFormProps) {
  const { committee: words } = useCatalogue(agreementTexts)
  const known = meeting ?? chairs
  return (
    <Form id="committee" requestKey={requestKey} values={values} errors={errors} {...(meeting ? { version: meeting.version } : {})}>
      <HiddenField name="intent" value="committee" />
      <DateField name="heldOn" label={words.heldOn} required defaultValue={meeting?.heldOn} />
      <TextField name="place" label={words.place} defaultValue={meeting?.place} />
      <TextField name="ownChair" label={words.ownChair} width="long" maxLength={200} defaultValue={known?.ownChair} />
      <TextField name="theirChair" label={words.theirChair} width="long" maxLength={200} defaultValue={known?.theirChair} />
      <TextArea name="attendees" label={words.attendees} hint={words.attendeesHint} required rows={4} defaultValue={meeting?.attendees} />
      <TextArea name="minutes" label={words.minutes} rows={8} defaultValue={meeting?.minutes} />
      <Actions>
        <Button kind="main">{meeting ? words.saveChange : words.save}</Button>
      </Actions>
    </Form>
  )
}

/** Someone saved the meeting since this form was opened: both versions side by side. */
export function CommitteeConflict({ saved, values }: { saved: CommitteeMeeting; values: FieldValues }) {
  const { committee: words } = useCatalogue(agreementTexts)
  const locale = useLocale()
  return (
    <EditConflict
      title={words.conflictTitle}
      values={values}
      fields={[
        {
          name: 'heldOn',
          label: words.heldOn,
          mine: typedDay(values, 'heldOn', locale),
          theirs: formatDate(saved.heldOn, locale, 'short'),
        },
        { name: 'place', label: words.place, theirs: saved.place },
        { name: 'ownChair', label: words.ownChair, theirs: saved.ownChair },
        { name: 'theirChair', label: words.theirChair, theirs: saved.theirChair },
        { name: 'attendees', label: words.attendees, theirs: saved.attendees },
        { name: 'minutes', label: words.minutes, theirs: saved.minutes },
      ]}
    />
  )
}
