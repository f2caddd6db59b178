import type { State } from './state.ts'
import { isFree } from './layout.ts'

/** A way to hold a meeting, filled in by `fits` and used at once: one per search, so that looking allocates nothing. */
export type Placement = { pool: number; readonly people: Int32Array }

/** @returns a placement with room for the meeting with the most roles. */
export function emptyPlacement(state: State): Placement {
  const { roleOffset, meetingCount } = state.problem
  let most = 1
  for (let m = 0; m < meetingCount; m++) most = Math.max(most, roleOffset[m + 1] - roleOffset[m])
  return { pool: -1, people: new Int32Array(most).fill(-1) }
}

/**
 * Whether m, not held, can start at t with nothing else touched; the way is then in `found`. Pools and candidates are tried
 * from a turning offset; when `turn` is even, a candidate with a meeting next to this one is preferred, as it adds no idle time.
 * @param turn any integer ≥ 0
 */
export function fits(state: State, m: number, t: number, turn: number, found: Placement): boolean {
  const { problem } = state
  if (quotaLeft(state, m) <= 0 || !inOrder(state, m, t)) return false
  const first = problem.poolOffset[m]
  const pools = problem.poolOffset[m + 1] - first
  for (let i = 0; i < pools; i++) {
    const pool = problem.pool[first + ((i + turn) % pools)]
    if (hasRoom(state, pool, t, t + problem.lengthSlots[m]) && fillRoles(state, m, t, pool, turn >>> 1, found)) {
      found.pool = pool
      return true
    }
  }
  return false
}

/** @returns how many more meetings the parties of m can take. */
export function quotaLeft(state: State, m: number): number {
  const { problem, held } = state
  let left = 0x7fff_ffff
  for (let i = problem.partyOffset[m]; i < problem.partyOffset[m + 1]; i++) {
    left = Math.min(left, problem.quota[problem.party[i]] - held[problem.party[i]])
  }
  return left
}

/** Whether the precedences of m hold with what is held now, if m starts at t. */
export function inOrder(state: State, m: number, t: number): boolean {
  const { problem, layout, start } = state
  for (let i = layout.orderOffset[m]; i < layout.orderOffset[m + 1]; i++) {
    const other = layout.order[2 * i]
    const at = start[other]
    if (at < 0) continue
    const mFirst = layout.order[2 * i + 1] === 1
    if (mFirst ? t + problem.lengthSlots[m] > at : at + problem.lengthSlots[other] > t) return false
  }
  return true
}

/** Whether the pool takes one more meeting from `from` to `end` − 1. */
export function hasRoom(state: State, pool: number, from: number, end: number): boolean {
  const { slotCount, poolCapacity } = state.problem
  for (let t = from; t < end; t++) if (state.load[pool * slotCount + t] >= poolCapacity[pool * slotCount + t]) return false
  return true
}

function fillRoles(state: State, m: number, t: number, pool: number, turn: number, found: Placement): boolean {
  const { problem } = state
  const firstRole = problem.roleOffset[m]
  const roles = problem.roleOffset[m + 1] - firstRole
  for (let i = 0; i < roles; i++) {
    const person = pickCandidate(state, m, firstRole + i, t, pool, turn >>> (3 * i), found.people, i)
    if (person < 0) return false
    found.people[i] = person
  }
  return true
}

function pickCandidate(
  state: State,
  m: number,
  role: number,
  t: number,
  pool: number,
  turn: number,
  people: Int32Array,
  filled: number,
): number {
  const { problem } = state
  const first = problem.candidateOffset[role]
  const candidates = problem.candidateOffset[role + 1] - first
  const end = t + problem.lengthSlots[m]
  let fallback = -1
  for (let i = 0; i < candidates; i++) {
    const person = problem.candidate[first + ((i + turn) % candidates)]
    if (isTaken(people, filled, person) || !canAttend(state, person, t, end, pool)) continue
    if (candidates === 1 || (turn & 1) === 1 || isNextToAnother(state, person, t, end)) return person
    if (fallback < 0) fallback = person
  }
  return fallback
}

function isTaken(people: Int32Array, filled: number, person: number): boolean {
  for (let i = 0; i < filled; i++) if (people[i] === person) return true
  return false
}

/** Whether the person is free from t to `end` − 1 and can reach the pool in time, and the next place after. */
export function canAttend(state: State, person: number, t: number, end: number, pool: number): boolean {
  const { problem, busy } = state
  if (!isFree(problem, person, t, end)) return false
  const row = person * problem.slotCount
  for (let s = t; s < end; s++) if (busy[row + s] >= 0) return false
  return state.layout.farthest === 0 || hasTimeToTravel(state, person, t, end, pool)
}

/** Whether the nearest meetings before and after, on the same day, leave the slots that travel takes. */
function hasTimeToTravel(state: State, person: number, t: number, end: number, pool: number): boolean {
  const { problem, busy, layout } = state
  const row = person * problem.slotCount
  const day = state.layout.day[t]
  const place = problem.poolPlace[pool]
  const earliest = Math.max(layout.dayStart[day], t - layout.farthest)
  for (let s = t - 1; s >= earliest; s--) {
    if (busy[row + s] < 0) continue
    if (t - 1 - s < problem.travelSlots[problem.poolPlace[state.pool[busy[row + s]]] * problem.placeCount + place]) return false
    break
  }
  const latest = Math.min(layout.dayStart[day + 1], end + layout.farthest)
  for (let s = end; s < latest; s++) {
    if (busy[row + s] < 0) continue
    if (s - end < problem.travelSlots[place * problem.placeCount + problem.poolPlace[state.pool[busy[row + s]]]]) return false
    break
  }
  return true
}

function isNextToAnother(state: State, person: number, t: number, end: number): boolean {
  const { problem, busy } = state
  const row = person * problem.slotCount
  if (t > 0 && problem.dayOf[t - 1] === problem.dayOf[t] && busy[row + t - 1] >= 0) return true
  return end < problem.slotCount && problem.dayOf[end] === problem.dayOf[t] && busy[row + end] >= 0
}

/** Whether m, not held, can be held exactly so. */
export function fitsExactly(state: State, m: number, t: number, pool: number, people: Int32Array): boolean {
  const { problem, layout } = state
  const end = t + problem.lengthSlots[m]
  if (quotaLeft(state, m) <= 0 || !inOrder(state, m, t) || layout.possible[m * problem.slotCount + t] === 0) return false
  if (!problem.pool.subarray(problem.poolOffset[m], problem.poolOffset[m + 1]).includes(pool) || !hasRoom(state, pool, t, end)) return false
  return people.every((person, i) => {
    const role = problem.roleOffset[m] + i
    const candidates = problem.candidate.subarray(problem.candidateOffset[role], problem.candidateOffset[role + 1])
    return candidates.includes(person) && !isTaken(people, i, person) && canAttend(state, person, t, end, pool)
  })
}
