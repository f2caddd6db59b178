import type { Localized } from '#platform/pure/localized.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Qualifier } from '#platform/pure/qualified.ts'
import type { MissionKind } from '#modules/missions/index.ts'

/** Twin of the CHECK measure_is_known of visits.stated_count; a test compares them. */
export const measures = ['delegations_received', 'hosted_events', 'missions'] as const
export type Measure = (typeof measures)[number]

/** What is counted for each measure: missions of this kind. */
const kindOf: Readonly<Record<Measure, MissionKind>> = { delegations_received: 'incoming', hosted_events: 'event', missions: 'outgoing' }

/** A mission of the year, as it is counted and listed. */
export type CountedMission = {
  readonly id: string
  readonly kind: MissionKind
  readonly title: Localized
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly visitor: string | null
}

/** What a document states; `about`: of whom, when it is not of one's own organisation. */
export type StatedCount = {
  readonly id: string
  readonly year: number
  readonly measure: Measure
  readonly about: string
  readonly value: number
  readonly qualifier: Qualifier
  readonly source: string
}

export type YearLine = { readonly measure: Measure; readonly counted: readonly CountedMission[]; readonly stated: readonly StatedCount[] }

/** Counted beside stated, measure by measure: the two are never added up. What a document says of another organisation is not ours. */
export function linesOfYear(counted: readonly CountedMission[], stated: readonly StatedCount[]): YearLine[] {
  return measures.map((measure) => ({
    measure,
    counted: counted.filter(({ kind }) => kind === kindOf[measure]),
    stated: stated.filter((each) => each.measure === measure && each.about === ''),
  }))
}
