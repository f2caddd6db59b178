import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { PairKey } from '../domain/snapshot.ts'
import type { ShownMeeting } from './board-grid.tsx'

/** The address where the consequences of a move are shown before anything is written. */
export type BoardAddress = (pair: PairKey, place?: { readonly slotId: string; readonly spotId: string }) => string

type Lines = { readonly slots: readonly { readonly id: string }[]; readonly spots: readonly { readonly id: string }[] }

const steps: Readonly<Record<string, readonly [slots: number, spots: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Dragging a meeting to a cell of its day, or Alt and an arrow on its link: both lead to the page that previews the move. */
export function useBoardMove(addressOf: BoardAddress | undefined, { slots, spots }: Lines) {
  const navigate = useNavigate()
  const [dragged, setDragged] = useState<ShownMeeting | null>(null)
  const [target, setTarget] = useState('')
  const go = ({ oneId, otherId }: ShownMeeting, place: { slotId: string; spotId: string }) =>
    addressOf && navigate(addressOf({ one: oneId, other: otherId }, place))
  const stop = () => {
    setDragged(null)
    setTarget('')
  }
  return {
    target,
    meetingProps: (meeting: ShownMeeting) =>
      addressOf && !meeting.isLocked
        ? {
            draggable: true,
            onDragStart: (event: DragEvent<HTMLElement>) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', meeting.id)
              setDragged(meeting)
            },
            onDragEnd: stop,
          }
        : {},
    linkProps: (meeting: ShownMeeting) => ({
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        const step = steps[event.key]
        if (!event.altKey || !step) return
        event.preventDefault()
        const slot = slots[slots.findIndex(({ id }) => id === meeting.slotId) + step[0]]
        const spot = spots[spots.findIndex(({ id }) => id === meeting.spotId) + step[1]]
        if (slot && spot) void go(meeting, { slotId: slot.id, spotId: spot.id })
      },
    }),
    cellProps: (slotId: string, spotId: string) =>
      dragged
        ? {
            onDragOver: (event: DragEvent<HTMLElement>) => {
              event.preventDefault()
              setTarget(`${slotId} ${spotId}`)
            },
            onDrop: (event: DragEvent<HTMLElement>) => {
              event.preventDefault()
              stop()
              if (dragged.slotId !== slotId || dragged.spotId !== spotId) void go(dragged, { slotId, spotId })
            },
          }
        : {},
  }
}
