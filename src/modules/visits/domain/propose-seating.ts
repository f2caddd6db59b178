import type { GuestId } from './precedence.ts'
import { type Seat, type SeatingFacts, type SeatingTable, type Spot, inOrderOfTables } from './seating.ts'
import { type PlaceOfHonour, neighboursOf, placesOfHonour } from './table-plan.ts'

type Person = SeatingFacts['guests'][number]

/**
 * A plan of the tables, the same each time for the same facts:
 * 1. the head table takes in turn the first of each side, hosts beginning with who invites; the other tables take the rest, a host and a guest at a time;
 * 2. at each table the first host presides, and hosts and guests alternate from there outwards, in order of precedence;
 * 3. two who are kept apart at table are at two tables, and two who should not be neighbours are a place further, before alternation is looked at;
 * 4. an interpreter sits beside their principal, or behind, where no place is taken;
 * 5. whoever was put somewhere by hand stays there.
 * What could not be respected is for `defectsOf` to say. Nobody stands while a place is free.
 */
export function proposeSeating(facts: SeatingFacts, byHand: readonly Seat[] = []): Seat[] {
  const { guests, interpreters } = facts
  const tables = inOrderOfTables(facts.tables)
  const room = openRoom(facts, tables, byHand)
  const isInterpreter = ({ interpretsFor }: Person) => interpretsFor !== null && guests.some(({ id }) => id === interpretsFor)
  const principals = inTurn(guests.filter((guest) => !isInterpreter(guest)))
  const interpretersOf = (principal: GuestId) =>
    interpreters === 'beside' ? guests.filter((guest) => guest.interpretsFor === principal && isInterpreter(guest)) : []
  const placesTaken = ({ id }: Person) => 1 + interpretersOf(id).filter((one) => !room.isSeated(one.id)).length

  const parties = new Map<SeatingTable, Person[]>(tables.map((table) => [table, []]))
  const load = new Map(tables.map((table) => [table, room.takenAt(table)]))
  const waiting = principals.filter(({ id }) => !room.isSeated(id))
  const others = tables.slice(1)
  let dealt = 0
  for (const person of waiting) {
    const turn = others.length === 0 ? [] : others.map((_, step) => others[(Math.floor(dealt / 2) + step) % others.length])
    const offered = [tables[0], ...turn].filter((table) => table !== undefined)
    const hasRoom = (table: SeatingTable) => (load.get(table) ?? 0) + placesTaken(person) <= table.seatCount
    const isFree = (table: SeatingTable) =>
      !room.isApartAt(person.id, [...room.seatedAt(table), ...(parties.get(table) ?? []).map(({ id }) => id)])
    const table = offered.find((each) => hasRoom(each) && isFree(each)) ?? offered.find(hasRoom)
    if (!table) continue
    if (table !== tables[0]) dealt += 1
    parties.get(table)?.push(person)
    load.set(table, (load.get(table) ?? 0) + placesTaken(person))
  }
  for (const [table, party] of parties) seatParty(room, table, party, interpretersOf)
  // Who found no place with their interpreter, and interpreters with no place beside.
  const standing = [...principals, ...principals.flatMap(({ id }) => interpretersOf(id))].filter(({ id }) => !room.isSeated(id))
  for (const { id } of standing) {
    const table = tables.find((each) => room.freePlaces(each).length > 0)
    const [first] = table ? room.freePlaces(table) : []
    if (table && first) room.put(id, { tableId: table.id, place: first.place })
  }
  return room.seats()
}

function seatParty(
  room: Room,
  table: SeatingTable,
  party: readonly Person[],
  interpretersOf: (principal: GuestId) => readonly Person[],
): void {
  const [first] = party
  if (!first) return
  const presidingSide = room.sideOf(room.at({ tableId: table.id, place: 1 })) ?? (party.find(({ side }) => side === 'host') ?? first).side
  const kindOf = ({ side }: Person) => (side === presidingSide ? 'own' : 'other')
  const placesOf = { own: 0, other: 0 }
  for (const { side } of room.freePlaces(table)) placesOf[side] += 1
  const fits: Person[] = []
  const beyond: Person[] = []
  for (const person of party) (placesOf[kindOf(person)]-- > 0 ? fits : beyond).push(person)
  for (const person of [...fits, ...beyond]) {
    const wished = interpretersOf(person.id).filter(({ id }) => !room.isSeated(id))
    const besideOf = ({ place }: PlaceOfHonour) =>
      neighboursOf(table, place)
        .map((next) => ({ tableId: table.id, place: next }))
        .filter((spot) => room.at(spot) === null)
        .toReversed()
    const scored = room.freePlaces(table).map((honour, order) => ({
      honour,
      score: [
        room.isApartBeside(person.id, table, honour.place) ? 1 : 0,
        besideOf(honour).length < Math.min(wished.length, 2) ? 1 : 0,
        honour.side === kindOf(person) ? 0 : 1,
        order,
      ],
    }))
    const best = scored.toSorted((a, b) => compare(a.score, b.score))[0]?.honour
    if (!best) return
    const beside = besideOf(best)
    room.put(person.id, { tableId: table.id, place: best.place })
    wished.forEach(({ id }, index) => {
      const spot = beside[index]
      if (spot) room.put(id, spot)
    })
  }
}

type Room = ReturnType<typeof openRoom>

/** What is seated so far. */
function openRoom({ guests, apart, tables: laid }: SeatingFacts, tables: readonly SeatingTable[], byHand: readonly Seat[]) {
  const key = ({ tableId, place }: Spot) => `${tableId} ${place}`
  const listed = new Set(guests.map(({ id }) => id))
  const taken = new Map<string, Seat>(
    byHand.filter(({ guestId, tableId }) => listed.has(guestId) && laid.some(({ id }) => id === tableId)).map((seat) => [key(seat), seat]),
  )
  const seatOf = new Map([...taken.values()].map((seat) => [seat.guestId, seat]))
  const honours = new Map(tables.map((table) => [table.id, placesOfHonour(table)]))
  const isPair = (a: GuestId, b: GuestId) => (pair: { guestId: GuestId; otherId: GuestId }) =>
    (pair.guestId === a && pair.otherId === b) || (pair.guestId === b && pair.otherId === a)
  const at = (spot: Spot) => taken.get(key(spot))?.guestId ?? null
  return {
    at,
    isSeated: (id: GuestId) => seatOf.has(id),
    seats: () => [...taken.values()],
    seatedAt: ({ id }: SeatingTable) => [...taken.values()].filter(({ tableId }) => tableId === id).map(({ guestId }) => guestId),
    takenAt: ({ id }: SeatingTable) => [...taken.values()].filter(({ tableId }) => tableId === id).length,
    sideOf: (id: GuestId | null) => guests.find((guest) => guest.id === id)?.side,
    freePlaces: ({ id }: SeatingTable) => (honours.get(id) ?? []).filter(({ place }) => at({ tableId: id, place }) === null),
    isApartAt: (id: GuestId, company: readonly GuestId[]) =>
      apart.some((pair) => pair.extent === 'table' && company.some((other) => isPair(id, other)(pair))),
    isApartBeside: (id: GuestId, table: SeatingTable, place: number) =>
      neighboursOf(table, place).some((next) => {
        const other = at({ tableId: table.id, place: next })
        return other !== null && apart.some(isPair(id, other))
      }),
    put: (guestId: GuestId, spot: Spot) => {
      const seat = { guestId, ...spot, byHand: false }
      taken.set(key(spot), seat)
      seatOf.set(guestId, seat)
    },
  }
}

/** The first of each side in turn, who invites before all; each side in its order. */
function inTurn(guests: readonly Person[]): Person[] {
  const hosts = guests.filter(({ side }) => side === 'host').toSorted((a, b) => Number(b.invites) - Number(a.invites))
  const visitors = guests.filter(({ side }) => side === 'visitor')
  return Array.from({ length: Math.max(hosts.length, visitors.length) }, (_, index) => [hosts[index], visitors[index]])
    .flat()
    .filter((guest) => guest !== undefined)
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((score, index) => score - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}
