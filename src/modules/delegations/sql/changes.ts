import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { ChangeRequest, ChangeRequestId, ChangeState, Freeze, MemberFacts } from '../domain/change.ts'
import type { MemberId } from '../domain/member.ts'

export async function loadFreeze(tx: Tx, missionId: string): Promise<Freeze | null> {
  const row = await tx
    .selectFrom('delegations.freeze')
    .where('missionId', '=', missionId)
    .select(['frozenOn', 'version'])
    .executeTakeFirst()
  return (row as Freeze | undefined) ?? null
}

/** `version` 0 sets the first one; null lifts it. False when someone else moved it meanwhile. */
export async function saveFreeze(tx: Tx, missionId: string, frozenOn: LocalDate | null, version: number): Promise<boolean> {
  if (version === 0) {
    if (frozenOn === null) return true
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('delegations.freeze')
      .values({ missionId, frozenOn })
      .onConflict((conflict) => conflict.column('missionId').doNothing())
      .executeTakeFirstOrThrow()
    return numInsertedOrUpdatedRows === 1n
  }
  if (frozenOn === null) {
    const { numDeletedRows } = await tx
      .deleteFrom('delegations.freeze')
      .where('missionId', '=', missionId)
      .where('version', '=', version)
      .executeTakeFirst()
    return numDeletedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('delegations.freeze')
    .set({ frozenOn })
    .where('missionId', '=', missionId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type RequestFilter = { readonly states?: readonly ChangeState[]; readonly memberId?: string }

/** Those of the acting organisation, or of everybody for who organises; what waits first, then the latest. */
export async function listChangeRequests(tx: Tx, missionId: string, { states, memberId }: RequestFilter = {}): Promise<ChangeRequest[]> {
  return tx
    .selectFrom('delegations.changeRequest as r')
    .innerJoin('directory.pubOrganisation as o', 'o.id', 'r.organisationId')
    .where('r.missionId', '=', missionId)
    .$if(states !== undefined, (query) => query.where('r.state', 'in', states ?? []))
    .$if(memberId !== undefined, (query) => query.where('r.memberId', '=', memberId ?? ''))
    .select(['r.id', 'r.organisationId', 'o.name as organisationName', 'r.memberId', 'r.kind', 'r.askedBy', 'r.askedName', 'r.askedAt'])
    .select(['r.was', 'r.becomes', 'r.state', 'r.reason', 'r.decidedName', 'r.decidedAt'])
    .orderBy(sql`(r.state = 'open') desc`)
    .orderBy('r.askedAt', 'desc')
    .orderBy('r.id')
    .limit(200)
    .$castTo<ChangeRequest>()
    .execute()
}

/** One that waits, locked; null once decided, or for who may not read it. */
export async function lockOpenRequest(tx: Tx, missionId: string, requestId: string): Promise<Pick<ChangeRequest, 'id' | 'kind'> | null> {
  const row = await tx
    .selectFrom('delegations.changeRequest')
    .where('missionId', '=', missionId)
    .where('id', '=', requestId)
    .where('state', '=', 'open')
    .select(['id', 'kind'])
    .forUpdate()
    .executeTakeFirst()
  return (row as Pick<ChangeRequest, 'id' | 'kind'> | undefined) ?? null
}

export type NewRequest = {
  readonly missionId: string
  readonly memberId: MemberId
  readonly askedName: string
  readonly askedAt: Instant
  readonly was: MemberFacts
  readonly becomes: MemberFacts
}

/** Of an officer of the sender; one that waited about the same person gives way. */
export async function addChangeRequest(tx: Tx, { was, becomes, ...request }: NewRequest): Promise<void> {
  await tx
    .updateTable('delegations.changeRequest')
    .set({ state: 'replaced' })
    .where('memberId', '=', request.memberId)
    .where('state', '=', 'open')
    .execute()
  await tx
    .insertInto('delegations.changeRequest')
    .values({ ...request, kind: 'change', askedBy: 'partner', was: JSON.stringify(was), becomes: JSON.stringify(becomes) })
    .execute()
}

/** False when it was decided already, or the person is no longer as they were. */
export async function acceptChange(tx: Tx, requestId: ChangeRequestId, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ isDone: boolean }>`select delegations.accept_change(${requestId}, ${now}) as is_done`.execute(tx)
  return rows[0]?.isDone === true
}

export async function refuseChange(
  tx: Tx,
  requestId: ChangeRequestId,
  { reason, decidedName, decidedAt }: { readonly reason: string; readonly decidedName: string; readonly decidedAt: Instant },
): Promise<void> {
  await tx
    .updateTable('delegations.changeRequest')
    .set({ state: 'refused', reason, decidedName, decidedAt })
    .where('id', '=', requestId)
    .execute()
}
