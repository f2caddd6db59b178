import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import type { Adequacy } from '../domain/adequacy.ts'
import type { Lodging } from '../domain/rooms.ts'

/** Where people sleep: one's own lodgings with their rooms and who is in them, and the names of those that partners share. */
export async function listLodgings(tx: Tx, missionId: string): Promise<Lodging[]> {
  const { rows } = await sql<Lodging>`
    select l.id, l.organisation_id, o.name as organisation_name, l.name, l.address, l.is_shared,
           coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'label', r.label, 'beds', r.beds, 'stays',
               coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'memberId', s.member_id, 'arrivesOn', s.arrives_on, 'leavesOn', s.leaves_on)
                   order by s.arrives_on, s.id) from departure.stay s where s.room_id = r.id), '[]')) order by r.label, r.id)
             from departure.room r where r.lodging_id = l.id), '[]') as rooms
      from departure.lodging l
      join directory.pub_organisation o on o.id = l.organisation_id
      where l.mission_id = ${missionId}
      order by l.organisation_id is distinct from app.actor_organisation(), l.name, l.id`.execute(tx)
  return rows
}

export async function insertLodging(
  tx: Tx,
  missionId: string,
  lodging: { readonly name: string; readonly address: string; readonly isShared: boolean },
): Promise<void> {
  await tx
    .insertInto('departure.lodging')
    .values({ missionId, ...lodging })
    .execute()
}

/** With its rooms and who is in them. False when it is not one's own. */
export async function deleteLodging(tx: Tx, missionId: string, lodgingId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('departure.lodging')
    .where('id', '=', lodgingId)
    .where('missionId', '=', missionId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Several rooms of a kind, named one after the other. */
export async function insertRooms(tx: Tx, missionId: string, lodgingId: string, labels: readonly string[], beds: number): Promise<void> {
  await tx
    .insertInto('departure.room')
    .values(labels.map((label) => ({ missionId, lodgingId, label, beds })))
    .execute()
}

export async function insertStays(
  tx: Tx,
  missionId: string,
  roomId: string,
  memberIds: readonly MemberId[],
  nights: { readonly arrivesOn: LocalDate; readonly leavesOn: LocalDate },
): Promise<void> {
  await tx
    .insertInto('departure.stay')
    .values(memberIds.map((memberId) => ({ missionId, roomId, memberId, ...nights })))
    .execute()
}

export async function deleteStay(tx: Tx, missionId: string, stayId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('departure.stay')
    .where('id', '=', stayId)
    .where('missionId', '=', missionId)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Of each country, the decision that holds on a day, if there is one. */
export async function listAdequacies(tx: Tx, countries: readonly string[], on: LocalDate): Promise<Adequacy[]> {
  const { rows } = await sql<Adequacy>`
    select country, scope, words, source, valid_from from departure.adequacy
      where country = any (${[...countries]}::text[]) and daterange(valid_from, valid_until, '[]') @> ${on}::date order by country`.execute(
    tx,
  )
  return rows
}
