-- What each function of plans.ts sends. Written by npm run sql:golden.

-- listMeetings, of an event
select
  m.id,
  m.one_id,
  m.other_id,
  m.slot_id,
  m.spot_id,
  m.starts_at,
  m.ends_at,
  m.is_locked,
  m.version,
  coalesce(
    (
      select array_agg(coalesce(a.representative_id, a.resource_id)::text)
      from meetings.attendance a
      where a.meeting_id = m.id
    ),
    '{}'
  ) as people
from meetings.meeting m
join meetings.spot s on s.id = m.spot_id
where m.event_id = $1 and ($2::uuid is null or $3 in (m.one_id, m.other_id))
order by m.starts_at, s.position, m.id;

-- listMeetings, of a participant
-- as listMeetings, of an event

-- boardStamp
select md5(coalesce(
  string_agg(
    m.id || ' ' || m.slot_id || ' ' || m.spot_id || ' ' || m.is_locked || ' ' || m.version, ',' order by m.id
  ),
  ''
)) as stamp
from meetings.meeting m
where m.event_id = $1;

-- moveMeeting
delete from meetings.attendance where meeting_id = $1;
update meetings.meeting m
set run_id = null, slot_id = s.id, spot_id = $1, starts_at = s.starts_at, ends_at = s.ends_at
from meetings.slot s
where m.id = $2 and s.id = $3;
insert into meetings.attendance (
  mission_id, event_id, meeting_id, starts_at, ends_at, representative_id, resource_id
)
select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, r.id, x.id
from jsonb_to_recordset($1::jsonb) as d (id uuid, people uuid[])
join meetings.meeting m on m.id = d.id
cross join unnest(d.people) who
left join meetings.representative r on r.id = who
left join meetings.resource x on x.id = who;

-- countPlan
with booked as (
  select a.meeting_id, coalesce(a.representative_id, a.resource_id) as what, a.starts_at, a.ends_at
  from meetings.attendance a
  where a.event_id = $1
  union all
  select m.id, m.spot_id, m.starts_at, m.ends_at
  from meetings.meeting m
  where m.event_id = $2
)
select
  (select count(*)::int from meetings.meeting where event_id = $3) as meetings,
  (
    select count(*)::int
    from meetings.participant p
    join meetings.circle c on c.id = p.circle_id
    where p.event_id = $4 and c.kind = 'home'
  ) as companies,
  (
    select count(*)::int
    from booked a
    join booked b on a.what = b.what
      and a.meeting_id < b.meeting_id
      and a.starts_at < b.ends_at
      and b.starts_at < a.ends_at
  ) as double_bookings;

-- deleteMeetings
delete from meetings.meeting where id = any ($1::uuid[]);

-- insertMeetings
insert into meetings.meeting (
  id, mission_id, event_id, run_id, one_id, other_id, slot_id, spot_id, starts_at, ends_at
)
select d.id, $1::uuid, $2::uuid, $3::uuid, d.one, d.other, d."slotId", d."spotId", s.starts_at, s.ends_at
from jsonb_to_recordset($4::jsonb) as d (id uuid, one uuid, other uuid, "slotId" uuid, "spotId" uuid)
join meetings.slot s on s.id = d."slotId";
insert into meetings.attendance (
  mission_id, event_id, meeting_id, starts_at, ends_at, representative_id, resource_id
)
select m.mission_id, m.event_id, m.id, m.starts_at, m.ends_at, r.id, x.id
from jsonb_to_recordset($1::jsonb) as d (id uuid, people uuid[])
join meetings.meeting m on m.id = d.id
cross join unnest(d.people) who
left join meetings.representative r on r.id = who
left join meetings.resource x on x.id = who;

-- setLocked
update meetings.meeting set is_locked = $1 where id = $2 and event_id = $3;

-- listRuns
select
  r.id,
  r.number,
  r.state,
  r.seed,
  r.rounds,
  r.moves_allowed,
  encode(r.digest, 'hex') as digest,
  r.wished,
  r.held,
  r.is_optimal,
  r.asked_at,
  r.finished_at,
  r.applied_at,
  c.rounds_done,
  c.best,
  c.bound,
  c.result -> 'levels' as levels
from meetings.run r
join meetings.run_content c on c.run_id = r.id
where r.event_id = $1
order by r.number desc;

-- loadRun
select
  r.id,
  r.number,
  r.state,
  r.seed,
  r.rounds,
  r.moves_allowed,
  encode(r.digest, 'hex') as digest,
  r.wished,
  r.held,
  r.is_optimal,
  r.asked_at,
  r.finished_at,
  r.applied_at,
  c.rounds_done,
  c.best,
  c.bound,
  c.snapshot,
  c.result
from meetings.run r
join meetings.run_content c on c.run_id = r.id
where r.event_id = $1 and r.number = $2;

-- insertRun
insert into meetings.run (
  id, mission_id, event_id, number, seed, rounds, moves_allowed, digest, wished, asked_at
)
select
  $1::uuid,
  $2::uuid,
  $3::uuid,
  coalesce(max(number), 0) + 1,
  $4::int,
  $5::int,
  $6::int,
  $7::bytea,
  $8::int,
  $9::timestamptz
from meetings.run
where event_id = $10
returning number;

-- cancelRun
update meetings.run set state = $1, finished_at = $2 where event_id = $3 and number = $4 and state in ($5, …);

-- markApplied
update meetings.run set applied_at = $1 where id = $2;

-- clearApplied
update meetings.run set applied_at = $1 where id = $2;

-- startRun
update meetings.run r
set state = 'running'
from meetings.run_content c
where r.id = $1 and r.state in ('queued', 'running') and c.run_id = r.id
returning c.snapshot, r.seed, r.rounds;

-- noteProgress
update meetings.run_content c
set rounds_done = $1, best = $2, bound = $3
from meetings.run r
where c.run_id = $4 and r.id = c.run_id
returning r.state;

-- finishRun
with done as (
  update meetings.run
  set
    state = case when $1::jsonb is null then 'failed' else 'done' end,
    finished_at = $2,
    held = jsonb_array_length($1::jsonb -> 'meetings'),
    is_optimal = ($1::jsonb ->> 'isOptimal')::boolean
  where id = $3 and state = 'running'
  returning id
) update meetings.run_content
set result = $1::jsonb
where run_id in (select id from done);
