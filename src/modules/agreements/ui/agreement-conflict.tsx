import { formatAmount } from '#platform/pure/money.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict, typedIn } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import { useLocale } from '#ui/locale.tsx'
import type { Agreement, AgreementType } from '../domain/agreement.ts'
import { agreementTexts } from '../texts.ts'

/** Someone saved the agreement since this form was opened. */
export function AgreementConflict({ saved, values }: { saved: Agreement; values: FieldValues }) {
  const texts = useCatalogue(agreementTexts)
  const { form } = texts
  const locale = useLocale()
  return (
    <EditConflict
      title={form.conflictTitle}
      values={values}
      fields={[
        { name: 'titleFr', label: form.title, theirs: saved.title.fr ?? '' },
        { name: 'titleEn', label: form.titleEn, theirs: saved.title.en ?? '' },
        {
          name: 'type',
          label: form.type,
          mine: texts.types[typedIn(values, 'type') as AgreementType] ?? '',
          theirs: texts.types[saved.type],
        },
        { name: 'city', label: form.city, theirs: pick(saved.cityName, locale).text },
        { name: 'objectFr', label: form.object, theirs: saved.object.fr ?? '' },
        { name: 'objectEn', label: form.objectEn, theirs: saved.object.en ?? '' },
        { name: 'termMonths', label: form.months, theirs: saved.term.months?.toString() ?? '' },
        { name: 'forecast', label: form.forecast, theirs: saved.forecast ? formatAmount(saved.forecast, locale) : '' },
        { name: 'forecastNote', label: form.forecastNote, theirs: saved.forecastNote },
      ]}
    />
  )
}
