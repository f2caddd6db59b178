-- What each function of promises.ts sends. Written by npm run sql:golden.

-- listPromisesOfLastTime
with side as (
  select g.mission_id, g.country, app.fold(named.value) as city
  from missions.pub_leg g
  join missions.pub_mission m on m.id = g.mission_id
  cross join jsonb_each_text(g.city_name) named
  where m.kind = 'outgoing'
  union
  select v.mission_id, v.country, app.fold(v.city)
  from visits.visit v
  where btrim(v.city) <> ''
)
select
  p.id,
  p.mission_id,
  m.title as mission_title,
  p.what,
  p.promised_by,
  p.promised_to,
  p.is_ours,
  p.due_on,
  p.state,
  p.settled_on,
  p.version
from visits.promise p
join missions.pub_mission m on m.id = p.mission_id
where p.mission_id <> $1
  and exists (
    select
    from side here
    join side there
    using (country, city)
    where here.mission_id = $2 and there.mission_id = p.mission_id
  )
order by p.state <> 'open', p.due_on nulls last, p.id
limit 50;

-- listPromises, of one’s organisation
select
  p.id,
  p.mission_id,
  m.title as mission_title,
  p.what,
  p.promised_by,
  p.promised_to,
  p.is_ours,
  p.due_on,
  p.state,
  p.settled_on,
  p.version
from visits.promise as p
inner join missions.pub_mission as m on m.id = p.mission_id
order by p.state <> 'open', p.due_on nulls last, p.id
limit $1;

-- listPromises, of a mission
select
  p.id,
  p.mission_id,
  m.title as mission_title,
  p.what,
  p.promised_by,
  p.promised_to,
  p.is_ours,
  p.due_on,
  p.state,
  p.settled_on,
  p.version
from visits.promise as p
inner join missions.pub_mission as m on m.id = p.mission_id
where p.mission_id in ($1, …)
order by p.state <> 'open', p.due_on nulls last, p.id
limit $2;

-- listPromisesNaming
select
  p.id,
  p.mission_id,
  m.title as mission_title,
  p.what,
  p.promised_by,
  p.promised_to,
  p.is_ours,
  p.due_on,
  p.state,
  p.settled_on,
  p.version
from visits.promise as p
inner join missions.pub_mission as m on m.id = p.mission_id
where app.names_someone(p.promised_by, $1::text[]) or app.names_someone(p.promised_to, $2::text[])
order by p.state <> 'open', p.due_on nulls last, p.id
limit $3;

-- addPromise
insert into visits.promise (what, promised_by, promised_to, is_ours, due_on, mission_id)
values ($1, $2, $3, $4, $5, $6)
returning id;

-- settlePromise
update visits.promise set state = $1, settled_on = $2 where mission_id = $3 and id = $4;
