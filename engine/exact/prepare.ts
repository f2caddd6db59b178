import { addClause } from './clauses.ts'
import { buildModel, type Model } from './model.ts'
import { exceedsQuota, listMeetings, startDomains } from './presolve.ts'
import { priceTables } from './prices.ts'
import type { Task } from './task.ts'

/** Cells the pricing visits in about a microsecond. */
const CELLS_PER_WORK = 100

/** The constraints of a problem, and what its prices say: the fewest breaks of all together, and whether some of them are due to tables. */
export type Prepared = { readonly model: Model; readonly areTablesTight: boolean; readonly together: number }

/**
 * From the problem to its constraints; what is proven on the way goes to the task.
 * @param ceilingOf [person] breaks at most, from those nobody can avoid
 * @returns null when there is no plan
 */
export function* prepare(task: Task, ceilingOf?: (alone: Int32Array) => Int32Array): Generator<void, Prepared | null> {
  const { problem } = task
  if (exceedsQuota(problem)) return null
  const domain = startDomains(problem)
  const pricing = priceTables(problem, domain, listMeetings(problem))
  let prices = pricing.next()
  for (; !prices.done; prices = pricing.next()) {
    task.work -= prices.value / CELLS_PER_WORK
    if (task.work <= 0) yield
  }
  if (prices.value === null) return null
  const { alone, together } = prices.value
  task.bound = Math.max(task.bound, together)

  const unavoidable = alone.reduce((sum, breaks) => sum + breaks, 0)
  const areTablesTight = together > unavoidable
  const model = buildModel(problem, domain, areTablesTight, ceilingOf?.(alone))
  // What nobody can avoid alone is a fact.
  alone.forEach((breaks, p) => {
    for (let i = 0; i < breaks; i++) addClause(model.kernel, model.breaks[p].slice(i, i + 1))
  })
  return { model, areTablesTight, together }
}
