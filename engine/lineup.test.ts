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

  test('sit in the order of their seats, the search more than once when there is room', () => {
    const names = (problem: Problem, seats: number) => lineupFor(problem, seats).map(({ name }) => name)

    expect([names(randomPublished(1).problem, 1), names(randomPublished(1).problem, 4)]).toEqual([
      ['exact', 'rows'],
      ['exact', 'rows', 'rows', 'rows'],
    ])
    expect([1, 4].map((seats) => lineupFor(randomPublished(1).problem, seats)[1]?.playsOneIn)).toEqual([4, undefined])
    const large = { ...randomPublished(1).problem, meetingCount: 20_000, slotCount: 20 }
    expect(lineupFor({ ...large, meetingCount: 1_000 }, 1)[0]?.joinsAt).toBe(16)
    expect(lineupFor({ ...large, roleOffset: new Int32Array(1), candidateOffset: new Int32Array(0) }, 1).map(({ name }) => name)).toEqual([
      'rows',
    ])
    expect([names(randomRich(1), 1), names(randomRich(1), 2)]).toEqual([['rich'], ['rich', 'rich']])
  })

  test('share a small problem: the prover has most rounds at first and near the end, the search those between', () => {
    const [prover, search] = lineupFor(randomPublished(1).problem, 1)
    const spares = (round: number, best: number) => {
      const held = { plan: { start: new Int32Array(0), pool: new Int32Array(0), filledBy: new Int32Array(0) }, levels: Int32Array.of(best) }
      const news = { best: held, bound: Int32Array.of(5), roundsLeft: Infinity }
      return [prover?.isSparing?.(round, news), search?.isSparing?.(round, news)]
    }

    expect([spares(50, 18), spares(120, 18), spares(120, 8)]).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ])
    expect(lineupFor(randomPublished(1).problem, 2)[0]?.isSparing).toBeUndefined()
  })

  test('are not those of the published problem when going from one table to another takes time', () => {
    const { problem } = randomPublished(1)
    const names = (one: Problem) => lineupFor(one, 1).map(({ name }) => name)

    expect(names(problem)).toContain('rows')
    expect(names({ ...problem, travelSlots: Int32Array.of(1) })).toEqual(['rich'])
  })
})
