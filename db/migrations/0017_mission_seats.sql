-- What partners of a mission see costs the same per row, however many missions they take part in.

-- `mission_id = any (array)` reads the array again for each row: with 4,000 missions, a list of missions took four times as long as
-- without policies, and counting them ten times. A set is hashed once per statement, and each row then looks itself up.
create function missions.actor_seats() returns setof uuid language sql stable parallel safe rows 50 security definer set search_path = pg_catalog, missions
begin atomic
  select mission_id from missions.partner where organisation_id = app.actor_organisation() and left_at is null;
end;
alter function missions.actor_seats owner to escale_keeper;

alter policy partners_see_the_mission on missions.mission
  using (id in (select missions.actor_seats()) or lead_organisation_id = (select app.actor_organisation()));
alter policy partners_see_each_other on missions.partner using (mission_id in (select missions.actor_seats()));
alter policy partners_see_legs on missions.leg using (mission_id in (select missions.actor_seats()));
alter policy partners_see_objectives on missions.objective using (mission_id in (select missions.actor_seats()));
alter policy partners_see_mandates on missions.mandate using (mission_id in (select missions.actor_seats()));
alter policy partners_see_members on delegations.member using (mission_id in (select missions.actor_seats()));

-- A policy for all commands is planned by every read too, beside the one that lets partners read. These are about writing.
drop policy organisers_write_legs on missions.leg;
create policy organisers_add_legs on missions.leg for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_change_legs on missions.leg for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_remove_legs on missions.leg for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

drop policy organisers_write_objectives on missions.objective;
create policy organisers_add_objectives on missions.objective for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_change_objectives on missions.objective for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_remove_objectives on missions.objective for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

drop policy own_mandate on missions.mandate;
create policy own_mandate_is_added on missions.mandate for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_mandate_is_changed on missions.mandate for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_mandate_is_removed on missions.mandate for delete to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
