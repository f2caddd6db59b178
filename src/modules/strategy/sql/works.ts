import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Work } from '../domain/coverage.ts'

/**
 * What the organisation does, with where it goes and what it serves in a plan, the latest first. A mission goes where its legs go, a visit comes from
 * where its visitors come from, a hosted event is where its other partners are from, an agreement is with its city. A destination without a city
 * is its whole country. What it is about: the themes of a mission, the domains of an agreement. Days are not looked at here.
 */
export async function listWorks(tx: Tx, planId: string): Promise<Work[]> {
  const { rows } = await sql<Work>`
    with work as (
      select case m.kind when 'incoming' then 'visit' when 'event' then 'event' else 'mission' end as kind, m.id, m.title, m.starts_on as "on",
             null::text as stage
        from missions.pub_mission m
        join missions.pub_partner p on p.mission_id = m.id and p.organisation_id = app.actor_organisation() and p.left_at is null
        where m.state <> 'cancelled'
      union all
      select 'agreement', a.id, a.title, coalesce(a.signed_on, a.attested_on),
             case when coalesce(a.signed_on, a.attested_on) is null then
               case when a.voted_on is not null then 'voted' when a.negotiated_since is not null then 'negotiation' else 'idea' end end
        from agreements.pub_agreement a
    ), place as (
      select w.id, g.country, g.city_id, app.fold(btrim(named.value)) as city
        from work w join missions.pub_leg g on g.mission_id = w.id left join jsonb_each_text(g.city_name) named on true where w.kind = 'mission'
      union all
      select w.id, v.country, null, app.fold(btrim(v.city)) from work w join visits.pub_visit v on v.mission_id = w.id where w.kind in ('visit', 'event')
      union all
      select w.id, o.country, null, app.fold(btrim(o.city_name))
        from work w join missions.pub_partner p on p.mission_id = w.id and p.left_at is null and p.organisation_id <> app.actor_organisation()
        join directory.pub_organisation o on o.id = p.organisation_id where w.kind = 'event'
      union all
      select w.id, a.country, a.city_id, app.fold(btrim(named.value))
        from work w join agreements.pub_agreement a on a.id = w.id left join jsonb_each_text(a.city_name) named on true
    ), reached as (
      select distinct p.id, d.id as destination_id from place p join strategy.destination d on d.country = p.country and d.plan_id = ${planId}
        where d.city_name = '{}' or d.city_id = p.city_id
           or exists (select from jsonb_each_text(d.city_name) named where app.fold(btrim(named.value)) = p.city)
    ), topic as (
      select t.mission_id as id, t.label from missions.pub_mission_theme t
      union all
      select g.agreement_id, g.title from agreements.pub_domain g
    )
    select w.kind, w.id, w.title, w."on", w.stage,
           array(select r.destination_id from reached r where r.id = w.id order by r.destination_id) as "destinationIds",
           array(select t.objective_id from strategy.tie t where w.id in (t.mission_id, t.agreement_id) order by t.id) as "objectiveIds",
           array(select distinct f.id from topic t join strategy.field f on f.plan_id = ${planId}
             where t.id = w.id and exists (select from jsonb_each_text(t.label) named, jsonb_each_text(f.label) wanted
               where app.fold(btrim(named.value)) = app.fold(btrim(wanted.value))) order by f.id) as "fieldIds",
           exists (select from topic t where t.id = w.id) as "hasThemes"
      from work w order by w."on" desc nulls first, w.id`.execute(tx)
  return rows
}
