import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import type { ShownMeeting } from './board-grid.tsx'

/** How often a board that somebody looks at asks whether it is still so, in milliseconds. */
const everyMs = 5000

/**
 * Keeps a board as it is on the server while somebody looks at it: its stamp is asked for, and only another stamp loads the board again.
 * @returns the ids of what others changed since this page was opened or last loaded anew
 */
export function useFreshBoard(stampAddress: string, stamp: string, meetings: readonly ShownMeeting[]): ReadonlySet<string> {
  const { revalidate } = useRevalidator()
  const known = useRef(meetings)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      try {
        const answer = await fetch(stampAddress)
        const now = answer.ok ? ((await answer.json()) as { stamp: string }).stamp : stamp
        if (now !== stamp) await revalidate()
      } catch {
        // Without a network the board stays as it was read; the next question finds out.
      }
    }
    const timer = setInterval(() => void ask(), everyMs)
    return () => clearInterval(timer)
  }, [stampAddress, stamp, revalidate])
  useEffect(() => {
    const placeOf = ({ slotId, spotId, isLocked }: ShownMeeting) => `${slotId} ${spotId} ${isLocked}`
    const before = new Map(known.current.map((meeting) => [meeting.id, placeOf(meeting)]))
    const gone = new Set(before.keys())
    const others = new Set<string>()
    for (const meeting of meetings) {
      gone.delete(meeting.id)
      if (before.get(meeting.id) !== placeOf(meeting)) others.add(meeting.id)
    }
    known.current = meetings
    if (others.size + gone.size > 0) setChanged(new Set([...others, ...gone]))
  }, [meetings])
  return changed
}
