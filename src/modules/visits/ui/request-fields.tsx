import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { askerKinds } from '../domain/request.ts'
import { visitTexts } from '../texts.ts'

/** The questions of a request: the same for who asks and for who enters what was asked. `isTheirs`: filled in by those who ask, about themselves. */
export function RequestFields({ isTheirs, countries }: { isTheirs: boolean; countries: readonly Option[] }) {
  const { form, askerKinds: kinds } = useCatalogue(visitTexts)
  const locale = useLocale()
  return (
    <>
      <TextField
        name="asker"
        label={form.asker}
        required
        width="long"
        maxLength={200}
        autoComplete={isTheirs ? 'organization' : undefined}
      />
      <Select
        name="askerKind"
        label={form.askerKind}
        placeholder={false}
        defaultValue="authority"
        options={askerKinds.map((value) => ({ value, label: kinds[value] }))}
      />
      <TextField name="city" label={form.city} maxLength={120} autoComplete={isTheirs ? 'address-level2' : undefined} />
      <Select name="country" label={form.country} required options={countries} />
      <Fieldset legend={form.contact}>
        <TextField
          name="contactName"
          label={form.contactName}
          required={isTheirs}
          maxLength={200}
          autoComplete={isTheirs ? 'name' : undefined}
        />
        <TextField
          name="contactEmail"
          type="email"
          label={form.contactEmail}
          required={isTheirs}
          maxLength={254}
          autoComplete={isTheirs ? 'email' : undefined}
        />
        <TextField name="contactPhone" type="tel" label={form.contactPhone} maxLength={60} autoComplete={isTheirs ? 'tel' : undefined} />
        <Select
          name="language"
          label={form.language}
          placeholder={false}
          defaultValue={locale}
          options={(['fr', 'en'] as const).map((value) => ({ value, label: form.languages[value] }))}
        />
      </Fieldset>
      <Fieldset legend={form.visit}>
        <TextField name="topics" label={form.topics} required={isTheirs} width="long" maxLength={300} />
        <TextArea name="purpose" label={form.purpose} rows={6} maxLength={8000} />
        <DateField name="wishedFrom" label={form.wishedFrom} />
        <DateField name="wishedTo" label={form.wishedTo} />
        <NumberField name="peopleCount" label={form.peopleCount} maxLength={5} />
        <TextField name="headName" label={form.headName} maxLength={200} />
        <TextField name="headCapacity" label={form.headCapacity} maxLength={200} />
      </Fieldset>
    </>
  )
}
