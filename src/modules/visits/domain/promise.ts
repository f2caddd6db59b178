import type { Id } from '#platform/pure/ids.ts'
import { type LocalDate, compareDates } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '#modules/missions/index.ts'

export type PromiseId = Id<'visitPromise'>

/** Twin of the CHECK state_is_known of visits.promise; a test compares them. */
export const promiseStates = ['open', 'kept', 'dropped'] as const
export type PromiseState = (typeof promiseStates)[number]

export type PromiseDraft = {
  readonly what: string
  readonly promisedBy: string
  readonly promisedTo: string
  /** We promised it; otherwise it was promised to us. */
  readonly isOurs: boolean
  readonly dueOn: LocalDate | null
}

export type PromiseMade = PromiseDraft & {
  readonly id: PromiseId
  readonly missionId: MissionId
  readonly missionTitle: Localized
  readonly state: PromiseState
  readonly settledOn: LocalDate | null
  readonly version: number
}

/** Open after its day. A promise without a day is never late. */
export function isOverdue({ state, dueOn }: Pick<PromiseMade, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return state === 'open' && dueOn !== null && compareDates(dueOn, today) < 0
}
