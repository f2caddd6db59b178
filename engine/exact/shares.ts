/**
 * What a person's meetings ask of parts of their day. Three morning meetings fill three slots of the morning: no clause about meetings
 * and slots says so, and clause learning would have to count pigeons and holes to find it (the sums over sessions of Bofill et al.).
 */
import type { RowRules } from './cheapest-row.ts'
import { addAtLeast } from './cardinalities.ts'
import type { Kernel } from './kernel.ts'

/** Wherever more meetings have to be over, or to be still to come: so many busy slots before, or after. */
export function addShares(k: Kernel, { slotCount, count, least, most }: RowRules, busy: Int32Array, p: number): void {
  if (count[p] < 2) return
  const at = p * (slotCount + 1)
  const between = (from: number, to: number) =>
    [...busy.subarray(p * slotCount + from, p * slotCount + to)].filter((literal) => literal >= 0)
  for (let h = 1; h < slotCount; h++) {
    if (least[at + h] > least[at + h - 1]) addAtLeast(k, between(0, h), least[at + h])
    if (most[at + h + 1] > most[at + h]) addAtLeast(k, between(h, slotCount), count[p] - most[at + h])
  }
}
