import { compareDates, type LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** Its twin is in 0070_agreements.sql. */
export const actionStates = ['planned', 'under_way', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]
export const closedStates = ['done', 'dropped'] as const satisfies readonly ActionState[]

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
  /** The times it was taken up again after it was closed, the first one first. */
  readonly reopenings: readonly Reopening[]
  readonly version: number
}

/** How an action had been closed, and why that did not hold. Its twin is in 0115_reworded_pledges.sql. */
export type Reopening = {
  readonly state: (typeof closedStates)[number]
  readonly closedOn: LocalDate
  readonly evidence: string
  readonly reopenedOn: LocalDate
  readonly reason: string
}

export type Pledge = { readonly id: string; readonly title: Localized; readonly actions: readonly Action[] }
export type Domain = { readonly id: string; readonly title: Localized; readonly pledges: readonly Pledge[]; readonly version: number }

export function isOpenAction({ state }: Pick<Action, 'state'>): boolean {
  return state === 'planned' || state === 'under_way'
}

export function isOverdue(action: Pick<Action, 'state' | 'dueOn'>, today: LocalDate): boolean {
  return isOpenAction(action) && action.dueOn !== null && compareDates(action.dueOn, today) < 0
}

/** As many pledges as a domain may hold, and how many empty lines its form offers. */
export const mostPledges = 40
export const freshPledges = 2
