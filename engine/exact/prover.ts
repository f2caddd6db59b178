import { isPublishedShape, type Plan, type Problem } from '../problem.ts'
import type { Held, Stepper } from '../stepper.ts'
import { buildModel, NONE, type Model } from './model.ts'
import { createOptimiser, minimise, type Optimiser } from './optimise.ts'
import { startDomains } from './presolve.ts'

/** Memory places visited in about a microsecond. */
const TICKS_PER_WORK = 10
/** Units of work between two questions whether to stop. */
const SLICE = 1000

/**
 * The complete engine for the published problem: it works until it has proven a plan optimal, or that there is none.
 * A given plan guides the search and ends it when the bound meets it.
 */
export function createProver(problem: Problem, seed: number): Stepper {
  if (!isPublishedShape(problem)) throw new RangeError('the prover knows the published problem only')
  let best: Held | null = null
  let contradictory = false
  let done = false
  let learned = 0
  let model: Model | null = null
  let optimiser: Optimiser | null = null
  let proof: Generator<void, boolean> | null = null
  const budget = { limit: 0 }

  /** The bound, never above what the best plan reaches. */
  const bound = () => Math.max(learned, optimiser?.bound ?? 0)
  const keep = (held: Held) => {
    if (best === null || held.levels[0] < best.levels[0]) best = held
  }
  const begin = () => {
    model = buildModel(problem, startDomains(problem))
    optimiser = createOptimiser(model.kernel, model.breaks.flat(), 0, seed)
    proof = minimise(optimiser, budget)
    if (best !== null) guide(model, best.plan, problem.slotCount)
    return proof
  }
  const advance = (work: number) => {
    const proving = proof ?? begin()
    if (model === null) return
    budget.limit = model.kernel.ticks + work * TICKS_PER_WORK
    const turn = proving.next()
    if (!turn.done) return
    done = true
    if (turn.value) keep({ plan: readPlan(model, problem), levels: Int32Array.of(bound()) })
    else contradictory = true
  }

  return {
    name: 'exact',
    step(work, shouldStop) {
      for (let left = work; left > 0 && !done; left -= SLICE) {
        if (best !== null && best.levels[0] <= bound()) done = true
        else advance(Math.min(left, SLICE))
        if (shouldStop()) break
      }
      return !done
    },
    best: () => best,
    bound: () => (contradictory ? null : Int32Array.of(bound())),
    infeasible: () => contradictory,
    offer(held) {
      keep(held)
      if (model !== null) guide(model, held.plan, problem.slotCount)
    },
    learn(given) {
      learned = Math.max(learned, given[0])
    },
  }
}

/** Makes the values of a plan those to try first. */
function guide(model: Model, plan: Plan, slotCount: number): void {
  const { held, kernel } = model
  for (let i = 0; i < held.length; i++) {
    if (held[i] === NONE) continue
    kernel.savedPhase[held[i] >> 1] = plan.start[Math.floor(i / slotCount)] === i % slotCount ? 1 : -1
  }
}

function readPlan(model: Model, problem: Problem): Plan {
  const { slotCount, meetingCount, candidate } = problem
  const start = new Int32Array(meetingCount).fill(-1)
  for (let i = 0; i < model.held.length; i++)
    if (model.held[i] !== NONE && model.kernel.value[model.held[i]] === 1) start[Math.floor(i / slotCount)] = i % slotCount
  return { start, pool: new Int32Array(meetingCount), filledBy: candidate.slice() }
}
