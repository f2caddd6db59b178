import { describe, expect, test } from 'vitest'
import { settleByBruteForce } from '../brute.ts'
import { randomPublished, randomRich } from '../random/problems.ts'
import type { Problem } from '../problem.ts'
import type { Stepper } from '../stepper.ts'
import { verifyPlan } from '../verify.ts'
import { createProver } from './prover.ts'

const never = () => false
const always = () => true

/** Steps to the end; with `interrupted`, every step is stopped as soon as it asks. */
function finish(prover: Stepper, interrupted = false): Stepper {
  while (prover.step(700, interrupted ? always : never));
  return prover
}

function outcomeOf(prover: Stepper): number | 'infeasible' {
  return prover.infeasible() ? 'infeasible' : prover.best()!.levels[0]!
}

function settle(problem: Problem): number | 'infeasible' {
  return settleByBruteForce(problem)?.levels[0] ?? 'infeasible'
}

describe('the prover', () => {
  test('settles tiny instances as brute force does, with plans that verify', () => {
    const seen = { feasible: 0, infeasible: 0 }
    for (let seed = 1; seed <= 300; seed++) {
      const { problem } = randomPublished(seed)

      const prover = finish(createProver(problem, seed))

      expect(outcomeOf(prover), `seed ${seed}`).toBe(settle(problem))
      if (prover.infeasible()) seen.infeasible++
      else {
        seen.feasible++
        const held = prover.best()!
        const { violations, levels } = verifyPlan(problem, held.plan)
        expect(violations, `seed ${seed}`).toEqual([])
        expect([...levels], `seed ${seed}`).toEqual([...held.levels])
        expect([...prover.bound()!], `seed ${seed}`).toEqual([...held.levels])
      }
    }

    expect(seen.feasible).toBeGreaterThan(60)
    expect(seen.infeasible).toBeGreaterThan(60)
  })

  test('with tables that come and go from slot to slot', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { problem } = randomPublished(seed)
      const poolCapacity = problem.poolCapacity.map((capacity, t) => Math.max(0, capacity - ((seed >> t) & 1)))
      const uneven = { ...problem, poolCapacity }

      expect(outcomeOf(finish(createProver(uneven, 1))), `seed ${seed}`).toBe(settle(uneven))
    }
  })

  test('a plan given on the way is taken, and is not lost when it is optimal', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { problem } = randomPublished(seed)
      const optimal = settleByBruteForce(problem)
      if (optimal === null) continue
      const prover = createProver(problem, seed)
      prover.offer(optimal)

      finish(prover)

      expect(prover.best(), `seed ${seed}`).toEqual(optimal)
      expect([...prover.bound()!], `seed ${seed}`).toEqual([...optimal.levels])
    }
  })

  test('a bound given from outside that meets the plan ends the proof', () => {
    const problem = Array.from({ length: 50 }, (_, i) => randomPublished(i + 1).problem).find((one) => settle(one) !== 'infeasible')!
    const optimal = settleByBruteForce(problem)!
    const prover = createProver(problem, 1)
    prover.offer(optimal)
    prover.learn(optimal.levels)

    expect(prover.step(1, never)).toBe(false)
    expect(prover.best()).toEqual(optimal)
  })

  test('stopped at every question it still ends, at the same plan', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { problem } = randomPublished(seed)

      const whole = finish(createProver(problem, 7))
      const bitByBit = finish(createProver(problem, 7), true)

      expect(bitByBit.infeasible(), `seed ${seed}`).toBe(whole.infeasible())
      expect(bitByBit.best(), `seed ${seed}`).toEqual(whole.best())
    }
  })

  test('a problem of another shape is refused at once', () => {
    const rich = randomRich(1)

    expect(() => createProver(rich, 1)).toThrow(RangeError)
  })
})
