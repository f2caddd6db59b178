import { type Weights } from './cost.ts'
import { type State, BREAKS, IDLE, PLACES } from './state.ts'

/**
 * What holding m at t would add to the rows of its people: breaks, idle slots and changes of place, weighted. Reads only
 * the nearest meeting before and after, so it costs a few steps where holding and counting anew would cost a whole day.
 * @param people who fills the roles of m, as found by `fits`
 */
export function insertionCost(state: State, weights: Weights, m: number, t: number, pool: number, people: Int32Array): number {
  const { problem } = state
  const end = t + problem.lengthSlots[m]
  const roles = problem.roleOffset[m + 1] - problem.roleOffset[m]
  let cost = 0
  for (let i = 0; i < roles; i++) cost += rowCost(state, weights, people[i], t, end, problem.poolPlace[pool])
  return cost
}

function rowCost(state: State, weights: Weights, person: number, t: number, end: number, place: number): number {
  const { problem, layout, busy } = state
  const row = person * problem.slotCount
  const dayStart = row + layout.dayStart[layout.day[t]]
  const dayEnd = row + layout.dayStart[layout.day[t] + 1]
  let before = row + t - 1
  while (before >= dayStart && busy[before] < 0) before--
  let after = row + end
  while (after < dayEnd && busy[after] < 0) after++
  const gapBefore = before < dayStart ? -1 : row + t - 1 - before
  const gapAfter = after >= dayEnd ? -1 : after - row - end
  let cost = 0
  if (problem.countsBreaks[person] === 1) {
    const parted = (gapBefore > 0 ? 1 : 0) + (gapAfter > 0 ? 1 : 0)
    const wasIdle = gapBefore >= 0 && gapAfter >= 0 ? 1 : 0
    const idle = Math.max(0, gapBefore) + Math.max(0, gapAfter)
    cost += weights.sum[BREAKS] * (parted - wasIdle) + weights.sum[IDLE] * (wasIdle === 1 ? t - end : idle)
  }
  if (weights.sum[PLACES] === 0) return cost
  const placeBefore = gapBefore < 0 ? place : problem.poolPlace[state.pool[busy[before]]]
  const placeAfter = gapAfter < 0 ? place : problem.poolPlace[state.pool[busy[after]]]
  const direct = gapBefore >= 0 && gapAfter >= 0 && placeBefore !== placeAfter ? 1 : 0
  return cost + weights.sum[PLACES] * ((placeBefore === place ? 0 : 1) + (placeAfter === place ? 0 : 1) - direct)
}
