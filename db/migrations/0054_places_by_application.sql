-- Of the places taken, how many were by an application: the others were listed by an officer, or imported.
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
    where p.mission_id in (select missions.actor_seats()) and p.left_at is null;
