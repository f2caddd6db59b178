import { useCatalogue } from '#ui/catalogue.ts'
import { EditConflict } from '#ui/edit-conflict.tsx'
import type { FieldValues } from '#ui/form-context.ts'
import type { Plan } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'

/** Someone saved the strategy since this form was opened. */
export function PlanConflict({ saved, values }: { saved: Plan; values: FieldValues }) {
  const { form } = useCatalogue(strategyTexts)
  return (
    <EditConflict
      title={form.conflictTitle}
      values={values}
      fields={[
        { name: 'titleFr', label: form.title, theirs: saved.title.fr ?? '' },
        { name: 'titleEn', label: form.titleEn, theirs: saved.title.en ?? '' },
        { name: 'fromYear', label: form.fromYear, theirs: String(saved.fromYear) },
        { name: 'toYear', label: form.toYear, theirs: String(saved.toYear) },
        { name: 'destinationLimit', label: form.limit, theirs: String(saved.destinationLimit) },
        { name: 'purposeFr', label: form.purpose, theirs: saved.purpose.fr ?? '' },
        { name: 'purposeEn', label: form.purposeEn, theirs: saved.purpose.en ?? '' },
        { name: 'source', label: form.source, theirs: saved.source },
      ]}
    />
  )
}
