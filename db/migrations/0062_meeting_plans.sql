-- Plans: what a run was asked and what it found, and the meetings that were applied.

-- A run works on a snapshot of the event: the same snapshot, seed and rounds give the same plan on any machine.
create table meetings.run (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  number           integer not null,
  state            text not null default 'queued',
  seed             integer not null,
  rounds           integer not null,
  moves_allowed    integer,
  digest           bytea not null,
  wished           integer not null,
  held             integer,
  is_optimal       boolean,
  asked_by         uuid default app.actor_account(),
  asked_at         timestamptz not null,
  finished_at      timestamptz,
  applied_at       timestamptz,
  constraint state_is_known              check (state in ('queued', 'running', 'done', 'cancelled', 'failed')),
  constraint rounds_are_counted          check (rounds between 1 and 1000),
  constraint moves_are_counted           check (moves_allowed >= 0),
  constraint digest_has_32_bytes         check (octet_length(digest) = 32),
  constraint held_when_done              check ((state = 'done') = (held is not null) and (held is null) = (is_optimal is null)),
  constraint finished_at_the_end         check ((state in ('done', 'cancelled', 'failed')) = (finished_at is not null)),
  constraint only_a_finished_run_applies check (applied_at is null or state = 'done'),
  constraint a_run_of_the_event          foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint one_run_per_number          unique (event_id, number),
  constraint a_run_has_one_event         unique (id, event_id)
);
create unique index one_run_at_a_time on meetings.run (event_id) where state in ('queued', 'running');

-- What it works on, how far it is, what it found. Canonical JSON (RFC 8785); the digest of the run is that of the snapshot.
create table meetings.run_content (
  run_id       uuid primary key references meetings.run on delete cascade,
  mission_id   uuid not null,
  snapshot     text not null,
  rounds_done  integer not null default 0,
  best         integer[],
  bound        integer[],
  result       jsonb
);

create function meetings.check_snapshot() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  if tg_op = 'UPDATE' then
    if new.snapshot <> old.snapshot then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_snapshot_is_never_changed', message = 'a snapshot is never changed';
    end if;
  elsif not exists (select from meetings.run r where r.id = new.run_id and r.digest = sha256(convert_to(new.snapshot, 'UTF8'))) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_snapshot_is_what_its_digest_says',
      message = 'the snapshot of a run has the digest of the run';
  end if;
  return new;
end $$;
alter function meetings.check_snapshot owner to escale_keeper;
create trigger check_snapshot before insert or update on meetings.run_content for each row execute function meetings.check_snapshot();

-- The plan in force.
create table meetings.meeting (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  event_id    uuid not null,
  run_id      uuid,
  one_id      uuid not null,
  other_id    uuid not null,
  slot_id     uuid not null,
  spot_id     uuid not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  is_locked   boolean not null default false,
  version     integer not null default 1,
  constraint two_participants_meet         check (one_id <> other_id),
  constraint a_meeting_of_the_event        foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_meeting_of_a_run            foreign key (run_id, event_id) references meetings.run (id, event_id),
  constraint a_slot_with_meetings_stays    foreign key (slot_id, event_id, starts_at, ends_at) references meetings.slot (id, event_id, starts_at, ends_at),
  constraint a_spot_with_meetings_stays    foreign key (spot_id, event_id) references meetings.spot (id, event_id),
  constraint one_who_meets_stays           foreign key (one_id, event_id) references meetings.participant (id, event_id),
  constraint other_who_meets_stays         foreign key (other_id, event_id) references meetings.participant (id, event_id),
  constraint two_participants_meet_once    unique (event_id, one_id, other_id),
  constraint a_meeting_has_its_times       unique (id, event_id, starts_at, ends_at),
  constraint no_spot_holds_two_meetings_at_once exclude using gist (spot_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index meeting_by_event on meetings.meeting (event_id, starts_at);
create index meeting_by_other on meetings.meeting (other_id);

-- Who is at a meeting, and what it needs. Its times are those of the meeting, by key.
create table meetings.attendance (
  id                 uuid primary key default uuidv7(),
  mission_id         uuid not null,
  event_id           uuid not null,
  meeting_id         uuid not null,
  starts_at          timestamptz not null,
  ends_at            timestamptz not null,
  representative_id  uuid,
  resource_id        uuid,
  constraint somebody_or_something_attends      check ((representative_id is null) <> (resource_id is null)),
  constraint attends_a_meeting_from_end_to_end  foreign key (meeting_id, event_id, starts_at, ends_at)
    references meetings.meeting (id, event_id, starts_at, ends_at) on delete cascade,
  constraint an_attendance_of_the_event         foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_representative_who_meets_stays   foreign key (representative_id, event_id) references meetings.representative (id, event_id),
  constraint a_resource_in_use_stays            foreign key (resource_id, event_id) references meetings.resource (id, event_id),
  constraint nobody_meets_twice_at_once         exclude using gist (representative_id with =, tstzrange(starts_at, ends_at) with &&),
  constraint nothing_serves_two_meetings_at_once exclude using gist (resource_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index attendance_by_meeting on meetings.attendance (meeting_id);
create index attendance_by_event on meetings.attendance (event_id);

-- A locked meeting stays where it is: it is unlocked first, by itself.
create function meetings.keep_locked() returns trigger language plpgsql as $$
begin
  if old.is_locked and (tg_op = 'DELETE' or (new.slot_id, new.spot_id, new.starts_at, new.ends_at) is distinct from (old.slot_id, old.spot_id, old.starts_at, old.ends_at)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_locked_meeting_does_not_move', message = 'a locked meeting does not move';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger a_locked_meeting_does_not_move before update or delete on meetings.meeting for each row execute function meetings.keep_locked();

select app.protect('meetings.run', 'private', 'select, insert, update');
select app.protect('meetings.run_content', 'silent', 'select, insert');
select app.protect('meetings.meeting', 'private', 'select, insert, update, delete');
select app.protect('meetings.attendance', 'silent', 'select, insert, delete');

-- Runs hold everybody's wishes: they are the organisers'. A meeting is read by the organisers and by those who keep one of the two.
create policy organisers_read_runs on meetings.run for select to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_ask_for_runs on meetings.run for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) and organisation_id = (select app.actor_organisation()));
create policy organisers_change_runs on meetings.run for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_read_contents on meetings.run_content for select to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_write_contents on meetings.run_content for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) and result is null);
create policy organisers_and_keepers_read_meetings on meetings.meeting for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or one_id in (select meetings.kept_participants()) or other_id in (select meetings.kept_participants()));
create policy organisers_hold_meetings on meetings.meeting for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_change_meetings on meetings.meeting for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_drop_meetings on meetings.meeting for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy who_reads_a_meeting_reads_who_attends on meetings.attendance for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or meeting_id in (select m.id from meetings.meeting m));
create policy organisers_name_who_attends on meetings.attendance for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_free_who_attends on meetings.attendance for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
