import { hasRole } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { mayReadRegister } from '../domain/rights.ts'
import type { TravelOrder } from '../domain/travel-order.ts'
import { listOrders } from '../sql/orders.ts'
import { type EvidenceKept, listEvidence } from '../sql/requirements.ts'

/** The travel orders of some of one's own people, and what is kept as proof for their journeys: no more than the reader opens on the pages of departure. */
export async function readPapersOfMembers(
  { tx, actor }: Ctx,
  memberIds: readonly string[],
): Promise<{ readonly orders: TravelOrder[]; readonly evidence: EvidenceKept[] }> {
  if (memberIds.length === 0) return { orders: [], evidence: [] }
  return {
    orders: mayReadRegister(actor) ? await listOrders(tx, null, memberIds) : [],
    evidence: hasRole(actor, 'officer', 'administrator') ? await listEvidence(tx, memberIds) : [],
  }
}
