import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from './bench/check.mjs'
import { settleByBruteForce } from './brute.ts'
import { readInstance } from './instance/read.ts'
import { writeSolution } from './instance/write.ts'
import { lineupFor } from './lineup.ts'
import { compareLevels, type Problem } from './problem.ts'
import { createRace } from './race.ts'
import type { News } from './race/seat.ts'
import { randomPublished, randomRich } from './random/problems.ts'

function race(problem: Problem, rounds: number, seats = 2) {
  const run = createRace(problem, 1, lineupFor(problem, seats))
  while (run.rounds() < rounds && run.step(() => false));
  return run
}

describe('those who race', () => {
  test('settle tiny published problems as brute force does', { timeout: 120_000 }, () => {
    const wrong = Array.from({ length: 600 }, (_, i) => i + 1).filter((seed) => {
      const { problem } = randomPublished(seed)
      const truth = settleByBruteForce(problem)
      const run = race(problem, 50)
      return truth === null
        ? run.status() !== 'infeasible'
        : run.status() !== 'optimal' || compareLevels(run.best()?.levels ?? new Int32Array(0), truth.levels) !== 0
    })

    expect(wrong).toEqual([])
  })

  test('never say of a tiny rich problem what brute force denies', { timeout: 120_000 }, () => {
    let best = 0
    let feasible = 0
    const wrong = Array.from({ length: 50 }, (_, i) => i + 1).filter((seed) => {
      const problem = randomRich(seed)
      const truth = settleByBruteForce(problem)
      const run = race(problem, 3)
      const held = run.best()
      if (truth === null) return held !== null
      feasible += 1
      best += held !== null && compareLevels(held.levels, truth.levels) === 0 ? 1 : 0
      return run.status() === 'infeasible' || compareLevels(run.bound(), truth.levels) > 0
    })

    expect(wrong).toEqual([])
    expect(best / feasible).toBeGreaterThan(0.9)
  })

  test('settle an instance of the benchmark, in the words of its judge', () => {
    const document = JSON.parse(readFileSync(join(import.meta.dirname, 'bench/instances/published/forumt-14crafd.json'), 'utf8')) as never
    const read = readInstance(document)
    if (!read.ok) throw new Error(read.problem.faults.join('\n'))
    const run = race(read.value.problem, 200)
    const plan = run.best()?.plan ?? null

    expect(run.status()).toBe('optimal')
    expect(check(document, writeSolution(read.value, { status: 'optimal', plan, objective: 4, bound: 4 }))).toMatchObject({
      ok: true,
      breaks: 4,
    })
  })

  test('sit in the order of their seats, the search more than once when there is room, and descents behind all', () => {
    const names = (problem: Problem, seats: number) => lineupFor(problem, seats).map(({ name }) => name)

    expect([names(randomPublished(1).problem, 1), names(randomPublished(1).problem, 4)]).toEqual([
      ['exact', 'rows', 'descents'],
      ['exact', 'rows', 'rows', 'rows', 'descents'],
    ])
    const large = { ...randomPublished(1).problem, meetingCount: 20_000, slotCount: 20 }
    expect(lineupFor({ ...large, meetingCount: 1_000 }, 1)[0]?.joinsAt).toBe(16)
    expect(lineupFor({ ...large, roleOffset: new Int32Array(1), candidateOffset: new Int32Array(0) }, 1).map(({ name }) => name)).toEqual([
      'rows',
    ])
    expect([names(randomRich(1), 1), names(randomRich(1), 2)]).toEqual([['rich'], ['rich', 'rich']])
  })

  const newsOf = (best: number): News => ({
    best: { plan: { start: new Int32Array(0), pool: new Int32Array(0), filledBy: new Int32Array(0) }, levels: Int32Array.of(best) },
    bound: Int32Array.of(5),
    roundsLeft: Infinity,
    lastGain: new Map(),
  })
  const sharesOf = (seats: number, round: number, news: News) =>
    lineupFor(randomPublished(1).problem, seats).map(({ playsOneIn }) => playsOneIn?.(round, news) ?? 1)

  test('share a small problem: the prover has most rounds at first and near the end, the search those between', () => {
    const [provers, searchs] = [
      [1, 4, Infinity],
      [4, 1, Infinity],
    ]
    expect([1, 21, 22, 120].map((round) => sharesOf(1, round, newsOf(18)))).toEqual([[1, 1, Infinity], provers, searchs, searchs])
    expect([90, 119, 120, 141].map((round) => sharesOf(1, round, newsOf(15)))).toEqual([provers, provers, searchs, searchs])
    expect([90, 120].map((round) => sharesOf(1, round, newsOf(8)))).toEqual([provers, provers])
    expect(sharesOf(2, 120, newsOf(18))).toEqual([1, 1, Infinity])
  })

  test('leave most rounds to descents while these have a bout, on one thread or several', () => {
    expect([sharesOf(1, 30, newsOf(15)), sharesOf(2, 30, newsOf(15)), sharesOf(1, 154, newsOf(8))]).toEqual([
      [8, 8, 1],
      [8, 1, 1],
      [8, 8, 1],
    ])
  })

  test('share the rounds between descents and proofs where plan and bound are nearly one, once that has lasted', () => {
    const isOn = (round: number) => sharesOf(1, round, newsOf(9))[2] === 1

    expect([98, 99, 100, 101, 102, 103, 104, 105, 106, 899, 900].filter(isOn)).toEqual([101, 102, 103, 104, 106, 899])
    expect(sharesOf(1, 105, newsOf(9))).toEqual([1, 4, Infinity])
  })

  test('leave descents asleep without a plan, where the prover may show that there is none, and where plan and bound are far apart', () => {
    expect([{ ...newsOf(15), best: null }, newsOf(16)].map((news) => sharesOf(1, 30, news))).toEqual([
      [1, 4, Infinity],
      [4, 1, Infinity],
    ])
  })

  test('see descents go to rest when they bring nothing, each time for twice as long, and stay while the last better plan is theirs', () => {
    const boutsOf = (lastGain: readonly (readonly [string, number])[]) => {
      const isOn = Array.from({ length: 600 }, (_, round) => sharesOf(1, round, { ...newsOf(15), lastGain: new Map(lastGain) })[2] === 1)
      return isOn.flatMap((on, round) => (on === (isOn[round - 1] ?? false) ? [] : [round]))
    }

    expect([
      boutsOf([['rows', 20]]),
      boutsOf([
        ['rows', 20],
        ['descents', 30],
      ]),
      boutsOf([
        ['rows', 31],
        ['descents', 30],
      ]),
    ]).toEqual([[22, 82, 142, 202, 322, 382], [22], [22, 90, 150, 210, 330, 390]])
  })

  test('are not those of the published problem when going from one table to another takes time', () => {
    const { problem } = randomPublished(1)
    const names = (one: Problem) => lineupFor(one, 1).map(({ name }) => name)

    expect(names(problem)).toContain('rows')
    expect(names({ ...problem, travelSlots: Int32Array.of(1) })).toEqual(['rich'])
  })
})
