import { describe, expect, test } from 'vitest'
import { settleByBruteForce } from '../brute.ts'
import type { Problem } from '../problem.ts'
import { randomPublished } from '../random/problems.ts'
import { waitsIn } from './breaks.ts'
import { findConflict } from './conflict.ts'
import { factsOf, problemOf } from './facts.ts'

const never = () => false
const problems = Array.from({ length: 400 }, (_, i) => randomPublished(i + 1).problem)
const isImpossible = (problem: Problem) => settleByBruteForce(problem) === null

describe('a conflict', () => {
  test('is impossible, and would not be without any one of its facts', () => {
    const impossible = problems.filter(isImpossible)
    expect(impossible.length).toBeGreaterThan(100)

    for (const problem of impossible) {
      const conflict = findConflict(problem, 1, never)
      expect(conflict?.isMinimal).toBe(true)
      const facts = conflict?.facts ?? []
      expect(isImpossible(problemOf(problem, facts))).toBe(true)
      for (const fact of facts)
        expect(
          isImpossible(
            problemOf(
              problem,
              facts.filter((other) => other !== fact),
            ),
          ),
        ).toBe(false)
    }
  })

  test('is not looked for where there is a plan', () => {
    const possible = problems.find((problem) => !isImpossible(problem))

    expect(possible && findConflict(possible, 1, never)).toBeNull()
  })

  test('all facts together are the problem itself', () => {
    for (const problem of problems) expect(problemOf(problem, factsOf(problem))).toEqual(problem)
  })

  test('says that it may be too long when there was no time', () => {
    const impossible = problems.find(isImpossible)
    let asked = 0

    const conflict = impossible && findConflict(impossible, 1, () => ++asked > 4)

    expect(conflict === null || conflict?.isMinimal === false).toBe(true)
  })
})

test('everybody who waits is told, with the meetings before and after', () => {
  let waiting = 0
  for (const problem of problems) {
    const held = settleByBruteForce(problem)
    if (held === null) continue
    const waits = waitsIn(problem, held.plan)
    waiting += waits.length
    expect(waits.length).toBe(held.levels[0])
    for (const { from, lengthSlots, before, after } of waits)
      expect([held.plan.start[before], held.plan.start[after]]).toEqual([from - 1, from + lengthSlots])
  }
  expect(waiting).toBeGreaterThan(10)
})
