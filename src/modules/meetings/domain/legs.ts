import type { Localized } from '#platform/pure/localized.ts'
import type { EventLeg, Slot } from './event.ts'

/** The legs each participant is on, by its id; who is not named is there on all of them. */
export type Presences = ReadonlyMap<string, readonly string[]>

/** The slots of legs on which a participant is not: none of its people is there. */
export function slotsElsewhere(presences: Presences, participantId: string, slots: readonly Pick<Slot, 'id' | 'legId'>[]): string[] {
  const legs = presences.get(participantId)
  return legs ? slots.flatMap(({ id, legId }) => (legs.includes(legId) ? [] : [id])) : []
}

/** What the slots of another leg are to a spot. */
export function slotsOfOtherLegs({ legId }: { readonly legId: string }, slots: readonly Pick<Slot, 'id' | 'legId'>[]): string[] {
  return slots.flatMap((slot) => (slot.legId === legId ? [] : [slot.id]))
}

/**
 * The district of a spot, told from that of the same name in another city. Legs are told by their rank: ids play no part in a plan. An event on one leg
 * has the districts that were typed.
 */
export function districtIn(
  legs: readonly Pick<EventLeg, 'id'>[],
  { legId, district }: { readonly legId: string; readonly district: string },
): string {
  return legs.length > 1 ? `${legs.findIndex(({ id }) => id === legId)} ${district}` : district
}

/** The city of a leg, when there is more than one to tell apart. */
export function cityOf(legs: readonly EventLeg[], legId: string): Localized | null {
  return legs.length > 1 ? (legs.find(({ id }) => id === legId)?.cityName ?? null) : null
}
