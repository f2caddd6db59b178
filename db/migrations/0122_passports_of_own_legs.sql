-- A passport is asked of who goes where one is needed: the people of a partner that does not go there are asked nothing, and nothing of theirs is kept.

-- The legs each organisation of these missions takes part in: every leg, unless some were named for it.
create function missions.legs_taken(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, leg_id uuid, country char(2), starts_on date, ends_on date)
language sql stable as $$
  select leg.mission_id, seat.organisation_id, leg.id, leg.country, leg.starts_on, leg.ends_on
    from missions.leg leg
    join missions.partner seat on seat.mission_id = leg.mission_id
    where leg.mission_id = any (p_missions)
      and (exists (select from missions.partner_leg taken where taken.partner_id = seat.id and taken.leg_id = leg.id)
        or not exists (select from missions.partner_leg taken where taken.partner_id = seat.id))
$$;
revoke all on function missions.legs_taken from public;
grant execute on function missions.legs_taken to escale_keeper;

create or replace function departure.itineraries(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, country char(2), arrives_on date, starts_on date, ends_on date)
language sql stable as $$
  select leg.mission_id, leg.organisation_id, leg.country, min(leg.starts_on), min(min(leg.starts_on)) over journey, max(max(leg.ends_on)) over journey
    from missions.legs_taken(p_missions) leg
    group by 1, 2, 3
    window journey as (partition by leg.mission_id, leg.organisation_id)
$$;

-- The countries of its own legs for which the people of each organisation are asked their passport.
create function registration.passports_asked(p_mission uuid) returns table (organisation_id uuid, country text)
language sql stable as $$
  select distinct leg.organisation_id, k.country::text
    from registration.passport_ask k join missions.legs_taken(array[p_mission]) leg on leg.country = k.country
    where k.mission_id = p_mission
$$;
revoke all on function registration.passports_asked from public;
grant execute on function registration.passports_asked to escale_keeper;

create or replace function registration.own_passport(p_secret_digest bytea)
returns table (countries text[], written_at timestamptz, expires_on date, kept_until date, ends_on date, readers jsonb, readings jsonb)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select (select coalesce(array_agg(k.country order by k.country), '{}') from registration.passports_asked(a.mission_id) k
            where k.organisation_id = a.organisation_id),
         p.written_at, p.expires_on, registration.kept_until('passport', m.ends_on), m.ends_on,
         (select coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'organisation', o.name) order by r.rank), '[]') from registration.passport_reader r
            join directory.organisation o on o.id = r.organisation_id
            where r.mission_id = a.mission_id and (r.organisation_id = a.organisation_id or r.organisation_id = m.lead_organisation_id)),
         (select coalesce(jsonb_agg(jsonb_build_object('readAt', to_char(d.read_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'name', d.reader_name,
             'organisation', d.reader_organisation, 'purpose', d.purpose) order by d.read_at desc, d.id), '[]')
            from registration.passport_reading d where d.application_id = a.id)
    from registration.application a
    join missions.mission m on m.id = a.mission_id
    left join registration.passport p on p.application_id = a.id
    where a.secret_digest = p_secret_digest and a.state = 'approved';
end;

-- False when they have no place, when no destination of theirs asks for it, or when the journey is over.
create or replace function registration.write_passport(p_secret_digest bytea, p_key_id text, p_sealed bytea, p_expires_on date, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date)
      and exists (select from registration.passports_asked(m.id) k where k.organisation_id = a.organisation_id);
  if not found then return false; end if;
  insert into registration.passport as p (application_id, mission_id, organisation_id, key_id, sealed, expires_on, written_at)
    values (v_application.id, v_application.mission_id, v_application.organisation_id, p_key_id, p_sealed, p_expires_on, p_now)
    on conflict (application_id) do update set key_id = excluded.key_id, sealed = excluded.sealed, expires_on = excluded.expires_on, written_at = excluded.written_at;
  return true;
end $$;

-- Who is asked theirs, whether they told it, and nothing of it: for those who prepare the journey of their own people, and for who may read.
create or replace function registration.passports_told(p_mission uuid)
returns table (application_id uuid, member_id uuid, organisation_id uuid, given_name text, family_name text, written_at timestamptz, may_read boolean)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select a.id, a.member_id, a.organisation_id, a.given_name, a.family_name, p.written_at, registration.reads_passports_of(a.mission_id, a.organisation_id)
    from registration.application a left join registration.passport p on p.application_id = a.id
    where a.mission_id = p_mission and a.state = 'approved' and a.mission_id in (select missions.actor_seats())
      and a.organisation_id in (select k.organisation_id from registration.passports_asked(p_mission) k)
      and ((a.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator', 'officer'])
        or registration.reads_passports_of(a.mission_id, a.organisation_id));
end;

-- A destination that is not asked any longer, where one's organisation does not go any longer, or a place given up: what was told goes at once.
create or replace function registration.forget_passports() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if tg_table_name = 'application' then
    delete from registration.passport where application_id = new.id;
  else
    delete from registration.passport p where p.mission_id = coalesce(new.mission_id, old.mission_id)
      and not exists (select from registration.passports_asked(p.mission_id) k where k.organisation_id = p.organisation_id);
  end if;
  return null;
end $$;

-- At the end of what is being done: legs are replaced by taking them back and naming them anew.
create constraint trigger passports_go_with_the_legs after update or delete on missions.leg deferrable initially deferred
  for each row execute function registration.forget_passports();
create constraint trigger passports_go_with_own_legs after insert or delete on missions.partner_leg deferrable initially deferred
  for each row execute function registration.forget_passports();

-- What was told by those who need not have been asked: nobody else sees a passport to erase it.
set local role escale_keeper;
delete from registration.passport p
  where not exists (select from registration.passports_asked(p.mission_id) k where k.organisation_id = p.organisation_id);
reset role;
