import { below } from '../random.ts'
import type { Layout } from './layout.ts'
import { isFree } from './layout.ts'
import { type Placement, canAttend, fits, hasRoom, inOrder } from './placement.ts'
import { type State, BREAKS, WAITING } from './state.ts'
import { type Trail, hasSpace, tryHold, tryRelease, undo } from './trail.ts'
import { type Weights, costOf } from './cost.ts'
import { insertionCost } from './insertion.ts'

/** What a move works with. */
export type Bench = {
  readonly layout: Layout
  readonly state: State
  weights: Weights
  readonly trail: Trail
  readonly chance: Int32Array
  readonly found: Placement
  /** Meetings pushed out by the move under way. */
  readonly pushed: Int32Array
  pushedCount: number
  /** The start the move freed, when those pushed out are to take it; −1 otherwise. */
  exchange: number
  /** Operations done, for the count of work. */
  work: number
}

/**
 * Tries one random move and leaves it done, with what is needed to take it back on the trail: a meeting goes somewhere,
 * pushing out whoever is in its way, and each one pushed out goes to the best place left for it, if any.
 * @returns whether anything changed
 */
export function makeMove(bench: Bench): boolean {
  const { state, chance } = bench
  bench.trail.length = 0
  bench.pushedCount = 0
  bench.exchange = -1
  const waiting = state.sum[WAITING]
  const dice = below(chance, 32)
  let done = false
  if (dice === 0) done = drop(bench)
  else if (waiting > 0 && dice < 14) done = admit(bench, state.waiting[below(chance, waiting)])
  else if (state.sum[BREAKS] > 0 && dice < 26) done = fillGap(bench)
  else done = relocate(bench)
  if (done && bench.exchange >= 0) exchange(bench)
  seatPushed(bench)
  return done || bench.trail.length > 0
}

/** A meeting that waits: first where nothing is in its way, otherwise anywhere. */
function admit(bench: Bench, m: number): boolean {
  return bestFree(bench, m) || insert(bench, m, randomStart(bench, m))
}

/** A meeting that is held is given up: what it was in the way of may be worth more. */
function drop(bench: Bench): boolean {
  const { state, chance } = bench
  const m = below(chance, state.problem.meetingCount)
  if (state.start[m] < 0) return false
  tryRelease(state, bench.trail, m)
  return true
}

/** A meeting that is held goes to another start, or takes other people or another pool at the same. */
function relocate(bench: Bench): boolean {
  const { state, chance } = bench
  const m = below(chance, state.problem.meetingCount)
  const t = randomStart(bench, m)
  if (state.start[m] < 0) return insert(bench, m, t)
  if (t !== state.start[m] && below(chance, 2) === 0) bench.exchange = state.start[m]
  tryRelease(state, bench.trail, m)
  return insert(bench, m, t)
}

/** Somebody's meeting goes into a gap between two others of theirs. */
function fillGap(bench: Bench): boolean {
  const { state, chance, layout } = bench
  const { problem } = state
  const person = personWithBreaks(bench)
  if (person < 0) return false
  const row = person * problem.slotCount
  const gap = slotInGap(bench, person)
  if (gap < 0) return false
  const offset = below(chance, problem.slotCount)
  for (let i = 0; i < problem.slotCount; i++) {
    const m = state.busy[row + ((i + offset) % problem.slotCount)]
    if (m < 0 || layout.possible[m * problem.slotCount + gap] === 0) continue
    if (below(chance, 2) === 0) bench.exchange = state.start[m]
    tryRelease(state, bench.trail, m)
    return insert(bench, m, gap)
  }
  return false
}

function personWithBreaks(bench: Bench): number {
  const { state, chance } = bench
  for (let tries = 0; tries < 32; tries++) {
    const person = below(chance, state.problem.personCount)
    if (state.breaksOf[person] > 0) return person
  }
  return -1
}

/** An idle slot between two meetings of the person on one day, or −1. */
function slotInGap(bench: Bench, person: number): number {
  const { state, layout, chance } = bench
  const { problem, busy } = state
  const row = person * problem.slotCount
  const firstDay = below(chance, layout.dayCount)
  for (let d = 0; d < layout.dayCount; d++) {
    const day = (firstDay + d) % layout.dayCount
    if (state.rowBreaks[person * layout.dayCount + day] === 0) continue
    let seen = false
    let open = -1
    for (let t = layout.dayStart[day]; t < layout.dayStart[day + 1]; t++) {
      if (busy[row + t] < 0) {
        if (seen && open < 0) open = t
      } else {
        if (open >= 0) return below(chance, 2) === 0 ? open : t - 1
        seen = true
      }
    }
  }
  return -1
}

function randomStart(bench: Bench, m: number): number {
  const { startOffset, startOption } = bench.layout
  const options = startOffset[m + 1] - startOffset[m]
  return options === 0 ? -1 : startOption[startOffset[m] + below(bench.chance, options)]
}

/** Holds m, which is not held, at the free start that costs least; false when there is none or when leaving it out is cheaper. */
export function bestFree(bench: Bench, m: number): boolean {
  const { state, layout, trail, found, weights, chance } = bench
  const turn = below(chance, 1 << 16)
  let bestStart = -1
  let bestCost = Infinity
  const first = layout.startOffset[m]
  const options = layout.startOffset[m + 1] - first
  for (let i = 0; i < options; i++) {
    const t = layout.startOption[first + ((i + turn) % options)]
    bench.work += 3
    if (!fits(state, m, t, turn, found)) continue
    bench.work += 5
    const cost = insertionCost(state, weights, m, t, found.pool, found.people)
    if (cost >= bestCost) continue
    bestCost = cost
    bestStart = t
  }
  if (bestStart < 0 || !fits(state, m, bestStart, turn, found)) return false
  const before = costOf(state, weights)
  const mark = trail.length
  tryHold(state, trail, m, bestStart, found.pool, found.people)
  bench.work += 12
  if (costOf(state, weights) < before) return true
  undo(state, trail, mark)
  return false
}

/** Holds m, which is not held, at t, pushing out whatever is in the way. */
function insert(bench: Bench, m: number, t: number): boolean {
  if (t < 0) return false
  const { state, found, chance, trail } = bench
  const turn = below(chance, 1 << 16)
  bench.work += 6
  if (!fits(state, m, t, turn, found)) {
    if (!makeQuota(bench, m) || !makeOrder(bench, m, t)) return false
    const pool = makeRoom(bench, m, t)
    if (pool < 0 || !freePeople(bench, m, t, pool)) return false
    if (!fits(state, m, t, turn, found)) return false
  }
  tryHold(state, trail, m, t, found.pool, found.people)
  bench.work += 10
  return true
}

function push(bench: Bench, m: number): boolean {
  if (bench.pushedCount === bench.pushed.length || !hasSpace(bench.trail, 24)) return false
  tryRelease(bench.state, bench.trail, m)
  bench.pushed[bench.pushedCount++] = m
  bench.work += 8
  return true
}

/** A party at its quota gives up one of its meetings. */
function makeQuota(bench: Bench, m: number): boolean {
  const { state, layout, chance } = bench
  const { problem, held } = state
  for (let i = problem.partyOffset[m]; i < problem.partyOffset[m + 1]; i++) {
    const party = problem.party[i]
    if (held[party] < problem.quota[party]) continue
    const first = layout.ofPartyOffset[party]
    const count = layout.ofPartyOffset[party + 1] - first
    const offset = below(chance, count)
    let victim = -1
    for (let k = 0; k < count && victim < 0; k++) {
      const other = layout.ofParty[first + ((k + offset) % count)]
      if (other !== m && state.start[other] >= 0) victim = other
    }
    if (victim < 0 || !push(bench, victim)) return false
  }
  return true
}

function makeOrder(bench: Bench, m: number, t: number): boolean {
  const { state, layout } = bench
  for (let i = layout.orderOffset[m]; i < layout.orderOffset[m + 1] && !inOrder(state, m, t); i++) {
    const other = layout.order[2 * i]
    if (state.start[other] >= 0 && !push(bench, other)) return false
  }
  return true
}

/** @returns a pool of m with room at t, after pushing out others where it is full; −1 when that cannot be. */
function makeRoom(bench: Bench, m: number, t: number): number {
  const { state, chance } = bench
  const { problem } = state
  const first = problem.poolOffset[m]
  const pool = problem.pool[first + below(chance, problem.poolOffset[m + 1] - first)]
  const end = t + problem.lengthSlots[m]
  for (let s = t; s < end; s++) {
    if (problem.poolCapacity[pool * problem.slotCount + s] === 0) return -1
    if (hasRoom(state, pool, s, s + 1)) continue
    const victim = someoneIn(bench, pool, s)
    if (victim < 0 || !push(bench, victim)) return -1
  }
  return pool
}

/** A meeting held in the pool at slot s, found by asking people at random where they are. */
function someoneIn(bench: Bench, pool: number, s: number): number {
  const { state, chance } = bench
  const { personCount, slotCount } = state.problem
  const offset = below(chance, personCount)
  for (let i = 0; i < personCount; i++) {
    const m = state.busy[((i + offset) % personCount) * slotCount + s]
    if (m >= 0 && state.pool[m] === pool) return m
  }
  return -1
}

/** Every role gets somebody: a candidate who is free if there is one, otherwise one whose meetings are pushed out. */
function freePeople(bench: Bench, m: number, t: number, pool: number): boolean {
  const { problem } = bench.state
  for (let r = problem.roleOffset[m]; r < problem.roleOffset[m + 1]; r++) {
    const first = problem.candidateOffset[r]
    const count = problem.candidateOffset[r + 1] - first
    const offset = below(bench.chance, count)
    const end = t + problem.lengthSlots[m]
    let chosen = -1
    let free = false
    for (let i = 0; i < count && !free; i++) {
      const person = problem.candidate[first + ((i + offset) % count)]
      if (!isFree(problem, person, t, end)) continue
      chosen = chosen < 0 ? person : chosen
      free = canAttend(bench.state, person, t, end, pool)
    }
    if (chosen < 0 || (!free && !clearPerson(bench, chosen, t, end, pool))) return false
  }
  return true
}

/** Pushes out what the person does from t to `end` − 1, and what is too far away to reach in time. */
function clearPerson(bench: Bench, person: number, t: number, end: number, pool: number): boolean {
  const { state, layout } = bench
  const { problem, busy } = state
  const row = person * problem.slotCount
  const day = layout.day[t]
  const from = Math.max(layout.dayStart[day], t - layout.farthest)
  const until = Math.min(layout.dayStart[day + 1], end + layout.farthest)
  const place = problem.poolPlace[pool]
  for (let s = from; s < until; s++) {
    const other = busy[row + s]
    if (other < 0) continue
    const elsewhere = problem.poolPlace[state.pool[other]]
    const tooFar =
      s < t
        ? t - 1 - s < problem.travelSlots[elsewhere * problem.placeCount + place]
        : s >= end && s - end < problem.travelSlots[place * problem.placeCount + elsewhere]
    if ((tooFar || (s >= t && s < end)) && !push(bench, other)) return false
  }
  return true
}

/**
 * Those pushed out of one start take the other, pushing out in turn, until the two starts have exchanged whatever was tied
 * together (a Kempe chain of the conflict graph, cut short when it grows too long).
 */
function exchange(bench: Bench): void {
  const { state, trail } = bench
  const freed = bench.exchange
  const taken = state.start[trail.meeting[trail.length - 1]]
  for (let i = 0; i < bench.pushedCount; i++) {
    const m = bench.pushed[i]
    const from = startBefore(trail, m)
    if (from !== taken && from !== freed) continue
    const to = from === taken ? freed : taken
    if (bench.layout.possible[m * state.problem.slotCount + to] === 1 && insert(bench, m, to))
      bench.pushed[i--] = bench.pushed[--bench.pushedCount]
  }
}

/** The start m was last released from in this move. */
function startBefore(trail: Trail, m: number): number {
  for (let i = trail.length - 1; i >= 0; i--) if (trail.meeting[i] === m && trail.from[i] >= 0) return trail.from[i]
  return -1
}

/** Those pushed out look for the best place left. */
function seatPushed(bench: Bench): void {
  for (let i = 0; i < bench.pushedCount; i++) if (hasSpace(bench.trail, 4)) bestFree(bench, bench.pushed[i])
}
