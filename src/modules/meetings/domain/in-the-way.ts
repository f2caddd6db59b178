import { type Need, needsOf } from './judge/needs.ts'
import type { Pair } from './pairs.ts'
import type { Attendee, Snapshot } from './snapshot.ts'

/** The items of the programme that keep somebody from a slot. */
export function itemsAt({ blocked }: Pick<Attendee, 'blocked'>, slotId: string): string[] {
  return (blocked ?? []).flatMap((each) => (each.slotId === slotId && each.itemId !== null ? [each.itemId] : []))
}

/**
 * The items of the programme without which the people of a pair could be there together at some slot, when they cannot as things are: that the programme
 * is the cause is told only when lifting it would help.
 */
export function itemsInTheWay(snapshot: Snapshot, pair: Pick<Pair, 'one' | 'other' | 'company'>, attendees: Attendees): string[] {
  const needs = needsOf(snapshot, pair)
  const isFilled = (slotId: string, { candidates }: Need, isThere: (who: Attendee, slotId: string) => boolean) =>
    candidates.some((id) => {
      const who = attendees.get(id)
      return who !== undefined && isThere(who, slotId)
    })
  const isPresent = ({ away }: Attendee, slotId: string) => !away.includes(slotId)
  const couldBe = (who: Attendee, slotId: string) => isPresent(who, slotId) || itemsAt(who, slotId).length > 0
  const slots = snapshot.slots.map(({ id }) => id)
  if (slots.some((slotId) => needs.every((need) => isFilled(slotId, need, isPresent)))) return []
  const lifted = slots.filter((slotId) => needs.every((need) => isFilled(slotId, need, couldBe)))
  const items = lifted.flatMap((slotId) =>
    needs
      .filter((need) => !isFilled(slotId, need, isPresent))
      .flatMap(({ candidates }) => candidates.flatMap((id) => itemsAt(attendees.get(id) ?? { blocked: [] }, slotId))),
  )
  return [...new Set(items)]
}

export type Attendees = ReadonlyMap<string, Attendee>

/** Everybody and everything a meeting may need, by id. */
export function attendeesOf({ participants, resources }: Pick<Snapshot, 'participants' | 'resources'>): Attendees {
  return new Map([...participants.flatMap(({ people }) => people), ...resources].map((who) => [who.id, who]))
}
