import { Actions } from '#ui/actions.tsx'
import { Button } from '#ui/button.tsx'
import { useCatalogue } from '#ui/catalogue.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { DateField } from '#ui/date-field.tsx'
import type { FieldErrors, FieldValues } from '#ui/form-context.ts'
import { Form } from '#ui/form.tsx'
import { HiddenField } from '#ui/hidden-field.tsx'
import { MoneyField } from '#ui/money-field.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { type Option, Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Party } from '../domain/agreement.ts'
import { type Licence, mostCountries } from '../domain/licence.ts'

import { agreementTexts } from '../texts.ts'

type Refusable = { requestKey: string; values?: FieldValues | undefined; errors?: FieldErrors | undefined }

type LicenceFormProps = Refusable & {
  licence: Licence | null
  parties: readonly Party[]
  countries: readonly Option[]
  currency: string
}

/** What is licensed, to whom, where, and for how long. */
export function LicenceForm({ licence, parties, countries, currency, requestKey, values, errors }: LicenceFormProps) {
  const texts = useCatalogue(agreementTexts)
  const words = texts.licence
  const lines = Math.min(mostCountries, Math.max(3, (licence?.countries.length ?? 0) + 1))
  return (
    <Form id="licence" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="licence" />
      <TextField name="brand" label={words.brand} required width="long" defaultValue={licence?.brand} />
      <Select
        name="licenseeId"
        label={words.licensee}
        required
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={licence?.licenseeId ?? parties[0]?.id}
      />
      {Array.from({ length: lines }, (_, index) => (
        <Select
          key={index}
          name={index === 0 ? 'countries' : `countries.${index}`}
          label={words.country(index + 1)}
          placeholder={words.noCountry}
          required={index === 0}
          options={countries}
          defaultValue={licence?.countries[index]}
        />
      ))}
      <Checkbox name="isExclusive" label={words.isExclusive} defaultChecked={licence?.isExclusive ?? true} />
      <DateField name="startsOn" label={words.startsOn} required defaultValue={licence?.startsOn} />
      <NumberField name="termMonths" label={texts.form.months} unit={texts.form.monthsUnit} required defaultValue={licence?.termMonths} />
      <MoneyField name="fee" label={words.fee} currency={licence?.fee?.currency ?? currency} defaultCents={licence?.fee?.cents} />
      <TextField name="feeNote" label={words.feeNote} width="long" defaultValue={licence?.feeNote} />
      <Actions>
        <Button kind={licence ? 'plain' : 'main'}>{words.save}</Button>
      </Actions>
    </Form>
  )
}

/** An edition, with its theme once the jury has chosen it. */
export function EditionForm({ requestKey, values, errors }: Refusable) {
  const { licence: words } = useCatalogue(agreementTexts)
  return (
    <Form id="edition" requestKey={requestKey} values={values} errors={errors}>
      <HiddenField name="intent" value="edition" />
      <DateField name="heldOn" label={words.columns.heldOn} required />
      <TextField name="theme" label={words.columns.theme} width="long" />
      <TextField name="jury" label={words.columns.jury} width="long" />
      <DateField name="themeChosenOn" label={words.columns.chosenOn} />
      <Actions>
        <Button kind="main">{words.saveEdition}</Button>
      </Actions>
    </Form>
  )
}
