-- What each function of memory.ts sends. Written by npm run sql:golden.

-- listMemories
with
  looked_for as (
    select
      f.id,
      app.fold(f.asker) as asker,
      f.country,
      array(select app.fold(btrim(name)) from jsonb_array_elements_text(f.cities) name) as cities
    from jsonb_to_recordset($1::jsonb) f (id uuid, asker text, cities jsonb, country text)
  ),
  remembered as (
    select
      l.id as of,
      'request' as kind,
      r.id,
      '{}'::jsonb as title,
      r.asker as who,
      jsonb_build_object('fr', r.city) as city,
      coalesce(r.wished_from, r.received_at::date) as "on",
      r.state,
      case
        when similarity(app.fold(r.asker), l.asker) > 0.6 then 'asker'
        when app.fold(r.city) = any (l.cities) then 'city'
        else 'country'
      end as nearness
    from visits.request r
    join looked_for l on r.country = l.country and r.id <> l.id
    where r.mission_id is null
    union all
    select
      l.id,
      'visit',
      v.mission_id,
      m.title,
      v.visitor,
      jsonb_build_object('fr', v.city),
      m.starts_on,
      null,
      case
        when similarity(app.fold(v.visitor), l.asker) > 0.6 then 'asker'
        when app.fold(v.city) = any (l.cities) then 'city'
        else 'country'
      end
    from visits.visit v
    join missions.pub_mission m on m.id = v.mission_id
    join looked_for l on v.country = l.country
    where m.state <> 'cancelled'
      and not exists (select from visits.request own where own.id = l.id and own.mission_id = v.mission_id)
    union all
    select
      l.id,
      'mission',
      g.mission_id,
      m.title,
      '',
      coalesce(g.city_name, '{}'),
      g.starts_on,
      null,
      case
        when exists (
          select from jsonb_each_text(g.city_name) named where app.fold(named.value) = any (l.cities)
        ) then 'city'
        else 'country'
      end
    from missions.pub_leg g
    join missions.pub_mission m on m.id = g.mission_id
    join looked_for l on g.country = l.country
    where m.kind = 'outgoing' and m.state <> 'cancelled'
  ),
  ranked as (
    select
      *,
      row_number() over (
        partition by of
        order by array_position(array['asker', 'city', 'country'], nearness), "on" desc nulls last, id
      ) as rank
    from remembered
  )
select of, kind, id, title, who, city, "on", state, nearness
from ranked
where rank <= $2
order by of, rank;

-- listMet
select g.id as guest_id, g.name, g.title, g.mission_id, m.title as mission_title, m.starts_on as "on"
from visits.guest as g
inner join missions.pub_mission as m on m.id = g.mission_id
where g.mission_id in ($1, …) and m.starts_on <= $2 and g.side = $3 and g.interprets_for is null
order by m.starts_on desc, g.id
limit $4;
