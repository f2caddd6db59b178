import { GIVEN, type Level, MUST, type Plan, type Problem, WISH } from '../problem.ts'
import { below, randomFrom } from '../random.ts'
import { readInstance, type Instance } from '../instance/read.ts'
import { randomDocument } from './documents.ts'

/** A tiny instance of the published problem, the same for the same seed; about half of them are infeasible. */
export function randomPublished(seed: number): Instance {
  const read = readInstance(randomDocument(seed))
  if (!read.ok) throw new Error(`the generator wrote an instance that cannot be read: ${read.problem.faults.join('; ')}`)
  return read.value
}

/**
 * A tiny problem with everything a problem may have, the same for the same seed: several days and stretches, lengths, roles to
 * fill, pools in several places, travel, quotas, targets, precedences, fairness, and for half of them a plan in force.
 * Small enough for brute.ts: at most 5 meetings and 6 slots.
 */
export function randomRich(seed: number): Problem {
  const { state } = randomFrom(seed)
  const pick = (bound: number) => below(state, bound)
  const chance = (percent: number) => pick(100) < percent
  const list = (length: number, make: (i: number) => number) => Int32Array.from({ length }, (_, i) => make(i))
  const marks = (length: number, percent: number) => Uint8Array.from({ length }, () => (chance(percent) ? 1 : 0))

  const slotCount = 3 + pick(4)
  const newDay = 1 + pick(slotCount)
  const newStretch = 1 + pick(slotCount)
  const personCount = 3 + pick(3)
  const partyCount = 2 + pick(3)
  const meetingCount = 2 + pick(4)
  const placeCount = 1 + pick(2)
  const poolCount = 1 + pick(3)
  const meetings = Array.from({ length: meetingCount }, (_, m) => m)

  const roles = meetings.map(() => Array.from({ length: 1 + pick(2) + (chance(20) ? 1 : 0) }, () => subset(pick, personCount, 2)))
  const pools = meetings.map(() => subset(pick, poolCount, 2))
  const parties = meetings.map(() => subset(pick, partyCount, 2))
  const orderCount = chance(40) ? 1 + pick(2) : 0
  const order = Array.from({ length: orderCount }, () => subset(pick, meetingCount, 2)).filter((pair) => pair.length === 2)

  const shape = {
    slotCount,
    dayOf: list(slotCount, (t) => (t < newDay ? 0 : 1)),
    stretchOf: list(slotCount, (t) => (t < newDay ? 0 : 1) + (t < newStretch ? 0 : 1)),
    personCount,
    personFree: marks(personCount * slotCount, 85),
    countsBreaks: marks(personCount, 80),
    fairness: chance(30) ? pick(3) : -1,
    partyCount,
    target: list(partyCount, () => pick(3)),
    quota: list(partyCount, () => 1 + pick(4)),
    meetingCount,
    lengthSlots: list(meetingCount, () => (chance(75) ? 1 : 2)),
    demand: Uint8Array.from(meetings, () => (chance(60) ? WISH : chance(60) ? MUST : GIVEN)),
    weight: list(meetingCount, () => pick(4)),
    startAllowed: marks(meetingCount * slotCount, 80),
    partyOffset: offsets(parties),
    party: Int32Array.from(parties.flat()),
    roleOffset: offsets(roles),
    candidateOffset: offsets(roles.flat()),
    candidate: Int32Array.from(roles.flat(2)),
    poolCount,
    poolCapacity: list(poolCount * slotCount, () => (chance(10) ? 0 : 1 + pick(2))),
    poolPlace: list(poolCount, () => pick(placeCount)),
    poolOffset: offsets(pools),
    pool: Int32Array.from(pools.flat()),
    placeCount,
    travelSlots: list(placeCount * placeCount, (i) => (i % (placeCount + 1) === 0 ? 0 : pick(3))),
    earlier: Int32Array.from(order, ([earlier]) => earlier),
    later: Int32Array.from(order, ([, later]) => later),
  }
  const isReplanned = chance(50)
  return {
    ...shape,
    current: isReplanned ? somePlan(shape, pick) : null,
    movesAllowed: isReplanned && chance(50) ? pick(3) : -1,
    levels: someLevels(pick, isReplanned),
  }
}

/** One to `most` different numbers below `count`, in no order. */
function subset(pick: (bound: number) => number, count: number, most: number): number[] {
  const wanted = Math.min(count, 1 + pick(most))
  const chosen = new Set<number>()
  while (chosen.size < wanted) chosen.add(pick(count))
  return [...chosen]
}

function offsets(lists: readonly (readonly unknown[])[]): Int32Array {
  const sums = new Int32Array(lists.length + 1)
  for (const [i, { length }] of lists.entries()) sums[i + 1] = sums[i] + length
  return sums
}

/** A plan that need not be feasible: what people had before everything changed. */
function somePlan(
  shape: Pick<Problem, 'meetingCount' | 'slotCount' | 'roleOffset' | 'candidateOffset' | 'candidate' | 'poolOffset' | 'pool'>,
  pick: (bound: number) => number,
): Plan {
  const start = Int32Array.from({ length: shape.meetingCount }, () => pick(shape.slotCount + 1) - 1)
  const pool = start.map((slot, m) =>
    slot === -1 ? -1 : shape.pool[shape.poolOffset[m] + pick(shape.poolOffset[m + 1] - shape.poolOffset[m])],
  )
  const filledBy = new Int32Array(shape.candidateOffset.length - 1).fill(-1)
  for (let m = 0; m < shape.meetingCount; m++)
    for (let role = shape.roleOffset[m]; role < shape.roleOffset[m + 1]; role++)
      if (start[m] !== -1)
        filledBy[role] = shape.candidate[shape.candidateOffset[role] + pick(shape.candidateOffset[role + 1] - shape.candidateOffset[role])]
  return { start, pool, filledBy }
}

const productLevels: readonly Level[] = ['musts', 'targets', 'wishes', 'breaks', 'idle', 'places', 'spread']

/** The product's order most of the time; otherwise any levels in any order. */
function someLevels(pick: (bound: number) => number, isReplanned: boolean): Level[] {
  const all: Level[] = isReplanned ? ['moves', ...productLevels] : [...productLevels]
  if (pick(2) === 0) return all
  for (let i = all.length - 1; i > 0; i--) {
    const j = pick(i + 1)
    const other = all[j]
    all[j] = all[i]
    all[i] = other
  }
  return all.slice(0, 1 + pick(all.length))
}
