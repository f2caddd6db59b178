-- Where each guest of a reception sits: tables, seats, who interprets for whom, and who is kept apart.

-- An interpreter is listed like any guest, for somebody on the same list.
alter table visits.guest add column interprets_for uuid;
alter table visits.guest add constraint a_guest_is_of_one_mission unique (id, mission_id);
alter table visits.guest add constraint nobody_interprets_for_oneself check (interprets_for <> id);
alter table visits.guest add constraint one_interprets_for_a_guest_of_the_mission
  foreign key (interprets_for, mission_id) references visits.guest (id, mission_id) on delete set null (interprets_for);
create index guest_by_interpreted on visits.guest (interprets_for, mission_id);

-- One plan for each meal. `interpreters` says where they sit: on a chair behind, which takes no seat, or at the next seat.
create table visits.seating (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  title            jsonb not null,
  held_on          date,
  interpreters     text not null default 'behind',
  version          integer not null default 1,
  constraint title_is_localized        check (app.is_localized(title) and title <> '{}'),
  constraint interpreters_are_placed   check (interpreters in ('behind', 'beside')),
  constraint a_plan_is_of_one_mission  unique (id, mission_id)
);
create index seating_by_mission on visits.seating (mission_id, held_on);

create table visits.seating_table (
  id               uuid primary key default uuidv7(),
  seating_id       uuid not null,
  mission_id       uuid not null,
  name             text not null,
  shape            text not null,
  seat_count       integer not null,
  is_head          boolean not null default false,
  constraint name_is_not_empty         check (btrim(name) <> ''),
  constraint shape_is_known            check (shape in ('round', 'long')),
  constraint a_table_seats_2_to_40     check (seat_count between 2 and 40),
  constraint a_long_table_has_two_even_sides check (shape <> 'long' or seat_count % 2 = 0),
  constraint a_name_is_of_one_table    unique (seating_id, name),
  constraint a_table_is_of_one_plan    foreign key (seating_id, mission_id) references visits.seating (id, mission_id) on delete cascade,
  constraint a_table_keeps_its_seats   unique (id, seating_id, seat_count)
);
create unique index one_head_table on visits.seating_table (seating_id) where is_head;

-- Who sits where. Seats are numbered from the one that presides; the table's own number of seats travels with the row, so that no seat is beyond it.
-- Both uniquenesses are checked at the end of the statement: two guests swap in one.
create table visits.seat (
  id               uuid primary key default uuidv7(),
  seating_id       uuid not null,
  mission_id       uuid not null,
  table_id         uuid not null,
  seat_count       integer not null,
  place            integer not null,
  guest_id         uuid not null,
  by_hand          boolean not null default false,
  constraint a_seat_is_at_its_table    check (place between 1 and seat_count),
  constraint one_person_one_seat       unique (seating_id, guest_id) deferrable initially immediate,
  constraint one_seat_one_person       unique (table_id, place) deferrable initially immediate,
  constraint a_seat_is_of_one_table    foreign key (table_id, seating_id, seat_count)
    references visits.seating_table (id, seating_id, seat_count) on delete cascade,
  constraint a_seat_is_of_one_plan     foreign key (seating_id, mission_id) references visits.seating (id, mission_id) on delete cascade,
  constraint a_listed_guest_sits       foreign key (guest_id, mission_id) references visits.guest (id, mission_id) on delete cascade
);
create index seat_by_guest on visits.seat (guest_id, mission_id);

-- Who should not be side by side, or at one table: a confidence of the organisation that says so. A pair is written one way.
create table visits.kept_apart (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  guest_id         uuid not null,
  other_id         uuid not null,
  extent           text not null,
  constraint extent_is_known           check (extent in ('neighbours', 'table')),
  constraint a_pair_is_written_one_way check (guest_id < other_id),
  constraint a_pair_is_kept_apart_once unique (organisation_id, guest_id, other_id),
  constraint a_listed_guest_is_apart   foreign key (guest_id, mission_id) references visits.guest (id, mission_id) on delete cascade,
  constraint from_a_listed_guest       foreign key (other_id, mission_id) references visits.guest (id, mission_id) on delete cascade
);
create index kept_apart_by_guest on visits.kept_apart (guest_id, mission_id);
create index kept_apart_by_other on visits.kept_apart (other_id, mission_id);

select app.protect('visits.seating', 'shared', 'select, insert, update, delete');
select app.protect('visits.seating_table', 'shared', 'select, insert, delete');
select app.protect('visits.seat', 'shared', 'select, insert, update, delete');
select app.protect('visits.kept_apart', 'private', 'select, insert, delete');

-- Every partner reads the plan; the organisers write it.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['seating', 'seating_table', 'seat'] loop
    execute format('create policy partners_see_the_plan on visits.%I for select to escale_web using (mission_id in (select missions.actor_seats()))', v_table);
    execute format('create policy organisers_seat on visits.%I to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]))
      with check (mission_id = any ((select missions.actor_led_missions())::uuid[]))', v_table);
  end loop;
end $$;
create policy own_confidences on visits.kept_apart to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
