-- The seats of the acting organisation, each with what its list of missions shows. A list reads its twenty-five lines from four tables:
-- asking each of them anew which missions the reader may see took a third of the time. This view asks once, in its own condition,
-- behind a security barrier, like identity.account_card.
create view missions.own_seat with (security_barrier) as
  select own.mission_id, own.organisation_id, own.role, own.accounts_closed_on, own.ratified_on,
         (select count(*)::int from missions.partner p where p.mission_id = own.mission_id and p.left_at is null) as partner_count,
         (select count(*)::int from missions.objective o where o.mission_id = own.mission_id) as objective_count,
         (select m.decided_on from missions.mandate m where m.mission_id = own.mission_id and m.organisation_id = own.organisation_id) as mandate_decided_on,
         coalesce((select jsonb_agg(l.city_name order by l.position) from missions.leg l where l.mission_id = own.mission_id), '[]') as cities
    from missions.partner own
    where own.organisation_id = app.actor_organisation() and own.left_at is null;
alter view missions.own_seat owner to escale_keeper;
grant select on missions.own_seat to escale_web;
