/**
 * The state of a clause-learning solver (Marques-Silva and Sakallah, DOI 10.1109/12.769433) whose constraints are clauses
 * and native cardinalities, all in typed arrays.
 *
 * Variables are 0, 1, 2…; literal `2v` says v is true, `2v + 1` that it is false, so `literal ^ 1` is the opposite.
 * A reason is 0 (decided, or true from the start) or `payload << 2 | tag`, see the tags below.
 */
import { emptyLists, ensureLists, type Lists } from './lists.ts'

/** The literal was implied by one other literal (payload), which is true. */
export const BY_LITERAL = 1
/** Implied by a clause (payload: its address in the arena). */
export const BY_CLAUSE = 2
/** Implied by a cardinality (payload: its number). */
export const BY_CARDINALITY = 3

/** Header of a clause in the arena: its size, its glue (0 for a given clause), whether it served lately; literals follow. */
export const CLAUSE_HEADER = 3

export type Kernel = {
  variableCount: number
  /** [2 * variables] 1 when the literal is true, −1 when false, 0 when open. */
  value: Int8Array
  /** [variables] Decision level, reason, and position on the trail of an assigned variable. */
  level: Int32Array
  reason: Int32Array
  place: Int32Array
  /** True literals in the order they became so. */
  trail: Int32Array
  trailLength: number
  /** [levelCount] Length of the trail when the level was opened. */
  levelStart: Int32Array
  levelCount: number
  /** Trail positions up to which long clauses and cardinalities, and two-literal clauses, have been followed. */
  head: number
  binaryHead: number

  /** Clauses of three literals or more; [literal] the clauses to visit when the literal becomes true: (address, blocker). */
  arena: Int32Array
  arenaEnd: number
  arenaWaste: number
  watches: Lists
  /** [literal] Literals implied by it. */
  implied: Lists
  /** Addresses of learned clauses. */
  learned: Int32Array
  learnedCount: number

  /** Cardinalities: at most `bound` of the literals, as soon as the guard is true (guard −1: always). */
  cardinalityCount: number
  bound: Int32Array
  guard: Int32Array
  /** [cardinality] How many of its literals are true among the followed part of the trail. */
  trueCount: Int32Array
  memberStart: Int32Array
  member: Int32Array
  memberEnd: number
  /** [literal] Cardinalities counting it; cardinalities it guards. */
  counted: Lists
  guarded: Lists

  /** Decision order: a heap of open variables by activity. */
  activity: Float64Array
  bump: number
  heap: Int32Array
  heapSize: number
  heapIndex: Int32Array
  /** [variables] 1 when decisions leave it out, since it follows from others. */
  follows: Uint8Array
  /** [variables] Value to try first: last value, value in the deepest conflict-free trail; 1, −1, or 0 for none. */
  savedPhase: Int8Array
  targetPhase: Int8Array
  targetSize: number
  bestPhase: Int8Array
  bestSize: number

  /** Scratch of the conflict analysis. */
  seen: Uint8Array
  conflict: Int32Array
  conflictLength: number
  clause: Int32Array
  clauseLength: number
  stack: Int32Array
  levelStamp: Int32Array
  stamp: number

  /** The deepest level whose literals all follow from the first decision, which then stands for them in what is learned. */
  folded: number

  /** False once the constraints alone are contradictory. */
  consistent: boolean
  conflicts: number
  /** Memory places visited, the measure of work. */
  ticks: number
}

/** @returns a solver without variables or constraints. */
export function createKernel(): Kernel {
  return {
    variableCount: 0,
    value: new Int8Array(0),
    level: new Int32Array(0),
    reason: new Int32Array(0),
    place: new Int32Array(0),
    trail: new Int32Array(0),
    trailLength: 0,
    levelStart: new Int32Array(0),
    levelCount: 0,
    head: 0,
    binaryHead: 0,
    arena: new Int32Array(1 << 14),
    arenaEnd: 1,
    arenaWaste: 0,
    watches: emptyLists(),
    implied: emptyLists(),
    learned: new Int32Array(1 << 10),
    learnedCount: 0,
    cardinalityCount: 0,
    bound: new Int32Array(64),
    guard: new Int32Array(64),
    trueCount: new Int32Array(64),
    memberStart: new Int32Array(65),
    member: new Int32Array(1 << 10),
    memberEnd: 0,
    counted: emptyLists(),
    guarded: emptyLists(),
    activity: new Float64Array(0),
    bump: 1,
    heap: new Int32Array(0),
    heapSize: 0,
    heapIndex: new Int32Array(0),
    follows: new Uint8Array(0),
    savedPhase: new Int8Array(0),
    targetPhase: new Int8Array(0),
    targetSize: 0,
    bestPhase: new Int8Array(0),
    bestSize: 0,
    seen: new Uint8Array(0),
    conflict: new Int32Array(64),
    conflictLength: 0,
    clause: new Int32Array(64),
    clauseLength: 0,
    stack: new Int32Array(1 << 12),
    levelStamp: new Int32Array(64),
    stamp: 0,
    folded: 0,
    consistent: true,
    conflicts: 0,
    ticks: 0,
  }
}

/** Adds `count` open variables. @returns the first of them. */
export function addVariables(k: Kernel, count: number): number {
  const first = k.variableCount
  const total = first + count
  if (total > k.level.length) growVariables(k, Math.max(total, 2 * k.level.length, 256))
  k.variableCount = total
  for (let v = first; v < total; v++) {
    k.heapIndex[v] = k.heapSize
    k.heap[k.heapSize++] = v
  }
  return first
}

function growVariables(k: Kernel, room: number): void {
  k.value = grown(k.value, 2 * room)
  k.level = grown(k.level, room)
  k.reason = grown(k.reason, room)
  k.place = grown(k.place, room)
  k.trail = grown(k.trail, room)
  // Every assumption opens a level of its own, even one that is already true.
  k.levelStart = grown(k.levelStart, 2 * room + 2)
  k.levelStamp = grown(k.levelStamp, 2 * room + 2)
  k.activity = grown(k.activity, room)
  k.heap = grown(k.heap, room)
  k.heapIndex = grown(k.heapIndex, room)
  k.follows = grown(k.follows, room)
  k.savedPhase = grown(k.savedPhase, room)
  k.targetPhase = grown(k.targetPhase, room)
  k.bestPhase = grown(k.bestPhase, room)
  k.seen = grown(k.seen, room)
  k.clause = grown(k.clause, room + 2)
  ensureLists(k.watches, 2 * room)
  ensureLists(k.implied, 2 * room)
  ensureLists(k.counted, 2 * room)
  ensureLists(k.guarded, 2 * room)
}

/** @returns the same numbers in an array of `length`, zeros behind them. */
export function grown<A extends Int8Array | Uint8Array | Int32Array | Float64Array>(array: A, length: number): A {
  const wider = new (array.constructor as new (length: number) => A)(length)
  wider.set(array)
  return wider
}
