import { GIVEN, type Problem } from '../problem.ts'

/** A meeting of the published problem; indexes from 0, `fixed` is −1 when the slot is free. */
export type PublishedMeeting = {
  readonly a: number
  readonly b: number
  readonly session: 'morning' | 'afternoon' | null
  readonly fixed: number
}

/** The published problem with its names taken away. Slots from 0. */
export type Published = {
  readonly slotCount: number
  readonly morning: readonly number[]
  readonly afternoon: readonly number[]
  readonly tables: number
  /** −1 when there is no such rule. */
  readonly fairness: number
  /** By person, the slots at which the person is away. */
  readonly away: readonly (readonly number[])[]
  readonly meetings: readonly PublishedMeeting[]
  readonly order: readonly (readonly [number, number])[]
}

/** The published problem as the special case it is: one day, one stretch, one pool of tables in one place, nobody to choose. */
export function buildPublished(published: Published): Problem {
  const { slotCount, tables, fairness, away, meetings, order } = published
  const meetingCount = meetings.length
  return {
    slotCount,
    dayOf: new Int32Array(slotCount),
    stretchOf: new Int32Array(slotCount),
    personCount: away.length,
    personFree: presence(away, slotCount),
    countsBreaks: new Uint8Array(away.length).fill(1),
    fairness,
    partyCount: 0,
    target: new Int32Array(0),
    quota: new Int32Array(0),
    meetingCount,
    lengthSlots: new Int32Array(meetingCount).fill(1),
    demand: new Uint8Array(meetingCount).fill(GIVEN),
    weight: new Int32Array(meetingCount),
    startAllowed: starts(published),
    partyOffset: new Int32Array(meetingCount + 1),
    party: new Int32Array(0),
    roleOffset: Int32Array.from({ length: meetingCount + 1 }, (_, m) => 2 * m),
    candidateOffset: Int32Array.from({ length: 2 * meetingCount + 1 }, (_, r) => r),
    candidate: Int32Array.from(meetings.flatMap(({ a, b }) => [a, b])),
    poolCount: 1,
    poolCapacity: new Int32Array(slotCount).fill(tables),
    poolPlace: new Int32Array(1),
    poolOffset: Int32Array.from({ length: meetingCount + 1 }, (_, m) => m),
    pool: new Int32Array(meetingCount),
    placeCount: 1,
    travelSlots: new Int32Array(1),
    earlier: Int32Array.from(order, ([earlier]) => earlier),
    later: Int32Array.from(order, ([, later]) => later),
    current: null,
    movesAllowed: -1,
    levels: ['breaks'],
  }
}

function presence(away: Published['away'], slotCount: number): Uint8Array {
  const free = new Uint8Array(away.length * slotCount).fill(1)
  for (const [person, slots] of away.entries()) for (const slot of slots) free[person * slotCount + slot] = 0
  return free
}

/** A meeting that should come before itself can start nowhere: said here, no search has to find it out. */
function starts({ slotCount, morning, afternoon, meetings, order }: Published): Uint8Array {
  const beforeThemselves = new Set(order.flatMap(([earlier, later]) => (earlier === later ? [earlier] : [])))
  const sessions = { morning: new Set(morning), afternoon: new Set(afternoon) }
  const allowed = new Uint8Array(meetings.length * slotCount)
  for (const [m, { session, fixed }] of meetings.entries()) {
    if (beforeThemselves.has(m)) continue
    for (let slot = 0; slot < slotCount; slot++)
      allowed[m * slotCount + slot] = (fixed === -1 || fixed === slot) && (session === null || sessions[session].has(slot)) ? 1 : 0
  }
  return allowed
}
