import { type Plan, type Problem, WISH } from '../problem.ts'

/**
 * Three people, two parties, two meetings of one slot in six slots (two days of three, one stretch each): the first between people
 * 0 and 1, the second between people 0 and 2. One pool of two tables in place 0, one of a single table in place 1, two slots away.
 */
export function aProblem(changes: Partial<Problem> = {}): Problem {
  return {
    slotCount: 6,
    dayOf: ints(0, 0, 0, 1, 1, 1),
    stretchOf: ints(0, 0, 0, 1, 1, 1),
    personCount: 3,
    personFree: new Uint8Array(18).fill(1),
    countsBreaks: new Uint8Array([1, 1, 1]),
    fairness: -1,
    partyCount: 2,
    target: ints(0, 0),
    quota: ints(9, 9),
    meetingCount: 2,
    lengthSlots: ints(1, 1),
    demand: new Uint8Array([WISH, WISH]),
    weight: ints(3, 5),
    startAllowed: new Uint8Array(12).fill(1),
    partyOffset: ints(0, 2, 4),
    party: ints(0, 1, 0, 1),
    roleOffset: ints(0, 2, 4),
    candidateOffset: ints(0, 1, 2, 3, 4),
    candidate: ints(0, 1, 0, 2),
    poolCount: 2,
    poolCapacity: ints(2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1),
    poolPlace: ints(0, 1),
    poolOffset: ints(0, 2, 4),
    pool: ints(0, 1, 0, 1),
    placeCount: 2,
    travelSlots: ints(0, 1, 1, 0),
    earlier: ints(),
    later: ints(),
    current: null,
    movesAllowed: -1,
    levels: ['musts', 'targets', 'wishes', 'breaks', 'idle', 'places', 'spread'],
    ...changes,
  }
}

/** Both meetings held in the hall, one right after the other. */
export function aPlan(changes: Partial<Plan> = {}): Plan {
  return { start: ints(0, 1), pool: ints(0, 0), filledBy: ints(0, 1, 0, 2), ...changes }
}

export function ints(...values: readonly number[]): Int32Array {
  return Int32Array.from(values)
}

/** A copy with some cells set. */
export function withCells<Cells extends Int32Array | Uint8Array>(cells: Cells, changes: Readonly<Record<number, number>>): Cells {
  const copy = cells.slice() as Cells
  for (const [cell, value] of Object.entries(changes)) copy[Number(cell)] = value
  return copy
}
