import { GIVEN, type Level, MUST, type Problem, WISH } from '../../../../engine/problem.ts'
import type { Pair } from '../domain/pairs.ts'
import type { Impossible, RoleName, Snapshot } from '../domain/snapshot.ts'

/** The problem of the engine, and what its indexes stand for. */
export type BuiltProblem = {
  readonly problem: Problem
  readonly pairs: readonly Pair[]
  /** Of each role of the problem. */
  readonly roleNames: readonly RoleName[]
  readonly personIds: readonly string[]
  /** Of each party of the problem. */
  readonly partyIds: readonly string[]
  /** The spots of each pool. */
  readonly poolSpots: readonly (readonly string[])[]
  /** Pairs that no plan could hold, left out. */
  readonly impossible: readonly { readonly pair: Pair; readonly cause: Impossible }[]
}

type Place = { readonly district: string; readonly key: string }

/**
 * Tables of one district are one pool, since any of them does; the spots of a host are a pool of their own, and whoever has spots receives there.
 * An interpreter is a role of those meetings whose two sides have no language in common.
 * Whoever and whatever no pair needs is left out: an unrelated company changes nothing for the others.
 */
export function buildProblem(whole: Snapshot): BuiltProblem {
  const snapshot = known(concerned(known(whole)))
  const { slots, participants, resources, current, movesAllowed } = snapshot
  const slotIndex = new Map(slots.map(({ id }, index) => [id, index]))
  const partyIndex = new Map(participants.map(({ id }, index) => [id, index]))
  const people = [...participants.flatMap((participant) => participant.people), ...resources]
  const personIndex = new Map(people.map(({ id }, index) => [id, index]))
  const representatives = people.length - resources.length
  const pools = poolsOf(snapshot)
  const { possible, impossible } = sift(snapshot, pools)
  const planned = new Map(current.map((meeting) => [`${meeting.one} ${meeting.other}`, meeting]))
  const meetings = possible.map((pair) => {
    const held = planned.get(`${pair.one} ${pair.other}`)
    return { pair, held, locked: held?.isLocked ? held : undefined }
  })
  const roles = meetings.map(({ pair, locked }) =>
    rolesOf(snapshot, pair).map(({ name, candidates }) => {
      const kept = locked ? candidates.filter((id) => locked.people.includes(id)) : candidates
      return { name, candidates: (kept.length > 0 ? kept : candidates).map((id) => personIndex.get(id) ?? 0) }
    }),
  )
  const poolsOfMeeting = meetings.map(({ pair, locked }) => {
    const offered = poolsFor(pools, pair)
    return locked ? offered.filter((pool) => pools[pool]?.spotIds.includes(locked.spotId)) : offered
  })
  const slotCount = slots.length
  const startAllowed = new Uint8Array(meetings.length * slotCount).fill(1)
  meetings.forEach(({ pair, locked }, m) => {
    const only = locked?.slotId ?? pair.slotId
    if (only === undefined) return
    startAllowed.fill(0, m * slotCount, (m + 1) * slotCount)
    const start = slotIndex.get(only)
    if (start !== undefined) startAllowed[m * slotCount + start] = 1
  })
  const wishesOf = new Int32Array(participants.length)
  for (const id of meetings.flatMap(({ pair }) => [pair.one, pair.other])) {
    const party = partyIndex.get(id) ?? 0
    wishesOf[party] = (wishesOf[party] ?? 0) + 1
  }
  const roleNames = roles.flat().map(({ name }) => name)
  const roleOffset = offsets(roles.map((list) => list.length))
  const problem: Problem = {
    slotCount,
    dayOf: ranks(slots.map(({ date }) => date)),
    stretchOf: ranks(slots.map(({ date, stretch }) => `${date} ${stretch}`)),
    personCount: people.length,
    personFree: Uint8Array.from(people.flatMap(({ away }) => slots.map(({ id }) => (away.includes(id) ? 0 : 1)))),
    countsBreaks: Uint8Array.from(people, (_, index) => (index < representatives ? 1 : 0)),
    fairness: -1,
    partyCount: participants.length,
    target: Int32Array.from(participants, ({ target }, p) => Math.min(target, wishesOf[p] ?? 0)),
    quota: Int32Array.from(participants, ({ quota }) => quota),
    meetingCount: meetings.length,
    lengthSlots: new Int32Array(meetings.length).fill(1),
    demand: Uint8Array.from(meetings, ({ pair, locked }) => (locked ? GIVEN : pair.isMust ? MUST : WISH)),
    weight: Int32Array.from(meetings, ({ pair }) => pair.weight),
    startAllowed,
    partyOffset: Int32Array.from({ length: meetings.length + 1 }, (_, m) => 2 * m),
    party: Int32Array.from(meetings.flatMap(({ pair }) => [partyIndex.get(pair.one) ?? 0, partyIndex.get(pair.other) ?? 0])),
    roleOffset,
    candidateOffset: offsets(roles.flat().map(({ candidates }) => candidates.length)),
    candidate: Int32Array.from(roles.flat().flatMap(({ candidates }) => candidates)),
    poolCount: pools.length,
    poolCapacity: Int32Array.from(
      pools.flatMap(({ spots }) => slots.map(({ id }) => spots.filter(({ away }) => !away?.includes(id)).length)),
    ),
    poolPlace: Int32Array.from(pools, (_, index) => index),
    poolOffset: offsets(poolsOfMeeting.map((list) => list.length)),
    pool: Int32Array.from(poolsOfMeeting.flat()),
    placeCount: pools.length,
    travelSlots: travelOf(snapshot, pools),
    earlier: new Int32Array(0),
    later: new Int32Array(0),
    current: null,
    movesAllowed: movesAllowed ?? -1,
    levels: movesAllowed === null ? afresh : again,
  }
  return {
    problem: movesAllowed === null ? problem : { ...problem, current: planInForce() },
    pairs: possible,
    roleNames,
    personIds: people.map(({ id }) => id),
    partyIds: participants.map(({ id }) => id),
    poolSpots: pools.map(({ spotIds }) => spotIds),
    impossible,
  }

  function planInForce() {
    const flat = roles.flat()
    const filledBy = new Int32Array(flat.length).fill(-1)
    meetings.forEach(({ held }, m) => {
      if (!held) return
      const taken = new Set<number>()
      for (let r = roleOffset[m] ?? 0; r < (roleOffset[m + 1] ?? 0); r++) {
        const person = flat[r]?.candidates.find((index) => held.people.includes(people[index]?.id ?? '') && !taken.has(index))
        if (person === undefined) continue
        taken.add(person)
        filledBy[r] = person
      }
    })
    return {
      start: Int32Array.from(meetings, ({ held }) => (held ? (slotIndex.get(held.slotId) ?? -1) : -1)),
      pool: Int32Array.from(meetings, ({ held }) => (held ? pools.findIndex(({ spotIds }) => spotIds.includes(held.spotId)) : -1)),
      filledBy,
    }
  }
}

const afresh: readonly Level[] = ['musts', 'targets', 'wishes', 'breaks', 'idle', 'places', 'spread']
const again: readonly Level[] = ['musts', 'targets', 'wishes', 'moves', 'breaks', 'idle', 'places', 'spread']

/** The snapshot without those whom no pair is about: participants and their spots, interpreters nobody needs, escorts and vehicles nobody asks for. */
function concerned(snapshot: Known): Snapshot {
  const named = new Set(snapshot.pairs.flatMap(({ one, other }) => [one, other]))
  const needed = new Set(snapshot.pairs.flatMap((pair) => rolesOf(snapshot, pair).flatMap(({ candidates }) => candidates)))
  return {
    ...snapshot,
    participants: snapshot.participants.filter(({ id }) => named.has(id)),
    resources: snapshot.resources.filter(({ id }) => needed.has(id)),
    spots: snapshot.spots.filter(({ participantId }) => participantId === null || named.has(participantId)),
  }
}

type Pool = Place & { readonly participantId: string | null; readonly spots: Snapshot['spots']; readonly spotIds: readonly string[] }

function poolsOf({ spots }: Snapshot): Pool[] {
  const pools = Map.groupBy(spots, ({ participantId, district }) => `${participantId ?? ''} ${district}`)
  return [...pools].map(([key, held]) => ({
    key,
    district: held[0]?.district ?? '',
    participantId: held[0]?.participantId ?? null,
    spots: held,
    spotIds: held.map(({ id }) => id),
  }))
}

/** Whoever has an address receives there; the one who is asked, when both do. Otherwise any table. */
function poolsFor(pools: readonly Pool[], { one, other }: Pair): number[] {
  const of = (owner: string | null) => pools.flatMap(({ participantId }, index) => (participantId === owner ? [index] : []))
  const [atOther, atOne] = [of(other), of(one)]
  return atOther.length > 0 ? atOther : atOne.length > 0 ? atOne : of(null)
}

/** A snapshot whose participants are found by their id: tens of thousands of pairs ask for two each. */
type Known = Snapshot & { readonly sides: ReadonlyMap<string, Snapshot['participants'][number]> }

function known(snapshot: Snapshot): Known {
  return { ...snapshot, sides: new Map(snapshot.participants.map((participant) => [participant.id, participant])) }
}

function rolesOf({ sides, resources }: Known, { one, other, company }: Pair): { name: RoleName; candidates: readonly string[] }[] {
  const [mine, theirs] = [sides.get(one), sides.get(other)]
  const isUnderstood =
    mine?.languages.some((tag) => theirs?.languages.includes(tag)) || !mine?.languages.length || !theirs?.languages.length
  const interpreters = resources.filter(
    ({ kind, languages }) =>
      kind === 'interpreter' &&
      languages.some((tag) => mine?.languages.includes(tag)) &&
      languages.some((tag) => theirs?.languages.includes(tag)),
  )
  return [
    { name: 'one', candidates: (mine?.people ?? []).map(({ id }) => id) },
    { name: 'other', candidates: (theirs?.people ?? []).map(({ id }) => id) },
    ...(isUnderstood ? [] : [{ name: 'interpreter' as const, candidates: interpreters.map(({ id }) => id) }]),
    ...company.map((name) => ({ name, candidates: resources.filter(({ kind }) => kind === name).map(({ id }) => id) })),
  ]
}

function sift(snapshot: Known, pools: readonly Pool[]): { possible: Pair[]; impossible: { pair: Pair; cause: Impossible }[] } {
  const possible: Pair[] = []
  const impossible: { pair: Pair; cause: Impossible }[] = []
  const causes: Readonly<Record<RoleName, Impossible>> = {
    one: 'nobody_comes',
    other: 'nobody_comes',
    interpreter: 'no_interpreter_speaks',
    escort: 'no_escort',
    vehicle: 'no_vehicle',
  }
  for (const pair of snapshot.pairs) {
    const lacking = rolesOf(snapshot, pair).find(({ candidates }) => candidates.length === 0)
    if (lacking) impossible.push({ pair, cause: causes[lacking.name] })
    else if (poolsFor(pools, pair).length === 0) impossible.push({ pair, cause: 'no_spot_at_all' })
    else possible.push(pair)
  }
  return { possible, impossible }
}

/** Idle slots between two pools: as many as it takes for the pauses and idle slots to add up to the way. */
function travelOf({ slotMinutes, pauseMinutes, nearMinutes, farMinutes }: Snapshot, pools: readonly Place[]): Int32Array {
  return Int32Array.from(
    pools.flatMap((from, i) =>
      pools.map((to, j) => {
        const minutes = i === j ? 0 : from.district === to.district ? nearMinutes : farMinutes
        return Math.max(0, Math.ceil((minutes - pauseMinutes) / (slotMinutes + pauseMinutes)))
      }),
    ),
  )
}

function offsets(lengths: readonly number[]): Int32Array {
  const found = new Int32Array(lengths.length + 1)
  lengths.forEach((length, index) => {
    found[index + 1] = (found[index] ?? 0) + length
  })
  return found
}

function ranks(keys: readonly string[]): Int32Array {
  const known = [...new Set(keys)]
  return Int32Array.from(keys, (key) => known.indexOf(key))
}
