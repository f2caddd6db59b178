-- Badges, and who was there. A badge holds a code that says nothing by itself; who reads it is told whose it is, if they take part in the mission.
create table departure.badge (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null,
  member_id        uuid not null unique,
  code             text not null unique,
  constraint code_is_opaque check (code ~ '^[A-Z2-7]{16}$'),
  constraint a_badge_is_of_who_sends_the_member foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade
);
create index badge_by_mission on departure.badge (mission_id);

-- Somebody was at an item of the programme. The id is chosen by whoever notes it, so that a queue may send it again: it counts once.
create table departure.attendance (
  id               uuid primary key,
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null,
  item_id          uuid not null,
  member_id        uuid not null,
  way              text not null,
  noted_at         timestamptz not null,
  noted_by         uuid default app.actor_account(),
  noted_name       text not null,
  constraint way_is_known    check (way in ('scan', 'list')),
  constraint present_once    unique (item_id, member_id),
  constraint at_an_item_of_the_mission foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade,
  constraint somebody_of_the_mission foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade
);
create index attendance_by_mission on departure.attendance (mission_id, item_id);

select app.protect('departure.badge', 'private', 'select, insert');
select app.protect('departure.attendance', 'private', 'select, insert, delete');

-- One's own people; the organisers, everybody's.
create policy own_badges_and_organisers on departure.badge to escale_web
  using (mission_id in (select missions.actor_seats())
    and (organisation_id = (select app.actor_organisation()) or mission_id = any ((select missions.actor_led_missions())::uuid[])));
-- One's own people, whoever comes to what one organises, and everybody for the organisers.
create policy own_people_and_ones_own_items on departure.attendance to escale_web
  using (mission_id in (select missions.actor_seats())
    and (organisation_id = (select app.actor_organisation()) or mission_id = any ((select missions.actor_led_missions())::uuid[])
      or item_id in (select i.id from programme.item i where i.organiser_id = (select app.actor_organisation()))));

-- Whose badge it is, for somebody of the same mission.
create function departure.badge_holder(p_mission uuid, p_code text) returns uuid
language sql stable security definer set search_path = pg_catalog, departure as $$
  select member_id from departure.badge where mission_id = p_mission and code = p_code and p_mission in (select missions.actor_seats())
$$;
alter function departure.badge_holder owner to escale_keeper;
