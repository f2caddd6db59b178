-- What each function of attendance.ts sends. Written by npm run sql:golden.

-- listBadges
select member_id, code from departure.badge where mission_id = $1;

-- insertBadges
insert into departure.badge (mission_id, member_id, organisation_id, code)
values ($1, $2, $3, $4)
on conflict (member_id) do nothing;

-- holderOf
select departure.badge_holder($1, $2) as holder;

-- listAttendance
select member_id, way, noted_at, noted_name
from departure.attendance
where mission_id = $1 and item_id = $2
order by noted_at, id;

-- countAttendance
select item_id, count(*)::int as count from departure.attendance where mission_id = $1 group by item_id;

-- insertAttendance
insert into departure.attendance (
  id, mission_id, organisation_id, item_id, member_id, way, noted_at, noted_name
)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing;

-- deleteAttendance
delete from departure.attendance where item_id = $1 and member_id = $2;
