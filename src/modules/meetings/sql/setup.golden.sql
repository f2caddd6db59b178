-- What each function of setup.ts sends. Written by npm run sql:golden.

-- listEvents
select
  id,
  mission_id,
  organisation_id,
  leg_id,
  preset,
  title,
  time_zone,
  slot_minutes,
  pause_minutes,
  near_minutes,
  far_minutes,
  opens_at,
  closes_at,
  answer_days,
  version,
  (select count(*)::int from meetings.participant p where p.event_id = event.id) as participants,
  (select count(*)::int from meetings.meeting m where m.event_id = event.id) as meetings
from meetings.event
where mission_id = $1
order by created_at;

-- loadEvent
select
  id,
  mission_id,
  organisation_id,
  leg_id,
  preset,
  title,
  time_zone,
  slot_minutes,
  pause_minutes,
  near_minutes,
  far_minutes,
  opens_at,
  closes_at,
  answer_days,
  version
from meetings.event
where mission_id = $1 and id = $2;

-- lockEvent
select from meetings.event where id = $1 and mission_id = $2 for no key update;
-- as loadEvent

-- insertEvent
insert into meetings.event (
  mission_id, title, slot_minutes, pause_minutes, near_minutes, far_minutes, opens_at, closes_at, answer_days,
  id, leg_id, preset, time_zone
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- updateEvent
update meetings.event
set
  title = $1,
  slot_minutes = $2,
  pause_minutes = $3,
  near_minutes = $4,
  far_minutes = $5,
  opens_at = $6,
  closes_at = $7,
  answer_days = $8
where id = $9;

-- listSlots
select s.id, s.stretch, s.starts_at, s.ends_at, s.leg_id, l.time_zone
from meetings.slot as s
inner join meetings.event_leg as l on l.event_id = s.event_id and l.leg_id = s.leg_id
where s.event_id = $1
order by s.starts_at;

-- replaceSlots
delete from meetings.slot s
where s.event_id = $1
  and not exists (
    select
    from jsonb_to_recordset($2::jsonb) as d ("legId" uuid, "startsAt" timestamptz, "endsAt" timestamptz)
    where d."legId" = s.leg_id and d."startsAt" = s.starts_at and d."endsAt" = s.ends_at
  );
insert into meetings.slot (mission_id, event_id, leg_id, stretch, starts_at, ends_at)
select $1::uuid, $2::uuid, d."legId", d.stretch, d."startsAt", d."endsAt"
from jsonb_to_recordset($3::jsonb) as d (
  "legId" uuid, stretch int, "startsAt" timestamptz, "endsAt" timestamptz
)
where not exists (select from meetings.slot s where s.event_id = $4 and s.starts_at = d."startsAt");
update meetings.slot s
set stretch = d.stretch
from jsonb_to_recordset($1::jsonb) as d (stretch int, "startsAt" timestamptz)
where s.event_id = $2 and s.starts_at = d."startsAt" and s.stretch <> d.stretch;

-- listCircles
select id, kind, name, target, meeting_quota, request_quota, version
from meetings.circle
where event_id = $1
order by position;

-- insertCircle
insert into meetings.circle (
  id, mission_id, event_id, position, kind, name, target, meeting_quota, request_quota
)
select $1::uuid, $2::uuid, $3::uuid, coalesce(max(position), 0) + 1, $4, $5::jsonb, $6::int, $7::int, $8::int
from meetings.circle
where event_id = $9;

-- updateCircle
update meetings.circle
set kind = $1, name = $2, target = $3, meeting_quota = $4, request_quota = $5
where id = $6 and event_id = $7;

-- updateFiguresOf
update meetings.participant
set target = $1, meeting_quota = $2, request_quota = $3
where circle_id = $4 and target = $5 and meeting_quota = $6 and request_quota = $7;

-- deleteCircle
delete from meetings.circle where id = $1 and event_id = $2;

-- listRules
select id, from_id, to_id, is_answered, company from meetings.rule where event_id = $1 order by id;

-- insertRule
insert into meetings.rule (mission_id, event_id, from_id, to_id, is_answered, company)
values ($1, $2, $3, $4, $5, $6);

-- deleteRule
delete from meetings.rule where id = $1 and event_id = $2;

-- listResources
select id, kind, name, languages from meetings.resource where event_id = $1 order by kind, name, id;

-- insertResource
insert into meetings.resource (mission_id, event_id, kind, name, languages) values ($1, $2, $3, $4, $5);

-- deleteResource
delete from meetings.resource where id = $1 and event_id = $2;

-- listSpots
select id, leg_id, name, district, address, participant_id
from meetings.spot
where event_id = $1
order by position;

-- insertSpots
insert into meetings.spot (mission_id, event_id, leg_id, position, name, district, address, participant_id)
select
  $1::uuid,
  $2::uuid,
  (d.value ->> 'legId')::uuid,
  (select coalesce(max(position), 0) from meetings.spot where event_id = $3) + d.ordinality,
  d.value ->> 'name',
  d.value ->> 'district',
  d.value ->> 'address',
  (d.value ->> 'participantId')::uuid
from jsonb_array_elements($4::jsonb) with ordinality as d;

-- deleteSpot
delete from meetings.spot where id = $1 and event_id = $2;
