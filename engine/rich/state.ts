import { type Plan, type Problem, GIVEN, MUST, deepestTarget, levelWidth } from '../problem.ts'
import type { Layout } from './layout.ts'

/**
 * A plan in the making: every meeting is either held somewhere, breaking no rule, or not held. `hold` and `release` keep
 * all sums in step, so the levels of the plan are read, never recomputed.
 */
export type State = {
  readonly layout: Layout
  readonly problem: Problem
  /** The plan; see `Plan`. */
  readonly start: Int32Array
  readonly pool: Int32Array
  readonly filledBy: Int32Array
  /** [personCount * slotCount] The meeting the person is in, or −1. */
  readonly busy: Int32Array
  /** [poolCount * slotCount] Meetings in the pool. */
  readonly load: Int32Array
  /** [partyCount] Meetings held. */
  readonly held: Int32Array
  /** [personCount * dayCount] Breaks, idle slots and changes of place of one person on one day. */
  readonly rowBreaks: Int32Array
  readonly rowIdle: Int32Array
  readonly rowPlaces: Int32Array
  /** [personCount] Breaks over all days; kept for fairness. */
  readonly breaksOf: Int32Array
  /** [slotCount + 1] People with so many breaks, among those whose breaks count. */
  readonly withBreaks: Int32Array
  /** Meetings not held: waiting[0] .. waiting[sum[WAITING] − 1], in no order; waitingAt[m] is the place of m among them, or −1. */
  readonly waiting: Int32Array
  readonly waitingAt: Int32Array
  /** Sums over the whole plan: see the constants below. */
  readonly sum: Int32Array
  /** [deepest target + 1] Parties that miss their target by k or more, at k. */
  readonly shortBy: Int32Array
}

export const GIVENS_MISSING = 0
export const MOVES = 1
export const MUSTS_MISSING = 2
export const WEIGHT_MISSING = 3
export const BREAKS = 4
export const IDLE = 5
export const PLACES = 6
export const SPREAD = 7
export const WAITING = 8
export const SUM_COUNT = 9

/** @returns the state in which nothing is held. */
export function emptyState(layout: Layout): State {
  const { problem } = layout
  const state: State = {
    layout,
    problem,
    start: new Int32Array(problem.meetingCount).fill(-1),
    pool: new Int32Array(problem.meetingCount).fill(-1),
    filledBy: new Int32Array(problem.candidateOffset.length - 1).fill(-1),
    busy: new Int32Array(problem.personCount * problem.slotCount).fill(-1),
    load: new Int32Array(problem.poolCount * problem.slotCount),
    held: new Int32Array(problem.partyCount),
    rowBreaks: new Int32Array(problem.personCount * layout.dayCount),
    rowIdle: new Int32Array(problem.personCount * layout.dayCount),
    rowPlaces: new Int32Array(problem.personCount * layout.dayCount),
    breaksOf: new Int32Array(problem.personCount),
    withBreaks: new Int32Array(problem.slotCount + 1),
    waiting: new Int32Array(problem.meetingCount),
    waitingAt: new Int32Array(problem.meetingCount),
    sum: new Int32Array(SUM_COUNT),
    shortBy: new Int32Array(deepestTarget(problem) + 1),
  }
  for (let m = 0; m < problem.meetingCount; m++) count(state, m, 1)
  for (const target of problem.target) for (let k = 1; k <= target; k++) state.shortBy[k]++
  for (const counts of problem.countsBreaks) state.withBreaks[0] += counts
  return state
}

/** Counts m among what is missing (`change` 1) or no longer (−1). */
function count(state: State, m: number, change: 1 | -1): void {
  const { problem, sum, waiting, waitingAt } = state
  if (change === 1) {
    waitingAt[m] = sum[WAITING]
    waiting[sum[WAITING]++] = m
  } else {
    const last = waiting[--sum[WAITING]]
    waiting[waitingAt[m]] = last
    waitingAt[last] = waitingAt[m]
    waitingAt[m] = -1
  }
  if (problem.demand[m] === GIVEN) sum[GIVENS_MISSING] += change
  else {
    sum[WEIGHT_MISSING] += change * problem.weight[m]
    if (problem.demand[m] === MUST) sum[MUSTS_MISSING] += change
  }
  if (problem.current !== null && problem.current.start[m] >= 0) sum[MOVES] += change
}

/**
 * Holds m from slot t in `pool`, with `people[i]` in its i-th role. Asserts nothing: the caller has asked `fits`.
 * @param people at least as long as m has roles
 */
export function hold(state: State, m: number, t: number, pool: number, people: Int32Array): void {
  const { problem, sum } = state
  const { slotCount } = problem
  const end = t + problem.lengthSlots[m]
  const firstRole = problem.roleOffset[m]
  const roleEnd = problem.roleOffset[m + 1]
  state.start[m] = t
  state.pool[m] = pool
  for (let s = t; s < end; s++) sum[SPREAD] += 2 * state.load[pool * slotCount + s]++ + 1
  for (let r = firstRole; r < roleEnd; r++) {
    const person = people[r - firstRole]
    state.filledBy[r] = person
    for (let s = t; s < end; s++) state.busy[person * slotCount + s] = m
    refreshRow(state, person, state.layout.day[t])
  }
  for (let i = problem.partyOffset[m]; i < problem.partyOffset[m + 1]; i++) {
    const party = problem.party[i]
    const missing = problem.target[party] - state.held[party]++
    if (missing > 0) state.shortBy[missing]--
  }
  count(state, m, -1)
  if (hasMoved(state, m)) sum[MOVES]++
}

/** Takes m, which is held, out of the plan. */
export function release(state: State, m: number): void {
  const { problem, sum } = state
  const { slotCount } = problem
  const t = state.start[m]
  const end = t + problem.lengthSlots[m]
  const pool = state.pool[m]
  if (hasMoved(state, m)) sum[MOVES]--
  count(state, m, 1)
  state.start[m] = -1
  state.pool[m] = -1
  for (let s = t; s < end; s++) sum[SPREAD] -= 2 * --state.load[pool * slotCount + s] + 1
  for (let r = problem.roleOffset[m]; r < problem.roleOffset[m + 1]; r++) {
    const person = state.filledBy[r]
    state.filledBy[r] = -1
    for (let s = t; s < end; s++) state.busy[person * slotCount + s] = -1
    refreshRow(state, person, state.layout.day[t])
  }
  for (let i = problem.partyOffset[m]; i < problem.partyOffset[m + 1]; i++) {
    const party = problem.party[i]
    const missing = problem.target[party] - --state.held[party]
    if (missing > 0) state.shortBy[missing]++
  }
}

/** Whether m, which is held, is held otherwise than in the current plan. */
function hasMoved(state: State, m: number): boolean {
  const { problem } = state
  const { current } = problem
  if (current === null || current.start[m] < 0) return false
  if (current.start[m] !== state.start[m] || current.pool[m] !== state.pool[m]) return true
  for (let r = problem.roleOffset[m]; r < problem.roleOffset[m + 1]; r++) if (current.filledBy[r] !== state.filledBy[r]) return true
  return false
}

/** Counts a row anew: the breaks, idle slots and changes of place of one person on one day. */
function refreshRow(state: State, person: number, day: number): void {
  const { problem, layout, busy, sum } = state
  const row = person * problem.slotCount
  const end = layout.dayStart[day + 1]
  let breaks = 0
  let idle = 0
  let places = 0
  let last = -1
  let lastEnd = -1
  for (let t = layout.dayStart[day]; t < end; t++) {
    const m = busy[row + t]
    if (m < 0) continue
    if (m !== last) {
      if (last >= 0) {
        if (t > lastEnd) {
          breaks++
          idle += t - lastEnd
        }
        if (problem.poolPlace[state.pool[m]] !== problem.poolPlace[state.pool[last]]) places++
      }
      last = m
    }
    lastEnd = t + 1
  }
  const at = person * layout.dayCount + day
  sum[PLACES] += places - state.rowPlaces[at]
  state.rowPlaces[at] = places
  if (problem.countsBreaks[person] === 0) return
  sum[IDLE] += idle - state.rowIdle[at]
  state.rowIdle[at] = idle
  const more = breaks - state.rowBreaks[at]
  if (more === 0) return
  state.rowBreaks[at] = breaks
  sum[BREAKS] += more
  state.withBreaks[state.breaksOf[person]]--
  state.breaksOf[person] += more
  state.withBreaks[state.breaksOf[person]]++
}

/** @returns by how much the breaks of two people differ beyond what fairness allows; 0 when fair. */
export function unfairness(state: State): number {
  const { withBreaks, problem } = state
  if (problem.fairness < 0) return 0
  let least = 0
  let most = withBreaks.length - 1
  while (least < most && withBreaks[least] === 0) least++
  while (most > least && withBreaks[most] === 0) most--
  return Math.max(0, most - least - problem.fairness)
}

/** @returns moves beyond those allowed; 0 when within. */
export function excessMoves(state: State): number {
  const allowed = state.problem.movesAllowed
  return allowed < 0 ? 0 : Math.max(0, state.sum[MOVES] - allowed)
}

/** Whether the plan may be handed out: all that is given is held, fairly, within the moves allowed. */
export function isFeasible(state: State): boolean {
  return state.sum[GIVENS_MISSING] === 0 && excessMoves(state) === 0 && unfairness(state) === 0
}

const sumOf = {
  moves: MOVES,
  musts: MUSTS_MISSING,
  wishes: WEIGHT_MISSING,
  breaks: BREAKS,
  idle: IDLE,
  places: PLACES,
  spread: SPREAD,
} as const

/** @returns the levels of the plan, in the order of the problem. */
export function levelsOf(state: State): Int32Array {
  const levels = new Int32Array(levelWidth(state.problem))
  let i = 0
  for (const level of state.problem.levels) {
    if (level === 'targets') for (let k = state.shortBy.length - 1; k >= 1; k--) levels[i++] = state.shortBy[k]
    else levels[i++] = state.sum[sumOf[level]]
  }
  return levels
}

/** @returns a copy of the plan. */
export function planOf(state: State): Plan {
  return { start: state.start.slice(), pool: state.pool.slice(), filledBy: state.filledBy.slice() }
}

/** Makes the state hold exactly this plan, which breaks no rule. */
export function takePlan(state: State, plan: Plan): void {
  const { problem } = state
  for (let m = 0; m < problem.meetingCount; m++) if (state.start[m] >= 0) release(state, m)
  for (let m = 0; m < problem.meetingCount; m++) {
    if (plan.start[m] >= 0)
      hold(state, m, plan.start[m], plan.pool[m], plan.filledBy.subarray(problem.roleOffset[m], problem.roleOffset[m + 1]))
  }
}
