-- What each function of desk.ts sends. Written by npm run sql:golden.

-- listArrivals
select representative_id, noted_at
from meetings.arrival
where event_id = $1 and day = $2
order by noted_at, id;

-- insertArrival
insert into meetings.arrival (id, mission_id, noted_at, event_id, representative_id, day, way, noted_name)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing;

-- deleteArrival
delete from meetings.arrival where representative_id = $1 and day = $2;

-- findByName
select r.id
from meetings.representative r
where r.event_id = $1 and app.fold(r.given_name || ' ' || r.family_name) = app.fold($2);

-- moveToSpot
update meetings.meeting set is_locked = $1 where id = $2;
update meetings.meeting set spot_id = $1 where id = $2;

-- replaceAttendance
delete from meetings.attendance where meeting_id = $1 and representative_id = $2;
insert into meetings.attendance (mission_id, event_id, meeting_id, starts_at, ends_at, representative_id)
select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, $1::uuid
from meetings.meeting m
where m.id = $2;
