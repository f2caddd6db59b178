import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { PromiseDraft, PromiseId, PromiseMade, PromiseState } from '../domain/promise.ts'

/** What was promised, on one mission, on some or on all: the open ones by their day, then those that are settled. */
export async function listPromises(tx: Tx, missionIds?: string | readonly string[], limit = 300): Promise<PromiseMade[]> {
  const query = selectPromises(tx, limit)
  return (missionIds === undefined ? query : query.where('p.missionId', 'in', [missionIds].flat())).$castTo<PromiseMade>().execute()
}

/** What was promised by someone or to them, under one of their whole names. */
export async function listPromisesNaming(tx: Tx, names: readonly string[]): Promise<PromiseMade[]> {
  return selectPromises(tx, 300)
    .where(sql<boolean>`app.names_someone(p.promised_by, ${names}::text[]) or app.names_someone(p.promised_to, ${names}::text[])`)
    .$castTo<PromiseMade>()
    .execute()
}

function selectPromises(tx: Tx, limit: number) {
  return tx
    .selectFrom('visits.promise as p')
    .innerJoin('missions.pubMission as m', 'm.id', 'p.missionId')
    .select([
      'p.id',
      'p.missionId',
      'm.title as missionTitle',
      'p.what',
      'p.promisedBy',
      'p.promisedTo',
      'p.isOurs',
      'p.dueOn',
      'p.state',
      'p.settledOn',
      'p.version',
    ])
    .orderBy(sql`p.state <> 'open'`)
    .orderBy(sql`p.due_on nulls last`)
    .orderBy('p.id')
    .limit(limit)
}

/**
 * What was promised the times before: on other missions to a city of this one, or when people of such a city were received, and the other way round. The
 * open ones first. Cities are compared by country and by their names, as the database folds them.
 */
export async function listPromisesOfLastTime(tx: Tx, missionId: string): Promise<PromiseMade[]> {
  const { rows } = await sql<PromiseMade>`
    with side as (
      select g.mission_id, g.country, app.fold(named.value) as city
        from missions.pub_leg g join missions.pub_mission m on m.id = g.mission_id cross join jsonb_each_text(g.city_name) named
        where m.kind = 'outgoing'
      union
      select v.mission_id, v.country, app.fold(v.city) from visits.visit v where btrim(v.city) <> ''
    )
    select p.id, p.mission_id, m.title as mission_title, p.what, p.promised_by, p.promised_to, p.is_ours, p.due_on, p.state, p.settled_on, p.version
      from visits.promise p join missions.pub_mission m on m.id = p.mission_id
      where p.mission_id <> ${missionId}
        and exists (select from side here join side there using (country, city) where here.mission_id = ${missionId} and there.mission_id = p.mission_id)
      order by p.state <> 'open', p.due_on nulls last, p.id limit 50`.execute(tx)
  return rows
}

export async function addPromise(tx: Tx, missionId: MissionId, draft: PromiseDraft): Promise<PromiseId> {
  const { id } = await tx
    .insertInto('visits.promise')
    .values({ ...draft, missionId })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as PromiseId
}

/** True when there was such a promise. */
export async function settlePromise(tx: Tx, missionId: string, id: string, state: PromiseState, on: LocalDate | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('visits.promise')
    .set({ state, settledOn: on })
    .where('missionId', '=', missionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
