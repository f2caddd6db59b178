import { Link } from 'react-router'
import { useCatalogue } from '#ui/catalogue.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { PairKey } from '../domain/snapshot.ts'
import { planTexts } from '../texts/plan-texts.ts'
import type { BoardAddress } from './use-board-move.ts'

type WaitingWishesProps = {
  waiting: readonly (PairKey & { readonly isMust: boolean })[]
  nameOf: (id: string) => string
  addressOf: BoardAddress
}

const shownAtMost = 50

/** Those who answer each other and are not on the board: each is placed by hand from here, the musts first. */
export function WaitingWishes({ waiting, nameOf, addressOf }: WaitingWishesProps) {
  const { byHand: words, rules } = useCatalogue(planTexts)
  if (waiting.length === 0) return <p>{words.noneWaiting}</p>
  const ordered = waiting.toSorted((a, b) => Number(b.isMust) - Number(a.isMust))
  return (
    <>
      <DataTable
        caption={words.waitingTitle}
        captionHidden
        rows={ordered.slice(0, shownAtMost)}
        rowKey={({ one, other }) => `${one} ${other}`}
        columns={[
          {
            key: 'pair',
            header: words.waitingTitle,
            isRowHeader: true,
            render: ({ one, other }) => rules.meeting(nameOf(one), nameOf(other)),
          },
          { key: 'must', header: words.must, headerHidden: true, render: ({ isMust }) => (isMust ? words.must : '') },
          {
            key: 'put',
            header: words.putLink,
            headerHidden: true,
            render: ({ one, other }) => (
              <Link to={addressOf({ one, other })} aria-label={words.putOf(rules.meeting(nameOf(one), nameOf(other)))}>
                {words.putLink}
              </Link>
            ),
          },
        ]}
      />
      {ordered.length > shownAtMost && <p>{words.more(ordered.length - shownAtMost)}</p>}
    </>
  )
}
