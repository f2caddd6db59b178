import { describe, expect, test } from 'vitest'
import { createBruteForce, settleByBruteForce } from './brute.ts'
import { compareLevels, type Problem } from './problem.ts'
import { createRace, type Entrant, type Race } from './race.ts'
import { createSeat, type Report, seedOfSeat, workOfRound } from './race/seat.ts'
import { createStanding } from './race/standing.ts'
import { randomFrom, below } from './random.ts'
import { randomPublished, randomRich } from './random/problems.ts'
import type { Held, Stepper } from './stepper.ts'
import { verifyPlan } from './verify.ts'

const brute: Entrant = { name: 'brute', create: createBruteForce }
/** Throws darts: every choice at random, kept when the plan is feasible and better. It proves nothing and never ends. */
const darts: Entrant = { name: 'darts', create: throwDarts }
const never = () => false

function throwDarts(problem: Problem, seed: number): Stepper {
  const { state } = randomFrom(seed)
  let best: Held | null = null
  const among = (cells: Int32Array, from: number, to: number) => cells[from + below(state, to - from)] ?? -1
  return {
    name: 'darts',
    step(work) {
      for (let left = work; left > 0; left -= 500) {
        const start = Int32Array.from({ length: problem.meetingCount }, () => below(state, problem.slotCount + 1) - 1)
        const pool = start.map((slot, m) =>
          slot < 0 ? -1 : among(problem.pool, problem.poolOffset[m] ?? 0, problem.poolOffset[m + 1] ?? 0),
        )
        const filledBy = new Int32Array(problem.candidateOffset.length - 1).fill(-1)
        for (let m = 0; m < problem.meetingCount; m++)
          for (let role = problem.roleOffset[m] ?? 0; role < (problem.roleOffset[m + 1] ?? 0); role++)
            if ((start[m] ?? -1) >= 0)
              filledBy[role] = among(problem.candidate, problem.candidateOffset[role] ?? 0, problem.candidateOffset[role + 1] ?? 0)
        const { violations, levels } = verifyPlan(problem, { start, pool, filledBy })
        if (violations.length === 0 && (best === null || compareLevels(levels, best.levels) < 0))
          best = { plan: { start, pool, filledBy }, levels }
      }
      return true
    },
    best: () => best,
    bound: () => null,
    infeasible: () => false,
    offer(held) {
      if (best === null || compareLevels(held.levels, best.levels) < 0) best = held
    },
    learn() {},
  }
}

function run(race: Race, rounds = 10_000) {
  while (race.rounds() < rounds && race.step(never));
  return { status: race.status(), rounds: race.rounds(), best: race.best(), bound: race.bound(), trace: race.trace() }
}

describe('a race', () => {
  test('ends with what brute force says, on rich and published problems', () => {
    const problems = Array.from({ length: 60 }, (_, i) => [randomRich(i + 1), randomPublished(i + 1).problem]).flat()
    const statuses = new Set<string>()
    for (const problem of problems) {
      const truth = settleByBruteForce(problem)
      const { status, best, bound } = run(createRace(problem, 1, [darts, brute]))
      statuses.add(status)
      expect([status, best?.levels]).toEqual(truth === null ? ['infeasible', undefined] : ['optimal', truth.levels])
      if (truth !== null) expect(bound).toEqual(truth.levels)
    }
    expect(statuses).toEqual(new Set(['optimal', 'infeasible']))
  })

  test('is the same twice, and another with another seed', () => {
    const problem = randomRich(14)
    const twice = [3, 3, 4].map((seed) => run(createRace(problem, seed, [darts, darts]), 3))

    expect(twice[1]).toEqual(twice[0])
    expect(twice[2]?.trace).not.toEqual(twice[0]?.trace)
  })

  test('tells each better plan with its round and who found it, and nothing else', () => {
    const { trace, best } = run(createRace(randomRich(14), 3, [darts, darts]), 5)

    expect(trace.length).toBeGreaterThan(1)
    for (const [i, { round, by, levels }] of trace.entries()) {
      const before = trace[i - 1]
      expect([round < 5, by]).toEqual([true, 'darts'])
      if (before) expect([round >= before.round, compareLevels(levels, before.levels) < 0]).toEqual([true, true])
    }
    expect(trace.at(-1)?.levels).toEqual(best?.levels)
  })

  test('is over when nobody has anything left to do', () => {
    const idle: Entrant = { name: 'idle', create: (problem, seed) => ({ ...throwDarts(problem, seed), step: never }) }

    expect(run(createRace(randomRich(14), 1, [idle, idle]))).toMatchObject({ status: 'unknown', rounds: 1, best: null, trace: [] })
  })

  test('needs nobody to know that a plan without any cost is best', () => {
    const free = Array.from({ length: 400 }, (_, i) => randomRich(i)).find(
      (problem) => settleByBruteForce(problem)?.levels.every((level) => level === 0) === true,
    )
    if (!free) throw new Error('one of the problems costs nothing')

    expect(run(createRace(free, 1, [darts])).status).toBe('optimal')
  })

  test('keeps what a stopped round has brought', () => {
    const problem = randomRich(14)
    const truth = settleByBruteForce(problem) as Held
    const lucky: Entrant = {
      name: 'lucky',
      create: (_, seed) => ({ ...throwDarts(problem, seed), best: () => truth }),
    }
    const race = createRace(problem, 3, [lucky, darts])

    race.step(never)
    expect(race.best()).toBeNull()
    race.settle()

    expect([race.best()?.levels, race.rounds()]).toEqual([truth.levels, 1])
  })

  test('makes nobody sit down when there is no time left', () => {
    const made: string[] = []
    const seat = createSeat(randomRich(1), 1, {
      name: 'late',
      create: (problem, seed) => {
        made.push('late')
        return throwDarts(problem, seed)
      },
    })

    expect(seat.turn(0, { best: null, bound: null, roundsLeft: Infinity, lastGain: new Map() }, () => true)).toMatchObject({
      best: null,
      isDone: false,
    })
    expect(made).toEqual([])
  })
})

test('a seat that joins later lets the others begin', () => {
  const late: Entrant = { ...brute, name: 'late', joinsAt: 2 }

  const { trace, rounds, status } = run(createRace(randomRich(14), 3, [late, darts]))

  expect([status, trace[0]?.by, trace.at(-1)?.by, rounds]).toEqual(['optimal', 'darts', 'late', 3])
})

test('a seat that plays one round in so many leaves the others to the rest', () => {
  const rare: Entrant = { ...brute, name: 'rare', joinsAt: 1, playsOneIn: () => 4 }

  const { trace, rounds, status } = run(createRace(randomRich(14), 3, [rare, darts]))

  expect([status, trace[0]?.by, trace.at(-1)?.by, rounds]).toEqual(['optimal', 'darts', 'rare', 5])
})

test('a seat that spares the others at times plays every round at others, or rests', () => {
  const roundsWhen = (playsOneIn: Entrant['playsOneIn'] & {}) => {
    const { rounds, status } = run(createRace(randomRich(14), 3, [{ ...brute, joinsAt: 2, playsOneIn }, darts]))
    return [status, rounds]
  }

  expect([
    roundsWhen(() => 7),
    roundsWhen((round) => (round < 5 ? Infinity : 1)),
    roundsWhen((_, { best }) => (best === null ? 7 : 1)),
    roundsWhen((_, { lastGain }) => (lastGain.has('darts') ? 1 : Infinity)),
  ]).toEqual([
    ['optimal', 8],
    ['optimal', 6],
    ['optimal', 3],
    ['optimal', 3],
  ])
})

test('a seat is told the work before it, in its share of the rounds to come', () => {
  const told: (number | undefined)[] = []
  const rare: Entrant = {
    name: 'rare',
    playsOneIn: () => 2,
    create: (problem, seed) => ({
      ...throwDarts(problem, seed),
      step: (_work, _shouldStop, ahead) => {
        told.push(ahead)
        return true
      },
    }),
  }
  const race = createRace(randomRich(14), 3, [rare])

  for (const left of [undefined, 9, 8]) race.step(never, left)

  expect(told).toEqual([Infinity, (8 * workOfRound(2)) / 2])
})

test('all know in which round those of a name last brought a better plan', () => {
  const standing = createStanding(randomRich(14), ['first', 'second', 'second'])
  const held = settleByBruteForce(randomRich(14)) as Held
  const brings = (best: Held | null): Report => ({ best, bound: null, isInfeasible: false, isSettled: false, isDone: false })

  standing.take([brings(null), brings(null), brings(null)])
  standing.take([brings(null), brings(held), brings(held)])
  standing.take([brings(held), brings(null), brings(null)])

  expect([...standing.news(1).lastGain]).toEqual([['second', 1]])
})

test('shares by success are the same when news and reports travel between threads', () => {
  const problem = randomRich(14)
  const shy: Entrant = { ...darts, name: 'shy', playsOneIn: (round, { lastGain }) => (round < 3 + (lastGain.get('darts') ?? 9) ? 2 : 1) }
  const entrants = [darts, shy]
  const here = run(createRace(problem, 5, entrants), 12)

  const seats = entrants.map((entrant, seat) => createSeat(problem, seedOfSeat(5, seat), entrant))
  const standing = createStanding(problem, ['darts', 'shy'])
  while (standing.rounds() < 12) {
    const news = structuredClone(standing.news(Infinity))
    standing.take(seats.map((seat) => structuredClone(seat.turn(standing.rounds(), news, never))))
  }

  expect([standing.trace(), standing.best()]).toEqual([here.trace, here.best])
  expect(new Set(here.trace.map(({ by }) => by)).size).toBe(2)
})

describe('a barrier', () => {
  const problem = randomRich(14)
  const held = settleByBruteForce(problem) as Held
  const quiet: Report = { best: null, bound: null, isInfeasible: false, isSettled: false, isDone: false }

  test('does not hear those after the one who settled the problem', () => {
    const standing = createStanding(problem, ['first', 'second'])

    standing.take([
      { ...quiet, best: held, bound: held.levels, isSettled: true },
      { ...quiet, isInfeasible: true },
    ])

    expect([standing.status(), standing.trace().map(({ by }) => by)]).toEqual(['optimal', ['first']])
  })

  test('lets the first seat win a tie', () => {
    const standing = createStanding(problem, ['first', 'second'])

    standing.take([
      { ...quiet, best: held },
      { ...quiet, best: held },
    ])

    expect(standing.trace().map(({ by }) => by)).toEqual(['first'])
  })

  test.each([
    [
      'a plan that breaks a rule',
      { best: { ...held, plan: { ...held.plan, start: held.plan.start.map(() => 99) } } },
      /breaks a rule: .*start_outside_grid/,
    ],
    ['a plan that is worth something else', { best: { ...held, levels: held.levels.map((level) => level + 1) } }, /holds a plan worth/],
    ['a bound above a plan', { best: held, bound: held.levels.map((level) => level + 1) }, /a bound that a plan is below/],
    ['a proof that there is no plan beside one', { best: held, isInfeasible: true }, /proves that there is no plan/],
  ])('does not believe %s', (_, report, sentence) => {
    expect(() => createStanding(problem, ['liar']).take([{ ...quiet, ...report }])).toThrow(sentence)
  })
})

test('seats have seeds of their own, and turns grow to a tenth of a second', () => {
  expect(new Set([1, 2, 3].flatMap((seed) => [0, 1, 2, 3].map((seat) => seedOfSeat(seed, seat)))).size).toBe(12)
  expect([workOfRound(0), workOfRound(100)]).toEqual([4_000, 100_000])
})
