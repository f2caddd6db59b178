/**
 * The two sides of an event. Those who meet are mostly of two kinds (hosts and visitors, sellers and buyers), and a meeting
 * has one person of each; so the busy people of either side are as many as the meetings of the slot, never more than the
 * tables. Seen from the small side that is a count of few literals, and far stronger than counting meetings or everyone: on
 * `forum-13crafc` the proof went from "not in 100 s" to 2 s. Sides are found, not given, and need not be perfect.
 */
import type { Problem } from '../problem.ts'
import { below, randomFrom } from '../random.ts'

export type Sides = {
  /** [person] 0 or 1. */
  readonly side: Uint8Array
  /** Meetings between the sides. */
  readonly across: number
}

/** Splits the people so that many meetings are across: spread from person to person, then moved one by one; best of 30. */
export function findSides(problem: Problem): Sides {
  const partners = partnersOf(problem)
  const { state } = randomFrom(1)
  let best: Sides = { side: new Uint8Array(problem.personCount), across: -1 }
  for (let round = 0; round < 30 && best.across < problem.meetingCount; round++) {
    const side = new Uint8Array(problem.personCount).fill(2)
    const first = round === 0 ? 0 : below(state, problem.personCount)
    for (let i = 0; i < problem.personCount; i++) spread(partners, side, (first + i) % problem.personCount)
    improve(partners, side)
    const across = countAcross(problem, side)
    if (across > best.across) best = { side, across }
  }
  return best
}

function partnersOf(problem: Problem): number[][] {
  const partners: number[][] = Array.from({ length: problem.personCount }, () => [])
  for (let m = 0; m < problem.meetingCount; m++) {
    const [a, b] = problem.candidate.subarray(2 * m, 2 * m + 2)
    partners[a].push(b)
    partners[b].push(a)
  }
  return partners
}

/** Puts a person without a side, and everyone reached from there, on alternating sides. */
function spread(partners: readonly (readonly number[])[], side: Uint8Array, from: number): void {
  if (side[from] !== 2) return
  side[from] = 0
  const queue = [from]
  for (const p of queue)
    for (const other of partners[p]) {
      if (side[other] !== 2) continue
      side[other] = 1 - side[p]
      queue.push(other)
    }
}

/** Moves people who meet more of their own side than of the other until there are none. */
function improve(partners: readonly (readonly number[])[], side: Uint8Array): void {
  for (let moved = true; moved;) {
    moved = false
    partners.forEach((others, p) => {
      const own = others.reduce((sum, other) => sum + (side[other] === side[p] ? 1 : 0), 0)
      if (2 * own <= others.length) return
      side[p] ^= 1
      moved = true
    })
  }
}

function countAcross(problem: Problem, side: Uint8Array): number {
  let across = 0
  for (let m = 0; m < problem.meetingCount; m++) across += side[problem.candidate[2 * m]] ^ side[problem.candidate[2 * m + 1]]
  return across
}

/**
 * Who stands for each meeting, seen from one side: the person of that side; for meetings within a side, as few people as a
 * greedy choice finds.
 * @returns [meeting] a person of the meeting
 */
export function standIns(problem: Problem, sides: Sides, seenFrom: number): Int32Array {
  const { candidate, meetingCount, personCount } = problem
  const standIn = new Int32Array(meetingCount).fill(-1)
  let within: number[] = []
  for (let m = 0; m < meetingCount; m++) {
    const a = candidate[2 * m]
    const b = candidate[2 * m + 1]
    if (sides.side[a] === sides.side[b]) within.push(m)
    else standIn[m] = sides.side[a] === seenFrom ? a : b
  }
  while (within.length > 0) {
    const meets = new Int32Array(personCount)
    for (const m of within) for (const p of [candidate[2 * m], candidate[2 * m + 1]]) meets[p] += sides.side[p] === seenFrom ? 1001 : 1000
    const p = meets.indexOf(meets.reduce((most, n) => Math.max(most, n), 0))
    for (const m of within) if (candidate[2 * m] === p || candidate[2 * m + 1] === p) standIn[m] = p
    within = within.filter((m) => standIn[m] < 0)
  }
  return standIn
}
