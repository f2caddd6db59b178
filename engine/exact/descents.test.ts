import { describe, expect, test } from 'vitest'
import { settleByBruteForce } from '../brute.ts'
import { compareLevels, type Plan } from '../problem.ts'
import { randomPublished, randomRich } from '../random/problems.ts'
import { createWalk } from '../search/walk.ts'
import type { Held } from '../stepper.ts'
import { verifyPlan } from '../verify.ts'
import { descendFromAfar } from './afar.ts'
import { createDescents } from './descents.ts'
import { breaksOf } from './plans.ts'
import { createTask, keep, stepperOf } from './task.ts'

/** Tiny problems that have a plan, with their best one. */
const feasible = Array.from({ length: 200 }, (_, i) => {
  const { problem } = randomPublished(i + 1)
  return { seed: i + 1, problem, best: settleByBruteForce(problem) }
}).filter((one): one is typeof one & { best: Held } => one.best !== null)

/** What is offered as a plan has more breaks than it says it has: the descent cannot know, and finds better ones. */
const worse = ({ plan, levels }: Held, more: number): Held => ({ plan, levels: levels.map((breaks) => breaks + more) })

describe('descents', () => {
  test.each([
    [200, () => true],
    [100_000, () => false],
  ])('tell better and better plans, and end with the proof that there are none (%d units at a time)', (work, shouldStop) => {
    let plans = 0
    for (const { seed, problem, best } of feasible) {
      const descents = createDescents(problem, seed)
      const told = [worse(best, 1 + (seed % 4))]
      descents.offer(told[0]!)
      for (let isOn = true; isOn;) {
        isOn = descents.step(work, shouldStop)
        const held = descents.best()!
        if (held === told.at(-1)) continue
        expect(verifyPlan(problem, held.plan), `seed ${seed}`).toMatchObject({ violations: [], levels: held.levels })
        expect(compareLevels(held.levels, told.at(-1)!.levels)).toBeLessThan(0)
        told.push(held)
        plans++
      }
      expect([descents.best()!.levels, descents.bound()], `seed ${seed}`).toEqual([best.levels, best.levels])
    }
    expect(plans).toBeGreaterThan(60)
  })

  test('that begin at the fewest breaks prove that, and tell no other plan', () => {
    for (const { seed, problem, best } of feasible) {
      const descents = createDescents(problem, seed)
      descents.offer(best)
      while (descents.step(1000, () => false));
      expect([descents.best(), descents.bound()]).toEqual([best, best.levels])
    }
  })

  test('wait for a plan, take a better one on their way, and see that there is none', () => {
    const { problem, best } = feasible[0]!
    const waiting = createDescents(problem, 1)
    expect([waiting.step(5000, () => false), waiting.best()]).toEqual([true, null])
    waiting.offer(worse(best, 9))
    waiting.offer(best)
    while (waiting.step(1000, () => false));
    expect(waiting.bound()).toEqual(best.levels)

    const refused = createDescents({ ...problem, poolCapacity: problem.poolCapacity.map(() => 0) }, 1)
    while (refused.step(1000, () => false));
    expect([refused.infeasible(), refused.bound()]).toEqual([true, null])
  })

  test('know the published problem only', () => {
    expect(() => createDescents(randomRich(1), 1)).toThrow(RangeError)
  })
})

describe('descents from afar', () => {
  test.each([
    [10, () => true],
    [100_000, () => false],
  ])('find the fewest breaks where nobody needs two for that (%d units at a time)', (work, shouldStop) => {
    let found = 0
    for (const { seed, problem, best } of feasible) {
      const home = worse(best, 1 + (seed % 4))
      const task = createTask(problem, seed)
      keep(task, home)
      const afar = stepperOf('afar', task, whole(descendFromAfar(task, 1_000_000)))
      while (afar.step(work, shouldStop));
      const held = afar.best()!
      if (held === home) {
        expect(Math.max(...breaksOf(problem, best.plan.start)), `seed ${seed}`).toBeGreaterThan(1)
        continue
      }
      expect(verifyPlan(problem, held.plan), `seed ${seed}`).toMatchObject({ violations: [], levels: held.levels })
      if (breaksOf(problem, best.plan.start).every((breaks) => breaks < 2)) expect(held.levels, `seed ${seed}`).toEqual(best.levels)
      found++
    }
    expect(found).toBeGreaterThan(60)
  })

  test('end at once where there is no plan', () => {
    const { problem, best } = feasible[0]!
    const task = createTask({ ...problem, poolCapacity: problem.poolCapacity.map(() => 0) }, 1)
    keep(task, best)
    expect(descendFromAfar(task, 1_000_000).next()).toEqual({ done: true, value: undefined })
  })
})

/** What ends with nothing more to say, as a run that ends with a plan. */
function* whole(run: Generator<void, void>): Generator<void, boolean> {
  yield* run
  return true
}

test('a walk ends with a plan, worth what it says', () => {
  let walks = 0
  for (const { seed, problem, best } of feasible) {
    const walk = createWalk(problem, seed)(best.plan.start)
    let walked = walk.next()
    for (; !walked.done; walked = walk.next()) expect(walked.value).toBeGreaterThan(0)
    const { start, breaks } = walked.value
    const plan: Plan = { ...best.plan, start }
    expect(verifyPlan(problem, plan).violations, `seed ${seed}`).toEqual([])
    if (start === best.plan.start) continue
    expect(breaks).toBe(verifyPlan(problem, plan).levels[0])
    walks++
  }
  expect(walks).toBeGreaterThan(10)
})
