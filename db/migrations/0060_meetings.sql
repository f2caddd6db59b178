-- One-to-one meetings of a mission: how an event is set up, and who takes part.
create schema meetings;
grant usage on schema meetings to escale_web, escale_keeper;
grant create on schema meetings to escale_keeper;

-- Travel is told by districts: minutes between two spots of one district, and from one district to another. At one spot there is none.
create table meetings.event (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  leg_id           uuid not null,
  preset           text not null,
  title            jsonb not null,
  time_zone        text not null,
  slot_minutes     integer not null,
  pause_minutes    integer not null,
  near_minutes     integer not null default 0,
  far_minutes      integer not null default 0,
  opens_at         timestamptz not null,
  closes_at        timestamptz not null,
  answer_days      integer not null default 10,
  version          integer not null default 1,
  created_at       timestamptz not null default now(),
  constraint preset_is_known               check (preset in ('tables', 'visits')),
  constraint title_is_localized            check (app.is_localized(title) and title <> '{}'),
  constraint zone_is_named                 check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'),
  constraint a_slot_lasts_5_to_240_minutes check (slot_minutes between 5 and 240),
  constraint a_pause_lasts_0_to_120_minutes check (pause_minutes between 0 and 120),
  constraint travel_is_within_a_day        check (near_minutes between 0 and 1440 and far_minutes between 0 and 1440),
  constraint closes_after_it_opens         check (closes_at > opens_at),
  constraint an_answer_takes_1_to_90_days  check (answer_days between 1 and 90),
  constraint a_leg_with_meetings_stays     foreign key (leg_id, mission_id) references missions.leg (id, mission_id),
  constraint an_event_has_one_mission      unique (id, mission_id)
);
create index event_by_mission on meetings.event (mission_id, created_at);

-- The grid. Slots of one stretch follow each other; a stretch ends at lunch or in the evening.
create table meetings.slot (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  event_id    uuid not null,
  stretch     integer not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  constraint a_slot_ends_after_it_starts check (ends_at > starts_at),
  constraint a_slot_of_the_event         foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint slots_do_not_overlap        exclude using gist (event_id with =, tstzrange(starts_at, ends_at) with &&),
  constraint a_slot_has_one_event        unique (id, event_id),
  constraint a_slot_has_its_times        unique (id, event_id, starts_at, ends_at)
);
create index slot_by_event on meetings.slot (event_id, starts_at);

create table meetings.circle (
  id             uuid primary key default uuidv7(),
  mission_id     uuid not null,
  event_id       uuid not null,
  position       integer not null,
  kind           text not null,
  name           jsonb not null,
  target         integer not null,
  meeting_quota  integer not null,
  request_quota  integer not null,
  constraint kind_is_known             check (kind in ('home', 'host', 'institution', 'laboratory')),
  constraint name_is_localized         check (app.is_localized(name) and name <> '{}'),
  constraint figures_are_not_negative  check (target >= 0 and meeting_quota >= 0 and request_quota >= 0),
  constraint a_target_is_within_quota  check (target <= meeting_quota),
  constraint a_circle_of_the_event     foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint one_circle_per_position   unique (event_id, position),
  constraint a_circle_has_one_event    unique (id, event_id)
);

-- Who may ask whom: from one circle to another, whether the other answers, and who has to come along.
create table meetings.rule (
  id            uuid primary key default uuidv7(),
  mission_id    uuid not null,
  event_id      uuid not null,
  from_id       uuid not null,
  to_id         uuid not null,
  is_answered   boolean not null,
  company       text[] not null default '{}',
  constraint company_is_known        check (company <@ array['escort', 'vehicle']),
  constraint a_rule_of_the_event     foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint asked_by_a_circle       foreign key (from_id, event_id) references meetings.circle (id, event_id) on delete cascade,
  constraint asked_of_a_circle       foreign key (to_id, event_id) references meetings.circle (id, event_id) on delete cascade,
  constraint one_rule_per_direction  unique (from_id, to_id)
);
create index rule_by_event on meetings.rule (event_id);

-- A company, an institution, a laboratory. It is kept by the organisation that brings it, whose private data about it no other partner reads.
create table meetings.participant (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  circle_id        uuid not null,
  name             text not null,
  city             text not null default '',
  country          text,
  sectors          text[] not null default '{}',
  offers           text[] not null default '{}',
  needs            text[] not null default '{}',
  languages        text[] not null default '{}',
  target           integer not null,
  meeting_quota    integer not null,
  request_quota    integer not null,
  external_key     text,
  version          integer not null default 1,
  constraint name_is_not_empty              check (btrim(name) <> ''),
  constraint country_is_iso_3166            check (country ~ '^[A-Z]{2}$'),
  constraint figures_are_not_negative       check (target >= 0 and meeting_quota >= 0 and request_quota >= 0),
  constraint a_target_is_within_quota       check (target <= meeting_quota),
  constraint a_participant_of_the_event     foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_circle_with_participants_stays foreign key (circle_id, event_id) references meetings.circle (id, event_id),
  constraint a_participant_has_one_event    unique (id, event_id),
  constraint a_participant_has_one_keeper   unique (id, event_id, organisation_id)
);
create unique index a_name_takes_part_once on meetings.participant (event_id, lower(btrim(name)));
create unique index one_participant_per_key on meetings.participant (event_id, external_key);
create index participant_by_keeper on meetings.participant (organisation_id);

-- Whoever comes for a participant. `consents` names what the other side of a meeting may be shown: nothing unless the person said yes.
create table meetings.representative (
  id              uuid primary key default uuidv7(),
  mission_id      uuid not null,
  event_id        uuid not null,
  participant_id  uuid not null,
  given_name      text not null,
  family_name     text not null,
  job             text not null default '',
  consents        text[] not null default '{}',
  version         integer not null default 1,
  constraint name_is_not_empty                 check (btrim(family_name) <> ''),
  constraint consents_are_known                check (consents <@ array['email', 'phone']),
  constraint a_representative_of_a_participant foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint a_representative_of_the_event     foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_representative_has_one_event    unique (id, event_id)
);
create unique index a_person_comes_once on meetings.representative (participant_id, lower(family_name), lower(given_name));

create table meetings.representative_contact (
  id                 uuid primary key,
  mission_id         uuid not null,
  organisation_id    uuid not null default app.actor_organisation(),
  event_id           uuid not null,
  participant_id     uuid not null,
  email              text,
  phone              text,
  constraint email_is_lower_case check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  constraint the_contact_of_a_representative foreign key (id, event_id) references meetings.representative (id, event_id) on delete cascade,
  constraint a_contact_is_kept_with_its_participant foreign key (participant_id, event_id, organisation_id)
    references meetings.participant (id, event_id, organisation_id) on delete cascade
);

-- What meetings need and there is little of.
create table meetings.resource (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  event_id    uuid not null,
  kind        text not null,
  name        text not null,
  languages   text[] not null default '{}',
  constraint kind_is_known             check (kind in ('interpreter', 'escort', 'vehicle')),
  constraint name_is_not_empty         check (btrim(name) <> ''),
  constraint an_interpreter_speaks_two check (kind <> 'interpreter' or cardinality(languages) >= 2),
  constraint a_resource_of_the_event   foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_resource_has_one_event  unique (id, event_id)
);
create index resource_by_event on meetings.resource (event_id);

-- Where one meeting sits: a table anybody may use, or the address of a participant who receives.
create table meetings.spot (
  id              uuid primary key default uuidv7(),
  mission_id      uuid not null,
  event_id        uuid not null,
  position        integer not null,
  name            text not null,
  district        text not null default '',
  address         text not null default '',
  participant_id  uuid,
  constraint name_is_not_empty     check (btrim(name) <> ''),
  constraint a_spot_of_the_event   foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_spot_of_a_host      foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint one_spot_per_position unique (event_id, position),
  constraint a_spot_has_one_event  unique (id, event_id)
);

-- Slots at which somebody, or something, is not there.
create table meetings.absence (
  id                 uuid primary key default uuidv7(),
  mission_id         uuid not null,
  event_id           uuid not null,
  slot_id            uuid not null,
  representative_id  uuid,
  resource_id        uuid,
  constraint somebody_or_something_is_away check ((representative_id is null) <> (resource_id is null)),
  constraint away_at_a_slot                foreign key (slot_id, event_id) references meetings.slot (id, event_id) on delete cascade,
  constraint an_absence_of_the_event       foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_representative_is_away      foreign key (representative_id, event_id) references meetings.representative (id, event_id) on delete cascade,
  constraint a_resource_is_away            foreign key (resource_id, event_id) references meetings.resource (id, event_id) on delete cascade,
  constraint away_once_per_slot            unique nulls not distinct (slot_id, representative_id, resource_id)
);
create index absence_by_event on meetings.absence (event_id);

select app.protect('meetings.event', 'shared', 'select, insert, update, delete');
select app.protect('meetings.slot', 'shared', 'select, insert, update, delete');
select app.protect('meetings.circle', 'shared', 'select, insert, update, delete');
select app.protect('meetings.rule', 'shared', 'select, insert, update, delete');
select app.protect('meetings.participant', 'shared', 'select, insert, update, delete');
select app.protect('meetings.representative', 'shared', 'select, insert, update, delete');
select app.protect('meetings.representative_contact', 'private', 'select, insert, update, delete');
select app.protect('meetings.resource', 'shared', 'select, insert, update, delete');
select app.protect('meetings.spot', 'shared', 'select, insert, update, delete');
select app.protect('meetings.absence', 'silent', 'select, insert, delete');

-- The participants that the acting organisation keeps, whatever the event.
create function meetings.kept_participants() returns setof uuid language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select p.id from meetings.participant p
    join missions.partner s on s.mission_id = p.mission_id and s.organisation_id = p.organisation_id and s.left_at is null
    where p.organisation_id = app.actor_organisation();
end;
alter function meetings.kept_participants owner to escale_keeper;
revoke all on function meetings.kept_participants from public;
grant execute on function meetings.kept_participants to escale_web, escale_keeper;

-- Every partner reads how the event is set up and who takes part; the organisers write it; whoever brings a participant writes that one.
do $$
declare
  v_table text;
  v_led constant text := 'mission_id = any ((select missions.actor_led_missions())::uuid[])';
begin
  foreach v_table in array array['event', 'slot', 'circle', 'rule', 'resource', 'spot'] loop
    execute format('create policy partners_read_the_event on meetings.%I for select to escale_web using (mission_id in (select missions.actor_seats()))', v_table);
    execute format('create policy organisers_add_to_the_event on meetings.%I for insert to escale_web with check (%s)', v_table, v_led);
    execute format('create policy organisers_change_the_event on meetings.%I for update to escale_web using (%s)', v_table, v_led);
    execute format('create policy organisers_remove_from_the_event on meetings.%I for delete to escale_web using (%s)', v_table, v_led);
  end loop;
end $$;

create policy partners_read_participants on meetings.participant for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_bring_participants on meetings.participant for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy keepers_and_organisers_change_participants on meetings.participant for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or id in (select meetings.kept_participants()));
create policy keepers_and_organisers_remove_participants on meetings.participant for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or id in (select meetings.kept_participants()));

create policy partners_read_representatives on meetings.representative for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy keepers_and_organisers_add_representatives on meetings.representative for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy keepers_and_organisers_change_representatives on meetings.representative for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy keepers_and_organisers_remove_representatives on meetings.representative for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));

-- How to reach somebody stays with the organisation that brings them: other organisers included, nobody else reads it.
create policy keepers_read_contacts on meetings.representative_contact to escale_web
  using (organisation_id = (select app.actor_organisation()) and participant_id in (select meetings.kept_participants()));

create policy keepers_and_organisers_read_absences on meetings.absence for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or representative_id in (select r.id from meetings.representative r where r.participant_id in (select meetings.kept_participants())));
create policy keepers_and_organisers_add_absences on meetings.absence for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or representative_id in (select r.id from meetings.representative r where r.participant_id in (select meetings.kept_participants())));
create policy keepers_and_organisers_remove_absences on meetings.absence for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or representative_id in (select r.id from meetings.representative r where r.participant_id in (select meetings.kept_participants())));
