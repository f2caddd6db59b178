import { href } from 'react-router'
import type { Spot } from '../domain/move.ts'

/** Where one looks at what moving an item to this spot would change. */
export function moveAddress(missionId: string, itemId: string, { date, start }: Spot): string {
  return `${href('/missions/:missionId/programme/:itemId/deplacer', { missionId, itemId })}?${new URLSearchParams({ date, start })}`
}
