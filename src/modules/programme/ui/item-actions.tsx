import { Actions } from '#ui/actions.tsx'
import { Button, type ButtonKind, ButtonLink } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import type { ItemState } from '../domain/item.ts'
import { programmeTexts } from '../texts.ts'

/** What one decides about an item besides its description: it is sure, it may change, it is off. */
export function ItemActions({
  moveTo,
  state,
  mayRemove,
  requestKey,
}: {
  moveTo: string
  state: ItemState
  mayRemove: boolean
  requestKey: string
}) {
  const { item: words, move } = useCatalogue(programmeTexts)
  return (
    <Actions>
      {state === 'tentative' && <OneButton intent="confirm" label={words.confirm} requestKey={requestKey} />}
      {state === 'confirmed' && <OneButton intent="unconfirm" label={words.unconfirm} requestKey={requestKey} />}
      {state === 'cancelled' && <OneButton intent="unconfirm" label={words.reopen} requestKey={requestKey} />}
      {state !== 'cancelled' && <ButtonLink to={moveTo}>{move.link}</ButtonLink>}
      {state !== 'cancelled' && (
        <Dialog trigger={words.cancel} triggerKind="quiet" title={words.cancelTitle}>
          <p>{words.cancelBody}</p>
          <OneButton intent="cancel" label={words.cancel} kind="danger" requestKey={requestKey} />
        </Dialog>
      )}
      {mayRemove && <OneButton intent="remove" label={words.remove} kind="quiet" requestKey={requestKey} />}
    </Actions>
  )
}

function OneButton({ intent, label, kind, requestKey }: { intent: string; label: string; kind?: ButtonKind; requestKey: string }) {
  return (
    <Form id={intent} requestKey={requestKey}>
      <HiddenField name="intent" value={intent} />
      <Button kind={kind}>{label}</Button>
    </Form>
  )
}
