import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { invitationTexts } from '../texts/invitation-texts.ts'

/** A no says why, in a few words. */
export function DeclineForm({
  invitationId,
  values,
  errors,
}: {
  /** Absent on the page of a link, which names the invitation itself. */
  invitationId?: string
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}) {
  const { answer } = useCatalogue(invitationTexts)
  return (
    <Form id={`decline-${invitationId ?? 'link'}`} values={values} errors={errors}>
      <HiddenField name="intent" value="decline" />
      {invitationId && <HiddenField name="invitationId" value={invitationId} />}
      <TextArea name="reason" label={answer.reason} required rows={3} maxLength={1000} />
      <Actions>
        <Button>{answer.decline}</Button>
      </Actions>
    </Form>
  )
}
