import { formatDate } from '#platform/pure/local-date-format.ts'
import { DECIMAL_SEPARATOR } from '#platform/pure/integers.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { Amount, DateText } from '#ui/format.tsx'
import { KeyFacts } from '#ui/key-facts.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { Expense } from '../domain/expense.ts'
import { budgetTexts } from '../texts.ts'

/** Everything one line of the ledger says. The receipt is shown to its payer only. */
export function ExpenseFacts({
  expense,
  isOwn,
  receipt,
}: {
  expense: Expense
  isOwn: boolean
  receipt: { link: string; name: string } | null
}) {
  const texts = useCatalogue(budgetTexts)
  const words = texts.line
  const locale = useLocale()
  const { conversion } = expense
  return (
    <KeyFacts
      facts={[
        { key: 'supplier', label: texts.lines.supplier, value: expense.supplier, note: expense.label },
        { key: 'base', label: words.base, value: <Amount {...expense.base} /> },
        ...(conversion
          ? [
              {
                key: 'amount',
                label: words.amount,
                value: <Amount {...expense.amount} />,
                note: `${words.rate(conversion.from, conversion.rate.replace('.', DECIMAL_SEPARATOR[locale]), conversion.to)} (${words.rateSource(conversion.rateSource, formatDate(conversion.rateDate, locale))})`,
              },
            ]
          : []),
        { key: 'date', label: words.spentOn, value: <DateText date={expense.spentOn} /> },
        { key: 'category', label: words.category, value: texts.categories[expense.category] },
        { key: 'payer', label: words.payer, value: expense.organisationName },
        { key: 'benefits', label: words.benefits, value: <Beneficiary expense={expense} isOwn={isOwn} /> },
        { key: 'visibility', label: words.visibility, value: expense.isShared ? words.shared : words.private },
        ...(expense.externalKey ? [{ key: 'externalKey', label: words.externalKey, value: expense.externalKey }] : []),
        ...(isOwn
          ? [{ key: 'receipt', label: words.receipt, value: receipt ? <a href={receipt.link}>{receipt.name}</a> : words.noReceipt }]
          : []),
      ]}
    />
  )
}

function Beneficiary({ expense, isOwn }: { expense: Expense; isOwn: boolean }) {
  const { form, line } = useCatalogue(budgetTexts)
  if (expense.benefits.kind === 'all_partners') return form.allPartners
  if (expense.benefits.kind === 'partner') return expense.beneficiaryName
  return isOwn ? form.delegation : line.payersDelegation
}
