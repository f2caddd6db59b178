import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { NamedObstacle, NamedReason } from '../domain/snapshot.ts'
import { eventTexts } from '../texts/event-texts.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { type ItemTitles, useBlockedWords } from './use-blocked-words.ts'

type UnheldWishesProps = {
  unheld: readonly NamedReason[]
  /** The names of participants, people and things, by id. */
  names: Readonly<Record<string, string>>
  slotWords: (slotId: string) => string
  titles: ItemTitles
}

/** Every wish that is not in the plan, why, and the cheapest change that would place it. */
export function UnheldWishes({ unheld, names, slotWords, titles }: UnheldWishesProps) {
  const texts = useCatalogue(eventTexts)
  const { runs: words } = texts
  const { programme } = useCatalogue(planTexts)
  const { titleOf } = useBlockedWords(titles)
  const liftWords = (obstacle: NamedObstacle): string => {
    switch (obstacle.kind) {
      case 'quota':
        return words.lifts.quota(names[obstacle.participantId] ?? '')
      case 'away':
        return obstacle.itemIds
          ? programme.lift(names[obstacle.whoId] ?? '', obstacle.itemIds.map(titleOf))
          : words.lifts.away(names[obstacle.whoId] ?? '')
      case 'busy':
      case 'travel':
        return words.lifts[obstacle.kind](names[obstacle.whoId] ?? '')
      default:
        return words.lifts[obstacle.kind]
    }
  }
  if (unheld.length === 0) return <p>{words.allHeld}</p>
  return (
    <DataTable
      caption={words.unheldCaption}
      captionHidden
      rows={unheld}
      rowKey={({ one, other }) => `${one} ${other}`}
      columns={[
        {
          key: 'pair',
          header: words.unheld,
          isRowHeader: true,
          render: ({ one, other }) => words.between(names[one] ?? '', names[other] ?? ''),
        },
        {
          key: 'why',
          header: words.why,
          isLong: true,
          render: ({ cause, itemIds }) => (itemIds ? programme.because(words.causes[cause], itemIds.map(titleOf)) : words.causes[cause]),
        },
        {
          key: 'change',
          header: words.change,
          isLong: true,
          render: ({ change }) =>
            change === null
              ? words.noChange
              : words.at(slotWords(change.slotId), [...new Set(change.lift.map((obstacle) => liftWords(obstacle)))].join(', ')),
        },
      ]}
    />
  )
}
