/**
 * A meeting problem, flat: meeting m has the same index in every array, and so has person p. Starts are slot indexes on the
 * event's own grid, so the engine never sees a date or a time zone. Everything is an integer.
 *
 * The published problem (JAIR 74 (2022) 263–301) is the special case in which every meeting is given, lasts one slot, has two
 * roles with one candidate each and one pool of tables, and `levels` is `['breaks']`: see `isPublishedShape`.
 */
export type Problem = {
  // ——— the grid ———
  readonly slotCount: number
  /** [slotCount] The day of a slot, rising. Breaks are counted within one day. */
  readonly dayOf: Int32Array
  /** [slotCount] The stretch of a slot, rising. A meeting of several slots stays inside one stretch (no lunch in the middle). */
  readonly stretchOf: Int32Array

  // ——— people: whoever is in one place at a time (representatives, interpreters, escorts, vehicles) ———
  readonly personCount: number
  /** [personCount * slotCount] 1 when the person may be busy at the slot. */
  readonly personFree: Uint8Array
  /** [personCount] 1 when the idle gaps of this person count. */
  readonly countsBreaks: Uint8Array
  /** Largest allowed difference between the breaks of two people whose breaks count; −1 when there is no such rule. */
  readonly fairness: number

  // ——— parties: those who wish (companies, institutions); they have targets and quotas ———
  readonly partyCount: number
  /** [partyCount] Meetings each should hold at least (level `targets`). */
  readonly target: Int32Array
  /** [partyCount] Meetings each may hold at most; never more. */
  readonly quota: Int32Array

  // ——— meetings ———
  readonly meetingCount: number
  /** [meetingCount] > 0 */
  readonly lengthSlots: Int32Array
  /** [meetingCount] One of `WISH`, `MUST`, `GIVEN`. */
  readonly demand: Uint8Array
  /** [meetingCount] What holding this wish is worth (both sides added), ≥ 0. */
  readonly weight: Int32Array
  /** [meetingCount * slotCount] 1 when the meeting may start at the slot (sessions, locks, fixed slots). */
  readonly startAllowed: Uint8Array
  /** [meetingCount + 1] Parties of m: party[partyOffset[m]] .. party[partyOffset[m + 1] - 1] */
  readonly partyOffset: Int32Array
  readonly party: Int32Array
  /** [meetingCount + 1] Roles of m: roleOffset[m] .. roleOffset[m + 1] - 1. A role is filled by exactly one of its candidates. */
  readonly roleOffset: Int32Array
  /** [roleCount + 1] Candidates of role r: candidate[candidateOffset[r]] .. ; person indexes. */
  readonly candidateOffset: Int32Array
  readonly candidate: Int32Array

  // ——— spots: a pool is a number of interchangeable spots in one place (tables of a hall; the one address of a host) ———
  readonly poolCount: number
  /** [poolCount * slotCount] Meetings the pool holds at once. */
  readonly poolCapacity: Int32Array
  /** [poolCount] The place of the pool. */
  readonly poolPlace: Int32Array
  /** [meetingCount + 1] Pools where m may be held: pool[poolOffset[m]] .. */
  readonly poolOffset: Int32Array
  readonly pool: Int32Array
  readonly placeCount: number
  /** [placeCount * placeCount] Idle slots a person needs between two meetings in these places on one day. */
  readonly travelSlots: Int32Array

  // ——— order ———
  /** [n] earlier[i] ends before later[i] starts, when both are held. */
  readonly earlier: Int32Array
  readonly later: Int32Array

  // ——— the plan in force, when planning again ———
  /** The plan people already have; null when planning for the first time. */
  readonly current: Plan | null
  /** At most this many meetings of `current` may move (another start, pool or people) or be dropped; −1 for any number. */
  readonly movesAllowed: number

  // ——— what is good, most important first ———
  readonly levels: readonly Level[]
}

/** A meeting to choose. */
export const WISH = 0
/** A meeting to choose before all others. */
export const MUST = 1
/** A meeting that has to be held: a plan without it is not a plan. */
export const GIVEN = 2

/**
 * What a plan is judged by; each level yields integers, smaller is better, and an earlier level outweighs every later one.
 * - `moves`: meetings of the current plan that moved or were dropped
 * - `musts`: musts not held
 * - `targets`: fairness before number: for k from the largest target down to 1, the parties that miss their target by k or more
 * - `wishes`: weight of the wishes and musts not held
 * - `breaks`: maximal idle runs strictly between two meetings of one person on one day
 * - `idle`: slots in these runs
 * - `places`: times a person changes place on one day
 * - `spread`: for each pool and slot, the square of its load (even days beat crowded ones)
 */
export type Level = 'moves' | 'musts' | 'targets' | 'wishes' | 'breaks' | 'idle' | 'places' | 'spread'

/** Where and when each meeting is held, and by whom. */
export type Plan = {
  /** [meetingCount] First slot, or −1 when not held. */
  readonly start: Int32Array
  /** [meetingCount] Pool, or −1. */
  readonly pool: Int32Array
  /** [roleCount] Person who fills the role, or −1. */
  readonly filledBy: Int32Array
}

/** @returns how many integers the levels of this problem yield: one each, but `targets` yields one per depth of shortfall. */
export function levelWidth(problem: Problem): number {
  return problem.levels.reduce((sum, level) => sum + (level === 'targets' ? deepestTarget(problem) : 1), 0)
}

/** @returns the largest target of a party, 0 when there is none. */
export function deepestTarget(problem: Problem): number {
  return problem.target.reduce((deepest, target) => Math.max(deepest, target), 0)
}

/** @returns whether a is better (negative), worse (positive) or the same (0), level by level. */
export function compareLevels(a: Int32Array, b: Int32Array): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return 0
}

/** Whether the problem is the one of the benchmark, for which the exact engine and the row search have their fast forms. */
export function isPublishedShape(problem: Problem): boolean {
  return (
    problem.levels.length === 1 &&
    problem.levels[0] === 'breaks' &&
    problem.poolCount === 1 &&
    problem.travelSlots[problem.poolPlace[0] * (problem.placeCount + 1)] === 0 &&
    problem.dayOf.every((day) => day === problem.dayOf[0]) &&
    problem.countsBreaks.every((counts) => counts === 1) &&
    problem.demand.every((demand) => demand === GIVEN) &&
    problem.lengthSlots.every((length) => length === 1) &&
    problem.current === null &&
    problem.roleOffset.every((offset, m) => offset === 2 * m) &&
    problem.candidateOffset.every((offset, r) => offset === r)
  )
}
