import { describe, expect, test } from 'vitest'
import { createBruteForce, settleByBruteForce } from './brute.ts'
import { check } from './bench/check.mjs'
import { writeSolution } from './instance/write.ts'
import { compareLevels, type Plan, type Problem } from './problem.ts'
import { randomDocument } from './random/documents.ts'
import { randomPublished, randomRich } from './random/problems.ts'
import type { Held } from './stepper.ts'
import { verifyPlan } from './verify.ts'

const seeds = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)

/** Every assignment of anything to anything, judged by verify.ts: nothing is left to cleverness. */
function settleBlindly(problem: Problem): Held | null {
  const { meetingCount, slotCount, poolCount, personCount, candidateOffset } = problem
  const ranges = [
    ...seeds(0, meetingCount).map(() => slotCount),
    ...seeds(0, meetingCount).map(() => poolCount),
    ...seeds(0, candidateOffset.length - 1).map(() => personCount),
  ]
  const digits = ranges.map(() => -1)
  let best: Held | null = null
  for (;;) {
    const plan: Plan = {
      start: Int32Array.from(digits.slice(0, meetingCount)),
      pool: Int32Array.from(digits.slice(meetingCount, 2 * meetingCount)),
      filledBy: Int32Array.from(digits.slice(2 * meetingCount)),
    }
    const { violations, levels } = verifyPlan(problem, plan)
    if (violations.length === 0 && (best === null || compareLevels(levels, best.levels) < 0)) best = { plan, levels }
    let i = 0
    while (i < digits.length && digits[i] === (ranges[i] ?? 0) - 1) digits[i++] = -1
    if (i === digits.length) return best
    digits[i] = (digits[i] ?? 0) + 1
  }
}

/** How many assignments `settleBlindly` would try. */
function assignments({ meetingCount, slotCount, poolCount, personCount, candidateOffset }: Problem): number {
  return (slotCount + 1) ** meetingCount * (poolCount + 1) ** meetingCount * (personCount + 1) ** (candidateOffset.length - 1)
}

describe('brute force', () => {
  test('agrees with trying every assignment on the tiniest rich problems', () => {
    const tiniest = seeds(1, 3000)
      .map(randomRich)
      .filter((problem) => assignments(problem) < 4_000)

    expect(tiniest.length).toBeGreaterThan(25)
    for (const problem of tiniest) expect(settleByBruteForce(problem)?.levels).toEqual(settleBlindly(problem)?.levels)
  })

  test('gives plans that keep every rule and are worth what it says', () => {
    let settled = 0
    for (const problem of seeds(1, 150).map(randomRich)) {
      const held = settleByBruteForce(problem)
      if (held === null) continue
      settled += 1
      expect(verifyPlan(problem, held.plan)).toEqual({ violations: [], levels: held.levels })
    }
    expect(settled).toBeGreaterThan(50)
  })

  test('says of published instances what the judge of the benchmark says of its plans', () => {
    const statuses = { feasible: 0, infeasible: 0 }
    for (const seed of seeds(1, 200)) {
      const instance = randomPublished(seed)
      const held = settleByBruteForce(instance.problem)
      statuses[held === null ? 'infeasible' : 'feasible'] += 1
      if (held === null) continue
      const [objective = -1] = held.levels
      const solution = writeSolution(instance, { status: 'optimal', plan: held.plan, objective, bound: objective })
      expect(check(randomDocument(seed), solution)).toMatchObject({ ok: true, breaks: objective, errors: [] })
    }
    expect(statuses.feasible).toBeGreaterThan(50)
    expect(statuses.infeasible).toBeGreaterThan(30)
  })

  test('comes to the same end in small steps, with the help of a plan found elsewhere', () => {
    const problem = randomRich(seeds(1, 500).find((seed) => (settleByBruteForce(randomRich(seed))?.levels[0] ?? 0) > 0) ?? 0)
    const settled = settleByBruteForce(problem)
    const stepper = createBruteForce(problem)
    if (settled === null) throw new Error('the problem found has a plan')

    stepper.offer(settled)
    while (stepper.step(100, () => false)) expect(stepper.bound()).toBeNull()

    expect([stepper.best(), stepper.bound(), stepper.infeasible()]).toEqual([null, settled.levels, false])
  })
})
