-- What each function of sql.ts sends. Written by npm run sql:golden.

-- lockProgramme, to write the draft
select pg_advisory_xact_lock_shared(hashtextextended($1, 0));

-- lockProgramme, to release it
select pg_advisory_xact_lock(hashtextextended($1, 0));

-- listItems
select
  i.id,
  i.organiser_id,
  o.name as organiser_name,
  i.leg_id,
  i.venue_id,
  i.track_id,
  i.vehicle_id,
  i.type,
  i.state,
  i.attendance,
  i.audience,
  i.theme_id,
  i.title,
  i.starts_at,
  i.ends_at,
  i.time_zone,
  i.skipped_start,
  i.capacity,
  i.speakers,
  i.across,
  i.languages,
  i.interpreters_needed,
  i.interpreters,
  i.dress_code,
  i.briefing,
  i.plan_b,
  i.version,
  coalesce(
    (
      select array_agg(organisation_id::text order by organisation_id)
      from programme.invited g
      where g.item_id = i.id and organisation_id is not null
    ),
    '{}'
  ) as organisation_ids,
  coalesce(
    (
      select array_agg(member_id::text order by member_id)
      from programme.invited g
      where g.item_id = i.id and member_id is not null
    ),
    '{}'
  ) as member_ids
from programme.item i
join directory.pub_organisation o on o.id = i.organiser_id
where i.mission_id = $1 and ($2::uuid is null or i.id = $3)
order by i.starts_at, i.id;

-- loadItem
-- as listItems

-- lockItem
select from programme.item where id = $1 and mission_id = $2 for no key update;
-- as listItems

-- insertItem
insert into programme.item (
  id, mission_id, organiser_id, leg_id, venue_id, track_id, vehicle_id, type, state, attendance, audience,
  theme_id, title, starts_at, ends_at, time_zone, skipped_start, capacity, interpreters_needed, dress_code,
  briefing, plan_b, speakers, across, languages, interpreters
)
values (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
  $24, $25, $26
);

-- updateItem
update programme.item
set
  organiser_id = $1,
  leg_id = $2,
  venue_id = $3,
  track_id = $4,
  vehicle_id = $5,
  type = $6,
  state = $7,
  attendance = $8,
  audience = $9,
  theme_id = $10,
  title = $11,
  starts_at = $12,
  ends_at = $13,
  time_zone = $14,
  skipped_start = $15,
  capacity = $16,
  interpreters_needed = $17,
  dress_code = $18,
  briefing = $19,
  plan_b = $20,
  speakers = $21,
  across = $22,
  languages = $23,
  interpreters = $24
where id = $25;
delete from programme.invited
where item_id = $1
  and (organisation_id is null or organisation_id <> all ($2::uuid[]))
  and (member_id is null or member_id <> all ($3::uuid[]));
insert into programme.invited (mission_id, item_id, organisation_id, member_id)
select $1::uuid, $2::uuid, o, null::uuid
from unnest($3::uuid[]) o
union all
select $4::uuid, $5::uuid, null, m
from unnest($6::uuid[]) m
on conflict do nothing;

-- deleteItem
delete from programme.item where id = $1;

-- wasReleased
select item_id from programme.released_item where item_id = $1 limit $2;

-- listVenues
select id, organisation_id, leg_id, name, address_local, address_latin, latitude, longitude, capacity, version
from programme.venue
where mission_id = $1
order by app.fold(coalesce(name ->> 'fr', name ->> 'en', name::text));

-- lockVenue
select from programme.venue where id = $1 and mission_id = $2 for no key update;
-- as listVenues

-- insertVenue
insert into programme.venue (
  id, mission_id, leg_id, name, address_local, address_latin, latitude, longitude, capacity
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- updateVenue
update programme.venue
set
  leg_id = $1,
  name = $2,
  address_local = $3,
  address_latin = $4,
  latitude = $5,
  longitude = $6,
  capacity = $7
where id = $8;

-- deleteVenue
delete from programme.venue where id = $1;

-- listTravelTimes
select one_venue_id, other_venue_id, minutes, mode, organisation_id
from programme.travel_time
where mission_id = $1
order by one_venue_id, other_venue_id;

-- saveTravelTime
insert into programme.travel_time (mission_id, one_venue_id, other_venue_id, minutes, mode)
values ($1, $2, $3, $4, $5)
on conflict (one_venue_id, other_venue_id) do update
set minutes = $6, mode = $7;

-- listTracks
select id, name from programme.track where mission_id = $1 order by position;

-- insertTrack
insert into programme.track (mission_id, position, name)
select $1::uuid, coalesce(max(position), 0) + 1, $2::jsonb
from programme.track
where mission_id = $3;

-- deleteTrack
delete from programme.track where id = $1 and mission_id = $2;

-- readSectors
select member_id, theme_id from programme.member_sector where mission_id = $1;

-- saveFollowers
delete from programme.member_sector
where mission_id = $1 and organisation_id = $2 and theme_id = $3 and member_id <> all ($4::uuid[]);
insert into programme.member_sector (mission_id, member_id, theme_id)
select $1::uuid, m, $2::uuid
from unnest($3::uuid[]) m
on conflict do nothing;

-- listHolidays
select country, day, name, source
from programme.holiday
where country in ($1, …) and day >= $2 and day <= $3
order by day;

-- listReleases
select
  r.id,
  r.number,
  r.name,
  r.note,
  r.organisation_id,
  o.name as organisation_name,
  encode(r.digest, 'hex') as digest,
  r.item_count,
  r.concerned_count,
  r.released_at
from programme.release r
join directory.pub_organisation o on o.id = r.organisation_id
where r.mission_id = $1
order by r.number desc;

-- loadRelease, the latest
select
  r.id,
  r.number,
  r.name,
  r.note,
  r.organisation_id,
  o.name as organisation_name,
  encode(r.digest, 'hex') as digest,
  r.item_count,
  r.concerned_count,
  r.released_at,
  c.content as text
from programme.release r
join directory.pub_organisation o on o.id = r.organisation_id
join programme.release_content c on c.release_id = r.id
where r.mission_id = $1 and ($2::int is null or r.number = $3)
order by r.number desc
limit 1;

-- loadRelease, of a number
-- as loadRelease, the latest

-- insertRelease
insert into programme.release (
  id, number, name, note, digest, item_count, concerned_count, mission_id, released_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into programme.release_content (release_id, mission_id, content) values ($1, $2, $3);

-- tellMembers
select programme.tell_members($1, $2::jsonb);
