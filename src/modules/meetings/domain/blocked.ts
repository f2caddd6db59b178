import type { Instant } from '#platform/pure/instant.ts'
import type { TimeZone } from '#platform/pure/time-zone.ts'
import type { Slot } from './event.ts'

/** A slot that the programme takes from somebody; `itemId` is the item they are expected at, null when they are said to be away. */
export type Blocked = { readonly slotId: string; readonly itemId: string | null }

/** Whoever comes to the meetings, or serves them, and travels with the delegation. */
export type Traveller = { readonly whoId: string; readonly memberId: string }

type Engaged = {
  readonly memberId: string
  readonly item: { readonly id: string } | null
  readonly startsAt: Instant
  readonly endsAt: Instant
}

/** The slots each one loses to the programme, in the order of time. An item that ends when a slot begins takes nothing from it. */
export function blockedSlots(
  travellers: readonly Traveller[],
  engagements: readonly Engaged[],
  slots: readonly Pick<Slot, 'id' | 'startsAt' | 'endsAt'>[],
): ReadonlyMap<string, readonly Blocked[]> {
  const byMember = Map.groupBy(engagements, ({ memberId }) => memberId)
  const blocked = travellers.map(({ whoId, memberId }) => {
    const own = byMember.get(memberId) ?? []
    const taken = slots.flatMap(({ id, startsAt, endsAt }) =>
      causesOf(own.filter((engaged) => engaged.startsAt < endsAt && startsAt < engaged.endsAt)).map((itemId): Blocked => ({
        slotId: id,
        itemId,
      })),
    )
    return [whoId, taken] as const
  })
  return new Map(blocked.filter(([, taken]) => taken.length > 0))
}

/** Whoever is said to be away is away for that reason, whatever they are also expected at. */
function causesOf(engaged: readonly Engaged[]): (string | null)[] {
  if (engaged.some(({ item }) => item === null)) return [null]
  return [...new Set(engaged.flatMap(({ item }) => (item ? [item.id] : [])))].toSorted()
}

/** What takes a slot from a participant: how many of its people, and the items they are expected at. */
export type BlockedCell = {
  readonly participantId: string
  readonly slotId: string
  readonly itemIds: readonly (string | null)[]
  readonly people: number
  readonly of: number
}

/** The slots at which some or all of those who come for a participant are taken. */
export function blockedCells(
  people: readonly { readonly id: string; readonly participantId: string }[],
  blocked: ReadonlyMap<string, readonly Blocked[]>,
): BlockedCell[] {
  return [...Map.groupBy(people, ({ participantId }) => participantId)].flatMap(([participantId, own]) => {
    const taken = own.flatMap(({ id }) => (blocked.get(id) ?? []).map((each) => ({ ...each, id })))
    return [...Map.groupBy(taken, ({ slotId }) => slotId)].map(([slotId, at]) => ({
      participantId,
      slotId,
      itemIds: [...new Set(at.map(({ itemId }) => itemId))],
      people: new Set(at.map(({ id }) => id)).size,
      of: own.length,
    }))
  })
}

/** A meeting somebody who travels is at: the two who meet, where and when on whose clocks. */
export type TravellersMeeting = {
  readonly id: string
  readonly missionId: string
  readonly eventId: string
  readonly one: string
  readonly other: string
  readonly spot: string
  readonly address: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly timeZone: TimeZone
}
