-- What each function of needs.ts sends. Written by npm run sql:golden.

-- readOwnNeeds
select * from registration.own_needs($1);

-- writeOwnNeeds
select registration.write_needs($1, $2::jsonb, $3) as is_written;

-- loadNeeds
select
  n.wishes,
  n.rooming,
  n.diet,
  n.access,
  n.written_at,
  registration.kept_until('health', m.ends_on) as health_until,
  registration.kept_until('travel', m.ends_on) as travel_until
from registration.travel_needs n
join missions.pub_mission m on m.id = n.mission_id
where n.application_id = $1;

-- listDiets
select a.member_id, btrim(n.diet) as diet
from registration.travel_needs n
join registration.application a on a.id = n.application_id
where n.mission_id = $1 and a.state = 'approved' and btrim(n.diet) <> ''
order by a.member_id;
