import { href } from 'react-router'
import type { PairKey } from '../domain/snapshot.ts'

/** Where one looks at what putting a meeting there would change; without a place, where else it could go. */
export function placeAddress(
  params: { readonly missionId: string; readonly eventId: string },
  { one, other }: PairKey,
  place?: { readonly slotId: string; readonly spotId: string },
): string {
  const { missionId, eventId } = params
  const names = { missionId, eventId, oneId: one, otherId: other }
  const address = href('/missions/:missionId/rendez-vous/:eventId/tableau/placer/:oneId/:otherId', names)
  return place ? `${address}?${new URLSearchParams({ slotId: place.slotId, spotId: place.spotId })}` : address
}
