import type { State } from '../rich/state.ts'
import { canAttend, hasRoom } from '../rich/placement.ts'
import { isFree } from '../rich/layout.ts'

/** One thing that keeps a meeting from one start, given everything else that is held. All are indexes. */
export type Obstacle =
  /** The party holds as many meetings as it may. */
  | { readonly kind: 'quota'; readonly party: number }
  /** The only person who can take the role is away. */
  | { readonly kind: 'away'; readonly person: number }
  /** The only person who can take the role is in another meeting. */
  | { readonly kind: 'busy'; readonly person: number; readonly meeting: number }
  /** The only person who can take the role could not come from, or leave for, another meeting in time. */
  | { readonly kind: 'travel'; readonly person: number; readonly meeting: number }
  /** Several people could take the role, and all who are there are in other meetings. */
  | { readonly kind: 'role_taken'; readonly role: number }
  /** Several people could take the role, and none is there. */
  | { readonly kind: 'role_away'; readonly role: number }
  /** The pool is full. */
  | { readonly kind: 'pool_full'; readonly pool: number }
  /** The pool is closed. */
  | { readonly kind: 'pool_closed'; readonly pool: number }
  /** A meeting that has to come before or after this one stands in the way. */
  | { readonly kind: 'order'; readonly meeting: number }

/** How hard each obstacle is to lift, for whoever organises: adding a table is easier than calling somebody back. */
export const effort: Readonly<Record<Obstacle['kind'], number>> = {
  quota: 1,
  pool_full: 1,
  role_taken: 1,
  pool_closed: 2,
  role_away: 2,
  away: 2,
  order: 3,
  busy: 4,
  travel: 4,
}

/**
 * What keeps m, not held, from starting at t: for the pool that leaves the least to lift.
 * @returns nothing when m can simply be held there
 */
export function obstaclesAt(state: State, m: number, t: number): Obstacle[] {
  const { problem } = state
  const everywhere = [...quotaObstacles(state, m), ...orderObstacles(state, m, t)]
  let least: Obstacle[] | null = null
  for (let i = problem.poolOffset[m]; i < problem.poolOffset[m + 1]; i++) {
    const pool = problem.pool[i]
    const here = [...poolObstacles(state, m, t, pool), ...roleObstacles(state, m, t, pool)]
    if (least === null || effortOf(here) < effortOf(least)) least = here
  }
  return [...everywhere, ...(least ?? [])]
}

/** @returns the effort of lifting them all. */
export function effortOf(obstacles: readonly Obstacle[]): number {
  return obstacles.reduce((sum, { kind }) => sum + effort[kind], 0)
}

function quotaObstacles({ problem, held }: State, m: number): Obstacle[] {
  return [...problem.party.subarray(problem.partyOffset[m], problem.partyOffset[m + 1])]
    .filter((party) => held[party] >= problem.quota[party])
    .map((party) => ({ kind: 'quota', party }))
}

function orderObstacles({ problem, layout, start }: State, m: number, t: number): Obstacle[] {
  const found: Obstacle[] = []
  for (let i = layout.orderOffset[m]; i < layout.orderOffset[m + 1]; i++) {
    const other = layout.order[2 * i]
    if (start[other] < 0) continue
    const isFirst = layout.order[2 * i + 1] === 1
    if (isFirst ? t + problem.lengthSlots[m] > start[other] : start[other] + problem.lengthSlots[other] > t) {
      found.push({ kind: 'order', meeting: other })
    }
  }
  return found
}

function poolObstacles(state: State, m: number, t: number, pool: number): Obstacle[] {
  const { problem } = state
  const end = t + problem.lengthSlots[m]
  for (let s = t; s < end; s++) if (problem.poolCapacity[pool * problem.slotCount + s] === 0) return [{ kind: 'pool_closed', pool }]
  return hasRoom(state, pool, t, end) ? [] : [{ kind: 'pool_full', pool }]
}

/** Fills as many roles as can be filled at once by different people; what the others lack is in the way. */
function roleObstacles(state: State, m: number, t: number, pool: number): Obstacle[] {
  const { problem } = state
  const roles = Array.from({ length: problem.roleOffset[m + 1] - problem.roleOffset[m] }, (_, i) => problem.roleOffset[m] + i)
  return leastUnfilled(state, roles, t, t + problem.lengthSlots[m], pool, [])
}

function leastUnfilled(state: State, roles: readonly number[], t: number, end: number, pool: number, taken: readonly number[]): Obstacle[] {
  const { problem } = state
  const [role, ...others] = roles
  if (role === undefined) return []
  const candidates = [...problem.candidate.subarray(problem.candidateOffset[role], problem.candidateOffset[role + 1])]
  let least: Obstacle[] | null = null
  for (const person of candidates) {
    if (taken.includes(person) || !canAttend(state, person, t, end, pool)) continue
    const found = leastUnfilled(state, others, t, end, pool, [...taken, person])
    if (found.length === 0) return found
    if (least === null || effortOf(found) < effortOf(least)) least = found
  }
  const unfilled = [...lackOf(state, role, candidates, t, end, pool), ...leastUnfilled(state, others, t, end, pool, taken)]
  return least === null || effortOf(unfilled) < effortOf(least) ? unfilled : least
}

/** Why nobody takes the role. */
function lackOf(state: State, role: number, candidates: readonly number[], t: number, end: number, pool: number): Obstacle[] {
  const there = candidates.filter((person) => isFree(state.problem, person, t, end))
  const [only] = candidates
  if (candidates.length > 1 || canAttend(state, only, t, end, pool)) return [{ kind: there.length > 0 ? 'role_taken' : 'role_away', role }]
  const meetings = personObstacles(state, only, t, end, pool)
  return there.length > 0 ? meetings : [{ kind: 'away', person: only }, ...meetings]
}

/** The meetings in the way of somebody. */
function personObstacles({ problem, layout, busy, pool: poolOf }: State, person: number, t: number, end: number, pool: number): Obstacle[] {
  const row = person * problem.slotCount
  const day = layout.day[t]
  const found = new Map<number, Obstacle>()
  for (let s = Math.max(layout.dayStart[day], t - layout.farthest); s < Math.min(layout.dayStart[day + 1], end + layout.farthest); s++) {
    const meeting = busy[row + s]
    if (meeting < 0) continue
    const gap = s < t ? t - 1 - s : s - end
    const there = problem.poolPlace[pool]
    const elsewhere = problem.poolPlace[poolOf[meeting]]
    const needed =
      s < t ? problem.travelSlots[elsewhere * problem.placeCount + there] : problem.travelSlots[there * problem.placeCount + elsewhere]
    if (s >= t && s < end) found.set(meeting, { kind: 'busy', person, meeting })
    else if (gap < needed && !found.has(meeting)) found.set(meeting, { kind: 'travel', person, meeting })
  }
  return [...found.values()]
}
