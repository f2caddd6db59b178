import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import type { Attendance, CheckInWay } from '../domain/attendance.ts'

/** The badges the actor may print, by member. */
export async function listBadges(tx: Tx, missionId: string): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('departure.badge').select(['memberId', 'code']).where('missionId', '=', missionId).execute()
  return new Map(rows.map(({ memberId, code }) => [memberId, code]))
}

type NewBadge = { readonly memberId: MemberId; readonly organisationId: OrganisationId; readonly code: string }

/** A badge prepared by a colleague at the same moment stays as it is. */
export async function insertBadges(tx: Tx, missionId: string, badges: readonly NewBadge[]): Promise<void> {
  await tx
    .insertInto('departure.badge')
    .values(badges.map((badge) => ({ missionId, ...badge })))
    .onConflict((conflict) => conflict.column('memberId').doNothing())
    .execute()
}

/** Whose badge this is, among all partners; null for nobody's. */
export async function holderOf(tx: Tx, missionId: string, code: string): Promise<MemberId | null> {
  const { rows } = await sql<{ holder: MemberId | null }>`select departure.badge_holder(${missionId}, ${code}) as holder`.execute(tx)
  return rows[0]?.holder ?? null
}

/** Who was there, as far as the actor may know. */
export async function listAttendance(tx: Tx, missionId: string, itemId: string): Promise<Attendance[]> {
  return tx
    .selectFrom('departure.attendance')
    .select(['memberId', 'way', 'notedAt', 'notedName'])
    .where('missionId', '=', missionId)
    .where('itemId', '=', itemId)
    .orderBy('notedAt')
    .orderBy('id')
    .$castTo<Attendance>()
    .execute()
}

/** How many were there, item by item. */
export async function countAttendance(tx: Tx, missionId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('departure.attendance')
    .select(['itemId', sql<number>`count(*)::int`.as('count')])
    .where('missionId', '=', missionId)
    .groupBy('itemId')
    .execute()
  return new Map(rows.map(({ itemId, count }) => [itemId, count]))
}

type NewAttendance = {
  readonly id: string
  readonly missionId: string
  readonly organisationId: OrganisationId
  readonly itemId: string
  readonly memberId: MemberId
  readonly way: CheckInWay
  readonly notedAt: Instant
  readonly notedName: string
}

/** False when it was noted already, under this key or another: it counts once. */
export async function insertAttendance(tx: Tx, attendance: NewAttendance): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('departure.attendance')
    .values(attendance)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function deleteAttendance(tx: Tx, itemId: string, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('departure.attendance')
    .where('itemId', '=', itemId)
    .where('memberId', '=', memberId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
