-- What each function of availability.ts sends. Written by npm run sql:golden.

-- listUnavailable
select id, organisation_id, member_id, venue_id, starts_at, ends_at, time_zone
from programme.unavailability
where mission_id = $1
order by starts_at, id;

-- insertUnavailable
insert into programme.unavailability (mission_id, member_id, venue_id, starts_at, ends_at, time_zone)
values ($1, $2, $3, $4, $5, $6);

-- deleteUnavailable
delete from programme.unavailability where id = $1;

-- listAboard
select member_id, departs_at as starts_at, arrives_at as ends_at
from departure.pub_aboard
where mission_id = $1
order by departs_at, member_id;

-- listMeeting
select member_id, starts_at, ends_at
from meetings.pub_engagement
where mission_id = $1
order by starts_at, member_id;
