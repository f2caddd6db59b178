import type { LocalDate } from '#platform/pure/local-date.ts'
import { useCatalogue } from '#ui/catalogue.ts'
import { DateRange } from '#ui/format.tsx'
import { visitTexts } from '../texts.ts'

/** The days someone wishes to come, or that they are to be agreed. */
export function WishedDays({ from, to }: { from: LocalDate | null; to: LocalDate | null }) {
  const { board } = useCatalogue(visitTexts)
  return from ? <DateRange from={from} to={to ?? from} /> : board.noDates
}
