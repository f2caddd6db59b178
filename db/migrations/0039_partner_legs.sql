-- Which legs of a mission a partner takes part in. A partner without a row takes part in all of them.
alter table missions.partner add constraint a_partner_has_one_mission unique (id, mission_id);
create table missions.partner_leg (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  partner_id  uuid not null,
  leg_id      uuid not null,
  constraint a_leg_is_taken_once        unique (partner_id, leg_id),
  constraint a_leg_of_the_same_mission  foreign key (leg_id, mission_id) references missions.leg (id, mission_id) on delete cascade,
  constraint a_partner_of_the_same_mission foreign key (partner_id, mission_id) references missions.partner (id, mission_id)
);
create index partner_leg_by_mission on missions.partner_leg (mission_id);
select app.protect('missions.partner_leg', 'shared', 'select, insert, delete');
create policy partners_see_partner_legs on missions.partner_leg for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_choose_partner_legs on missions.partner_leg for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_give_partner_legs_back on missions.partner_leg for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- Whoever leads is everywhere.
create function missions.lead_takes_every_leg() returns trigger language plpgsql security definer set search_path = pg_catalog, missions as $$
begin
  if exists (select from missions.partner p where p.id = new.partner_id and p.role = 'lead') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_lead_takes_part_in_every_leg',
      message = 'the lead of a mission takes part in every leg';
  end if;
  return new;
end $$;
alter function missions.lead_takes_every_leg owner to escale_keeper;
create trigger lead_takes_every_leg before insert on missions.partner_leg for each row execute function missions.lead_takes_every_leg();
