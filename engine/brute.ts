import { compareLevels, GIVEN, type Plan, type Problem } from './problem.ts'
import type { Held, Stepper } from './stepper.ts'
import { verifyPlan } from './verify.ts'
import { type Deck, choicesOf, clears, lay, lift, openDeck } from './brute/deck.ts'
import { hopeOf } from './brute/hope.ts'

/**
 * Settles a tiny problem, however rich, by trying everything: meeting by meeting, each start, pool and way to fill the roles, and
 * leaving it out. What clashes at once (a person, a pool, a quota, an order) is not followed further, nor what cannot become better
 * than the best plan found; every full plan is judged by verify.ts.
 * @returns the first best plan in the order of the choices, or null when there is no feasible plan
 */
export function settleByBruteForce(problem: Problem): Held | null {
  const brute = createBruteForce(problem)
  while (brute.step(1_000_000, () => false));
  return brute.best()
}

/** The same as a stepper, for races in tests: it proves in the end, whatever the problem, if the end comes. */
export function createBruteForce(problem: Problem): Stepper {
  const search: Search = { problem, deck: openDeck(problem), best: null, rival: null }
  const leaves = enumerate(search, 0)
  let isDone = false
  let bound: Int32Array | null = null
  return {
    name: 'brute force',
    step(work, shouldStop) {
      // A leaf is verified in some fifty microseconds.
      for (let left = work; left > 0 && !isDone && !shouldStop(); left -= 50) isDone = leaves.next().done === true
      return !isDone
    },
    best: () => search.best,
    bound: () => (isDone ? (better(search.best, search.rival)?.levels ?? null) : bound),
    infeasible: () => isDone && better(search.best, search.rival) === null,
    offer(held) {
      search.rival = better(search.rival, held)
    },
    learn(other) {
      if (bound === null || compareLevels(bound, other) < 0) bound = other
    },
  }
}

type Search = { readonly problem: Problem; readonly deck: Deck; best: Held | null; /** Found elsewhere. */ rival: Held | null }

function better(a: Held | null, b: Held | null): Held | null {
  if (a === null || b === null) return a ?? b
  return compareLevels(b.levels, a.levels) < 0 ? b : a
}

/** Depth first over the meetings; pauses at every plan judged. */
function* enumerate(search: Search, meeting: number): Generator<void> {
  const { problem, deck } = search
  const toBeat = better(search.best, search.rival)
  if (toBeat !== null && compareLevels(hopeOf(problem, deck.plan, meeting), toBeat.levels) >= 0) return
  if (meeting === problem.meetingCount) {
    const { violations, levels } = verifyPlan(problem, deck.plan)
    if (violations.length === 0 && (toBeat === null || compareLevels(levels, toBeat.levels) < 0))
      search.best = { plan: copyOf(deck.plan), levels }
    yield
    return
  }
  for (const choice of choicesOf(problem, meeting)) {
    if (!clears(problem, deck, meeting, choice)) continue
    lay(problem, deck, meeting, choice)
    yield* enumerate(search, meeting + 1)
    lift(problem, deck, meeting, choice)
  }
  if (problem.demand[meeting] !== GIVEN) yield* enumerate(search, meeting + 1)
}

function copyOf(plan: Plan): Plan {
  return { start: plan.start.slice(), pool: plan.pool.slice(), filledBy: plan.filledBy.slice() }
}
