import { compareLevels, type Plan, type Problem } from '../problem.ts'
import { below, randomFrom } from '../random.ts'
import type { Held, Stepper } from '../stepper.ts'
import { boundOf } from './bound.ts'
import { costOf, strictWeights, yieldingWeights } from './cost.ts'
import { layOut } from './layout.ts'
import { type Bench, bestFree, makeMove } from './moves.ts'
import { emptyPlacement, fitsExactly } from './placement.ts'
import { emptyState, hold, isFeasible, levelsOf, planOf, takePlan } from './state.ts'
import { emptyTrail, undo } from './trail.ts'

/** −ln of 4,096 evenly spaced chances, times 1,024: the excess an annealer accepts, without a float in the decision. */
const patience = Int32Array.from({ length: 4096 }, (_, i) => Math.round(-1024 * Math.log((i + 0.5) / 4096)))

/** How many temperatures a cooling passes through. */
const STAGES = 64
/** Counted operations in one unit of work, measured. */
const OPERATIONS = 30
/** Operations between two questions to `shouldStop`. */
const PULSE = 30_000

/**
 * Simulated annealing over plans that break no rule, with meetings left out at a cost: wishes to choose, people in roles,
 * places and travel, several days, a plan in force. Coolings follow each other in pairs, each pair twice as long: one with
 * weights that yield, from the lightest plan so far, and one with strict weights, from the best plan so far and from the heat
 * of another level each time.
 * @param seed of all chance
 */
export function createRichSearch(problem: Problem, seed: number): Stepper {
  const layout = layOut(problem)
  const state = emptyState(layout)
  const yielding = yieldingWeights(problem)
  const strict = strictWeights(problem)
  const { state: chance } = randomFrom(seed)
  const found = emptyPlacement(state)
  const bench: Bench = {
    layout,
    state,
    weights: yielding,
    trail: emptyTrail(found.people.length),
    chance,
    found,
    pushed: new Int32Array(16),
    pushedCount: 0,
    exchange: -1,
    work: 0,
  }
  const bound = boundOf(layout)
  let unplaced = orderOfConstruction(bench)
  let best: Held | null = null
  let lightest: { readonly plan: Plan; readonly cost: number } | null = null
  let cooling: Cooling | null = null
  let cost = 0

  const keep = () => {
    if (bench.weights === yielding && (lightest === null || cost < lightest.cost)) lightest = { plan: planOf(state), cost }
    if (!isFeasible(state)) return
    const levels = levelsOf(state)
    if (best === null || compareLevels(levels, best.levels) < 0) best = { plan: planOf(state), levels }
  }

  const finished = () => best !== null && compareLevels(best.levels, bound) <= 0

  const construct = (limit: number, shouldStop: () => boolean): void => {
    while (unplaced.length > 0 && bench.work < limit) {
      bench.trail.length = 0
      bestFree(bench, unplaced.pop()!)
      if ((unplaced.length & 63) === 0 && shouldStop()) return
    }
  }

  const warm = (): Cooling => {
    const number = cooling === null ? 0 : cooling.number + 1
    const isStrict = number % 2 === 1
    bench.weights = isStrict ? strict : yielding
    const from = isStrict ? (best ?? lightest) : (lightest ?? best)
    if (from !== null) takePlan(state, from.plan)
    cost = costOf(state, bench.weights)
    const { ladder } = bench.weights
    const heat = isStrict
      ? ladder[ladder.length - 1 - ((number >> 1) % ladder.length)]
      : ladder[Math.min(ladder.length - 1, problem.levels.indexOf('wishes') + 1)]
    return { number, heat: 2 * heat, moves: (2_000 + 16 * problem.meetingCount) * 2 ** Math.min(number >> 1, 12), done: 0, best: cost }
  }

  const cool = (limit: number, shouldStop: () => boolean): void => {
    let pulse = bench.work + PULSE
    while (bench.work < limit) {
      if (cooling === null || cooling.done === cooling.moves) cooling = warm()
      const heat = temperature(cooling)
      cooling.done++
      bench.work += 2
      if (makeMove(bench)) {
        const after = costOf(state, bench.weights)
        if (after - cost <= (heat * patience[below(chance, 4096)]) / 1024) {
          cost = after
          if (cost < cooling.best) {
            cooling.best = cost
            keep()
          }
        } else undo(state, bench.trail)
      }
      if (bench.work < pulse) continue
      pulse = bench.work + PULSE
      if (finished() || shouldStop()) return
    }
  }

  return {
    name: 'rich',
    step: (work, shouldStop) => {
      bench.work = 0
      const limit = work * OPERATIONS
      if (unplaced.length > 0) construct(limit, shouldStop)
      if (unplaced.length > 0) return true
      if (lightest === null) {
        cost = costOf(state, yielding)
        keep()
      }
      if (!finished()) cool(limit, shouldStop)
      return !finished()
    },
    best: () => best,
    bound: () => bound,
    infeasible: () => false,
    offer: (held) => {
      if (best === null || compareLevels(held.levels, best.levels) < 0) best = held
    },
    learn: (foreign) => {
      if (compareLevels(foreign, bound) > 0) bound.set(foreign)
    },
  }
}

/** One fall of the temperature. */
type Cooling = {
  readonly number: number
  readonly heat: number
  readonly moves: number
  done: number
  /** The lowest cost seen in it. */
  best: number
}

/** Temperatures fall evenly in their logarithm, to a quarter of the lightest weight, which is 1. */
function temperature({ heat, done, moves }: Cooling): number {
  return heat * Math.pow(1 / 4 / heat, Math.floor((done * STAGES) / moves) / STAGES)
}

/**
 * The plan in force first, as far as it can still be held; then the meetings with the fewest starts, the most wanted last in
 * the list because it is taken from its end.
 */
function orderOfConstruction(bench: Bench): number[] {
  const { state, layout } = bench
  const { problem } = state
  if (problem.current !== null) {
    const { start, pool, filledBy } = problem.current
    for (let m = 0; m < problem.meetingCount; m++) {
      const people = filledBy.subarray(problem.roleOffset[m], problem.roleOffset[m + 1])
      if (start[m] >= 0 && fitsExactly(state, m, start[m], pool[m], people)) hold(state, m, start[m], pool[m], people)
    }
  }
  const order = Array.from({ length: problem.meetingCount }, (_, m) => m).filter((m) => state.start[m] < 0)
  const options = (m: number) => layout.startOffset[m + 1] - layout.startOffset[m]
  return order.sort(
    (a, b) => problem.demand[a] - problem.demand[b] || options(b) - options(a) || problem.weight[a] - problem.weight[b] || b - a,
  )
}
