import type { Id } from '#platform/pure/ids.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Guest, GuestId } from './precedence.ts'

export type SeatingId = Id<'seating'>
export type SeatingTableId = Id<'seatingTable'>

/** Their twins are CHECKs of 0048_seating.sql; a test compares them. */
export const tableShapes = ['round', 'long'] as const
export type TableShape = (typeof tableShapes)[number]
export const interpreterPlaces = ['behind', 'beside'] as const
export type InterpreterPlace = (typeof interpreterPlaces)[number]
export const apartExtents = ['neighbours', 'table'] as const
export type ApartExtent = (typeof apartExtents)[number]

/** The plan of one meal. */
export type SeatingDraft = { readonly title: Localized; readonly heldOn: LocalDate | null; readonly interpreters: InterpreterPlace }
export type Seating = SeatingDraft & { readonly id: SeatingId; readonly missionId: MissionId; readonly version: number }
export type SeatingLine = Seating & { readonly seatCount: number; readonly seatedCount: number }

export type TableDraft = { readonly name: string; readonly shape: TableShape; readonly seatCount: number; readonly isHead: boolean }
export type SeatingTable = TableDraft & { readonly id: SeatingTableId }

/** One of the places of a table, numbered from 1, which presides, towards the right hand of whoever sits there. */
export type Spot = { readonly tableId: SeatingTableId; readonly place: number }
/** A place as a form brings it back: who was seen there when it was chosen. */
export type SeenSpot = { readonly tableId: string; readonly place: number; readonly seenId: string | null }
export type Seat = Spot & { readonly guestId: GuestId; /** Put there by a person: a new proposal leaves it. */ readonly byHand: boolean }

export type KeptApart = { readonly guestId: GuestId; readonly otherId: GuestId; readonly extent: ApartExtent }
export type KeptApartLine = KeptApart & { readonly id: string }

/** Whom a plan seats: the guests in order of precedence, and what must be respected. */
export type SeatingFacts = {
  readonly tables: readonly SeatingTable[]
  /** In order of precedence. */
  readonly guests: readonly Pick<Guest, 'id' | 'side' | 'invites' | 'interpretsFor'>[]
  readonly apart: readonly KeptApart[]
  readonly interpreters: InterpreterPlace
}

/** The plan once somebody is put at a place, or taken from the table: whoever sat there takes the place that is left, or stands. */
export function withGuestAt(seats: readonly Seat[], guestId: GuestId, to: Spot | null): Seat[] {
  const from = seats.find((seat) => seat.guestId === guestId)
  const others = seats.filter((seat) => seat.guestId !== guestId)
  if (to === null) return others
  const isThere = ({ tableId, place }: Spot) => tableId === to.tableId && place === to.place
  const left = others.flatMap((seat) => {
    if (!isThere(seat)) return [seat]
    return from ? [{ ...seat, tableId: from.tableId, place: from.place }] : []
  })
  return [...left, { guestId, tableId: to.tableId, place: to.place, byHand: true }]
}

/** The places of a table, each with who sits there. */
export function spotsOf({ id, seatCount }: Pick<SeatingTable, 'id' | 'seatCount'>, seats: readonly Seat[]): SeenSpot[] {
  return Array.from({ length: seatCount }, (_, index) => {
    const place = index + 1
    return { tableId: id, place, seenId: seats.find((seat) => seat.tableId === id && seat.place === place)?.guestId ?? null }
  })
}

/** A place as a form sends it: `table:place:guest`, nobody after the last colon when it was seen free. */
export function writeSpot({ tableId, place, seenId }: SeenSpot): string {
  return [tableId, place, seenId ?? ''].join(':')
}

/** What `writeSpot` wrote; null when it is not. */
export function readSpot(written: string): SeenSpot | null {
  const [tableId = '', place = '', seenId = '', ...rest] = written.split(':')
  if (tableId === '' || !/^\d{1,2}$/.test(place) || rest.length > 0) return null
  return { tableId, place: Number(place), seenId: seenId || null }
}

/** The tables in the order they are filled: the head table, else the first, then as they were laid. */
export function inOrderOfTables<T extends Pick<SeatingTable, 'isHead'>>(tables: readonly T[]): T[] {
  return tables.toSorted((a, b) => Number(b.isHead) - Number(a.isHead))
}
