import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

export type SequelId = Id<'visitSequel'>

/** What a visit became: a mission or an agreement, and the promise that led there. */
export type SequelDraft = {
  readonly becameMissionId: string | null
  readonly agreementId: string | null
  readonly promiseId: string | null
}

export type Sequel = SequelDraft & {
  readonly id: SequelId
  /** Of the visit. */
  readonly missionId: string
  readonly visitTitle: Localized
  readonly visitOn: LocalDate | null
  readonly becameTitle: Localized
  /** The first day of the mission, or the day the agreement was signed. */
  readonly becameOn: LocalDate | null
  readonly promise: string | null
}

/** Whole months between a visit and what it became; null while one of the two has no day, or when it came before. */
export function monthsUntil({ visitOn, becameOn }: Pick<Sequel, 'visitOn' | 'becameOn'>): number | null {
  if (visitOn === null || becameOn === null || becameOn < visitOn) return null
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = visitOn.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = becameOn.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}
