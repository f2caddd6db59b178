import type { GuestId } from './precedence.ts'
import type { Seat, SeatingFacts, SeatingTable } from './seating.ts'
import { neighboursOf, placesOfHonour } from './table-plan.ts'

/** What a plan does not respect, whoever made it. */
export type SeatingDefect =
  | { readonly code: 'neighbours_apart' | 'table_apart'; readonly guestId: GuestId; readonly otherId: GuestId }
  | { readonly code: 'interpreter_away'; readonly guestId: GuestId; readonly otherId: GuestId }
  /** `otherId`, of the same side, comes after `guestId` and has the better place. */
  | { readonly code: 'precedence_inverted'; readonly guestId: GuestId; readonly otherId: GuestId }
  | { readonly code: 'sides_together'; readonly tableId: SeatingTable['id']; readonly count: number }
  | { readonly code: 'not_seated'; readonly guestId: GuestId }

/** Why somebody sits where they sit: what is true of the place, after a proposal as after a move by hand. */
export type SeatReason = { readonly code: 'presides' | 'in_turn' } | { readonly code: 'interprets'; readonly forId: GuestId }

/** Each thing a plan does not respect, the gravest first. */
export function defectsOf({ tables, guests, apart, interpreters }: SeatingFacts, seats: readonly Seat[]): SeatingDefect[] {
  const seatOf = new Map(seats.map((seat) => [seat.guestId, seat]))
  const tableOf = new Map(tables.map((table) => [table.id, table]))
  const areBeside = (a: Seat, b: Seat) => {
    const table = tableOf.get(a.tableId)
    return table !== undefined && a.tableId === b.tableId && neighboursOf(table, a.place).includes(b.place)
  }
  const listed = new Map(guests.map((guest) => [guest.id, guest]))
  const apartDefects = apart.flatMap(({ guestId, otherId, extent }): SeatingDefect[] => {
    const [one, other] = [seatOf.get(guestId), seatOf.get(otherId)]
    if (!one || !other) return []
    if (extent === 'table' && one.tableId === other.tableId) return [{ code: 'table_apart', guestId, otherId }]
    return areBeside(one, other) ? [{ code: 'neighbours_apart', guestId, otherId }] : []
  })
  const away = guests.flatMap(({ id, interpretsFor }): SeatingDefect[] => {
    const [one, principal] = [seatOf.get(id), interpretsFor && seatOf.get(interpretsFor)]
    if (!interpretsFor || !one || !principal || areBeside(one, principal)) return []
    return [{ code: 'interpreter_away', guestId: id, otherId: interpretsFor }]
  })
  const standing = guests
    .filter(({ id, interpretsFor }) => !seatOf.has(id) && !(interpreters === 'behind' && interpretsFor && listed.has(interpretsFor)))
    .map(({ id }): SeatingDefect => ({ code: 'not_seated', guestId: id }))
  const order = new Map(guests.toSorted((a, b) => Number(b.invites) - Number(a.invites)).map(({ id }, index) => [id, index]))
  const inverted = tables.flatMap((table) => inversionsAt(table, seats, listed, order))
  const together = tables.flatMap((table): SeatingDefect[] => {
    const sides = new Map(
      seats.filter(({ tableId }) => tableId === table.id).map(({ place, guestId }) => [place, listed.get(guestId)] as const),
    )
    const isTogether = (place: number) => {
      const [right] = neighboursOf(table, place)
      const [a, b] = [sides.get(place), right === (place % table.seatCount) + 1 ? sides.get(right) : undefined]
      return a !== undefined && b !== undefined && a.side === b.side && a.interpretsFor !== b.id && b.interpretsFor !== a.id
    }
    const count = Array.from({ length: table.seatCount }, (_, index) => index + 1).filter(isTogether).length
    return count === 0 ? [] : [{ code: 'sides_together', tableId: table.id, count }]
  })
  return [...apartDefects, ...away, ...standing, ...inverted, ...together]
}

function inversionsAt(
  table: SeatingTable,
  seats: readonly Seat[],
  listed: ReadonlyMap<GuestId, SeatingFacts['guests'][number]>,
  order: ReadonlyMap<GuestId, number>,
): SeatingDefect[] {
  const honour = new Map(placesOfHonour(table).map(({ place, distance }) => [place, distance]))
  const seated = seats
    .filter(({ tableId, guestId }) => tableId === table.id && listed.get(guestId)?.interpretsFor === null)
    .map(({ guestId, place }) => ({
      guestId,
      side: listed.get(guestId)?.side,
      distance: honour.get(place) ?? 0,
      order: order.get(guestId) ?? 0,
    }))
    .toSorted((a, b) => a.order - b.order)
  // One defect for each guest that somebody after them passed, not one for each pair.
  return seated.flatMap((guest, index): SeatingDefect[] => {
    const passer = seated.slice(index + 1).find(({ side, distance }) => side === guest.side && distance < guest.distance)
    return passer ? [{ code: 'precedence_inverted', guestId: guest.guestId, otherId: passer.guestId }] : []
  })
}

export function reasonOf({ guests }: SeatingFacts, { place, guestId }: Seat): SeatReason {
  const guest = guests.find(({ id }) => id === guestId)
  if (guest?.interpretsFor) return { code: 'interprets', forId: guest.interpretsFor }
  return { code: place === 1 ? 'presides' : 'in_turn' }
}
