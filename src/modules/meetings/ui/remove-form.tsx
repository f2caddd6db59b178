import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { eventTexts } from '../texts/event-texts.ts'

type RemoveFormProps = { intent: string; fields: Readonly<Record<string, string>>; name: string; requestKey: string }

/** A quiet button that takes one thing away, named for those who do not see the row. */
export function RemoveForm({ intent, fields, name, requestKey }: RemoveFormProps) {
  const texts = useCatalogue(eventTexts)
  return (
    <Form id={`remove-${Object.values(fields).join('-')}`} requestKey={requestKey} layout="row">
      <HiddenField name="intent" value={intent} />
      {Object.entries(fields).map(([field, value]) => (
        <HiddenField key={field} name={field} value={value} />
      ))}
      <Button kind="quiet" aria-label={texts.removeOf(name)}>
        {texts.remove}
      </Button>
    </Form>
  )
}
