import { type Instant, onTheClock } from '#platform/pure/instant.ts'
import { formatDate } from '#platform/pure/local-date-format.ts'
import { formatTime } from '#platform/pure/local-time.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'

type Span = { readonly startsAt: Instant; readonly endsAt: Instant; readonly timeZone: TimeZone }

/** When a moment ends, on its own clocks; the day is said only when it is not that of the start. */
export type Ending = { readonly time: string; readonly date: string | null }

export function endingOf({ startsAt, endsAt, timeZone }: Span, locale: Locale): Ending {
  const start = onTheClock({ instant: startsAt, zone: timeZone })
  const end = onTheClock({ instant: endsAt, zone: timeZone })
  return { time: formatTime(end.time, locale), date: end.date === start.date ? null : formatDate(end.date, locale) }
}
