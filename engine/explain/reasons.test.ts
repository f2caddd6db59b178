import { describe, expect, test } from 'vitest'
import { settleByBruteForce } from '../brute.ts'
import { type Plan, type Problem } from '../problem.ts'
import { randomRich } from '../random/problems.ts'
import { verifyPlan } from '../verify.ts'
import { aPlan, aProblem, ints, withCells } from '../verify/a-problem.fixture.ts'
import type { Obstacle } from './obstacles.ts'
import { type Cause, explainUnheld } from './reasons.ts'

const seeds = Array.from({ length: 900 }, (_, i) => i + 1)

/** Every way to add one meeting to a plan at one slot, judged by verification alone. */
function canBeAdded(problem: Problem, plan: Plan, meeting: number, slot: number): boolean {
  const roles = Array.from(
    { length: problem.roleOffset[meeting + 1] - problem.roleOffset[meeting] },
    (_, i) => problem.roleOffset[meeting] + i,
  )
  const people = roles.reduce<number[][]>(
    (ways, role) =>
      ways.flatMap((way) =>
        [...problem.candidate.subarray(problem.candidateOffset[role], problem.candidateOffset[role + 1])].map((person) => [...way, person]),
      ),
    [[]],
  )
  const pools = [...problem.pool.subarray(problem.poolOffset[meeting], problem.poolOffset[meeting + 1])]
  return pools.some((pool) =>
    people.some((chosen) => {
      const start = withCells(plan.start, { [meeting]: slot })
      const filledBy = plan.filledBy.slice()
      chosen.forEach((person, i) => (filledBy[roles[i]] = person))
      const { violations } = verifyPlan(problem, { start, pool: withCells(plan.pool, { [meeting]: pool }), filledBy })
      return violations.every(({ kind }) => ['not_held', 'unfair', 'too_many_moves'].includes(kind))
    }),
  )
}

/** Whether one person is the only one for two roles of the meeting: no change of the kinds proposed helps that. */
function isAbsurd({ roleOffset, candidateOffset, candidate }: Problem, meeting: number): boolean {
  const soles = Array.from({ length: roleOffset[meeting + 1] - roleOffset[meeting] }, (_, i) => roleOffset[meeting] + i)
    .filter((role) => candidateOffset[role + 1] === candidateOffset[role] + 1)
    .map((role) => candidate[candidateOffset[role]])
  return new Set(soles).size < soles.length
}

/** The problem and the plan after these changes, made plainly. */
function lifted(
  problem: Problem,
  plan: Plan,
  meeting: number,
  slot: number,
  changes: readonly Obstacle[],
): { problem: Problem; plan: Plan } {
  const given = new Set(changes.flatMap((change) => ('meeting' in change ? [change.meeting] : [])))
  const filledBy = plan.filledBy.slice()
  for (const m of given) filledBy.fill(-1, problem.roleOffset[m], problem.roleOffset[m + 1])
  return {
    problem: changes.reduce((before, change) => withoutObstacle(before, meeting, slot, change), problem),
    plan: {
      start: plan.start.map((at, m) => (given.has(m) ? -1 : at)),
      pool: plan.pool.map((at, m) => (given.has(m) ? -1 : at)),
      filledBy,
    },
  }
}

function withoutObstacle(problem: Problem, meeting: number, slot: number, change: Obstacle): Problem {
  const cells = (row: number, value: number) =>
    Object.fromEntries(Array.from({ length: problem.lengthSlots[meeting] }, (_, i) => [row * problem.slotCount + slot + i, value]))
  switch (change.kind) {
    case 'quota':
      return { ...problem, quota: withCells(problem.quota, { [change.party]: problem.quota[change.party] + 1 }) }
    case 'away':
      return { ...problem, personFree: withCells(problem.personFree, cells(change.person, 1)) }
    case 'pool_full':
    case 'pool_closed':
      return { ...problem, poolCapacity: withCells(problem.poolCapacity, cells(change.pool, 99)) }
    case 'role_taken':
    case 'role_away':
      return withHelper(problem, change.role)
    case 'busy':
    case 'travel':
    case 'order':
      return problem
  }
}

/** One more person who can take the role and is always free. */
function withHelper(problem: Problem, role: number): Problem {
  const at = problem.candidateOffset[role + 1]
  return {
    ...problem,
    personCount: problem.personCount + 1,
    personFree: Uint8Array.from([...problem.personFree, ...new Uint8Array(problem.slotCount).fill(1)]),
    countsBreaks: Uint8Array.from([...problem.countsBreaks, 0]),
    candidateOffset: problem.candidateOffset.map((offset, r) => (r > role ? offset + 1 : offset)),
    candidate: Int32Array.from([...problem.candidate.subarray(0, at), problem.personCount, ...problem.candidate.subarray(at)]),
  }
}

describe('the reason of a wish not held', () => {
  test('lists a start without obstacle exactly when the meeting can be added there', () => {
    let starts = 0
    for (const seed of seeds) {
      const problem = randomRich(seed)
      const best = settleByBruteForce(problem)
      if (best === null) continue
      for (const reason of explainUnheld(problem, best.plan)) {
        for (const { slot, obstacles } of reason.starts) {
          expect(obstacles.length === 0, `seed ${seed}, meeting ${reason.meeting}, slot ${slot}`).toBe(
            canBeAdded(problem, best.plan, reason.meeting, slot),
          )
          starts++
        }
      }
    }
    expect(starts).toBeGreaterThan(500)
  })

  test('proposes changes that let the meeting be held, and none that could be spared', () => {
    const seen = new Set<string>()
    for (const seed of seeds) {
      const problem = randomRich(seed)
      const best = settleByBruteForce(problem)
      if (best === null) continue
      for (const { meeting, relaxation } of explainUnheld(problem, best.plan)) {
        if (relaxation === null || isAbsurd(problem, meeting)) continue
        const { slot, changes } = relaxation
        const open = lifted(problem, best.plan, meeting, slot, changes)
        expect(canBeAdded(open.problem, open.plan, meeting, slot), `seed ${seed}, meeting ${meeting}`).toBe(true)
        for (const spared of changes) {
          const rest = lifted(
            problem,
            best.plan,
            meeting,
            slot,
            changes.filter((change) => change !== spared),
          )
          expect(canBeAdded(rest.problem, rest.plan, meeting, slot), `seed ${seed}, meeting ${meeting} without ${spared.kind}`).toBe(false)
          seen.add(spared.kind)
        }
      }
    }
    expect([...seen].sort()).toEqual(['away', 'busy', 'order', 'pool_closed', 'pool_full', 'quota', 'role_away', 'role_taken', 'travel'])
  })

  test('shows a trade that never makes the best plan better, with the level that speaks against it', () => {
    let trades = 0
    for (const seed of seeds) {
      const problem = randomRich(seed)
      const best = settleByBruteForce(problem)
      if (best === null) continue
      for (const { meeting, trade } of explainUnheld(problem, best.plan)) {
        if (trade === null) continue
        trades++
        expect(trade.change, `seed ${seed}, meeting ${meeting}`).toBeGreaterThanOrEqual(0)
      }
    }
    expect(trades).toBeGreaterThan(50)
  })

  const bothHeldInSlotZero = aPlan({ start: ints(0, -1), pool: ints(0, -1), filledBy: ints(0, 1, -1, -1) })
  const onlySlot0 = new Uint8Array([1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
  const cases: readonly [string, Cause, Partial<Problem>][] = [
    ['its own rules leave no start', 'no_start', { startAllowed: new Uint8Array([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]) }],
    [
      'somebody is away whenever it may start',
      'no_common_slot',
      { personFree: withCells(new Uint8Array(18).fill(1), Object.fromEntries([12, 13, 14, 15, 16, 17].map((i) => [i, 0]))) },
    ],
    [
      'every spot that would do is closed',
      'no_spot',
      { pool: ints(0, 1, 1, 1), poolOffset: ints(0, 2, 3), poolCapacity: ints(2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0) },
    ],
    ['its party has all the meetings it may have', 'quota', { quota: ints(1, 9) }],
    ['its people are in another meeting', 'displaced', { startAllowed: onlySlot0 }],
    ['nothing stands in the way but what it would cost', 'costs_more', {}],
  ]
  test.each(cases)('when %s is %s', (_, cause, changes) => {
    const [reason] = explainUnheld(aProblem(changes), bothHeldInSlotZero)
    expect(reason?.cause).toBe(cause)
  })

  test('when every interpreter is taken is said so, and one more would do', () => {
    const base = aProblem()
    const problem: Problem = {
      ...base,
      personCount: 6,
      personFree: new Uint8Array(36).fill(1),
      countsBreaks: new Uint8Array(6),
      roleOffset: ints(0, 2, 5),
      candidateOffset: ints(0, 1, 2, 3, 4, 6),
      candidate: ints(3, 4, 0, 2, 3, 4),
      startAllowed: onlySlot0,
    }
    const [reason] = explainUnheld(problem, aPlan({ start: ints(0, -1), pool: ints(0, -1), filledBy: ints(3, 4, -1, -1, -1) }))
    expect(reason).toMatchObject({ cause: 'role_taken', relaxation: { slot: 0, changes: [{ kind: 'role_taken', role: 4 }] } })
  })
})
