import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { timeOfMinutes } from '#platform/pure/local-time.ts'
import { STEP_MINUTES, type Spot, shifted, spotOf } from '../domain/move.ts'
import type { ShownItem } from './timetable.tsx'

/** How to move the items of a timetable: which ones, and the address where the consequences are shown before anything is written. */
export type Moving = { readonly movableIds: ReadonlySet<string>; readonly addressOf: (itemId: string, spot: Spot) => string }

type Dragged = { readonly item: ShownItem; readonly grabbedMinutes: number; readonly lengthMinutes: number }

const keySteps: Readonly<Record<string, number>> = {
  ArrowUp: -STEP_MINUTES,
  ArrowDown: STEP_MINUTES,
  ArrowLeft: -24 * 60,
  ArrowRight: 24 * 60,
}

/** Dragging an item over the columns of days, or Alt and an arrow on it: both lead to the page that previews the move. */
export function useMove(moving: Moving | undefined, fromHour: number, toHour: number) {
  const navigate = useNavigate()
  const [dragged, setDragged] = useState<Dragged | null>(null)
  const [target, setTarget] = useState<(Spot & { readonly minute: number }) | null>(null)
  const isMovable = (item: ShownItem) => moving?.movableIds.has(item.id) === true
  const minuteAt = (event: DragEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    return fromHour * 60 + ((event.clientY - top) / height) * (toHour - fromHour) * 60
  }
  const stop = () => {
    setDragged(null)
    setTarget(null)
  }
  return {
    dragged,
    target,
    isMovable,
    /** For the box of an item. */
    boxProps: (item: ShownItem, lengthMinutes: number) =>
      isMovable(item)
        ? {
            draggable: true,
            onDragStart: (event: DragEvent<HTMLElement>) => {
              const { top, height } = event.currentTarget.getBoundingClientRect()
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', item.id)
              const grabbedMinutes = ((event.clientY - top) / height) * lengthMinutes
              // After the browser has drawn what is dragged: the columns come to the front then.
              requestAnimationFrame(() => setDragged({ item, grabbedMinutes, lengthMinutes }))
            },
            onDragEnd: stop,
            onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
              const minutes = keySteps[event.key]
              if (!event.altKey || minutes === undefined || !moving) return
              event.preventDefault()
              void navigate(moving.addressOf(item.id, shifted(spotOf(item), minutes)))
            },
          }
        : {},
    /** For the column of a day. */
    dayProps: (date: LocalDate) =>
      dragged
        ? {
            onDragOver: (event: DragEvent<HTMLElement>) => {
              event.preventDefault()
              const wanted = Math.round((minuteAt(event) - dragged.grabbedMinutes) / STEP_MINUTES) * STEP_MINUTES
              const minute = Math.min(24 * 60 - STEP_MINUTES, Math.max(0, wanted))
              setTarget((known) =>
                known?.date === date && known.minute === minute ? known : { date, start: timeOfMinutes(minute), minute },
              )
            },
            onDrop: (event: DragEvent<HTMLElement>) => {
              event.preventDefault()
              const { item } = dragged
              const spot = target
              stop()
              if (spot && moving) void navigate(moving.addressOf(item.id, spot))
            },
          }
        : {},
  }
}
