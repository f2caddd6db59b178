-- The programme of a mission, while it is being written: places, travel between them, tracks, and what happens where, when and for whom.
create schema programme;
grant usage on schema programme to escale_web, escale_keeper;
grant create on schema programme to escale_keeper;

-- What is placed on a leg stays on it: legs and members are pointed at together with their mission.
alter table missions.leg add constraint a_leg_has_one_mission unique (id, mission_id);
alter table delegations.member add constraint a_member_travels_on_one_mission unique (id, mission_id);
-- The legs of a mission are changed one after the other, and judged once all are in place.
alter table missions.leg drop constraint legs_share_at_most_a_transfer_day;
alter table missions.leg add constraint legs_share_at_most_a_transfer_day
  exclude using gist (mission_id with =, daterange(starts_on, ends_on, '()') with &&) deferrable initially immediate;

create table programme.venue (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  leg_id           uuid not null,
  name             jsonb not null,
  address_local    text not null default '',
  address_latin    text not null default '',
  latitude         double precision,
  longitude        double precision,
  capacity         integer,
  version          integer not null default 1,
  constraint name_is_localized           check (app.is_localized(name) and name <> '{}'),
  constraint a_position_has_two_numbers  check ((latitude is null) = (longitude is null)),
  constraint a_position_is_on_earth      check (latitude between -90 and 90 and longitude between -180 and 180),
  constraint capacity_is_positive        check (capacity > 0),
  constraint a_leg_with_programme_stays  foreign key (leg_id, mission_id) references missions.leg (id, mission_id),
  constraint a_venue_has_one_mission     unique (id, mission_id)
);
create index venue_by_mission on programme.venue (mission_id);

-- The same in both directions: one row for two places, the smaller id first.
create table programme.travel_time (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  one_venue_id     uuid not null,
  other_venue_id   uuid not null,
  minutes          integer not null,
  mode             text not null,
  constraint mode_is_known                  check (mode in ('walk', 'coach', 'car', 'transit', 'boat', 'train', 'flight')),
  constraint minutes_are_of_one_day         check (minutes between 0 and 1440),
  constraint two_places_in_one_order        check (one_venue_id < other_venue_id),
  constraint one_travel_time_for_two_venues unique (one_venue_id, other_venue_id),
  constraint a_journey_leaves_from_a_venue  foreign key (one_venue_id, mission_id) references programme.venue (id, mission_id) on delete cascade,
  constraint a_journey_arrives_at_a_venue   foreign key (other_venue_id, mission_id) references programme.venue (id, mission_id) on delete cascade
);
create index travel_time_by_mission on programme.travel_time (mission_id);

create table programme.track (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  position    integer not null,
  name        jsonb not null,
  constraint name_is_localized        check (app.is_localized(name) and name <> '{}'),
  constraint one_track_per_position   unique (mission_id, position) deferrable initially deferred,
  constraint a_track_has_one_mission  unique (id, mission_id)
);

-- What happens. An instant is stored with the zone whose clocks people will look at.
create table programme.item (
  id                   uuid primary key default uuidv7(),
  mission_id           uuid not null references missions.mission on delete cascade,
  organiser_id         uuid not null default app.actor_organisation(),
  leg_id               uuid not null,
  venue_id             uuid,
  track_id             uuid,
  type                 text not null,
  state                text not null default 'tentative',
  attendance           text not null default 'expected',
  audience             text not null default 'everyone',
  theme_id             uuid references missions.theme,
  title                jsonb not null,
  starts_at            timestamptz not null,
  ends_at              timestamptz not null,
  time_zone            text not null,
  skipped_start        text,
  capacity             integer,
  speakers             text[] not null default '{}',
  languages            text[] not null default '{}',
  interpreters_needed  integer not null default 0,
  interpreters         text[] not null default '{}',
  dress_code           jsonb not null default '{}',
  briefing             jsonb not null default '{}',
  plan_b               jsonb not null default '{}',
  version              integer not null default 1,
  created_at           timestamptz not null default now(),
  constraint type_is_known        check (type in ('official_meeting', 'signing', 'b2b_meeting', 'round_table', 'conference', 'workshop', 'site_visit',
    'promo_evening', 'breakfast', 'public_event', 'press', 'travel', 'free')),
  constraint state_is_known       check (state in ('tentative', 'confirmed', 'cancelled')),
  constraint attendance_is_known  check (attendance in ('expected', 'optional')),
  constraint audience_is_known    check (audience in ('everyone', 'sub_delegations', 'members', 'sector')),
  constraint a_sector_is_named    check ((audience = 'sector') = (theme_id is not null)),
  constraint title_is_localized   check (app.is_localized(title) and title <> '{}'),
  constraint dress_code_is_localized check (app.is_localized(dress_code)),
  constraint briefing_is_localized check (app.is_localized(briefing)),
  constraint plan_b_is_localized  check (app.is_localized(plan_b)),
  constraint an_item_ends_after_it_starts  check (ends_at > starts_at),
  constraint an_item_lasts_two_days_at_most check (ends_at <= starts_at + interval '48 hours'),
  constraint zone_is_named        check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'),
  constraint skipped_start_is_a_time check (skipped_start ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  constraint capacity_is_positive check (capacity > 0),
  constraint interpreters_are_counted check (interpreters_needed between 0 and 50),
  constraint the_organiser_is_a_partner foreign key (mission_id, organiser_id) references missions.partner (mission_id, organisation_id),
  constraint a_leg_with_programme_stays foreign key (leg_id, mission_id) references missions.leg (id, mission_id),
  constraint a_venue_in_use_stays foreign key (venue_id, mission_id) references programme.venue (id, mission_id),
  constraint a_track_in_use_stays foreign key (track_id, mission_id) references programme.track (id, mission_id),
  constraint an_item_has_one_mission unique (id, mission_id)
);
create index item_by_mission on programme.item (mission_id, starts_at);

-- Whom an item is for, when it is for some: whole sub-delegations, or named members.
create table programme.invited (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  item_id          uuid not null,
  organisation_id  uuid,
  member_id        uuid,
  constraint one_of_two_kinds_of_guests check ((organisation_id is null) <> (member_id is null)),
  constraint the_guests_of_an_item foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint a_sub_delegation_of_the_mission foreign key (mission_id, organisation_id) references missions.partner (mission_id, organisation_id),
  constraint a_member_of_the_mission foreign key (member_id, mission_id) references delegations.member (id, mission_id),
  constraint a_guest_is_invited_once unique nulls not distinct (item_id, organisation_id, member_id)
);
create index invited_by_mission on programme.invited (mission_id);

-- The sectors a member follows, chosen by who sends them: an item for a sector is for them.
create table programme.member_sector (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation(),
  member_id        uuid not null,
  theme_id         uuid not null references missions.theme,
  constraint a_sector_is_chosen_by_who_sends_the_member foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade,
  constraint a_sector_is_followed_once unique (member_id, theme_id)
);
create index member_sector_by_mission on programme.member_sector (mission_id);

select app.protect('programme.venue', 'shared', 'select, insert, update, delete');
select app.protect('programme.travel_time', 'shared', 'select, insert, update, delete');
select app.protect('programme.track', 'shared', 'select, insert, update, delete');
select app.protect('programme.item', 'shared', 'select, insert, update, delete');
select app.protect('programme.invited', 'shared', 'select, insert, delete');
select app.protect('programme.member_sector', 'shared', 'select, insert, delete');

-- Every partner reads the whole programme, proposes, and changes what it brought; the organisers change everything.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['venue', 'travel_time', 'track', 'item', 'invited', 'member_sector'] loop
    execute format('create policy partners_read_the_programme on programme.%I for select to escale_web using (mission_id in (select missions.actor_seats()))', v_table);
  end loop;
  foreach v_table in array array['venue', 'travel_time'] loop
    execute format('create policy partners_bring_their_own on programme.%I for insert to escale_web
      with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]))', v_table);
    execute format('create policy who_brought_it_or_organises_changes on programme.%I for update to escale_web
      using (mission_id = any ((select missions.actor_led_missions())::uuid[])
        or (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])))', v_table);
    execute format('create policy who_brought_it_or_organises_removes on programme.%I for delete to escale_web
      using (mission_id = any ((select missions.actor_led_missions())::uuid[])
        or (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])))', v_table);
  end loop;
end $$;

create policy organisers_add_tracks on programme.track for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_change_tracks on programme.track for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_remove_tracks on programme.track for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

create policy partners_propose_items on programme.item for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organiser_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])));
create policy organisers_change_items on programme.item for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organiser_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])));
create policy organisers_remove_items on programme.item for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organiser_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])));

create policy who_changes_an_item_invites on programme.invited for insert to escale_web
  with check (exists (select from programme.item i where i.id = item_id and i.mission_id = invited.mission_id
    and (i.mission_id = any ((select missions.actor_led_missions())::uuid[])
      or (i.organiser_id = (select app.actor_organisation()) and i.mission_id = any ((select missions.actor_missions())::uuid[])))));
create policy who_changes_an_item_uninvites on programme.invited for delete to escale_web
  using (exists (select from programme.item i where i.id = item_id
    and (i.mission_id = any ((select missions.actor_led_missions())::uuid[])
      or (i.organiser_id = (select app.actor_organisation()) and i.mission_id = any ((select missions.actor_missions())::uuid[])))));

create policy own_members_follow_sectors on programme.member_sector for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_members_leave_sectors on programme.member_sector for delete to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
