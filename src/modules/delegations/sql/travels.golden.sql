-- What each function of travels.ts sends. Written by npm run sql:golden.

-- lastTravels
select m.person_id, max(coalesce(mission.ends_on, mission.starts_on)) as on_day
from delegations.member m
join missions.pub_mission mission on mission.id = m.mission_id
where m.person_id = any ($1::uuid[])
  and m.organisation_id = app.actor_organisation()
  and m.state = 'registered'
  and mission.state <> 'cancelled'
group by m.person_id
having max(coalesce(mission.ends_on, mission.starts_on)) is not null
order by m.person_id;

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
