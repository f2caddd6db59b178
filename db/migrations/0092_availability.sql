-- When a member or a venue is not to be had: what the programme is warned by. Every partner reads when; nobody is asked why.
create table programme.unavailability (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  member_id        uuid,
  venue_id         uuid,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null,
  time_zone        text not null,
  constraint a_member_or_a_venue_is_unavailable check ((member_id is null) <> (venue_id is null)),
  constraint an_unavailability_ends_after_it_starts check (ends_at > starts_at),
  constraint zone_is_named check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'),
  constraint who_sends_a_member_says_when foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade,
  constraint a_closed_venue_of_the_mission foreign key (venue_id, mission_id) references programme.venue (id, mission_id) on delete cascade
);
create index unavailability_by_mission on programme.unavailability (mission_id, starts_at);
create index unavailability_by_member on programme.unavailability (member_id);
create index unavailability_by_venue on programme.unavailability (venue_id);

select app.protect('programme.unavailability', 'shared', 'select, insert, delete');
create policy partners_read_the_programme on programme.unavailability for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy partners_say_when on programme.unavailability for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy who_said_it_or_organises_takes_it_back on programme.unavailability for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[])));

-- When somebody is aboard, for the warnings of a programme: read by whom the policies of departure let read it, who sends the person or arranged the journey.
create view departure.pub_aboard with (security_invoker = true) as
  select p.mission_id, p.member_id, p.departs_at, p.arrives_at from departure.passenger p;
grant select on departure.pub_aboard to escale_web, escale_keeper;
