import type { Locale } from '#platform/pure/locale.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { languageChoices } from './language-choices.ts'
import { invitationTexts } from '../texts/invitation-texts.ts'

export type FoundingChoices = {
  readonly kinds: readonly Option[]
  readonly countries: readonly Option[]
  readonly currencies: readonly string[]
  readonly timeZones: readonly string[]
}

/** Opens one's organisation by accepting. `newcomer` is the language of someone who has no account yet, and says who they are besides. */
export function FoundingForm({
  choices,
  organisationName,
  newcomer,
  values,
  errors,
}: {
  choices: FoundingChoices
  organisationName: string
  newcomer: Locale | null
  values?: FieldValues | undefined
  errors?: FieldErrors | undefined
}) {
  const { answer: words } = useCatalogue(invitationTexts)
  return (
    <Form id="found" values={values} errors={errors}>
      <HiddenField name="intent" value="found" />
      {newcomer && (
        <Fieldset legend={words.you}>
          <TextField name="name" label={words.name} autoComplete="name" required />
          <Select name="locale" label={words.language} placeholder={false} defaultValue={newcomer} options={languageChoices} />
        </Fieldset>
      )}
      <Fieldset legend={words.organisation}>
        <TextField
          name="organisationName"
          label={words.organisationName}
          autoComplete="organization"
          width="long"
          required
          defaultValue={organisationName}
        />
        <Select name="kind" label={words.kind} required options={choices.kinds} />
        <Select name="country" label={words.country} required options={choices.countries} />
        <TextField name="city" label={words.city} autoComplete="address-level2" />
        <TextField
          name="currency"
          label={words.currency}
          defaultValue="EUR"
          suggestions={choices.currencies}
          maxLength={3}
          width="short"
          required
        />
        <TextField name="timeZone" label={words.timeZone} suggestions={choices.timeZones} required />
      </Fieldset>
      <Actions>
        <Button kind="main">{words.found}</Button>
      </Actions>
    </Form>
  )
}
