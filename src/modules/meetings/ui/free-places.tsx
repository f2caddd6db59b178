import { Link } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { FreePlace } from '../domain/by-hand/consequences.ts'
import type { PairKey } from '../domain/snapshot.ts'
import { planTexts } from '../texts/plan-texts.ts'
import { placeAddress } from './place-address.ts'
import type { PlanNames } from './rule-words.ts'

type FreePlacesProps = {
  params: { readonly missionId: string; readonly eventId: string }
  pair: PairKey
  free: readonly FreePlace[]
  names: PlanNames
}

const shownAtMost = 12

/** Where a meeting could go without breaking a rule, each a link to its preview. */
export function FreePlaces({ params, pair, free, names: { nameOf, slotWords } }: FreePlacesProps) {
  const { byHand: words } = useCatalogue(planTexts)
  if (free.length === 0) return <p>{words.nowhereElse}</p>
  return (
    <DataTable
      caption={words.elsewhere}
      captionHidden
      rows={free.slice(0, shownAtMost)}
      rowKey={({ slotId, spotId }) => `${slotId} ${spotId}`}
      columns={[
        {
          key: 'place',
          header: words.slot,
          isRowHeader: true,
          render: ({ slotId, spotId }) => (
            <Link to={placeAddress(params, pair, { slotId, spotId })}>{words.place(slotWords(slotId), nameOf(spotId))}</Link>
          ),
        },
        { key: 'waits', header: words.effect, render: ({ waits }) => words.moreWaits(waits) },
      ]}
    />
  )
}
