import { isPublishedShape, type Problem } from '../problem.ts'
import type { Held, Stepper } from '../stepper.ts'
import { addClause } from './clauses.ts'
import { buildModel, type Model } from './model.ts'
import { createOptimiser, minimise, type Optimiser } from './optimise.ts'
import { guide, readPlan } from './plans.ts'
import { exceedsQuota, listMeetings, startDomains } from './presolve.ts'
import { priceTables } from './prices.ts'

/** Memory places the search, and cells the pricing, visits in about a microsecond. */
const TICKS_PER_WORK = 10
const CELLS_PER_WORK = 100
/** Units of work between two questions whether to stop. */
const SLICE = 1000

/** What a proof knows and is told on its way. */
type Proof = {
  readonly problem: Problem
  readonly seed: number
  best: Held | null
  /** Proven here before the search began, or elsewhere. */
  bound: number
  model: Model | null
  optimiser: Optimiser | null
  /** Units of work granted until the next pause. */
  work: number
}

/**
 * The complete engine for the published problem: it works until it has proven a plan optimal, or that there is none.
 * A plan given from outside guides the search, and ends it when the bound meets it.
 * @throws RangeError when the problem is not of the published shape
 */
export function createProver(problem: Problem, seed: number): Stepper {
  if (!isPublishedShape(problem)) throw new RangeError('the prover knows the published problem only')
  const proof: Proof = { problem, seed, best: null, bound: 0, model: null, optimiser: null, work: 0 }
  const run = prove(proof)
  let isDone = false
  let isInfeasible = false

  const advance = (work: number) => {
    proof.work = work
    const turn = run.next()
    if (!turn.done) return
    isDone = true
    isInfeasible = !turn.value
  }
  const isMet = () => proof.best !== null && proof.best.levels[0] <= boundOf(proof)

  return {
    name: 'exact',
    step(work, shouldStop) {
      for (let left = work; left > 0 && !isDone; left -= SLICE) {
        if (isMet()) isDone = true
        else advance(Math.min(left, SLICE))
        if (shouldStop()) break
      }
      return !isDone
    },
    best: () => proof.best,
    bound: () => (isInfeasible ? null : Int32Array.of(boundOf(proof))),
    infeasible: () => isInfeasible,
    offer(held) {
      keep(proof, held)
      if (proof.model !== null) guide(proof.model, held.plan, problem.slotCount)
    },
    learn(bound) {
      proof.bound = Math.max(proof.bound, bound[0])
    },
  }
}

function boundOf({ bound, optimiser }: Proof): number {
  return Math.max(bound, optimiser?.bound ?? 0)
}

function keep(proof: Proof, held: Held): void {
  if (proof.best !== null && proof.best.levels[0] <= held.levels[0]) return
  proof.best = held
  if (proof.optimiser !== null) proof.optimiser.reached = held.levels[0]
}

/** The whole proof, pausing when its work is done. @returns false when there is no plan */
function* prove(proof: Proof): Generator<void, boolean> {
  const { problem, seed } = proof
  if (exceedsQuota(problem)) return false
  const domain = startDomains(problem)
  const pricing = priceTables(problem, domain, listMeetings(problem))
  let prices = pricing.next()
  for (; !prices.done; prices = pricing.next()) {
    proof.work -= prices.value / CELLS_PER_WORK
    if (proof.work <= 0) yield
  }
  if (prices.value === null) return false
  const { alone, together } = prices.value
  proof.bound = Math.max(proof.bound, together)

  const unavoidable = alone.reduce((sum, breaks) => sum + breaks, 0)
  const model = buildModel(problem, domain, together > unavoidable)
  proof.model = model
  // What nobody can avoid alone is a fact.
  alone.forEach((breaks, p) => {
    for (let i = 0; i < breaks; i++) addClause(model.kernel, model.breaks[p].slice(i, i + 1))
  })
  if (proof.best !== null) guide(model, proof.best.plan, problem.slotCount)
  const optimiser = createOptimiser(model.kernel, model.breaks.flat(), together > unavoidable ? together : 0, seed)
  optimiser.reached = proof.best?.levels[0] ?? Infinity
  optimiser.onValues = () => keep(proof, readPlan(model, problem))
  proof.optimiser = optimiser

  const budget = { limit: 0 }
  const search = minimise(optimiser, budget)
  for (;;) {
    yield
    budget.limit = model.kernel.ticks + proof.work * TICKS_PER_WORK
    const turn = search.next()
    if (turn.done) return turn.value
  }
}
