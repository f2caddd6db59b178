import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'
import { relationTexts } from '../texts.ts'

/** Takes a line off the sheet of a city. */
export function RemoveEntry({ table, id, what }: { table: 'fact' | 'exchange' | 'membership'; id: string; what: string }) {
  const { remove, facts } = useCatalogue(relationTexts)
  return (
    <Form id={`remove-${id}`} layout="row">
      <HiddenField name="intent" value="remove" />
      <HiddenField name="table" value={table} />
      <HiddenField name="entryId" value={id} />
      <Button kind="quiet">
        <span aria-hidden="true">{facts.columns.action}</span>
        <VisuallyHidden>{remove(what)}</VisuallyHidden>
      </Button>
    </Form>
  )
}
