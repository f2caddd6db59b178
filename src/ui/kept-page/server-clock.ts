import { type Instant, millisecondsOf } from '#platform/pure/instant.ts'

const storedName = 'escale-horloge'
/** A page is kept right after the server told it: the copy that is kept was told a little later than what was on screen. */
const copyMilliseconds = 60_000

/** What was measured when the server last told something: when it did, by its own clock, and how far the device was ahead; in milliseconds. */
export type MeasuredClock = { readonly told: number; readonly ahead: number }

/**
 * A page that was kept was told long ago, which looks like a clock that is ahead: only what is told later than all before measures anew.
 * @param told by the clock of the server @param read by the clock of the device, in milliseconds both
 */
export function measuredAfter(known: MeasuredClock | null, told: number, read: number): MeasuredClock {
  return known && told - known.told < copyMilliseconds ? known : { told, ahead: read - told }
}

/** How far the clock of this device is ahead of the server's, in milliseconds. Only in browsers. */
export function millisecondsAhead(toldAt: Instant): number {
  const stored = localStorage.getItem(storedName)
  const known = stored === null ? null : (JSON.parse(stored) as MeasuredClock)
  const measured = measuredAfter(known, millisecondsOf(toldAt), Date.now())
  localStorage.setItem(storedName, JSON.stringify(measured))
  return measured.ahead
}
