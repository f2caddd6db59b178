import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type {
  KeptApart,
  KeptApartLine,
  Seat,
  Seating,
  SeatingDraft,
  SeatingId,
  SeatingLine,
  SeatingTable,
  SeatingTableId,
  TableDraft,
} from '../domain/seating.ts'

/** The plans of a mission with how many places they have and how many are taken, in the order of the days. */
export async function listSeatings(tx: Tx, missionId: string): Promise<SeatingLine[]> {
  return tx
    .selectFrom('visits.seating as s')
    .where('s.missionId', '=', missionId)
    .select(['s.id', 's.missionId', 's.title', 's.heldOn', 's.interpreters', 's.version'])
    .select((of) => [
      of
        .selectFrom('visits.seatingTable as t')
        .whereRef('t.seatingId', '=', 's.id')
        .select(sql<number>`coalesce(sum(t.seat_count), 0)::integer`.as('sum'))
        .as('seatCount'),
      of
        .selectFrom('visits.seat as p')
        .whereRef('p.seatingId', '=', 's.id')
        .select(sql<number>`count(*)::integer`.as('count'))
        .as('seatedCount'),
    ])
    .orderBy('s.heldOn')
    .orderBy('s.id')
    .$castTo<SeatingLine>()
    .execute()
}

export async function loadSeating(tx: Tx, missionId: string, seatingId: string): Promise<Seating | null> {
  const row = await tx
    .selectFrom('visits.seating')
    .where('missionId', '=', missionId)
    .where('id', '=', seatingId)
    .select(['id', 'missionId', 'title', 'heldOn', 'interpreters', 'version'])
    .executeTakeFirst()
  return (row as Seating | undefined) ?? null
}

/** Locks a plan: two people who move its guests do it one after the other. */
export async function lockSeating(tx: Tx, missionId: string, seatingId: string): Promise<Seating | null> {
  await sql`select from visits.seating where id = ${seatingId} and mission_id = ${missionId} for no key update`.execute(tx)
  return loadSeating(tx, missionId, seatingId)
}

export async function addSeating(tx: Tx, missionId: MissionId, draft: SeatingDraft): Promise<SeatingId> {
  const { id } = await tx
    .insertInto('visits.seating')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as SeatingId
}

export async function updateSeating(tx: Tx, id: SeatingId, draft: SeatingDraft): Promise<void> {
  await tx.updateTable('visits.seating').set(draft).where('id', '=', id).execute()
}

export async function deleteSeating(tx: Tx, id: SeatingId): Promise<void> {
  await tx.deleteFrom('visits.seating').where('id', '=', id).execute()
}

/** The tables of a plan in the order they were laid. */
export async function listTables(tx: Tx, seatingId: string): Promise<SeatingTable[]> {
  return tx
    .selectFrom('visits.seatingTable')
    .where('seatingId', '=', seatingId)
    .select(['id', 'name', 'shape', 'seatCount', 'isHead'])
    .orderBy('id')
    .$castTo<SeatingTable>()
    .execute()
}

export async function addTable(tx: Tx, { id, missionId }: Seating, draft: TableDraft): Promise<SeatingTableId> {
  const row = await tx
    .insertInto('visits.seatingTable')
    .values({ ...draft, seatingId: id, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id as SeatingTableId
}

/** True when there was one; who sat at it stands. */
export async function deleteTable(tx: Tx, seatingId: string, tableId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('visits.seatingTable')
    .where('seatingId', '=', seatingId)
    .where('id', '=', tableId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function listSeats(tx: Tx, seatingId: string): Promise<Seat[]> {
  return tx
    .selectFrom('visits.seat')
    .where('seatingId', '=', seatingId)
    .select(['tableId', 'place', 'guestId', 'byHand'])
    .orderBy('tableId')
    .orderBy('place')
    .$castTo<Seat>()
    .execute()
}

/** Writes who sits where, and touches nobody who stays: two who swap do it in one statement, under the constraints. */
export async function saveSeats(tx: Tx, { id, missionId }: Seating, seats: readonly Seat[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) as g ("guestId" uuid, "tableId" uuid, place integer, "byHand" boolean)`
  await sql`delete from visits.seat s where s.seating_id = ${id} and s.guest_id not in (select g."guestId" from ${given})`.execute(tx)
  await sql`
    update visits.seat s set table_id = g."tableId", seat_count = t.seat_count, place = g.place, by_hand = g."byHand"
      from ${given} join visits.seating_table t on t.id = g."tableId"
      where s.seating_id = ${id} and s.guest_id = g."guestId"
        and (s.table_id, s.place, s.by_hand) is distinct from (g."tableId", g.place, g."byHand")`.execute(tx)
  await sql`
    insert into visits.seat (seating_id, mission_id, table_id, seat_count, place, guest_id, by_hand)
      select ${id}, ${missionId}, t.id, t.seat_count, g.place, g."guestId", g."byHand"
        from ${given} join visits.seating_table t on t.id = g."tableId"
        where not exists (select from visits.seat s where s.seating_id = ${id} and s.guest_id = g."guestId")`.execute(tx)
}

/** Whom the acting organisation keeps apart; nobody else's confidences. */
export async function listKeptApart(tx: Tx, missionId: string): Promise<KeptApartLine[]> {
  return tx
    .selectFrom('visits.keptApart')
    .where('missionId', '=', missionId)
    .select(['id', 'guestId', 'otherId', 'extent'])
    .orderBy('id')
    .$castTo<KeptApartLine>()
    .execute()
}

export async function addKeptApart(tx: Tx, missionId: MissionId, pair: KeptApart): Promise<void> {
  await tx
    .insertInto('visits.keptApart')
    .values({ ...pair, missionId })
    .execute()
}

/** True when there was one of ours. */
export async function deleteKeptApart(tx: Tx, missionId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('visits.keptApart')
    .where('missionId', '=', missionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
