import { Link, href } from 'react-router'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import { formatMoney } from '#platform/pure/money.ts'
import type { RefusedForm } from '#platform/web.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Diff } from '#ui/diff.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Category, Expense } from '../domain/expense.ts'
import { budgetTexts, problemTexts } from '../texts.ts'

type CorrectionConflictProps = {
  refusal: RefusedForm
  /** The line that counts now, at the end of the story; none when a colleague cancelled it for good. */
  standing: Expense | null
}

/** The line can no longer be corrected, since a colleague cancelled or replaced it: what was typed stays readable, beside what counts now. */
export function CorrectionConflict({ refusal, standing }: CorrectionConflictProps) {
  const texts = useCatalogue(budgetTexts)
  const locale = useLocale()
  const { form, correction: words, categories } = texts
  const typed = (name: string) => String(refusal.values[name] ?? '').trim()
  const day = parseLocalDate(typed('spentOn'))
  const fields = [
    {
      name: 'spentOn',
      label: form.spentOn,
      mine: day.ok ? formatDate(day.value, locale) : typed('spentOn'),
      theirs: standing ? formatDate(standing.spentOn, locale) : '',
    },
    { name: 'supplier', label: form.supplier, mine: typed('supplier'), theirs: standing?.supplier ?? '' },
    {
      name: 'category',
      label: form.category,
      mine: categories[typed('category') as Category] ?? '',
      theirs: standing ? categories[standing.category] : '',
    },
    {
      name: 'amount',
      label: form.amount,
      mine: [typed('amount'), typed('currency')].filter(Boolean).join(' '),
      theirs: standing ? formatMoney(standing.amount, locale) : '',
    },
    { name: 'label', label: form.label, mine: typed('label'), theirs: standing?.label ?? '' },
    { name: 'reason', label: words.reason, mine: typed('reason'), theirs: standing?.reason ?? '' },
  ]
  return (
    <Notice tone="warning" title={Object.values(problemTexts(texts, refusal.problems) ?? {}).join(' ')}>
      <p>{words.conflictLead}</p>
      <Diff caption={words.conflictCaption} fields={fields} />
      {standing && (
        <p>
          <Link
            to={`${href('/missions/:missionId/depenses/:expenseId', { missionId: standing.missionId, expenseId: standing.id })}?faire=corriger#corriger`}
          >
            {words.correctStanding}
          </Link>
        </p>
      )}
    </Notice>
  )
}
