import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Mission, MissionState } from './mission.ts'

export type StateProblem = {
  readonly code:
    | 'already_in_this_state'
    | 'confirmed_needs_dates'
    | 'departed_is_not_an_idea'
    | 'departed_stays_confirmed'
    | 'accounted_for_took_place'
}

type Decided = {
  readonly state: MissionState
  readonly startsOn: LocalDate | null
  readonly partners: readonly Pick<Mission['partners'][number], 'accountsClosedOn'>[]
}

/**
 * Whether a mission may move to a state. A confirmed mission has dates. One that left stays confirmed: it can only be said
 * not to have taken place, as long as no partner closed its accounts of it.
 * @refuses already_in_this_state, confirmed_needs_dates, departed_is_not_an_idea, departed_stays_confirmed, accounted_for_took_place
 */
export function decideState(mission: Decided, state: MissionState, today: LocalDate): Outcome<MissionState, StateProblem> {
  const isConfirmed = mission.state === 'confirmed'
  if (mission.state === state) return refused({ code: 'already_in_this_state' })
  if (state === 'confirmed' && mission.startsOn === null) return refused({ code: 'confirmed_needs_dates' })
  if (state === 'idea' && hasLeft(mission, today)) return refused({ code: 'departed_is_not_an_idea' })
  if (state === 'preparation' && isConfirmed && hasLeft(mission, today)) return refused({ code: 'departed_stays_confirmed' })
  if (state === 'cancelled' && mission.partners.some(({ accountsClosedOn }) => accountsClosedOn !== null)) {
    return refused({ code: 'accounted_for_took_place' })
  }
  return ok(state)
}

/** One thing to do to a mission's state, worded by what it means where the mission stands. */
export type Decision = {
  readonly state: MissionState
  readonly wording: 'prepare' | 'confirm' | 'unconfirm' | 'resume' | 'back_to_idea' | 'cancel' | 'did_not_take_place'
  /** The way on, as opposed to a step back. */
  readonly isForward: boolean
}

const ways: Readonly<Record<MissionState, readonly Decision[]>> = {
  idea: [
    { state: 'preparation', wording: 'prepare', isForward: true },
    { state: 'cancelled', wording: 'cancel', isForward: false },
  ],
  preparation: [
    { state: 'confirmed', wording: 'confirm', isForward: true },
    { state: 'idea', wording: 'back_to_idea', isForward: false },
    { state: 'cancelled', wording: 'cancel', isForward: false },
  ],
  confirmed: [
    { state: 'preparation', wording: 'unconfirm', isForward: false },
    { state: 'cancelled', wording: 'cancel', isForward: false },
  ],
  cancelled: [{ state: 'preparation', wording: 'resume', isForward: false }],
}

/** What can be decided about a mission now: nothing that would be refused, but confirmation without dates, whose refusal says what to give. */
export function openDecisions(mission: Decided, today: LocalDate): Decision[] {
  return ways[mission.state]
    .filter(({ state }) => {
      const outcome = decideState(mission, state, today)
      return outcome.ok || outcome.problem.code === 'confirmed_needs_dates'
    })
    .map((way) => (way.wording === 'cancel' && hasLeft(mission, today) ? { ...way, wording: 'did_not_take_place' } : way))
}

function hasLeft({ startsOn }: Decided, today: LocalDate): boolean {
  return startsOn !== null && startsOn <= today
}
