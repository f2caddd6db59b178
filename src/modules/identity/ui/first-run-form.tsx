import type { Locale } from '#platform/pure/locale.ts'
import type { RefusedForm } from '#platform/web.ts'
import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Fieldset } from '#ui/fieldset.tsx'
import { Form } from '#ui/form.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { identityTexts } from '../texts.ts'
import { LanguageField } from './language-field.tsx'
import { sentencesOf } from './problem-sentence.ts'

type Choices = {
  locale: Locale
  countries: readonly { readonly value: string; readonly label: string }[]
  timeZones: readonly string[]
  currencies: readonly string[]
}

/** Two questions: who are you, and for which organisation does this instance begin. */
export function FirstRunForm({ choices, refusal }: { choices: Choices; refusal: RefusedForm | undefined }) {
  const texts = useCatalogue(identityTexts)
  const words = texts.firstRun
  return (
    <Form values={refusal?.values} errors={refusal && sentencesOf(texts, refusal.problems, 'required')}>
      <Fieldset legend={words.person}>
        <TextField name="name" label={words.name} autoComplete="name" required />
        <TextField name="email" type="email" label={texts.email} autoComplete="username" required />
        <TextField name="password" type="password" label={texts.password} hint={words.passwordHint} autoComplete="new-password" required />
        <LanguageField label={words.language} locale={choices.locale} />
      </Fieldset>
      <Fieldset legend={words.organisation}>
        <TextField name="organisationName" label={words.organisationName} autoComplete="organization" required />
        <Select
          name="kind"
          label={words.kind}
          options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          placeholder={false}
        />
        <Select name="country" label={words.country} options={choices.countries} defaultValue="FR" placeholder={false} />
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
        <TextField name="timeZone" label={words.timeZone} defaultValue="Europe/Paris" suggestions={choices.timeZones} required />
      </Fieldset>
      <Actions>
        <Button kind="main">{words.create}</Button>
      </Actions>
    </Form>
  )
}
