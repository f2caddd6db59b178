import { type Level, type Problem, GIVEN, MUST, deepestTarget, levelWidth } from '../problem.ts'
import type { Layout } from './layout.ts'

/**
 * What no plan can beat, level by level, from arguments one can check by hand: a company cannot hold more meetings than its
 * people have slots for (a matching of its meetings to slots), nor more than its quota; together the meetings cannot take
 * more than the spots of a hall hold; a meeting counts for two companies at most.
 * @returns [levelWidth] a lower bound of each integer of the levels, each valid by itself
 */
export function boundOf(layout: Layout): Int32Array {
  const { problem } = layout
  const most = mostOfParties(layout)
  const bound = new Int32Array(levelWidth(problem))
  let i = 0
  for (const level of problem.levels) {
    if (level === 'targets') for (let k = deepestTarget(problem); k >= 1; k--) bound[i++] = partiesShortBy(problem, most, k)
    else bound[i++] = boundOfLevel(layout, level, most)
  }
  return bound
}

function boundOfLevel(layout: Layout, level: Exclude<Level, 'targets'>, most: Int32Array): number {
  const { problem } = layout
  if (level === 'moves') return movesForced(layout)
  if (level === 'musts') return mustsForcedOut(layout)
  if (level === 'wishes') return Math.max(0, wishWeight(problem) - heldWeightAtMost(layout, most))
  return 0
}

/** [partyCount] Meetings each party can hold at most, whatever the others do. */
export function mostOfParties(layout: Layout): Int32Array {
  const { problem } = layout
  const most = new Int32Array(problem.partyCount)
  for (let p = 0; p < problem.partyCount; p++) {
    const meetings = layout.ofParty.subarray(layout.ofPartyOffset[p], layout.ofPartyOffset[p + 1])
    most[p] = Math.min(problem.quota[p], mostHeld(layout, meetings))
  }
  return most
}

/**
 * Meetings of a set that can be held at once in the best case: those with no possible start apart, each takes a slot of
 * somebody who is a candidate in every one of them (Kőnig: a maximum matching with capacities).
 */
export function mostHeld(layout: Layout, meetings: ArrayLike<number>): number {
  const { problem } = layout
  const possible = Array.from(meetings).filter((m) => layout.startOffset[m] < layout.startOffset[m + 1])
  let most = possible.length
  for (const candidates of sharedRoles(problem, possible)) {
    const capacity = Int32Array.from({ length: problem.slotCount }, (_, t) =>
      candidates.reduce((free, person) => free + problem.personFree[person * problem.slotCount + t], 0),
    )
    most = Math.min(most, matching(layout, possible, capacity))
  }
  return most
}

/** The candidate sets that every one of these meetings draws on. */
function sharedRoles(problem: Problem, meetings: readonly number[]): number[][] {
  const [first, ...others] = meetings
  if (first === undefined) return []
  const setsOf = (m: number) =>
    Array.from({ length: problem.roleOffset[m + 1] - problem.roleOffset[m] }, (_, i) => {
      const role = problem.roleOffset[m] + i
      return Array.from(problem.candidate.subarray(problem.candidateOffset[role], problem.candidateOffset[role + 1])).sort((a, b) => a - b)
    })
  let shared = setsOf(first)
  for (const m of others) {
    if (shared.length === 0) break
    const names = new Set(setsOf(m).map(String))
    shared = shared.filter((set) => names.has(String(set)))
  }
  return shared
}

/** @returns how many of the meetings get a start, when `capacity[t]` may start at t (longer meetings block no more: a relaxation). */
function matching(layout: Layout, meetings: readonly number[], capacity: Int32Array): number {
  const { startOffset, startOption } = layout
  const takers: number[][] = Array.from(capacity, () => [])
  const visit = (m: number, seen: Uint8Array): boolean => {
    for (let i = startOffset[m]; i < startOffset[m + 1]; i++) {
      const t = startOption[i]
      if (seen[t] === 1) continue
      seen[t] = 1
      if (takers[t].length < capacity[t]) {
        takers[t].push(m)
        return true
      }
      for (let k = 0; k < takers[t].length; k++) {
        if (visit(takers[t][k], seen)) {
          takers[t][k] = m
          return true
        }
      }
    }
    return false
  }
  return meetings.reduce((held, m) => held + (visit(m, new Uint8Array(capacity.length)) ? 1 : 0), 0)
}

function partiesShortBy(problem: Problem, most: Int32Array, k: number): number {
  let count = 0
  for (let p = 0; p < problem.partyCount; p++) if (problem.target[p] - most[p] >= k) count++
  return count
}

/** Musts that cannot all be held: for each party, those its people have no slot for; a must is missed for two parties at most. */
function mustsForcedOut(layout: Layout): number {
  const { problem } = layout
  let missed = 0
  let parties = 1
  for (let p = 0; p < problem.partyCount; p++) {
    const musts = Array.from(layout.ofParty.subarray(layout.ofPartyOffset[p], layout.ofPartyOffset[p + 1])).filter(
      (m) => problem.demand[m] === MUST,
    )
    missed += musts.length - Math.min(problem.quota[p], mostHeld(layout, musts))
    for (const m of musts) parties = Math.max(parties, problem.partyOffset[m + 1] - problem.partyOffset[m])
  }
  return Math.ceil(missed / parties)
}

function wishWeight(problem: Problem): number {
  let total = 0
  for (let m = 0; m < problem.meetingCount; m++) if (problem.demand[m] !== GIVEN) total += problem.weight[m]
  return total
}

/** The heaviest meetings each party could hold, half of their sum when each has two parties; and the heaviest that spots can take. */
function heldWeightAtMost(layout: Layout, most: Int32Array): number {
  const { problem } = layout
  let heaviestByParty = 0
  let fewest = Infinity
  for (let m = 0; m < problem.meetingCount; m++) fewest = Math.min(fewest, problem.partyOffset[m + 1] - problem.partyOffset[m])
  for (let p = 0; p < problem.partyCount; p++) {
    const meetings = Array.from(layout.ofParty.subarray(layout.ofPartyOffset[p], layout.ofPartyOffset[p + 1]))
    heaviestByParty += heaviest(problem, meetings, most[p])
  }
  const bySpots = heaviestBySpots(layout)
  return fewest > 0 && Number.isFinite(fewest) ? Math.min(bySpots, Math.floor(heaviestByParty / fewest)) : bySpots
}

function heaviest(problem: Problem, meetings: readonly number[], count: number): number {
  const weights = meetings.map((m) => (problem.demand[m] === GIVEN ? 0 : problem.weight[m])).sort((a, b) => b - a)
  return weights.slice(0, count).reduce((sum, weight) => sum + weight, 0)
}

/** The heaviest meetings that fit in the spots, halls that no meeting can choose between counted apart. */
function heaviestBySpots(layout: Layout): number {
  const { problem } = layout
  const hallOf = hallsOf(problem)
  const spots = new Int32Array(problem.poolCount)
  problem.poolCapacity.forEach((capacity, cell) => {
    spots[hallOf[Math.floor(cell / problem.slotCount)]] += capacity
  })
  const meetings: number[][] = Array.from({ length: problem.poolCount }, () => [])
  for (let m = 0; m < problem.meetingCount; m++) {
    if (layout.startOffset[m] < layout.startOffset[m + 1]) meetings[hallOf[problem.pool[problem.poolOffset[m]]]].push(m)
  }
  return meetings.reduce((sum, here, hall) => sum + heaviest(problem, here, spots[hall]), 0)
}

/** [poolCount] The smallest pool from which one gets to this one by meetings that can choose. */
function hallsOf({ poolCount, meetingCount, poolOffset, pool }: Problem): Int32Array {
  const hall = Int32Array.from({ length: poolCount }, (_, i) => i)
  const root = (i: number): number => (hall[i] === i ? i : root(hall[i]))
  for (let m = 0; m < meetingCount; m++) {
    for (let i = poolOffset[m] + 1; i < poolOffset[m + 1]; i++) {
      const [low, high] = [root(pool[i - 1]), root(pool[i])].sort((a, b) => a - b)
      hall[high] = low
    }
  }
  return hall.map((_, i) => root(i))
}

/**
 * Meetings of the plan in force that cannot stay: those that nothing but the facts forbid, and, among those that forbid each
 * other, one of each disjoint pair.
 */
function movesForced(layout: Layout): number {
  const { problem } = layout
  const { current } = problem
  if (current === null) return 0
  let forced = 0
  const taken = new Map<number, number>()
  const gone = new Uint8Array(problem.meetingCount)
  for (let m = 0; m < problem.meetingCount; m++) {
    if (current.start[m] < 0 || staysPossible(layout, m)) continue
    forced++
    gone[m] = 1
  }
  for (let m = 0; m < problem.meetingCount; m++) {
    if (current.start[m] < 0 || gone[m] === 1) continue
    for (let r = problem.roleOffset[m]; r < problem.roleOffset[m + 1]; r++) {
      for (let t = current.start[m]; t < current.start[m] + problem.lengthSlots[m]; t++) {
        const cell = current.filledBy[r] * problem.slotCount + t
        const other = taken.get(cell)
        if (other !== undefined && other !== m && gone[other] === 0 && gone[m] === 0) {
          forced++
          gone[other] = 1
          gone[m] = 1
        }
        taken.set(cell, m)
      }
    }
  }
  return forced + forcedByRoom(problem, gone)
}

function staysPossible(layout: Layout, m: number): boolean {
  const { problem } = layout
  const current = problem.current!
  const t = current.start[m]
  if (layout.possible[m * problem.slotCount + t] === 0) return false
  const end = t + problem.lengthSlots[m]
  for (let s = t; s < end; s++) if (problem.poolCapacity[current.pool[m] * problem.slotCount + s] === 0) return false
  for (let r = problem.roleOffset[m]; r < problem.roleOffset[m + 1]; r++) {
    const person = current.filledBy[r]
    if (!problem.candidate.subarray(problem.candidateOffset[r], problem.candidateOffset[r + 1]).includes(person)) return false
    for (let s = t; s < end; s++) if (problem.personFree[person * problem.slotCount + s] === 0) return false
  }
  return true
}

/** Of what remains, the most crowded slot of each pool has to lose what is above its capacity; pools are disjoint. */
function forcedByRoom(problem: Problem, gone: Uint8Array): number {
  const current = problem.current!
  const load = new Int32Array(problem.poolCount * problem.slotCount)
  for (let m = 0; m < problem.meetingCount; m++) {
    if (current.start[m] < 0 || gone[m] === 1) continue
    for (let t = current.start[m]; t < current.start[m] + problem.lengthSlots[m]; t++) load[current.pool[m] * problem.slotCount + t]++
  }
  let forced = 0
  for (let p = 0; p < problem.poolCount; p++) {
    let worst = 0
    for (let t = 0; t < problem.slotCount; t++)
      worst = Math.max(worst, load[p * problem.slotCount + t] - problem.poolCapacity[p * problem.slotCount + t])
    forced += worst
  }
  return forced
}
