import { foldAccents } from '#platform/pure/text.ts'
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

/** The legs people call by these cities, in any language they are written in; null when one is not a leg of the event. */
export function legsCalled(legs: readonly Pick<EventLeg, 'id' | 'cityName'>[], cities: readonly string[]): string[] | null {
  const found = cities.map(
    (city) => legs.find(({ cityName }) => Object.values(cityName).some((name) => name && foldAccents(name) === foldAccents(city)))?.id,
  )
  return found.every((id) => id !== undefined) ? [...new Set(found)] : null
}

/** The city of a leg, when there is more than one to tell apart. */
export function cityOf(legs: readonly EventLeg[], legId: string): Localized | null {
  return legs.length > 1 ? (legs.find(({ id }) => id === legId)?.cityName ?? null) : null
}
