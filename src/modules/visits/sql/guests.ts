import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Guest, GuestDraft, GuestId, GuestSeen, RankPlace } from '../domain/precedence.ts'

/** The ranks as they stand on a day, the highest first; of a day before the first text we hold, as in that text. */
export async function listRanks(tx: Tx, day: LocalDate): Promise<RankPlace[]> {
  const ranks = await tx
    .selectFrom('visits.rankPlace as p')
    .innerJoin('visits.rank as r', 'r.code', 'p.rankCode')
    .distinctOn('r.code')
    .select(['r.code', 'r.name', 'p.place', 'p.decreeRank', 'p.source'])
    .orderBy('r.code')
    .orderBy(sql`p.valid_from <= ${day}::date`, 'desc')
    .orderBy(sql`abs(p.valid_from - ${day}::date)`)
    .$castTo<RankPlace>()
    .execute()
  return ranks.toSorted((a, b) => a.place - b.place)
}

export async function listGuests(tx: Tx, missionId: string): Promise<Guest[]> {
  return tx
    .selectFrom('visits.guest')
    .where('missionId', '=', missionId)
    .select(['id', 'organisationId', 'side', 'name', 'title', 'rankCode', 'sinceOn', 'invites', 'interpretsFor', 'equivalenceId'])
    .orderBy('id')
    .$castTo<Guest>()
    .execute()
}

/** Where someone was a guest, under one of their whole names, the latest first. */
export async function listGuestsNaming(tx: Tx, names: readonly string[]): Promise<GuestSeen[]> {
  const { rows } = await sql<GuestSeen>`
    select g.id, g.mission_id, m.title as mission_title, m.starts_on, m.ends_on, g.side, g.title
      from visits.guest g join missions.pub_mission m on m.id = g.mission_id
      where app.names_someone(g.name, ${names}::text[])
      order by m.starts_on desc nulls last, g.id limit 200`.execute(tx)
  return rows
}

export async function addGuest(tx: Tx, missionId: MissionId, draft: GuestDraft): Promise<GuestId> {
  const { id } = await tx
    .insertInto('visits.guest')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as GuestId
}

/** True when there was one that one may remove. */
export async function deleteGuest(tx: Tx, missionId: string, guestId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('visits.guest')
    .where('missionId', '=', missionId)
    .where('id', '=', guestId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
