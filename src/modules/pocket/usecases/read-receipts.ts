import { hasRole } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type ReceiptOf, listReceiptsOf } from '../sql/senders.ts'

/** The receipts some of one's own people handed in, for those who answer receipts; nobody else is told of any. */
export async function readReceiptsOf({ tx, actor }: Ctx, memberIds: readonly string[]): Promise<ReceiptOf[]> {
  if (memberIds.length === 0 || !hasRole(actor, 'finance', 'officer', 'administrator')) return []
  return listReceiptsOf(tx, memberIds)
}
