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
