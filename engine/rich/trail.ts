import { type State, hold, release } from './state.ts'

/**
 * What a move did, so that it can be taken back: a move of this search is several holds and releases in a row, judged as
 * one. The arrays grow never: a move that would do more than they hold ends there.
 */
export type Trail = {
  length: number
  readonly meeting: Int32Array
  /** The start it was released from, or −1 for a hold. */
  readonly from: Int32Array
  readonly pool: Int32Array
  /** [capacity * width] People it was released from. */
  readonly people: Int32Array
  readonly width: number
}

const CAPACITY = 64

/** @param width the most roles a meeting has. */
export function emptyTrail(width: number): Trail {
  return {
    length: 0,
    meeting: new Int32Array(CAPACITY),
    from: new Int32Array(CAPACITY),
    pool: new Int32Array(CAPACITY),
    people: new Int32Array(CAPACITY * width),
    width,
  }
}

/** Whether `count` more entries fit. */
export function hasSpace(trail: Trail, count: number): boolean {
  return trail.length + count <= CAPACITY
}

/** Holds m and remembers it. */
export function tryHold(state: State, trail: Trail, m: number, t: number, pool: number, people: Int32Array): void {
  trail.meeting[trail.length] = m
  trail.from[trail.length] = -1
  trail.length++
  hold(state, m, t, pool, people)
}

/** Releases m and remembers where it was. */
export function tryRelease(state: State, trail: Trail, m: number): void {
  const { roleOffset } = state.problem
  const i = trail.length++
  trail.meeting[i] = m
  trail.from[i] = state.start[m]
  trail.pool[i] = state.pool[m]
  for (let r = roleOffset[m]; r < roleOffset[m + 1]; r++) trail.people[i * trail.width + r - roleOffset[m]] = state.filledBy[r]
  release(state, m)
}

/** Takes everything back, last first, down to the `keep` first entries. */
export function undo(state: State, trail: Trail, keep = 0): void {
  while (trail.length > keep) {
    const i = --trail.length
    const m = trail.meeting[i]
    if (trail.from[i] < 0) release(state, m)
    else hold(state, m, trail.from[i], trail.pool[i], trail.people.subarray(i * trail.width, (i + 1) * trail.width))
  }
}
