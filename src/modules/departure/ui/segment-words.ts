import { formatZoned } from '#platform/pure/instant.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Segment } from '../domain/segment.ts'
import type { DepartureTexts } from '../texts.fr.ts'

/** « Vol Air Exemple AF 90 : Marseille – Miami ». */
export function segmentName(texts: DepartureTexts, { mode, carrier, number, fromPlace, toPlace }: Segment): string {
  return `${[texts.modes[mode], carrier, number].filter(Boolean).join(' ')} : ${fromPlace} – ${toPlace}`
}

/** When it leaves or arrives, on the clocks of that place, which are named. */
export function momentOf({ departsAt, departsZone, arrivesAt, arrivesZone }: Segment, end: 'departs' | 'arrives', locale: Locale): string {
  return end === 'departs'
    ? formatZoned({ instant: departsAt, zone: departsZone }, locale)
    : formatZoned({ instant: arrivesAt, zone: arrivesZone }, locale)
}
