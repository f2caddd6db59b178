-- What each function of visits.ts sends. Written by npm run sql:golden.

-- listVisits
select
  v.id,
  v.mission_id,
  v.visitor,
  v.country,
  v.city,
  v.head_name,
  v.head_capacity,
  v.people_count,
  v.version,
  m.title,
  m.starts_on,
  m.ends_on
from visits.visit as v
inner join missions.pub_mission as m on m.id = v.mission_id
where m.state <> $1
order by m.starts_on desc nulls last, v.id
limit $2;

-- loadVisit
select id, mission_id, visitor, country, city, head_name, head_capacity, people_count, version
from visits.visit
where mission_id = $1;

-- addVisit
insert into visits.visit (visitor, country, city, head_name, head_capacity, people_count, mission_id)
values ($1, $2, $3, $4, $5, $6, $7)
returning id;

-- updateVisit
update visits.visit
set visitor = $1, country = $2, city = $3, head_name = $4, head_capacity = $5, people_count = $6
where id = $7 and version = $8;
