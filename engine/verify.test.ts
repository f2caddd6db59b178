import { describe, expect, test } from 'vitest'
import { GIVEN, MUST, type Level, type Plan, type Problem } from './problem.ts'
import { verifyPlan, type Violation } from './verify.ts'
import { aPlan, aProblem, ints, withCells } from './verify/a-problem.fixture.ts'

const all = aProblem()
const none: Plan = { start: ints(-1, -1), pool: ints(-1, -1), filledBy: ints(-1, -1, -1, -1) }

describe('rules', () => {
  test('a plan that keeps them all breaks none', () => {
    expect(verifyPlan(all, aPlan()).violations).toEqual([])
  })

  test('holding nothing is a plan when nothing is given', () => {
    expect(verifyPlan(all, none).violations).toEqual([])
  })

  const cases: readonly (readonly [string, Partial<Problem>, Partial<Plan>, readonly Violation[]])[] = [
    ['a given meeting that is not held', { demand: new Uint8Array([GIVEN, MUST]) }, none, [{ kind: 'not_held', meeting: 0 }]],
    ['a meeting with people and no start', {}, { start: ints(-1, 1), pool: ints(-1, 0) }, [{ kind: 'half_held', meeting: 0 }]],
    ['a meeting with a table and no start', {}, { start: ints(-1, 1), filledBy: ints(-1, -1, 0, 2) }, [{ kind: 'half_held', meeting: 0 }]],
    ['a start after the last slot', {}, { start: ints(6, 1) }, [{ kind: 'start_outside_grid', meeting: 0, slot: 6 }]],
    ['a start before the first slot', {}, { start: ints(-2, 1) }, [{ kind: 'start_outside_grid', meeting: 0, slot: -2 }]],
    [
      'a meeting that would end after the grid',
      { lengthSlots: ints(2, 1) },
      { start: ints(5, 1) },
      [{ kind: 'start_outside_grid', meeting: 0, slot: 5 }],
    ],
    [
      'a start outside its session',
      { startAllowed: withCells(all.startAllowed, { 0: 0 }) },
      {},
      [{ kind: 'start_not_allowed', meeting: 0, slot: 0 }],
    ],
    [
      'a meeting over lunch',
      { lengthSlots: ints(2, 1), stretchOf: ints(0, 0, 1, 2, 2, 2) },
      { start: ints(1, 0) },
      [{ kind: 'stretch_crossed', meeting: 0, slot: 1 }],
    ],
    [
      'a pool that is not offered',
      { pool: ints(0, 0, 0, 1) },
      { pool: ints(1, 0) },
      [
        { kind: 'pool_not_offered', meeting: 0, pool: 1 },
        { kind: 'travel_too_short', person: 0, meeting: 0, other: 1, idleSlots: 0, neededSlots: 1 },
      ],
    ],
    ['a held meeting without a pool', {}, { pool: ints(-1, 0) }, [{ kind: 'pool_not_offered', meeting: 0, pool: -1 }]],
    [
      'a role filled by somebody else',
      {},
      { filledBy: ints(0, 2, 0, 2) },
      [{ kind: 'person_not_candidate', meeting: 0, role: 1, person: 2 }],
    ],
    ['a role filled by nobody', {}, { filledBy: ints(0, -1, 0, 2) }, [{ kind: 'person_not_candidate', meeting: 0, role: 1, person: -1 }]],
    [
      'somebody away in the second slot of a meeting',
      { lengthSlots: ints(2, 1), personFree: withCells(all.personFree, { 7: 0 }) },
      { start: ints(0, 2) },
      [{ kind: 'person_away', meeting: 0, person: 1, slot: 1 }],
    ],
    ['somebody in two meetings at once', {}, { start: ints(1, 1) }, [{ kind: 'person_twice', person: 0, slot: 1, meeting: 0, other: 1 }]],
    [
      'somebody in two roles of one meeting',
      { candidate: ints(0, 0, 0, 2) },
      { filledBy: ints(0, 0, 0, 2) },
      [{ kind: 'person_twice', person: 0, slot: 0, meeting: 0, other: 0 }],
    ],
    [
      'more meetings than tables',
      {
        candidate: ints(0, 1, 2, 2),
        candidateOffset: ints(0, 1, 2, 3, 4),
        roleOffset: ints(0, 2, 3),
        poolCapacity: withCells(all.poolCapacity, { 1: 1 }),
      },
      { start: ints(1, 1), filledBy: ints(0, 1, 2, -1) },
      [{ kind: 'pool_overfull', pool: 0, slot: 1, held: 2, capacity: 1 }],
    ],
    [
      'two addresses with no time to travel',
      {},
      { pool: ints(0, 1) },
      [{ kind: 'travel_too_short', person: 0, meeting: 0, other: 1, idleSlots: 0, neededSlots: 1 }],
    ],
    ['more meetings than a quota', { quota: ints(9, 1) }, {}, [{ kind: 'quota_exceeded', party: 1, held: 2, quota: 1 }]],
    ['an order turned round', { earlier: ints(1), later: ints(0) }, {}, [{ kind: 'out_of_order', meeting: 1, other: 0 }]],
    [
      'an order that overlaps',
      {
        lengthSlots: ints(2, 1),
        earlier: ints(0),
        later: ints(1),
        candidate: ints(1, 1, 2, 2),
        roleOffset: ints(0, 1, 2),
        candidateOffset: ints(0, 1, 3, 3, 4),
      },
      { filledBy: ints(1, 2, -1, -1) },
      [{ kind: 'out_of_order', meeting: 0, other: 1 }],
    ],
    [
      'breaks shared unfairly',
      { fairness: 0, countsBreaks: new Uint8Array([1, 0, 1]) },
      { start: ints(0, 2) },
      [{ kind: 'unfair', person: 0, other: 2, difference: 1 }],
    ],
    [
      'more moves than allowed',
      { current: aPlan({ start: ints(1, 0) }), movesAllowed: 1 },
      {},
      [{ kind: 'too_many_moves', moves: 2, allowed: 1 }],
    ],
  ]

  test.each(cases)('%s', (_, problem, plan, violations) => {
    expect(verifyPlan(aProblem(problem), aPlan(plan)).violations).toEqual(violations)
  })

  test('travel is free from one day to the next, and within a place', () => {
    expect(verifyPlan(all, aPlan({ start: ints(2, 3), pool: ints(0, 1) })).violations).toEqual([])
    expect(verifyPlan(all, aPlan({ pool: ints(1, 1) })).violations).toEqual([])
    expect(verifyPlan(all, aPlan({ start: ints(0, 2), pool: ints(0, 1) })).violations).toEqual([])
  })

  test('an order binds only meetings that are both held', () => {
    const problem = aProblem({ earlier: ints(1), later: ints(0) })

    expect(verifyPlan(problem, aPlan({ start: ints(0, -1), pool: ints(0, -1), filledBy: ints(0, 1, -1, -1) })).violations).toEqual([])
  })
})

describe('levels', () => {
  const worth = (levels: readonly Level[], problem: Partial<Problem>, plan: Partial<Plan>) => [
    ...verifyPlan(aProblem({ ...problem, levels }), aPlan(plan)).levels,
  ]
  const onlyFirst = { start: ints(0, -1), pool: ints(0, -1), filledBy: ints(0, 1, -1, -1) }

  test('a move is another start, pool or person, or a meeting dropped; a meeting added is none', () => {
    const current = aPlan()

    expect(worth(['moves'], { current }, {})).toEqual([0])
    expect(worth(['moves'], { current }, { start: ints(0, 2) })).toEqual([1])
    expect(worth(['moves'], { current }, { pool: ints(1, 1) })).toEqual([2])
    expect(worth(['moves'], { current }, { filledBy: ints(0, 1, 0, 1) })).toEqual([1])
    expect(worth(['moves'], { current }, onlyFirst)).toEqual([1])
    expect(worth(['moves'], { current: aPlan(onlyFirst) }, {})).toEqual([0])
    expect(worth(['moves'], {}, {})).toEqual([0])
  })

  test('musts not held are counted, wishes and musts not held are weighed, given meetings are neither', () => {
    const demand = new Uint8Array([GIVEN, MUST])

    expect(worth(['musts', 'wishes'], { demand }, onlyFirst)).toEqual([1, 5])
    expect(worth(['musts', 'wishes'], {}, none)).toEqual([0, 8])
    expect(worth(['musts', 'wishes'], { demand: new Uint8Array([GIVEN, GIVEN]) }, none)).toEqual([0, 0])
  })

  test('targets are missed by depth, the deepest first', () => {
    expect(worth(['targets'], { target: ints(3, 1) }, none)).toEqual([1, 1, 2])
    expect(worth(['targets'], { target: ints(3, 1) }, onlyFirst)).toEqual([0, 1, 1])
    expect(worth(['targets'], { target: ints(3, 1) }, {})).toEqual([0, 0, 1])
    expect(worth(['targets'], {}, {})).toEqual([])
  })

  test('a break is a run of idle slots, whatever its length, within one day, of those whose breaks count', () => {
    const sixInADay = { dayOf: ints(0, 0, 0, 0, 0, 0) }

    expect(worth(['breaks', 'idle'], {}, { start: ints(0, 2) })).toEqual([1, 1])
    expect(worth(['breaks', 'idle'], sixInADay, { start: ints(5, 0) })).toEqual([1, 4])
    expect(worth(['breaks', 'idle'], {}, { start: ints(0, 5) })).toEqual([0, 0])
    expect(worth(['breaks', 'idle'], { countsBreaks: new Uint8Array([0, 1, 1]) }, { start: ints(0, 2) })).toEqual([0, 0])
    expect(worth(['breaks', 'idle'], { lengthSlots: ints(2, 1) }, { start: ints(0, 2) })).toEqual([0, 0])
  })

  test('a change of place is counted within one day', () => {
    expect(worth(['places'], {}, { start: ints(0, 2), pool: ints(0, 1) })).toEqual([1])
    expect(worth(['places'], {}, { start: ints(0, 3), pool: ints(0, 1) })).toEqual([0])
    expect(worth(['places'], {}, {})).toEqual([0])
  })

  test('spread is the square of the load of each pool and slot', () => {
    expect(worth(['spread'], {}, {})).toEqual([2])
    expect(worth(['spread'], {}, { start: ints(0, 0) })).toEqual([4])
    expect(worth(['spread'], { lengthSlots: ints(2, 1) }, { start: ints(0, 1), pool: ints(0, 0) })).toEqual([5])
  })

  test('levels come in the order the problem asks for', () => {
    expect(worth(['idle', 'musts', 'targets', 'breaks'], { target: ints(3, 0) }, { start: ints(2, 0) })).toEqual([1, 0, 0, 0, 1, 1])
  })
})
