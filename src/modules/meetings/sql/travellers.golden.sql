-- What each function of travellers.ts sends. Written by npm run sql:golden.

-- listTravellers
select who_id, member_id from meetings.pub_traveller where event_id = $1 order by who_id;

-- setMember
update meetings.representative set member_id = $1 where id = $2;

-- listMeetingsOfTravellers
select
  m.id,
  g.mission_id,
  m.event_id,
  a.name as one,
  b.name as other,
  s.name as spot,
  s.address,
  m.starts_at,
  m.ends_at,
  l.time_zone
from meetings.pub_engagement g
join meetings.meeting m on m.id = g.meeting_id
join meetings.event_leg l on l.event_id = m.event_id and l.leg_id = m.leg_id
join meetings.participant a on a.id = m.one_id
join meetings.participant b on b.id = m.other_id
join meetings.spot s on s.id = m.spot_id
where g.member_id = any ($1::uuid[])
order by m.starts_at, m.id;
