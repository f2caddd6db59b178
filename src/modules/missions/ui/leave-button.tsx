import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { invitationTexts } from '../texts/invitation-texts.ts'

/** One's own organisation leaves: asked twice, because the others would have to invite it anew. */
export function LeaveButton({ seatId }: { seatId: string }) {
  const { form } = useCatalogue(invitationTexts)
  return (
    <Dialog trigger={form.leave} triggerKind="quiet" title={form.leaveTitle}>
      <p>{form.leaveBody}</p>
      <Form id="leave">
        <HiddenField name="intent" value="leave" />
        <HiddenField name="partnerId" value={seatId} />
        <Actions>
          <Button kind="danger">{form.leave}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
