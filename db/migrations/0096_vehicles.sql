-- The vehicles of a mission: what a journey of the programme may name, with how many it carries. Who adds one brings it.
create table programme.vehicle (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation(),
  name             text not null,
  seats            integer not null,
  constraint a_vehicle_is_named             check (name = btrim(name) and length(name) between 1 and 100),
  constraint a_vehicle_seats_somebody       check (seats between 1 and 1000),
  constraint a_partner_brings_the_vehicle   foreign key (mission_id, organisation_id) references missions.partner (mission_id, organisation_id),
  constraint one_vehicle_per_name           unique (mission_id, name),
  constraint a_vehicle_has_one_mission      unique (id, mission_id)
);

select app.protect('programme.vehicle', 'shared', 'select, insert, update, delete');
create policy partners_read_the_programme on programme.vehicle for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_bring_their_own on programme.vehicle for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy who_brought_it_or_organises_changes on programme.vehicle for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])));
create policy who_brought_it_or_organises_removes on programme.vehicle for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])));

-- Only a journey has a vehicle.
alter table programme.item add column vehicle_id uuid;
alter table programme.item add constraint only_a_journey_has_a_vehicle check (vehicle_id is null or type = 'travel');
alter table programme.item add constraint a_vehicle_in_use_stays foreign key (vehicle_id, mission_id) references programme.vehicle (id, mission_id);
create index item_by_vehicle on programme.item (vehicle_id);
