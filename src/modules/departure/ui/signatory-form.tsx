import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Signatory } from '../domain/travel-order.ts'
import { departureTexts, problemTexts } from '../texts.ts'

type SignatoryFormProps = { signatory: Signatory | null; maySet: boolean; refusal: RefusedForm | undefined; requestKey: string }

/** Who signs the travel orders: a form for administrators, facts for the others. */
export function SignatoryForm({ signatory, maySet, refusal, requestKey }: SignatoryFormProps) {
  const texts = useCatalogue(departureTexts)
  const words = texts.rules
  const refused = refusal?.values.intent === 'signatory' ? refusal : undefined
  if (!maySet) {
    return (
      <KeyFacts
        facts={(['name', 'capacity', 'authority', 'place'] as const).map((key) => ({ key, label: words[key], value: signatory?.[key] }))}
      />
    )
  }
  return (
    <Form id="signatory" requestKey={requestKey} values={refused?.values} errors={problemTexts(texts, refused?.problems)}>
      <HiddenField name="intent" value="signatory" />
      <TextField name="name" label={words.name} required maxLength={200} defaultValue={signatory?.name} />
      <TextField
        name="capacity"
        label={words.capacity}
        hint={words.capacityHint}
        required
        maxLength={300}
        width="long"
        defaultValue={signatory?.capacity}
      />
      <TextField
        name="authority"
        label={words.authority}
        hint={words.authorityHint}
        maxLength={300}
        width="long"
        defaultValue={signatory?.authority}
      />
      <TextField name="place" label={words.place} required maxLength={100} defaultValue={signatory?.place} />
      <Actions>
        <Button kind="main">{words.save}</Button>
      </Actions>
    </Form>
  )
}
