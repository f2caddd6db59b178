import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { NamedObstacle, NamedReason } from '../domain/snapshot.ts'
import { type EventTexts, eventTexts } from '../texts/event-texts.ts'

type UnheldWishesProps = {
  unheld: readonly NamedReason[]
  /** The names of participants, people and things, by id. */
  names: Readonly<Record<string, string>>
  slotWords: (slotId: string) => string
}

/** Every wish that is not in the plan, why, and the cheapest change that would place it. */
export function UnheldWishes({ unheld, names, slotWords }: UnheldWishesProps) {
  const texts = useCatalogue(eventTexts)
  const { runs: words } = texts
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
        { key: 'why', header: words.why, isLong: true, render: ({ cause }) => words.causes[cause] },
        {
          key: 'change',
          header: words.change,
          isLong: true,
          render: ({ change }) =>
            change === null
              ? words.noChange
              : words.at(
                  slotWords(change.slotId),
                  [...new Set(change.lift.map((obstacle) => liftWords(obstacle, names, words)))].join(', '),
                ),
        },
      ]}
    />
  )
}

function liftWords(obstacle: NamedObstacle, names: Readonly<Record<string, string>>, { lifts }: EventTexts['runs']): string {
  switch (obstacle.kind) {
    case 'quota':
      return lifts.quota(names[obstacle.participantId] ?? '')
    case 'away':
    case 'busy':
    case 'travel':
      return lifts[obstacle.kind](names[obstacle.whoId] ?? '')
    default:
      return lifts[obstacle.kind]
  }
}
