/**
 * The least number of broken wishes, by unsatisfiable cores: assume every wish kept; each core that refutes the assumptions
 * raises the bound by one and is replaced by a counter of its own that allows one broken wish, later two… (OLL: Andres et
 * al., DOI 10.4230/LIPIcs.ICLP.2012.211; RC2: Ignatiev et al., DOI 10.3233/SAT190116). When the assumptions hold, the values
 * found are optimal. All wishes weigh the same.
 */
import { addClause } from './clauses.ts'
import { addVariables, type Kernel } from './kernel.ts'
import { shuffle } from './order.ts'
import { addTotal, type Total } from './totals.ts'
import { createRhythm, search, type Answer, type Rhythm } from './search.ts'

/** Conflicts after which the assumptions are put to the question as one, and conflicts a try to shorten a core may take. */
const PATIENCE = 1500
const SHRINKING = 200

export type Optimiser = {
  readonly kernel: Kernel
  readonly rhythm: Rhythm
  /** No values break fewer wishes than this. */
  bound: number
  /** Fewest broken wishes of values known, here or elsewhere. */
  reached: number
  /** Told whenever the kernel holds values, optimal or not. */
  onValues: () => void
  /** Literals assumed false: wishes, and "more members of a core are true than allowed". */
  assumed: number[]
  /** What a literal of the second kind stands for. */
  readonly counters: Map<number, { readonly members: readonly number[]; readonly allowed: number; readonly total: Total }>
}

/** Ticks the search may come to before it yields. */
export type Budget = { limit: number }

/**
 * @param proven breaking fewer wishes than this is known to be impossible
 * @returns an optimiser for "as few of these literals true as possible"
 */
export function createOptimiser(kernel: Kernel, wishes: readonly number[], proven: number, seed: number): Optimiser {
  const open = wishes.filter((literal) => kernel.value[literal] === 0)
  const broken = wishes.filter((literal) => kernel.value[literal] === 1).length
  const o: Optimiser = {
    kernel,
    rhythm: createRhythm(seed),
    bound: Math.max(broken, proven),
    reached: Infinity,
    onValues: () => {},
    assumed: open,
    counters: new Map(),
  }
  if (proven > broken) {
    o.assumed = []
    allow(o, open, proven - broken)
  }
  shuffle(kernel, seed)
  return o
}

/**
 * Raises the bound until it is met by values here or `reached` elsewhere. Yields whenever the budget runs out.
 * @returns false when the constraints are contradictory
 */
export function* minimise(o: Optimiser, budget: Budget): Generator<void, boolean> {
  while (o.bound < o.reached) {
    if (o.bound + 1 === o.reached) settle(o)
    const answer = yield* ask(o, o.assumed, budget, o.assumed.length > 1 ? PATIENCE : Infinity)
    if (answer.kind === 'satisfiable') return true
    if (answer.kind === 'refuted' && answer.core.length === 0) {
      if (o.reached === Infinity) return false
      o.bound = o.reached
    } else if (answer.kind === 'refuted') relax(o, yield* shrink(o, answer.core, budget))
    else {
      const holds = yield* askAsOne(o, budget)
      if (holds) return true
      if (o.kernel.consistent) relax(o, o.assumed)
    }
  }
  return true
}

/** One better is the best there can be: the assumptions are no longer assumed but required. */
function settle(o: Optimiser): void {
  for (const literal of o.assumed) addClause(o.kernel, [literal ^ 1])
  o.assumed = []
}

/**
 * Searches with the literals assumed false through one literal that implies it, so that what is learned names that one and
 * stays short. The core is then all of them.
 */
function* askAsOne(o: Optimiser, budget: Budget): Generator<void, boolean> {
  const all = 2 * addVariables(o.kernel, 1)
  for (const literal of o.assumed) addClause(o.kernel, [all ^ 1, literal ^ 1])
  const answer = yield* ask(o, [all ^ 1], budget, Infinity)
  if (answer.kind === 'satisfiable') return true
  addClause(o.kernel, [all ^ 1])
  return false
}

/** Searches with the literals assumed false. */
function* ask(o: Optimiser, literals: readonly number[], budget: Budget, conflicts: number): Generator<void, Answer> {
  const assumptions = Int32Array.from(literals, (literal) => literal ^ 1)
  const conflictLimit = o.kernel.conflicts + conflicts
  for (;;) {
    const answer = search(o.kernel, o.rhythm, assumptions, budget.limit, conflictLimit)
    if (answer.kind === 'satisfiable') o.onValues()
    if (answer.kind !== 'paused' || o.kernel.conflicts >= conflictLimit) return answer
    yield
  }
}

/** Leaves out of a core what a short search shows to be superfluous. @returns the literals, as they were assumed false */
function* shrink(o: Optimiser, refuted: readonly number[], budget: Budget): Generator<void, number[]> {
  let core = refuted.map((literal) => literal ^ 1)
  for (let i = core.length - 1; i >= 0 && core.length > 1; i--) {
    if (i >= core.length) continue
    const without = core.filter((_, j) => j !== i)
    const answer = yield* ask(o, without, budget, SHRINKING)
    if (answer.kind !== 'refuted') continue
    const smaller = new Set(answer.core.map((literal) => literal ^ 1))
    core = core.filter((literal) => smaller.has(literal))
  }
  return core
}

/** One of the core is true: count that, and assume that no second one is. */
function relax(o: Optimiser, core: readonly number[]): void {
  o.bound++
  addClause(o.kernel, core)
  const inCore = new Set(core)
  o.assumed = o.assumed.filter((literal) => !inCore.has(literal))
  if (core.length > 1) allow(o, core, 1)
  for (const literal of core) {
    const counter = o.counters.get(literal)
    if (counter) allow(o, counter.members, counter.allowed + 1, counter.total)
  }
}

/** Assumes that at most `allowed` of the members are true; `before` is the literal of one fewer. */
function allow(o: Optimiser, members: readonly number[], allowed: number, total: Total | null = null): void {
  if (allowed >= members.length) return
  const known = total ?? addTotal(o.kernel, members, Math.min(members.length, allowed + 20))
  const over = known.out[allowed - known.sure]
  o.counters.set(over, { members, allowed, total: known })
  o.assumed.push(over)
}
