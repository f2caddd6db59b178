-- What someone needs on the way, asked once they have a place: wishes, a room, a diet, access. For the organisation that sends them, as long as
-- it serves, and no longer.

-- How long each kind is kept after the return: dated data with its ground. What is read is the rule in force on the day of the return.
create table registration.retention_rule (
  subject     text not null,
  valid_from  date not null,
  days        integer not null,
  ground      text not null,
  primary key (subject, valid_from),
  constraint subject_is_known    check (subject in ('health', 'travel')),
  constraint kept_a_while_at_most check (days between 0 and 3650),
  constraint ground_is_told      check (btrim(ground) <> '')
);
grant select on registration.retention_rule to escale_web, escale_keeper;
insert into registration.retention_rule (subject, valid_from, days, ground) values
  ('health', '2018-05-25', 7, 'RGPD, articles 5(1)(e) et 9 : un régime ou un besoin d’accès est une donnée de santé, effacée dès le retour'),
  ('travel', '2018-05-25', 30, 'RGPD, article 5(1)(e) : souhaits de voyage et d’hébergement, effacés une fois le voyage réglé');

-- The journal holds none of it: what is erased here is erased.
create table registration.travel_needs (
  id                uuid primary key default uuidv7(),
  application_id    uuid not null unique,
  mission_id        uuid not null,
  organisation_id   uuid not null,
  wishes            text not null default '',
  rooming           text not null default '',
  diet              text not null default '',
  access            text not null default '',
  written_at        timestamptz not null,
  health_erased_at  timestamptz,
  constraint needs_are_short               check (greatest(length(wishes), length(rooming), length(diet), length(access)) <= 2000),
  constraint what_was_erased_stays_empty   check (health_erased_at is null or (diet = '' and access = '')),
  constraint needs_belong_to_an_application foreign key (application_id, mission_id, organisation_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade
);
select app.protect('registration.travel_needs', 'silent', 'select');
-- Not the room's, nor a reader's: those who prepare the journey of their own people.
create policy who_prepares_the_journey_reads_needs on registration.travel_needs for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats())
    and (select app.actor_roles()) && array['administrator', 'officer']);

-- The last day each kind of data of a journey is kept; null while nobody knows when the journey ends.
create function registration.kept_until(p_subject text, p_ends_on date) returns date language sql stable
  return p_ends_on + (select r.days from registration.retention_rule r where r.subject = p_subject and r.valid_from <= p_ends_on order by r.valid_from desc limit 1);

-- By the secret of the applicant's page, once they have a place.
create function registration.own_needs(p_secret_digest bytea)
returns table (wishes text, rooming text, diet text, access text, written_at timestamptz, health_until date, travel_until date)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select coalesce(n.wishes, ''), coalesce(n.rooming, ''), coalesce(n.diet, ''), coalesce(n.access, ''), n.written_at,
         registration.kept_until('health', m.ends_on), registration.kept_until('travel', m.ends_on)
    from registration.application a
    join missions.mission m on m.id = a.mission_id
    left join registration.travel_needs n on n.application_id = a.id
    where a.secret_digest = p_secret_digest and a.state = 'approved';
end;

-- False when they have no place, or when the journey is over: nothing is asked any longer.
create function registration.write_needs(p_secret_digest bytea, p_needs jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date);
  if not found then return false; end if;
  insert into registration.travel_needs as n (application_id, mission_id, organisation_id, wishes, rooming, diet, access, written_at)
    values (v_application.id, v_application.mission_id, v_application.organisation_id, p_needs ->> 'wishes', p_needs ->> 'rooming', p_needs ->> 'diet', p_needs ->> 'access', p_now)
    on conflict (application_id) do update set wishes = excluded.wishes, rooming = excluded.rooming, diet = excluded.diet, access = excluded.access,
      written_at = excluded.written_at, health_erased_at = null;
  return true;
end $$;

-- Someone who no longer travels is asked for nothing: what they told goes at once.
create function registration.forget_needs() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  delete from registration.travel_needs where application_id = new.id;
  return null;
end $$;
create trigger needs_go_with_the_place after update of state on registration.application
  for each row when (old.state = 'approved' and new.state <> 'approved') execute function registration.forget_needs();

alter function registration.own_needs owner to escale_keeper;
alter function registration.write_needs owner to escale_keeper;
alter function registration.forget_needs owner to escale_keeper;
revoke all on function registration.own_needs, registration.write_needs, registration.forget_needs from public;
grant execute on function registration.own_needs, registration.write_needs to escale_web;
