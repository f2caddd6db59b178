import { type Plan, type Problem, compareLevels } from '../problem.ts'
import { layOut } from '../rich/layout.ts'
import { emptyPlacement, fits } from '../rich/placement.ts'
import { type State, emptyState, hold, isFeasible, levelsOf, release, takePlan } from '../rich/state.ts'
import { type Obstacle, effortOf, obstaclesAt } from './obstacles.ts'

/**
 * The true cause why a meeting is not held.
 * - `no_start`: nothing allows it to start anywhere (a session or a lock without a slot)
 * - `no_common_slot`: wherever it may start, somebody who has to be there is away
 * - `nobody_for_role`: where its people are there, nobody who could take the role is
 * - `no_spot`: where its people are there, every spot that would do is closed
 * - `quota`: a party holds as many meetings as it may, and nothing else stands in the way
 * - `spots_full`, `role_taken`, `order`: at every slot its people have left, every spot is taken; everybody who could take the
 *   role is; a meeting that has to come before or after is in the way. `full` when it is not the same at every slot
 * - `displaced`: its people are in other meetings wherever it may start, and giving these up would cost more
 * - `costs_more`: it could be held, and a higher level would suffer
 */
export type Cause =
  | 'no_start'
  | 'no_common_slot'
  | 'nobody_for_role'
  | 'no_spot'
  | 'quota'
  | 'spots_full'
  | 'role_taken'
  | 'order'
  | 'full'
  | 'displaced'
  | 'costs_more'

export type Reason = {
  readonly meeting: number
  readonly cause: Cause
  /** What stands in the way, start by start, for all starts that the meeting's own rules allow. */
  readonly starts: readonly { readonly slot: number; readonly obstacles: readonly Obstacle[] }[]
  /** The start that takes the least to free, and what would have to change: lift exactly this and the meeting can be held. */
  readonly relaxation: { readonly slot: number; readonly changes: readonly Obstacle[] } | null
  /**
   * For `displaced` and `costs_more`: the best that could be made of it now, and why it was not done: the meetings given up
   * for it, and the first level that would change, by how much (never negative, or the plan could be better).
   */
  readonly trade: { readonly slot: number; readonly givenUp: readonly number[]; readonly level: number; readonly change: number } | null
}

/** @returns a reason for each meeting that the plan does not hold. */
export function explainUnheld(problem: Problem, plan: Plan): Reason[] {
  const state = emptyState(layOut(problem))
  takePlan(state, plan)
  const unheld = Array.from({ length: problem.meetingCount }, (_, m) => m).filter((m) => plan.start[m] < 0)
  return unheld.map((meeting) => explain(state, meeting))
}

function explain(state: State, meeting: number): Reason {
  const starts = ownStarts(state, meeting).map((slot) => ({ slot, obstacles: obstaclesAt(state, meeting, slot) }))
  const cause = causeOf(starts.map(({ obstacles }) => obstacles))
  const ways = starts.map(({ slot, obstacles }) => ({ slot, changes: changesFor(state, meeting, slot, obstacles) }))
  const easiest = ways.toSorted((a, b) => effortOf(a.changes) - effortOf(b.changes) || a.slot - b.slot)[0]
  return {
    meeting,
    cause,
    starts,
    relaxation: easiest === undefined || easiest.changes.length === 0 ? null : easiest,
    trade: cause === 'displaced' || cause === 'costs_more' ? bestTrade(state, meeting, starts) : null,
  }
}

/** Where the meeting's own rules let it start: its sessions and locks, without crossing a stretch. */
function ownStarts({ problem }: State, m: number): number[] {
  const starts: number[] = []
  for (let t = 0; t + problem.lengthSlots[m] <= problem.slotCount; t++) {
    const end = t + problem.lengthSlots[m]
    if (problem.startAllowed[m * problem.slotCount + t] === 1 && problem.stretchOf[t] === problem.stretchOf[end - 1]) starts.push(t)
  }
  return starts
}

/** Looks at what is left when the lasting obstacles are set aside one kind after the other. */
function causeOf(starts: readonly (readonly Obstacle[])[]): Cause {
  if (starts.length === 0) return 'no_start'
  const startsWithout = (kinds: readonly Obstacle['kind'][], among = starts) =>
    among.filter((obstacles) => !obstacles.some(({ kind }) => kinds.includes(kind)))
  const peopleThere = startsWithout(['away'])
  if (peopleThere.length === 0) return 'no_common_slot'
  const spotOpen = startsWithout(['pool_closed'], peopleThere)
  if (spotOpen.length === 0) return 'no_spot'
  const possible = startsWithout(['role_away'], spotOpen)
  if (possible.length === 0) return 'nobody_for_role'
  const apartFromQuota = possible.map((obstacles) => obstacles.filter(({ kind }) => kind !== 'quota'))
  if (apartFromQuota.some((obstacles) => obstacles.length === 0))
    return possible.some(({ length }) => length === 0) ? 'costs_more' : 'quota'
  const peopleLeft = startsWithout(['busy', 'travel'], apartFromQuota)
  if (peopleLeft.length === 0) return 'displaced'
  const kinds = new Set(peopleLeft.flatMap((obstacles) => obstacles.map(({ kind }) => kind)))
  if (peopleLeft.every((obstacles) => obstacles.some(({ kind }) => kind === 'pool_full'))) return 'spots_full'
  if (peopleLeft.every((obstacles) => obstacles.some(({ kind }) => kind === 'role_taken'))) return 'role_taken'
  return kinds.size === 1 && kinds.has('order') ? 'order' : 'full'
}

/** Holds the meeting at each start in turn, giving up whatever meetings are in the way, and keeps the trade that loses least. */
function bestTrade(state: State, meeting: number, starts: Reason['starts']): Reason['trade'] {
  const before = levelsOf(state)
  let best: { readonly slot: number; readonly givenUp: readonly number[]; readonly levels: Int32Array } | null = null
  for (const { slot, obstacles } of starts) {
    if (obstacles.some((obstacle) => !('meeting' in obstacle))) continue
    const givenUp = meetingsOf(obstacles)
    const levels = levelsAfter(state, meeting, slot, givenUp)
    if (levels !== null && (best === null || compareLevels(levels, best.levels) < 0)) best = { slot, givenUp, levels }
  }
  if (best === null) return null
  const { levels } = best
  const level = levels.findIndex((value, i) => value !== before[i])
  return { slot: best.slot, givenUp: best.givenUp, level, change: level < 0 ? 0 : levels[level] - before[level] }
}

/**
 * The meetings in the way, and what would still be in the way without them: giving one up may free a quota, a spot or an
 * interpreter, and even make another one's giving up needless.
 */
function changesFor(state: State, meeting: number, slot: number, obstacles: readonly Obstacle[]): readonly Obstacle[] {
  let inTheWay = obstacles.filter((obstacle) => 'meeting' in obstacle)
  if (inTheWay.length === 0) return obstacles
  const rest = () => obstaclesAt(state, meeting, slot)
  for (const spared of inTheWay) {
    const others = inTheWay.filter((obstacle) => obstacle !== spared)
    if (!without(state, meetingsOf(others), rest).some((obstacle) => 'meeting' in obstacle)) inTheWay = others
  }
  return [...inTheWay, ...without(state, meetingsOf(inTheWay), rest)]
}

function meetingsOf(obstacles: readonly Obstacle[]): number[] {
  return [...new Set(obstacles.flatMap((obstacle) => ('meeting' in obstacle ? [obstacle.meeting] : [])))]
}

/** Looks at the plan without these meetings, which are then held again as they were. */
function without<T>(state: State, meetings: readonly number[], look: () => T): T {
  const { problem } = state
  const places = meetings.map((m) => ({
    m,
    start: state.start[m],
    pool: state.pool[m],
    people: state.filledBy.slice(problem.roleOffset[m], problem.roleOffset[m + 1]),
  }))
  for (const { m } of places) release(state, m)
  const seen = look()
  for (const { m, start, pool, people } of places) hold(state, m, start, pool, people)
  return seen
}

/** The levels if this were done; null when it cannot be, or when the plan would no longer be fair or within its moves. */
function levelsAfter(state: State, meeting: number, slot: number, givenUp: readonly number[]): Int32Array | null {
  return without(state, givenUp, () => {
    const found = emptyPlacement(state)
    for (let turn = 0; turn < 64; turn++) {
      if (!fits(state, meeting, slot, turn, found)) continue
      hold(state, meeting, slot, found.pool, found.people)
      const levels = isFeasible(state) ? levelsOf(state) : null
      release(state, meeting)
      if (levels !== null) return levels
    }
    return null
  })
}
