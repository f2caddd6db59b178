import type { Problem } from '../problem.ts'
import { collectFaults, quoted, type Faults } from './faults.ts'
import { isAbsent, readList, readNewId, readObject, readOptionalList, readReference, readSlots, readWhole } from './fields.ts'
import { buildPublished, type PublishedMeeting } from './build.ts'

/** An instance of the published problem: the problem, and the names its indexes had. */
export type Instance = {
  readonly name: string
  readonly problem: Problem
  /** [personCount] */
  readonly participantIds: readonly string[]
  /** [meetingCount] */
  readonly meetingIds: readonly string[]
}

export type ReadInstance =
  | { readonly ok: true; readonly value: Instance }
  | { readonly ok: false; readonly problem: { readonly faults: readonly string[] } }

/** Slots an instance may have: far beyond any event, and small enough for a table of meetings by slots. */
const slotsAtMost = 4096
const tablesAtMost = 2 ** 31 - 1

/**
 * Reads the JSON of the benchmark (slots are 1..T; see README.md). Whether the document says something is decided here;
 * whether what it says can be done is not: an instance that contradicts itself is read, and its answer is `infeasible`.
 * @refuses a document with faults: all of them at once, each with the path of its field
 */
export function readInstance(document: unknown): ReadInstance {
  const faults = collectFaults()
  const instance = readWhat(document, faults)
  return instance !== null && faults.count() === 0 ? { ok: true, value: instance } : { ok: false, problem: { faults: faults.list() } }
}

function readWhat(document: unknown, faults: Faults): Instance | null {
  const fields = readObject(document, 'instance', faults)
  if (fields === null) return null
  const grid = readGrid(fields.slots, faults)
  const tables = readWhole(fields.tables, 'tables', 0, tablesAtMost, faults)
  const fairness = isAbsent(fields.fairness) ? -1 : readWhole(fields.fairness, 'fairness', 0, tablesAtMost, faults)
  const people = readPeople(fields.participants, grid?.slotCount ?? slotsAtMost, faults)
  const meetings = readMeetings(fields.meetings, grid?.slotCount ?? slotsAtMost, people.indexes, faults)
  const order = readOrder(fields.precedences, meetings.indexes, faults)
  if (grid === null || tables === null || fairness === null || faults.count() > 0) return null
  return {
    name: typeof fields.name === 'string' ? fields.name : '',
    participantIds: [...people.indexes.keys()],
    meetingIds: [...meetings.indexes.keys()],
    problem: buildPublished({ ...grid, tables, fairness, away: people.away, meetings: meetings.list, order }),
  }
}

type Grid = { readonly slotCount: number; readonly morning: readonly number[]; readonly afternoon: readonly number[] }

function readGrid(value: unknown, faults: Faults): Grid | null {
  const fields = readObject(value, 'slots', faults)
  const slotCount = fields && readWhole(fields.count, 'slots.count', 1, slotsAtMost, faults)
  if (fields === null || slotCount === null) return null
  const morning = readSlots(fields.morning, 'slots.morning', slotCount, faults)
  const afternoon = readSlots(fields.afternoon, 'slots.afternoon', slotCount, faults)
  return { slotCount, morning, afternoon }
}

type People = { readonly indexes: ReadonlyMap<string, number>; readonly away: readonly (readonly number[])[] }

function readPeople(value: unknown, slotCount: number, faults: Faults): People {
  const indexes = new Map<string, number>()
  const away = readList(value, 'participants', faults).map((member, i) => {
    const path = `participants[${i}]`
    const fields = readObject(member, path, faults)
    if (fields === null) return []
    readNewId(fields.id, `${path}.id`, indexes, i, faults)
    return readSlots(fields.unavailable, `${path}.unavailable`, slotCount, faults)
  })
  return { indexes, away }
}

type Meetings = { readonly indexes: ReadonlyMap<string, number>; readonly list: readonly PublishedMeeting[] }

function readMeetings(value: unknown, slotCount: number, people: ReadonlyMap<string, number>, faults: Faults): Meetings {
  const indexes = new Map<string, number>()
  const list = readList(value, 'meetings', faults).flatMap((member, i) => {
    const path = `meetings[${i}]`
    const fields = readObject(member, path, faults)
    if (fields === null) return []
    readNewId(fields.id, `${path}.id`, indexes, i, faults)
    const a = readReference(fields.a, `${path}.a`, people, 'a participant', faults)
    const b = readReference(fields.b, `${path}.b`, people, 'a participant', faults)
    if (a !== null && a === b) faults.add(`${path}.b`, `expected another participant than ${path}.a, found ${quoted(fields.b)} again`)
    const session = readSession(fields.session, `${path}.session`, faults)
    const fixedSlot = isAbsent(fields.fixedSlot) ? null : readWhole(fields.fixedSlot, `${path}.fixedSlot`, 1, slotCount, faults)
    return a === null || b === null ? [] : [{ a, b, session, fixed: fixedSlot === null ? -1 : fixedSlot - 1 }]
  })
  return { indexes, list }
}

function readSession(value: unknown, path: string, faults: Faults): PublishedMeeting['session'] {
  if (value === 'morning' || value === 'afternoon') return value
  if (!isAbsent(value)) faults.add(path, `expected "morning" or "afternoon", found ${quoted(value)}`)
  return null
}

function readOrder(value: unknown, meetings: ReadonlyMap<string, number>, faults: Faults): readonly (readonly [number, number])[] {
  return readOptionalList(value, 'precedences', faults).flatMap((member, i) => {
    const path = `precedences[${i}]`
    const pair = readList(member, path, faults)
    if (Array.isArray(member) && pair.length !== 2) faults.add(path, `expected two meetings, found ${pair.length}`)
    if (pair.length !== 2) return []
    const earlier = readReference(pair[0], `${path}[0]`, meetings, 'a meeting', faults)
    const later = readReference(pair[1], `${path}[1]`, meetings, 'a meeting', faults)
    return earlier === null || later === null ? [] : [[earlier, later] as const]
  })
}
