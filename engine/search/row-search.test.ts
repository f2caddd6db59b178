import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settleByBruteForce } from '../brute.ts'
import { readInstance } from '../instance/read.ts'
import type { Problem } from '../problem.ts'
import { randomFrom } from '../random.ts'
import { documentOf } from '../random/documents.ts'
import { randomPublished } from '../random/problems.ts'
import { verifyPlan } from '../verify.ts'
import { anneal } from './anneal.ts'
import { fillChances } from './chances.ts'
import { construct } from './construct.ts'
import { firstCooling, lastCooling, nextCooling, temperatureOf } from './cooling.ts'
import { scratchFor } from './eject.ts'
import { energy } from './energy.ts'
import { BROKEN, emptyRows, isAllowed, openWindow, place, type Rows } from './rows.ts'
import { createRowSearch } from './row-search.ts'

const never = () => false

/** A problem too large for brute force, with every rule of the published shape. */
function anEvent(seed: number, slots = 12): Problem {
  const read = readInstance(
    documentOf('event', seed, {
      slots,
      people: 24,
      meetings: 70,
      tables: 9,
      awayPercent: 8,
      sessionPercent: 25,
      fixedPercent: 4,
      precedences: 6,
      fairness: 2,
    }),
  )
  if (!read.ok) throw new Error('the instance cannot be read')
  return read.value.problem
}

/** An instance of the published benchmark. */
function published(name: string): Problem {
  const read = readInstance(
    JSON.parse(readFileSync(join(import.meta.dirname, `../bench/instances/published/${name}.json`), 'utf8')) as never,
  )
  if (!read.ok) throw new Error('the instance cannot be read')
  return read.value.problem
}

/** The same plan, placed meeting by meeting into empty rows. */
function placedAgain(problem: Problem, rows: Rows): Rows {
  const again = emptyRows(problem)
  openWindow(again, problem.fairness, 0)
  rows.slotOf.forEach((t, m) => {
    if (t > 0) place(again, m, t)
  })
  return again
}

describe('the row search', () => {
  test.each([
    [1, 12],
    [7, 12],
    [14, 12],
    [3, 40],
    [5, 40],
    [11, 40],
  ])('keeps every count in step through a hundred thousand moves (seed %i, %i slots)', (seed, slots) => {
    const problem = anEvent(seed, slots)
    const rows = emptyRows(problem)
    openWindow(rows, problem.fairness, 0)
    const prices = { excess: 8, unplaced: 24, disorder: 16, unfair: 16 }
    const chances = new Uint32Array(128)
    fillChances(chances, 4)
    construct(rows)

    const before = energy(rows, prices)
    anneal(rows, prices, randomFrom(seed).state, chances, scratchFor(rows), 100_000, () => undefined)

    const again = placedAgain(problem, rows)
    expect(energy(rows, prices)).not.toBe(before)
    expect(rows.tally).toEqual(again.tally)
    for (const counts of ['at', 'load', 'runs', 'first', 'last', 'idle'] as const) expect(rows[counts]).toEqual(again[counts])
    expect([...rows.broken.subarray(0, rows.tally[BROKEN])].sort()).toEqual([...again.broken.subarray(0, again.tally[BROKEN])].sort())
    rows.slotOf.forEach((t, m) => expect(t === 0 || isAllowed(rows, m, t)).toBe(true))
  })

  test('finds the optimum of every tiny problem that has a plan, and a plan of no other', () => {
    for (let seed = 0; seed < 1500; seed++) {
      const { problem } = randomPublished(seed)
      const settled = settleByBruteForce(problem)
      const search = createRowSearch(problem, seed)
      if (settled !== null) search.learn(settled.levels)

      search.step(settled === null ? 500 : 200_000, never)

      const best = search.best()
      expect({ seed, levels: best?.levels }).toEqual({ seed, levels: settled?.levels })
      if (best !== null) expect({ seed, ...verifyPlan(problem, best.plan) }).toEqual({ seed, violations: [], levels: best.levels })
      if (search.infeasible()) expect(settled).toBeNull()
    }
  })

  test('the same seed and work give the same plan', () => {
    const problem = anEvent(11, 20)
    const whole = createRowSearch(problem, 5)
    const again = createRowSearch(problem, 5)

    whole.step(60_000, never)
    again.step(60_000, never)

    expect(whole.best()).not.toBeNull()
    expect(again.best()).toEqual(whole.best())
  })

  test.each(['forum-14.prec15', 'tic-12.prec25'])('orders and full slots do not keep it from a plan (%s)', (name) => {
    const problem = published(name)
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const search = createRowSearch(problem, seed)

      search.step(500_000, () => search.best() !== null)

      expect({ seed, hasPlan: search.best() !== null }).toEqual({ seed, hasPlan: true })
    }
  })

  test('a plan found elsewhere is taken, and never given up for a worse one', () => {
    const problem = anEvent(12, 20)
    const elsewhere = createRowSearch(problem, 1)
    elsewhere.step(400_000, never)
    const offered = elsewhere.best()
    const search = createRowSearch(problem, 2)
    if (offered === null) throw new Error('this event has a plan')

    search.offer(offered)
    search.step(2000, never)

    const best = search.best()
    expect(best?.levels[0]).toBeLessThanOrEqual(offered.levels[0])
    expect(best === null ? null : verifyPlan(problem, best.plan)).toEqual({ violations: [], levels: best?.levels })
  })

  test('a meeting without any slot is a proof that there is no plan', () => {
    const problem = anEvent(14)
    problem.startAllowed.fill(0, 0, problem.slotCount)

    const search = createRowSearch(problem, 1)

    expect(search.step(1000, never)).toBe(false)
    expect(search.infeasible()).toBe(true)
  })

  test('so is a party with more meetings than its quota', () => {
    const problem = anEvent(12, 20)
    const party = { partyCount: 1, party: Int32Array.of(0, 0), partyOffset: new Int32Array(problem.meetingCount + 1).fill(2).fill(0, 0, 1) }

    const held = createRowSearch({ ...problem, ...party, target: new Int32Array(1), quota: Int32Array.of(2) }, 1)
    const refused = createRowSearch({ ...problem, ...party, target: new Int32Array(1), quota: Int32Array.of(1) }, 1)

    held.step(1000, never)
    expect([held.infeasible(), refused.step(1000, never), refused.infeasible()]).toEqual([false, false, true])
  })
})

describe('coolings', () => {
  test('double while nobody knows what is left, and then the last one takes it all', () => {
    const first = firstCooling(10)

    for (const ahead of [Infinity, 80_000]) expect(nextCooling(first, ahead)).toEqual({ ...first, proposals: 20_000 })
    const last = nextCooling(first, 79_999)
    expect(last).toMatchObject({ isLast: true, spent: 0 })
    expect(last.proposals).toBeGreaterThan(70_000)
    expect(last.proposals).toBeLessThan(80_000)
  })

  test('the last one stretches and shrinks with what is left, and is never over before its end', () => {
    const half = { ...nextCooling(firstCooling(10), 50_000), spent: 25_000 }

    expect(lastCooling(half, Infinity)).toBe(half)
    expect(lastCooling(half, 100_000).proposals).toBeGreaterThan(110_000)
    expect(temperatureOf(lastCooling(half, 0))).toBeGreaterThan(0)
  })
})
