-- How many people one may bring is between a partner and those who organise: no other partner reads it, nor how many of its people wait,
-- nor what the journal keeps of it.
drop policy partners_see_quotas on registration.quota;
create policy partners_see_their_own_quota on registration.quota for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy organisers_see_quotas on registration.quota for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

drop trigger journal_insert on registration.quota;
drop trigger journal_update on registration.quota;
drop trigger journal_delete on registration.quota;
create trigger journal_insert after insert on registration.quota
  referencing new table as new_rows for each statement execute function app.journal_changes('private');
create trigger journal_update after update on registration.quota
  referencing old table as old_rows new table as new_rows for each statement execute function app.journal_changes('private');
create trigger journal_delete after delete on registration.quota
  referencing old table as old_rows for each statement execute function app.journal_changes('private');

create or replace view registration.place_count with (security_barrier) as
  select p.mission_id, p.organisation_id, q.places, coalesce(q.version, 0) as version,
         (select count(*)::int from delegations.member m
            where m.mission_id = p.mission_id and m.organisation_id = p.organisation_id and m.state = 'registered') as taken,
         (select count(*)::int from registration.application a
            where a.mission_id = p.mission_id and a.organisation_id = p.organisation_id and a.state = 'waiting') as waiting,
         (select count(*)::int from registration.application a
            where a.mission_id = p.mission_id and a.organisation_id = p.organisation_id and a.state = 'approved') as by_application
    from missions.partner p
    left join registration.quota q on q.mission_id = p.mission_id and q.organisation_id = p.organisation_id
    where p.left_at is null
      and (p.mission_id = any ((select missions.actor_led_missions())::uuid[])
           or p.organisation_id = (select app.actor_organisation()) and p.mission_id in (select missions.actor_seats()));
