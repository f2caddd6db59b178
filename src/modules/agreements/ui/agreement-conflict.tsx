import type { RefusedForm } from '#platform/web.ts'
import { formatAmount } from '#platform/pure/money.ts'
import { pick } from '#platform/pure/localized.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Agreement, AgreementType } from '../domain/agreement.ts'
import { agreementTexts } from '../texts.ts'

/** Someone saved the agreement since this form was opened: both versions side by side. The form below now carries the saved version's number. */
export function AgreementConflict({ saved, values }: { saved: Agreement; values: RefusedForm['values'] }) {
  const texts = useCatalogue(agreementTexts)
  const { form } = texts
  const locale = useLocale()
  const typed = (name: string) => String(values[name] ?? '').replaceAll('\r', '')
  const field = (name: string, label: string, theirs: string) => ({ name, label, mine: typed(name), theirs })
  return (
    <Notice tone="warning" title={form.conflictTitle}>
      <p>{form.conflictLead}</p>
      <Diff
        caption={form.conflictCaption}
        fields={[
          field('titleFr', form.title, saved.title.fr ?? ''),
          field('titleEn', form.titleEn, saved.title.en ?? ''),
          { name: 'type', label: form.type, mine: texts.types[typed('type') as AgreementType] ?? '', theirs: texts.types[saved.type] },
          field('city', form.city, pick(saved.cityName, locale).text),
          field('objectFr', form.object, saved.object.fr ?? ''),
          field('objectEn', form.objectEn, saved.object.en ?? ''),
          field('termMonths', form.months, saved.term.months?.toString() ?? ''),
          field('forecast', form.forecast, saved.forecast ? formatAmount(saved.forecast, locale) : ''),
          field('forecastNote', form.forecastNote, saved.forecastNote),
        ]}
      />
    </Notice>
  )
}
