import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Memory, Met } from '../domain/memory.ts'

/** Whom one looks for. `cities`: the names of its city, in every language one knows; `id`: of the request at hand, which is not its own memory. */
export type Acquaintance = { readonly id: string; readonly asker: string; readonly cities: readonly string[]; readonly country: string }

/**
 * What is remembered of each of these organisations, of their cities and countries: requests made, delegations received, missions sent there. The
 * policies leave what the actor may read. Names are compared as the database folds them, and a misspelling of the organisation is forgiven.
 */
export async function listMemories(
  tx: Tx,
  acquaintances: readonly Acquaintance[],
  limitEach: number,
): Promise<(Memory & { readonly of: string })[]> {
  const { rows } = await sql<Memory & { readonly of: string }>`
    with looked_for as (
      select f.id, app.fold(f.asker) as asker, f.country, array(select app.fold(btrim(name)) from jsonb_array_elements_text(f.cities) name) as cities
        from jsonb_to_recordset(${JSON.stringify(acquaintances)}::jsonb) f (id uuid, asker text, cities jsonb, country text)
    ), remembered as (
      select l.id as "of", 'request' as kind, r.id, '{}'::jsonb as title, r.asker as who, jsonb_build_object('fr', r.city) as city, coalesce(r.wished_from, r.received_at::date) as "on", r.state,
             case when similarity(app.fold(r.asker), l.asker) > 0.6 then 'asker' when app.fold(r.city) = any (l.cities) then 'city' else 'country' end as nearness
        from visits.request r join looked_for l on r.country = l.country and r.id <> l.id
        where r.mission_id is null
      union all
      select l.id, 'visit', v.mission_id, m.title, v.visitor, jsonb_build_object('fr', v.city), m.starts_on, null,
             case when similarity(app.fold(v.visitor), l.asker) > 0.6 then 'asker' when app.fold(v.city) = any (l.cities) then 'city' else 'country' end
        from visits.visit v join missions.pub_mission m on m.id = v.mission_id join looked_for l on v.country = l.country
        where m.state <> 'cancelled' and not exists (select from visits.request own where own.id = l.id and own.mission_id = v.mission_id)
      union all
      select l.id, 'mission', g.mission_id, m.title, '', coalesce(g.city_name, '{}'), g.starts_on, null,
             case when exists (select from jsonb_each_text(g.city_name) named where app.fold(named.value) = any (l.cities)) then 'city' else 'country' end
        from missions.pub_leg g join missions.pub_mission m on m.id = g.mission_id join looked_for l on g.country = l.country
        where m.kind = 'outgoing' and m.state <> 'cancelled'
    ), ranked as (
      select *, row_number() over (partition by "of" order by array_position(array['asker', 'city', 'country'], nearness), "on" desc nulls last, id) as rank
        from remembered
    )
    select "of", kind, id, title, who, city, "on", state, nearness from ranked where rank <= ${limitEach} order by "of", rank`.execute(tx)
  return rows
}

/** Whom one met on these visits, once they have begun: the guests of the other side, their interpreters left out. */
export async function listMet(tx: Tx, missionIds: readonly string[], today: LocalDate): Promise<Met[]> {
  if (missionIds.length === 0) return []
  return tx
    .selectFrom('visits.guest as g')
    .innerJoin('missions.pubMission as m', 'm.id', 'g.missionId')
    .where('g.missionId', 'in', [...missionIds])
    .where('m.startsOn', '<=', today)
    .where('g.side', '=', 'visitor')
    .where('g.interpretsFor', 'is', null)
    .select(['g.id as guestId', 'g.name', 'g.title', 'g.missionId', 'm.title as missionTitle', 'm.startsOn as on'])
    .orderBy('m.startsOn', 'desc')
    .orderBy('g.id')
    .limit(100)
    .$castTo<Met>()
    .execute()
}
