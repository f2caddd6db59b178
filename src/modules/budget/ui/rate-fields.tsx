import type { Conversion } from '#platform/pure/conversion.ts'
import { DECIMAL_SEPARATOR } from '#platform/pure/integers.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateField } from '#ui/date-field.tsx'
import { Fieldset } from '#ui/fieldset.tsx'
import { useLocale } from '#ui/locale.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'
import { budgetTexts } from '../texts.ts'

/** The rate of a foreign amount, whichever way it was published, with its day and source. */
export function RateFields({
  baseCurrency,
  conversion,
  latest,
}: {
  baseCurrency: string
  conversion: Conversion | null | undefined
  latest: string
}) {
  const texts = useCatalogue(budgetTexts).form
  const locale = useLocale()
  const startsFromBase = !conversion || conversion.from === baseCurrency
  return (
    <Fieldset legend={texts.rate} hint={texts.rateHint(baseCurrency)}>
      <NumberField
        name="rate"
        label={texts.rateFigure}
        hint={texts.rateFigureHint}
        decimal
        defaultValue={conversion?.rate.replace('.', DECIMAL_SEPARATOR[locale])}
      />
      <RadioGroup
        name="rateFrom"
        label={texts.rateFrom}
        defaultValue={startsFromBase ? 'base' : 'paid'}
        choices={[
          { value: 'base', label: texts.rateFromBase(baseCurrency), note: texts.rateFromBaseNote },
          { value: 'paid', label: texts.rateFromPaid(baseCurrency) },
        ]}
      />
      <DateField name="rateOn" label={texts.rateOn} max={latest} defaultValue={conversion?.rateDate} />
      <TextField
        name="rateSource"
        label={texts.rateSource}
        suggestions={texts.rateSources}
        maxLength={200}
        defaultValue={conversion?.rateSource}
      />
    </Fieldset>
  )
}
