-- What each function of segments.ts sends. Written by npm run sql:golden.

-- listSegments
select
  s.id,
  s.organisation_id,
  o.name as organisation_name,
  s.is_shared,
  s.mode,
  s.carrier,
  s.number,
  s.from_place,
  s.to_place,
  s.departs_at,
  s.departs_zone,
  s.arrives_at,
  s.arrives_zone,
  s.seats,
  s.note,
  s.version,
  b.id as booking_id,
  case when b.id is not null then jsonb_build_object('label', b.label, 'locator', b.locator) end as booking,
  coalesce(
    (select array_agg(p.member_id order by p.member_id) from departure.passenger p where p.segment_id = s.id),
    '{}'
  ) as member_ids
from departure.segment s
join directory.pub_organisation o on o.id = s.organisation_id
left join departure.booking b on b.id = s.booking_id
where s.mission_id = $1 and ($2::uuid is null or s.id = $3)
order by s.departs_at, s.id;

-- lockSegment
select from departure.segment where id = $1 and organisation_id = app.actor_organisation() for no key update;
-- as listSegments

-- insertSegment
insert into departure.segment (
  mission_id, mode, carrier, number, from_place, to_place, departs_at, departs_zone, arrives_at, arrives_zone,
  seats, note, is_shared, booking_id
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
returning id;

-- updateSegment
update departure.segment
set
  mode = $1,
  carrier = $2,
  number = $3,
  from_place = $4,
  to_place = $5,
  departs_at = $6,
  departs_zone = $7,
  arrives_at = $8,
  arrives_zone = $9,
  seats = $10,
  note = $11,
  is_shared = $12,
  booking_id = $13
where id = $14;

-- deleteSegment
delete from departure.segment where id = $1;

-- savePassengers
delete from departure.passenger
where segment_id = $1 and organisation_id = app.actor_organisation() and member_id <> all ($2::uuid[]);
insert into departure.passenger (mission_id, segment_id, member_id, departs_at, arrives_at)
values ($1, $2, $3, $4, $5)
on conflict (segment_id, member_id) do nothing;

-- listBookings
select id, label, locator from departure.booking where mission_id = $1 order by label, id;

-- insertBooking
insert into departure.booking (mission_id, label, locator) values ($1, $2, $3) returning id;
