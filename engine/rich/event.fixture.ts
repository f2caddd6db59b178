import type { Problem } from '../problem.ts'
import { below, randomFrom } from '../random.ts'

/** The shape of an event to draw. */
export type EventShape = {
  readonly homes: number
  readonly hosts: number
  readonly wishes: number
  readonly days: number
  readonly slotsADay: number
  readonly tables: number
  /** Hosts that receive at their own address, in a district one slot away from the hall. */
  readonly addresses: number
  readonly interpreters: number
  readonly target: number
  readonly quota: number
  /** One wish in so many is a must. */
  readonly mustEvery: number
}

/** 450 people, 1,700 wishes, interpreters and addresses: the size of a brokerage event of a territory. */
export const brokerageEvent: EventShape = {
  homes: 150,
  hosts: 276,
  wishes: 1_700,
  days: 2,
  slotsADay: 10,
  tables: 62,
  addresses: 30,
  interpreters: 24,
  target: 4,
  quota: 12,
  mustEvery: 10,
}

/**
 * Draws an event: companies from home, hosts at tables of one hall or at their own address, interpreters who fill a role in
 * a part of the meetings, people who arrive late or leave early.
 * @param seed same seed, same event
 */
export function drawEvent(shape: EventShape, seed: number): Problem {
  const { state: chance } = randomFrom(seed)
  const slotCount = shape.days * shape.slotsADay
  const partyCount = shape.homes + shape.hosts
  const personCount = partyCount + shape.interpreters
  const personFree = new Uint8Array(personCount * slotCount).fill(1)
  for (let p = 0; p < partyCount; p++) {
    if (below(chance, 4) > 0) continue
    const away = 1 + below(chance, shape.slotsADay / 2)
    const first = below(chance, 2) === 0 ? 0 : slotCount - away
    personFree.fill(0, p * slotCount + first, p * slotCount + first + away)
  }
  const drawn = drawPairs(shape, chance)
  const meetingCount = drawn.length
  const party: number[] = []
  const roles: number[][] = []
  const roleOffset = [0]
  const pools: number[] = []
  const demand = new Uint8Array(meetingCount)
  const weight = new Int32Array(meetingCount)
  const languages = 3
  drawn.forEach(([home, host], m) => {
    party.push(home, shape.homes + host)
    roles.push([home], [shape.homes + host])
    if (host % 4 === 0) {
      const language = host % languages
      roles.push(
        Array.from({ length: shape.interpreters }, (_, i) => i)
          .filter((i) => i % languages === language || i % 7 === language)
          .map((i) => partyCount + i),
      )
    }
    roleOffset.push(roles.length)
    pools.push(host < shape.addresses ? 1 + host : 0)
    demand[m] = below(chance, shape.mustEvery) === 0 ? 1 : 0
    weight[m] = 1 + below(chance, 3) + (demand[m] === 1 ? 4 : 0)
  })
  const candidateOffset = new Int32Array(roles.length + 1)
  roles.forEach((role, r) => {
    candidateOffset[r + 1] = candidateOffset[r] + role.length
  })
  const poolCount = 1 + shape.addresses
  const poolCapacity = new Int32Array(poolCount * slotCount).fill(1)
  poolCapacity.fill(shape.tables, 0, slotCount)
  const places = 4
  const wishesOf = new Int32Array(partyCount)
  for (const p of party) wishesOf[p]++
  return {
    slotCount,
    dayOf: Int32Array.from({ length: slotCount }, (_, t) => Math.floor(t / shape.slotsADay)),
    stretchOf: Int32Array.from({ length: slotCount }, (_, t) => Math.floor((2 * t) / shape.slotsADay)),
    personCount,
    personFree,
    countsBreaks: Uint8Array.from({ length: personCount }, (_, p) => (p < partyCount ? 1 : 0)),
    fairness: -1,
    partyCount,
    target: Int32Array.from(wishesOf, (wishes) => Math.min(wishes, shape.target)),
    quota: new Int32Array(partyCount).fill(shape.quota),
    meetingCount,
    lengthSlots: new Int32Array(meetingCount).fill(1),
    demand,
    weight,
    startAllowed: new Uint8Array(meetingCount * slotCount).fill(1),
    partyOffset: Int32Array.from({ length: meetingCount + 1 }, (_, m) => 2 * m),
    party: Int32Array.from(party),
    roleOffset: Int32Array.from(roleOffset),
    candidateOffset,
    candidate: Int32Array.from(roles.flat()),
    poolCount,
    poolCapacity,
    poolPlace: Int32Array.from({ length: poolCount }, (_, i) => (i === 0 ? 0 : 1 + (i % (places - 1)))),
    poolOffset: Int32Array.from({ length: meetingCount + 1 }, (_, m) => m),
    pool: Int32Array.from(pools),
    placeCount: places,
    travelSlots: Int32Array.from({ length: places * places }, (_, i) => (Math.floor(i / places) === i % places ? 0 : 1)),
    earlier: new Int32Array(0),
    later: new Int32Array(0),
    current: null,
    movesAllowed: -1,
    levels: ['musts', 'targets', 'wishes', 'breaks', 'idle', 'places', 'spread'],
  }
}

/** Distinct pairs; a few hosts are much sought after, as in life. */
function drawPairs(shape: EventShape, chance: Int32Array): (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>()
  while (pairs.size < shape.wishes) {
    const home = below(chance, shape.homes)
    const host = Math.min(below(chance, shape.hosts), below(chance, 3) === 0 ? below(chance, shape.hosts) : shape.hosts)
    pairs.set(home * shape.hosts + host, [home, host])
  }
  return [...pairs.values()]
}
