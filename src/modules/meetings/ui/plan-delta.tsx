import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Attended, PlanChange } from '../domain/plan-delta.ts'
import { planTexts } from '../texts/plan-texts.ts'
import type { PlanNames } from './rule-words.ts'

/** Every meeting that would change, old and new side by side, with those whose day changes. */
export function PlanDelta({ delta, names: { nameOf, slotWords } }: { delta: readonly PlanChange[]; names: PlanNames }) {
  const { delta: words, byHand, rules } = useCatalogue(planTexts)
  const place = (at: Attended | null) => (at === null ? words.none : byHand.place(slotWords(at.slotId), nameOf(at.spotId)))
  return (
    <DataTable
      caption={words.caption}
      captionHidden
      rows={delta}
      rowKey={({ one, other }) => `${one} ${other}`}
      columns={[
        { key: 'pair', header: words.meeting, isRowHeader: true, render: ({ one, other }) => rules.meeting(nameOf(one), nameOf(other)) },
        { key: 'before', header: words.before, render: ({ before }) => place(before) },
        { key: 'after', header: words.after, render: ({ after }) => place(after) },
        {
          key: 'who',
          header: words.who,
          isLong: true,
          render: ({ before, after }) => [...new Set([...(before?.people ?? []), ...(after?.people ?? [])])].map(nameOf).join(', '),
        },
      ]}
    />
  )
}
