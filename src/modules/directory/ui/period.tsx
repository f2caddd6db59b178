import type { LocalDate } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateRange, DateText } from '#ui/format.tsx'
import { directoryTexts } from '../texts.ts'

/** When someone holds a position; either end may be unknown. */
export function Period({ startsOn, endsOn }: { startsOn: LocalDate | null; endsOn: LocalDate | null }) {
  const { affiliation } = useCatalogue(directoryTexts)
  if (startsOn && endsOn) return <DateRange from={startsOn} to={endsOn} />
  if (!startsOn && !endsOn) return <>{affiliation.undated}</>
  return (
    <span>
      {startsOn ? affiliation.since : affiliation.until} <DateText date={(startsOn ?? endsOn)!} />
    </span>
  )
}
