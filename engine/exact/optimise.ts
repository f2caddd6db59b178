/**
 * The least number of broken wishes, by unsatisfiable cores: assume every wish kept; each core that refutes the assumptions
 * raises the bound by one and is replaced by a counter of its own that allows one broken wish, later two… (OLL: Andres et
 * al., DOI 10.4230/LIPIcs.ICLP.2012.211; RC2: Ignatiev et al., DOI 10.3233/SAT190116). When the assumptions hold, the values
 * found are optimal. All wishes weigh the same.
 */
import { addAtMost } from './cardinalities.ts'
import { addClause } from './clauses.ts'
import { addVariables, type Kernel } from './kernel.ts'
import { createRhythm, search, type Answer, type Rhythm } from './search.ts'

/** A counter over a core: the literals `over[j]` say "more than j + 1 of the members are true". */
type Counter = { readonly members: readonly number[]; readonly over: number }

export type Optimiser = {
  readonly kernel: Kernel
  readonly rhythm: Rhythm
  /** No values break fewer wishes than this. */
  bound: number
  /** Literals assumed false, and for those of a counter, which counter and how many it allows. */
  assumed: number[]
  readonly counters: Map<number, { readonly members: readonly number[]; readonly allowed: number }>
}

/** @returns an optimiser for "as few of these literals true as possible". */
export function createOptimiser(kernel: Kernel, wishes: readonly number[], seed: number): Optimiser {
  const assumed = wishes.filter((literal) => kernel.value[literal] === 0)
  const bound = wishes.filter((literal) => kernel.value[literal] === 1).length
  return { kernel, rhythm: createRhythm(seed), bound, assumed, counters: new Map() }
}

/**
 * Raises the bound until it is met. Yields whenever `ticksLeft` runs out.
 * @returns true when the kernel holds optimal values, false when the constraints are contradictory
 */
export function* minimise(o: Optimiser, budget: { limit: number }): Generator<void, boolean> {
  for (;;) {
    const answer = yield* ask(o, o.assumed, budget, Infinity)
    if (answer.kind === 'satisfiable') return true
    if (answer.kind === 'paused') continue
    if (answer.core.length === 0) return false
    const core = yield* shrink(o, answer.core, budget)
    relax(o, core)
  }
}

/** Searches with the literals assumed false. */
function* ask(o: Optimiser, literals: readonly number[], budget: { limit: number }, conflicts: number): Generator<void, Answer> {
  const assumptions = Int32Array.from(literals, (literal) => literal ^ 1)
  const conflictLimit = o.kernel.conflicts + conflicts
  for (;;) {
    const answer = search(o.kernel, o.rhythm, assumptions, budget.limit, conflictLimit)
    if (answer.kind !== 'paused' || o.kernel.conflicts >= conflictLimit) return answer
    yield
  }
}

/** Leaves out of a core what a short search shows to be superfluous. @returns the literals, as they were assumed false */
function* shrink(o: Optimiser, refuted: readonly number[], budget: { limit: number }): Generator<void, number[]> {
  let core = refuted.map((literal) => literal ^ 1)
  for (let i = core.length - 1; i >= 0 && core.length > 1; i--) {
    if (i >= core.length) continue
    const without = core.filter((_, j) => j !== i)
    const answer = yield* ask(o, without, budget, 200)
    if (answer.kind === 'refuted') {
      const smaller = new Set(answer.core.map((literal) => literal ^ 1))
      core = core.filter((literal) => smaller.has(literal))
    }
  }
  return core
}

/** One of the core is true: count that, and assume that no second one is. */
function relax(o: Optimiser, core: readonly number[]): void {
  o.bound++
  addClause(o.kernel, core)
  o.assumed = o.assumed.filter((literal) => !core.includes(literal))
  if (core.length > 1) allow(o, core, 1)
  for (const literal of core) {
    const counter = o.counters.get(literal)
    if (counter) allow(o, counter.members, counter.allowed + 1, literal)
  }
}

/** Assumes that at most `allowed` of the members are true; `before` is the literal of one fewer. */
function allow(o: Optimiser, members: readonly number[], allowed: number, before = -1): void {
  if (allowed >= members.length) return
  const over = 2 * addVariables(o.kernel, 1)
  addAtMost(o.kernel, members, allowed, over ^ 1)
  if (before >= 0) addClause(o.kernel, [over ^ 1, before])
  o.counters.set(over, { members, allowed })
  o.assumed.push(over)
}
export type { Counter }
