-- What each function of sequels.ts sends. Written by npm run sql:golden.

-- listSequels, of visits
select
  s.id,
  s.mission_id,
  s.became_mission_id,
  s.agreement_id,
  s.promise_id,
  p.what as promise,
  v.title as visit_title,
  v.starts_on as visit_on,
  coalesce(m.title, a.title) as became_title,
  coalesce(m.starts_on, a.signed_on) as became_on
from visits.sequel as s
inner join missions.pub_mission as v on v.id = s.mission_id
left join missions.pub_mission as m on m.id = s.became_mission_id
left join agreements.pub_agreement as a on a.id = s.agreement_id
left join visits.promise as p on p.id = s.promise_id
where s.mission_id in ($1, …)
order by coalesce(m.starts_on, a.signed_on), s.id;

-- listSequels, of a mission
select
  s.id,
  s.mission_id,
  s.became_mission_id,
  s.agreement_id,
  s.promise_id,
  p.what as promise,
  v.title as visit_title,
  v.starts_on as visit_on,
  coalesce(m.title, a.title) as became_title,
  coalesce(m.starts_on, a.signed_on) as became_on
from visits.sequel as s
inner join missions.pub_mission as v on v.id = s.mission_id
left join missions.pub_mission as m on m.id = s.became_mission_id
left join agreements.pub_agreement as a on a.id = s.agreement_id
left join visits.promise as p on p.id = s.promise_id
where s.became_mission_id = $1
order by coalesce(m.starts_on, a.signed_on), s.id;

-- listSequels, of an agreement
select
  s.id,
  s.mission_id,
  s.became_mission_id,
  s.agreement_id,
  s.promise_id,
  p.what as promise,
  v.title as visit_title,
  v.starts_on as visit_on,
  coalesce(m.title, a.title) as became_title,
  coalesce(m.starts_on, a.signed_on) as became_on
from visits.sequel as s
inner join missions.pub_mission as v on v.id = s.mission_id
left join missions.pub_mission as m on m.id = s.became_mission_id
left join agreements.pub_agreement as a on a.id = s.agreement_id
left join visits.promise as p on p.id = s.promise_id
where s.agreement_id = $1
order by coalesce(m.starts_on, a.signed_on), s.id;

-- addSequel
insert into visits.sequel (became_mission_id, agreement_id, promise_id, mission_id)
values ($1, $2, $3, $4)
returning id;

-- deleteSequel
delete from visits.sequel where id = $1;
