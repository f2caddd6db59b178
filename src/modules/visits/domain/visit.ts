import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '#modules/missions/index.ts'

export type VisitId = Id<'visit'>

/** Who is received on a mission, as every partner reads it. */
export type Visit = {
  readonly id: VisitId
  readonly missionId: MissionId
  readonly visitor: string
  readonly country: string
  readonly city: string
  readonly headName: string
  readonly headCapacity: string
  readonly peopleCount: number | null
  readonly version: number
}

export type VisitFacts = Omit<Visit, 'id' | 'missionId' | 'version'>

/** A visit with its mission. */
export type VisitLine = Visit & { readonly title: Localized; readonly startsOn: LocalDate | null; readonly endsOn: LocalDate | null }
