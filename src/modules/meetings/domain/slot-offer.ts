import type { PairKey, PlannedMeeting, Snapshot } from './snapshot.ts'

/** Twin of a CHECK of 0104_slot_offers.sql. */
export const offerStates = ['open', 'chosen', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]

/** Three slots offered to whoever is asked for a meeting, of which they choose one. */
export type SlotOffer = {
  readonly id: string
  readonly wishId: string
  readonly slotIds: readonly string[]
  readonly state: OfferState
  readonly chosenSlotId: string | null
}

/** Slots at which somebody of each of the two is there and in no meeting, and a place is free: what is worth offering, in the order of time. */
export function commonSlots(
  snapshot: Pick<Snapshot, 'slots' | 'participants' | 'spots'>,
  meetings: readonly PlannedMeeting[],
  { one, other }: PairKey,
) {
  const taken = new Map(snapshot.slots.map(({ id }) => [id, meetings.filter(({ slotId }) => slotId === id)]))
  return snapshot.slots.flatMap(({ id }) => {
    const then = taken.get(id) ?? []
    const busy = new Set(then.flatMap(({ people }) => people))
    const isThere = (participantId: string) =>
      snapshot.participants
        .find((participant) => participant.id === participantId)
        ?.people.some((person) => !person.away.includes(id) && !busy.has(person.id)) === true
    const isRoom = snapshot.spots.some((spot) => !spot.away?.includes(id) && !then.some(({ spotId }) => spotId === spot.id))
    return isThere(one) && isThere(other) && isRoom ? [id] : []
  })
}
