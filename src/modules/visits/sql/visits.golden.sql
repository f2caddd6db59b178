-- What each function of visits.ts sends. Written by npm run sql:golden.

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
where id = $7;
