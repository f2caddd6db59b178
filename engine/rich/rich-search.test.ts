import { describe, expect, test } from 'vitest'
import { settleByBruteForce } from '../brute.ts'
import { compareLevels } from '../problem.ts'
import { below, randomFrom } from '../random.ts'
import { randomRich } from '../random/problems.ts'
import type { Stepper } from '../stepper.ts'
import { verifyPlan } from '../verify.ts'
import { boundOf } from './bound.ts'
import { costOf, yieldingWeights } from './cost.ts'
import { brokerageEvent, drawEvent } from './event.fixture.ts'
import { insertionCost } from './insertion.ts'
import { layOut } from './layout.ts'
import { emptyPlacement, fits } from './placement.ts'
import { createRichSearch } from './rich-search.ts'
import { BREAKS, IDLE, PLACES, emptyState, hold, levelsOf, planOf, release, takePlan } from './state.ts'

const never = () => false
const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

function run(search: Stepper, rounds: number): Stepper {
  for (let round = 0; round < rounds && search.step(1_000, never); round++);
  return search
}

describe('a plan in the making', () => {
  test('counts what verification counts, after any holds and releases', () => {
    for (const seed of seeds(400)) {
      const problem = randomRich(seed)
      const state = emptyState(layOut(problem))
      const { state: chance } = randomFrom(seed)
      const found = emptyPlacement(state)
      for (let i = 0; i < 40; i++) {
        const m = below(chance, problem.meetingCount)
        const t = below(chance, problem.slotCount)
        if (state.start[m] >= 0) release(state, m)
        else if (state.layout.possible[m * problem.slotCount + t] === 1 && fits(state, m, t, i, found)) {
          hold(state, m, t, found.pool, found.people)
        }
        const { levels, violations } = verifyPlan(problem, planOf(state))
        expect([...levelsOf(state)], `seed ${seed}`).toEqual([...levels])
        const broken = violations.map(({ kind }) => kind).filter((kind) => !['not_held', 'unfair', 'too_many_moves'].includes(kind))
        expect(broken, `seed ${seed}`).toEqual([])
      }
    }
  })

  test('foresees what an insertion does to the rows', () => {
    let compared = 0
    for (const seed of seeds(400)) {
      const problem = { ...randomRich(seed), levels: ['breaks', 'idle', 'places'] as const }
      const weights = yieldingWeights(problem)
      const state = emptyState(layOut(problem))
      const rows = () =>
        weights.sum[BREAKS] * state.sum[BREAKS] + weights.sum[IDLE] * state.sum[IDLE] + weights.sum[PLACES] * state.sum[PLACES]
      const found = emptyPlacement(state)
      for (let m = 0; m < problem.meetingCount; m++) {
        for (const t of state.layout.startOption.subarray(state.layout.startOffset[m], state.layout.startOffset[m + 1])) {
          if (!fits(state, m, t, seed, found)) continue
          const before = rows()
          const foreseen = insertionCost(state, weights, m, t, found.pool, found.people)
          hold(state, m, t, found.pool, found.people)
          expect(rows() - before, `seed ${seed}, meeting ${m}`).toBe(foreseen)
          compared++
          if ((seed + t) % 3 === 0) break
          release(state, m)
        }
      }
    }
    expect(compared).toBeGreaterThan(1_000)
  })

  test('is the same after a copy taken elsewhere', () => {
    const problem = drawEvent({ ...brokerageEvent, wishes: 200 }, 3)
    const held = run(createRichSearch(problem, 1), 5).best()!
    const state = emptyState(layOut(problem))
    takePlan(state, held.plan)
    expect(levelsOf(state)).toEqual(held.levels)
    expect(costOf(state, yieldingWeights(problem))).toBeGreaterThan(0)
  })
})

describe('the bound', () => {
  test('is never above what the best plan does, level by level', () => {
    let binding = 0
    for (const seed of seeds(600)) {
      const problem = randomRich(seed)
      const best = settleByBruteForce(problem)
      if (best === null) continue
      const bound = boundOf(layOut(problem))
      expect(
        [...bound].every((least, i) => least <= best.levels[i]),
        `seed ${seed}`,
      ).toBe(true)
      expect(compareLevels(bound, best.levels), `seed ${seed}`).toBeLessThanOrEqual(0)
      if (bound.some((least) => least > 0)) binding++
    }
    expect(binding).toBeGreaterThan(50)
  })
})

describe('the search', () => {
  test('finds the best plan of all but one in fifty tiny events, and only plans that hold', () => {
    const missed: number[] = []
    let settled = 0
    for (const seed of seeds(150)) {
      const problem = randomRich(seed)
      const best = settleByBruteForce(problem)
      const found = run(createRichSearch(problem, seed), 30).best()
      if (best === null) {
        expect(found, `seed ${seed}`).toBeNull()
        continue
      }
      settled++
      if (found === null || compareLevels(found.levels, best.levels) > 0) {
        missed.push(seed)
      }
      if (found === null) continue
      expect(verifyPlan(problem, found.plan), `seed ${seed}`).toEqual({ violations: [], levels: found.levels })
    }
    expect(settled).toBeGreaterThan(80)
    expect(missed.length).toBeLessThanOrEqual(settled / 50)
  }, 120_000)

  test('gives the same plan for the same seed and work', () => {
    const problem = drawEvent({ ...brokerageEvent, homes: 30, hosts: 40, wishes: 250 }, 7)
    const [first, second] = [1, 1].map((seed) => run(createRichSearch(problem, seed), 40).best()!)
    expect(second.levels).toEqual(first.levels)
    expect(second.plan).toEqual(first.plan)
  })

  test('holds every must and target of an event of 450 people, and proves that no plan does more', () => {
    const problem = drawEvent(brokerageEvent, 1)
    const search = createRichSearch(problem, 1)
    const firstTwo = 1 + Math.max(...problem.target)
    const isDone = () => (search.best()?.levels ?? [1]).slice(0, firstTwo).every((value) => value === 0)
    for (let round = 0; round < 5_000 && !isDone(); round++) search.step(1_000, never)
    expect(isDone()).toBe(true)
    expect(verifyPlan(problem, search.best()!.plan).violations).toEqual([])
  }, 120_000)
})
