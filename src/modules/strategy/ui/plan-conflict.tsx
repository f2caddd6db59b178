import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Plan } from '../domain/plan.ts'
import { strategyTexts } from '../texts.ts'

/** Someone saved the strategy since this form was opened: both versions side by side. */
export function PlanConflict({ saved, values }: { saved: Plan; values: RefusedForm['values'] }) {
  const { form } = useCatalogue(strategyTexts)
  const field = (name: string, label: string, theirs: string) => ({
    name,
    label,
    mine: String(values[name] ?? '').replaceAll('\r', ''),
    theirs,
  })
  return (
    <Notice tone="warning" title={form.conflictTitle}>
      <p>{form.conflictLead}</p>
      <Diff
        caption={form.conflictCaption}
        fields={[
          field('titleFr', form.title, saved.title.fr ?? ''),
          field('titleEn', form.titleEn, saved.title.en ?? ''),
          field('fromYear', form.fromYear, String(saved.fromYear)),
          field('toYear', form.toYear, String(saved.toYear)),
          field('destinationLimit', form.limit, String(saved.destinationLimit)),
          field('purposeFr', form.purpose, saved.purpose.fr ?? ''),
          field('purposeEn', form.purposeEn, saved.purpose.en ?? ''),
          field('source', form.source, saved.source),
        ]}
      />
    </Notice>
  )
}
