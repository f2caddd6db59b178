import { deepestTarget, type Level, MUST, type Plan, type Problem, WISH } from '../problem.ts'
import { breaksIn, type Held, numbers, rowsOf, stepsIn } from './held.ts'
import { heldByParty, poolLoads } from './loads.ts'

/** [levelWidth] What a plan is judged by, in the order of the problem's levels. */
export function measureLevels(problem: Problem, plan: Plan, held: readonly Held[]): Int32Array {
  return Int32Array.from(problem.levels.flatMap((level) => measureLevel(level, problem, plan, held)))
}

function measureLevel(level: Level, problem: Problem, plan: Plan, held: readonly Held[]): number[] {
  switch (level) {
    case 'moves':
      return [movedMeetings(problem, plan).length]
    case 'musts':
      return [missing(problem, held).filter((meeting) => problem.demand[meeting] === MUST).length]
    case 'targets':
      return missedTargets(problem, held)
    case 'wishes':
      return [sum(missing(problem, held).map((meeting) => problem.weight[meeting]))]
    case 'breaks':
      return [sum(countedRows(problem, held).map((row) => breaksIn(problem, row).length))]
    case 'idle':
      return [sum(countedRows(problem, held).flatMap((row) => breaksIn(problem, row).map(({ length }) => length)))]
    case 'places':
      return [sum(rowsOf(problem, held).map((row) => stepsIn(problem, row).filter(([before, next]) => before.place !== next.place).length))]
    case 'spread':
      return [sum(poolLoads(problem, held).flatMap((loads) => loads.map((load) => load * load)))]
  }
}

/** The meetings of the current plan that the plan holds otherwise, or no more; none when there is no current plan. */
export function movedMeetings(problem: Problem, plan: Plan): number[] {
  const { current } = problem
  if (current === null) return []
  return numbers(problem.meetingCount).filter((meeting) => {
    if (current.start[meeting] === -1) return false
    const roles = numbers(problem.roleOffset[meeting + 1], problem.roleOffset[meeting])
    return (
      current.start[meeting] !== plan.start[meeting] ||
      current.pool[meeting] !== plan.pool[meeting] ||
      roles.some((role) => current.filledBy[role] !== plan.filledBy[role])
    )
  })
}

/** The wishes and musts that are not held. */
function missing(problem: Problem, held: readonly Held[]): number[] {
  const isHeld = new Set(held.map(({ meeting }) => meeting))
  return numbers(problem.meetingCount).filter(
    (meeting) => !isHeld.has(meeting) && (problem.demand[meeting] === MUST || problem.demand[meeting] === WISH),
  )
}

/** For each depth of shortfall, the deepest first, the parties that miss their target by as much or more. */
function missedTargets(problem: Problem, held: readonly Held[]): number[] {
  const shortfalls = heldByParty(problem, held).map((count, party) => problem.target[party] - count)
  return numbers(deepestTarget(problem) + 1, 1)
    .toReversed()
    .map((depth) => shortfalls.filter((shortfall) => shortfall >= depth).length)
}

function countedRows(problem: Problem, held: readonly Held[]): Held[][] {
  return rowsOf(problem, held).filter((_, person) => problem.countsBreaks[person] === 1)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
