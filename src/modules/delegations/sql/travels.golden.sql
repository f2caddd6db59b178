-- What each function of travels.ts sends. Written by npm run sql:golden.

-- travelsOfPerson
select
  m.id as member_id,
  m.mission_id,
  mission.title,
  mission.starts_on,
  mission.ends_on,
  mission.state = 'cancelled' as is_cancelled,
  m.capacity
from delegations.member m
join missions.pub_mission mission on mission.id = m.mission_id
where m.person_id = $1 and m.organisation_id = app.actor_organisation() and m.state = 'registered'
order by mission.starts_on desc nulls first, m.id
limit 200;
