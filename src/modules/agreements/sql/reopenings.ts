import type { Tx } from '#platform/db.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { Action, Reopening } from '../domain/pledges.ts'

/** By action, the first one first. */
export async function listReopenings(tx: Tx, agreementId: string): Promise<ReadonlyMap<string, readonly Reopening[]>> {
  const rows = await tx
    .selectFrom('agreements.reopening')
    .where('agreementId', '=', agreementId)
    .select(['actionId', 'state', 'closedOn', 'evidence', 'reopenedOn', 'reason'])
    .orderBy('id')
    .execute()
  const byAction = Map.groupBy(rows, ({ actionId }) => actionId)
  return new Map([...byAction].map(([id, each]) => [id, each.map(({ actionId: _actionId, ...reopening }) => reopening as Reopening)]))
}

/** How the action had been closed is read from it. */
export async function insertReopening(
  tx: Tx,
  agreementId: AgreementId,
  actionId: string,
  { version, ...reopening }: Reopening & Pick<Action, 'version'>,
): Promise<void> {
  await tx
    .insertInto('agreements.reopening')
    .values({ ...reopening, agreementId, actionId, actionVersion: version })
    .execute()
}
