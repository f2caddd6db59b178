import { useCatalogue } from '#ui/catalogue.ts'
import { Statement } from '#ui/statement.tsx'
import type { MissionTotals } from '../domain/mission-totals.ts'
import { budgetTexts } from '../texts.ts'
import { writeLinesAddress } from './lines-address.ts'

/** What the acting organisation spent, by category; each figure opens on its lines. */
export function OwnStatement({ totals, path }: { totals: MissionTotals; path: string }) {
  const texts = useCatalogue(budgetTexts)
  if (!totals.total) return null
  return (
    <Statement
      caption={texts.own.caption}
      lineHeader={texts.own.category}
      columns={[texts.own.amount]}
      currency={totals.total.currency}
      lines={[
        ...totals.byCategory.map(({ category, total, lineCount }) => ({
          key: category,
          label: texts.categories[category],
          ...(lineCount > 1 && { note: texts.own.lines(lineCount) }),
          figures: [{ cents: total.cents, to: writeLinesAddress(path, { category }) }],
        })),
        {
          key: 'total',
          label: texts.own.total,
          kind: 'total' as const,
          figures: [{ cents: totals.total.cents, to: writeLinesAddress(path, {}) }],
        },
      ]}
    />
  )
}
