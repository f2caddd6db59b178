import { compareDates, type LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** Its twin is in 0070_agreements.sql. */
export const actionStates = ['planned', 'under_way', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

/** What is done for a pledge: who answers for it on each side, by when, and what shows that it was done. */
export type Action = {
  readonly id: string
  readonly pledgeId: string
  readonly title: string
  readonly ownOwner: string
  readonly theirOwner: string
  readonly dueOn: LocalDate | null
  readonly state: ActionState
  readonly evidence: string
  readonly closedOn: LocalDate | null
  readonly version: number
}

export type Pledge = { readonly id: string; readonly title: Localized; readonly actions: readonly Action[] }
export type Domain = { readonly id: string; readonly title: Localized; readonly pledges: readonly Pledge[] }

export function isOpenAction({ state }: Pick<Action, 'state'>): boolean {
  return state === 'planned' || state === 'under_way'
}

export function isOverdue(action: Pick<Action, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return isOpenAction(action) && action.dueOn !== null && compareDates(action.dueOn, today) < 0
}
