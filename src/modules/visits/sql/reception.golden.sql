-- What each function of reception.ts sends. Written by npm run sql:golden.

-- listSlots, of a mission
select
  s.id,
  s.leg_id,
  s.title,
  s.wish,
  s.day,
  s.start_time,
  s.end_time,
  s.suggested_for,
  s.claimed_by,
  s.item_id,
  s.version,
  o.name as claimed_by_name
from visits.slot as s
left join directory.pub_organisation as o on o.id = s.claimed_by
where s.mission_id = $1
order by s.day, s.start_time, s.id;

-- listSlots, one of them
select
  s.id,
  s.leg_id,
  s.title,
  s.wish,
  s.day,
  s.start_time,
  s.end_time,
  s.suggested_for,
  s.claimed_by,
  s.item_id,
  s.version,
  o.name as claimed_by_name
from visits.slot as s
left join directory.pub_organisation as o on o.id = s.claimed_by
where s.mission_id = $1 and s.id = $2
order by s.day, s.start_time, s.id;

-- lockSlot
select from visits.slot where id = $1 and mission_id = $2 for no key update;
-- as listSlots, one of them

-- addSlot
insert into visits.slot (day, start_time, end_time, leg_id, title, wish, suggested_for, mission_id)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- saveClaim
update visits.slot set claimed_by = $1, claimed_at = $2, item_id = $3 where id = $4;

-- deleteSlot
delete from visits.slot where mission_id = $1 and id = $2 and claimed_by is null;

-- listGreetings
select
  g.id,
  g.organisation_id,
  o.name as organisation_name,
  g.day,
  g.at_time,
  g.what,
  g.place,
  g.greeter,
  g.greeter_phone,
  g.car
from visits.greeting as g
inner join directory.pub_organisation as o on o.id = g.organisation_id
where g.mission_id = $1
order by g.day, g.at_time, g.id;

-- addGreeting
insert into visits.greeting (day, at_time, what, place, greeter, greeter_phone, car, mission_id)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- deleteGreeting
delete from visits.greeting where mission_id = $1 and id = $2;
