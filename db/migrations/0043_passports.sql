-- Passports: told by travellers only where a destination needs them, sealed before they reach the database, read by two named people at most,
-- each reading noted, and erased by dated rules.

-- ---------------------------------------------------------------- when they are asked
-- A destination for which those who organise say that passports are needed. Read by every partner: a fact of the room.
create table registration.passport_ask (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  country     char(2) not null,
  constraint country_is_iso_alpha2        check (country ~ '^[A-Z]{2}$'),
  constraint a_destination_is_asked_once  unique (mission_id, country)
);
select app.protect('registration.passport_ask', 'shared', 'select, insert, delete');
create policy partners_see_what_is_asked on registration.passport_ask for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_ask on registration.passport_ask for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_ask_no_longer on registration.passport_ask for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

create function registration.check_passport_ask() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if not exists (select from missions.leg g where g.mission_id = new.mission_id and g.country = new.country) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_passport_is_asked_for_a_destination', message = 'no leg goes there';
  end if;
  return new;
end $$;
create trigger a_passport_is_asked_for_a_destination before insert on registration.passport_ask for each row execute function registration.check_passport_ask();

-- ---------------------------------------------------------------- who reads them
-- Two people at most for a whole mission, named by the organisation that leads it. Every partner reads who they are.
create table registration.passport_reader (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  rank             smallint not null,
  account_id       uuid not null,
  organisation_id  uuid not null references directory.organisation,
  name             text not null,
  constraint two_people_at_most_read_passports  check (rank between 1 and 2),
  constraint one_reader_per_rank                unique (mission_id, rank),
  constraint a_reader_is_named_once             unique (mission_id, account_id),
  constraint a_reader_has_a_name                check (btrim(name) <> '')
);
select app.protect('registration.passport_reader', 'shared', 'select, delete');
create policy partners_see_who_reads on registration.passport_reader for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy the_lead_takes_the_right_back on registration.passport_reader for delete to escale_web
  using (mission_id in (select m.id from missions.mission m where m.lead_organisation_id = (select app.actor_organisation()))
    and (select app.actor_roles()) && array['administrator', 'officer']);

-- A reader belongs to the organisation that leads, or to one that travels with it: and then reads of its own people only.
create function registration.check_passport_reader() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if not exists (select from identity.membership b join missions.partner p on p.organisation_id = b.organisation_id and p.left_at is null
                   where b.account_id = new.account_id and b.organisation_id = new.organisation_id and p.mission_id = new.mission_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_reader_is_of_the_lead_or_of_a_partner',
      message = 'whoever reads passports is a member of an organisation of the mission';
  end if;
  return new;
end $$;
create trigger a_reader_is_of_the_lead_or_of_a_partner before insert or update on registration.passport_reader
  for each row execute function registration.check_passport_reader();

-- By the address of an account, because the lead does not see who works for its partners. An address nobody of the mission has gives 'unknown'.
create function registration.name_passport_reader(p_mission uuid, p_rank smallint, p_email text) returns text
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_lead   uuid;
  v_found  record;
begin
  select m.lead_organisation_id into v_lead from missions.mission m
    where m.id = p_mission and m.lead_organisation_id = app.actor_organisation() and m.id in (select missions.actor_seats())
      and app.actor_roles() && array['administrator', 'officer'];
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_lead_names_who_reads_passports', message = 'only the organisation that leads';
  end if;
  select u.id, u.name, b.organisation_id into v_found
    from auth."user" u join identity.membership b on b.account_id = u.id
    join missions.partner p on p.organisation_id = b.organisation_id and p.mission_id = p_mission and p.left_at is null
    where lower(u.email) = lower(p_email) order by (b.organisation_id = v_lead) desc, b.organisation_id limit 1;
  if not found then return 'unknown'; end if;
  delete from registration.passport_reader r where r.mission_id = p_mission and r.rank = p_rank;
  insert into registration.passport_reader (mission_id, rank, account_id, organisation_id, name)
    values (p_mission, p_rank, v_found.id, v_found.organisation_id, v_found.name);
  return 'named';
end $$;

-- ---------------------------------------------------------------- the passports
-- Number and issuing country are sealed by the application (AES-256-GCM): neither the database, nor its backup, nor its owner can read them.
-- The day of expiry is beside, alone: what asks for six months of validity must be able to compare it. No request reads this table.
create table registration.passport (
  id               uuid primary key default uuidv7(),
  application_id   uuid not null unique,
  mission_id       uuid not null,
  organisation_id  uuid not null,
  key_id           text not null,
  sealed           bytea not null,
  expires_on       date not null,
  written_at       timestamptz not null,
  constraint a_key_is_named                    check (key_id ~ '^[A-Za-z0-9_-]{1,32}$'),
  constraint a_passport_is_sealed              check (octet_length(sealed) > 28),
  constraint a_passport_is_of_an_application   foreign key (application_id, mission_id, organisation_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade
);
select app.protect('registration.passport', 'silent', '');

-- Who read whose, when and for what. Never changed; it outlives the passport, for as long as its rule says.
create table registration.passport_reading (
  id                   uuid primary key default uuidv7(),
  application_id       uuid not null,
  mission_id           uuid not null,
  organisation_id      uuid not null,
  account_id           uuid not null,
  reader_name          text not null,
  reader_organisation  text not null,
  purpose              text not null,
  read_at              timestamptz not null,
  constraint purpose_is_known  check (purpose in ('page', 'consulate_list')),
  constraint a_reading_is_of_an_application foreign key (application_id, mission_id, organisation_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade
);
create index passport_reading_by_application on registration.passport_reading (application_id, read_at);
select app.protect('registration.passport_reading', 'silent', 'select');
create policy who_sends_the_person_sees_readings on registration.passport_reading for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

alter table registration.retention_rule drop constraint subject_is_known;
alter table registration.retention_rule add constraint subject_is_known check (subject in ('begun', 'health', 'travel', 'passport', 'reading'));
insert into registration.retention_rule (subject, valid_from, days, ground) values
  ('begun', '2018-05-25', 30, 'RGPD, article 5(1)(e) : une inscription que personne n’a confirmée n’est lue par personne'),
  ('passport', '2018-05-25', 0, 'RGPD, article 5(1)(e) : un numéro de passeport ne sert plus à personne une fois la mission rentrée'),
  ('reading', '2018-05-25', 365, 'CNIL, recommandation du 14 octobre 2021 relative à la journalisation : de six mois à un an');

-- ---------------------------------------------------------------- the traveller, who has no account
-- Destinations that ask for it, when it was told and expires, until when it is kept, and who may read it. The number is never shown again.
create function registration.own_passport(p_secret_digest bytea)
returns table (countries text[], written_at timestamptz, expires_on date, kept_until date, ends_on date, readers jsonb, readings jsonb)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select (select coalesce(array_agg(k.country::text order by k.country), '{}') from registration.passport_ask k where k.mission_id = a.mission_id
            and exists (select from missions.leg g where g.mission_id = k.mission_id and g.country = k.country)),
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

-- False when they have no place, when no destination asks for it, or when the journey is over.
create function registration.write_passport(p_secret_digest bytea, p_key_id text, p_sealed bytea, p_expires_on date, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date)
      and exists (select from registration.passport_ask k join missions.leg g on g.mission_id = k.mission_id and g.country = k.country where k.mission_id = m.id);
  if not found then return false; end if;
  insert into registration.passport as p (application_id, mission_id, organisation_id, key_id, sealed, expires_on, written_at)
    values (v_application.id, v_application.mission_id, v_application.organisation_id, p_key_id, p_sealed, p_expires_on, p_now)
    on conflict (application_id) do update set key_id = excluded.key_id, sealed = excluded.sealed, expires_on = excluded.expires_on, written_at = excluded.written_at;
  return true;
end $$;

create function registration.erase_own_passport(p_secret_digest bytea) returns boolean language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  delete from registration.passport p using registration.application a where a.id = p.application_id and a.secret_digest = p_secret_digest;
  return found;
end $$;

-- A destination that is not asked any longer, or a place given up: what was told goes at once.
create function registration.forget_passports() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if tg_table_name = 'application' then
    delete from registration.passport where application_id = new.id;
  elsif not exists (select from registration.passport_ask k where k.mission_id = old.mission_id) then
    delete from registration.passport where mission_id = old.mission_id;
  end if;
  return null;
end $$;
create trigger passport_goes_with_the_place after update of state on registration.application
  for each row when (old.state = 'approved' and new.state <> 'approved') execute function registration.forget_passports();
create trigger passports_go_with_the_last_ask after delete on registration.passport_ask for each row execute function registration.forget_passports();

-- ---------------------------------------------------------------- reading
-- Whether the acting account is one of the two for a person sent by this organisation. An API key reads none.
create function registration.reads_passports_of(p_mission uuid, p_organisation uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select exists (select from registration.passport_reader r join missions.mission m on m.id = r.mission_id
    where r.mission_id = p_mission and r.account_id = app.actor_account() and r.organisation_id = app.actor_organisation()
      and r.mission_id in (select missions.actor_seats())
      and (r.organisation_id = m.lead_organisation_id or r.organisation_id = p_organisation));
end;

-- Who has told theirs, and nothing of it: for those who prepare the journey of their own people, and for who may read.
create function registration.passports_told(p_mission uuid)
returns table (application_id uuid, member_id uuid, organisation_id uuid, given_name text, family_name text, written_at timestamptz, may_read boolean)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select a.id, a.member_id, a.organisation_id, a.given_name, a.family_name, p.written_at, registration.reads_passports_of(a.mission_id, a.organisation_id)
    from registration.application a left join registration.passport p on p.application_id = a.id
    where a.mission_id = p_mission and a.state = 'approved' and a.mission_id in (select missions.actor_seats())
      and ((a.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator', 'officer'])
        or registration.reads_passports_of(a.mission_id, a.organisation_id));
end;

-- Gives the sealed words of these applications to one who may read them, and notes each reading: there is no way to one without the other.
create function registration.read_passports(p_mission uuid, p_applications uuid[], p_purpose text, p_now timestamptz)
returns table (application_id uuid, member_id uuid, key_id text, sealed bytea, expires_on date)
language plpgsql security definer set search_path = pg_catalog, registration as $$
#variable_conflict use_column
begin
  insert into registration.passport_reading (application_id, mission_id, organisation_id, account_id, reader_name, reader_organisation, purpose, read_at)
    select p.application_id, p.mission_id, p.organisation_id, app.actor_account(), coalesce(nullif(current_setting('app.actor_name', true), ''), r.name), o.name, p_purpose, p_now
      from registration.passport p
      join registration.passport_reader r on r.mission_id = p.mission_id and r.account_id = app.actor_account() and r.organisation_id = app.actor_organisation()
      join directory.organisation o on o.id = r.organisation_id
      where p.mission_id = p_mission and p.application_id = any (p_applications) and registration.reads_passports_of(p.mission_id, p.organisation_id);
  return query select p.application_id, a.member_id, p.key_id, p.sealed, p.expires_on
    from registration.passport p join registration.application a on a.id = p.application_id
    where p.mission_id = p_mission and p.application_id = any (p_applications) and registration.reads_passports_of(p.mission_id, p.organisation_id);
end $$;

-- ---------------------------------------------------------------- what is kept too long
-- By the rules of that day: one row per mission, organisation and kind. Applications begun and never confirmed are counted from their last change,
-- readings from their day, all the rest from the return.
create function registration.overdue(p_day date)
returns table (subject text, mission_id uuid, organisation_id uuid, row_count integer, kept_until date, days integer, ground text)
language sql stable as $$
  with held as (
    select 'begun' as subject, a.mission_id, a.organisation_id, a.changed_at::date as counted_from
      from registration.application a where a.state in ('draft', 'unverified') and a.verified_at is null and a.endorsed_at is null
    union all
    select 'health', n.mission_id, n.organisation_id, m.ends_on
      from registration.travel_needs n join missions.mission m on m.id = n.mission_id where n.health_erased_at is null and m.ends_on is not null
    union all
    select 'travel', n.mission_id, n.organisation_id, m.ends_on
      from registration.travel_needs n join missions.mission m on m.id = n.mission_id where m.ends_on is not null
    union all
    select 'passport', p.mission_id, p.organisation_id, m.ends_on
      from registration.passport p join missions.mission m on m.id = p.mission_id where m.ends_on is not null
    union all
    select 'reading', d.mission_id, d.organisation_id, d.read_at::date from registration.passport_reading d
  )
  select h.subject, h.mission_id, h.organisation_id, count(*)::int, max(h.counted_from + r.days), r.days, r.ground
    from held h
    cross join lateral (select rule.days, rule.ground from registration.retention_rule rule
      where rule.subject = h.subject and rule.valid_from <= h.counted_from order by rule.valid_from desc limit 1) r
    where h.counted_from + r.days < p_day
    group by 1, 2, 3, 6, 7
$$;

-- What was erased, when and by which rule: a figure, and nothing of what it was.
create table registration.purge (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null references directory.organisation,
  subject          text not null,
  row_count        integer not null,
  kept_until       date not null,
  ground           text not null,
  purged_at        timestamptz not null,
  constraint subject_is_known          check (subject in ('begun', 'health', 'travel', 'passport', 'reading')),
  constraint a_purge_erased_something  check (row_count > 0)
);
create index purge_by_organisation on registration.purge (organisation_id, purged_at desc);
select app.protect('registration.purge', 'private', 'select');
create policy administrators_see_what_was_erased on registration.purge for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and (select app.actor_roles()) && array['administrator']);

-- What the next purge would erase of the acting organisation: for its administrators.
create function registration.own_overdue(p_day date)
returns table (subject text, mission_id uuid, organisation_id uuid, row_count integer, kept_until date, days integer, ground text)
language sql stable security definer set search_path = pg_catalog, registration as $$
  select o.* from registration.overdue(p_day) o where o.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator']
$$;

-- Erases it, and says so in the journal of each organisation. Answers what it erased.
create function registration.purge_overdue(p_now timestamptz)
returns table (subject text, mission_id uuid, organisation_id uuid, row_count integer, kept_until date, days integer, ground text)
language plpgsql security definer set search_path = pg_catalog, registration as $$
#variable_conflict use_column
declare
  v_due record;
begin
  perform pg_advisory_xact_lock(43, 43);
  perform set_config('app.event', 'retention.purged', true);
  for v_due in select * from registration.overdue(p_now::date) o order by o.organisation_id, o.mission_id, o.subject loop
    perform set_config('app.organisation', v_due.organisation_id::text, true);
    insert into registration.purge (mission_id, organisation_id, subject, row_count, kept_until, ground, purged_at)
      values (v_due.mission_id, v_due.organisation_id, v_due.subject, v_due.row_count, v_due.kept_until, v_due.ground, p_now);
    case v_due.subject
      when 'begun' then delete from registration.application a where a.mission_id = v_due.mission_id and a.organisation_id = v_due.organisation_id
        and a.state in ('draft', 'unverified') and a.verified_at is null and a.endorsed_at is null and a.changed_at::date + v_due.days < p_now::date;
      when 'health' then update registration.travel_needs n set diet = '', access = '', health_erased_at = p_now
        where n.mission_id = v_due.mission_id and n.organisation_id = v_due.organisation_id and n.health_erased_at is null;
      when 'travel' then delete from registration.travel_needs n where n.mission_id = v_due.mission_id and n.organisation_id = v_due.organisation_id;
      when 'passport' then delete from registration.passport p where p.mission_id = v_due.mission_id and p.organisation_id = v_due.organisation_id;
      when 'reading' then delete from registration.passport_reading d where d.mission_id = v_due.mission_id and d.organisation_id = v_due.organisation_id
        and d.read_at::date + v_due.days < p_now::date;
    end case;
    return query select v_due.subject, v_due.mission_id, v_due.organisation_id, v_due.row_count, v_due.kept_until, v_due.days, v_due.ground;
  end loop;
  perform set_config('app.organisation', '', true);
end $$;

do $$
declare
  v_function text;
begin
  foreach v_function in array array['check_passport_ask', 'check_passport_reader', 'name_passport_reader', 'own_passport', 'write_passport', 'erase_own_passport',
      'forget_passports', 'reads_passports_of', 'passports_told', 'read_passports', 'overdue', 'own_overdue', 'purge_overdue'] loop
    execute format('alter function registration.%I owner to escale_keeper', v_function);
    execute format('revoke all on function registration.%I from public', v_function);
  end loop;
end $$;
grant execute on function registration.name_passport_reader, registration.own_passport, registration.write_passport, registration.erase_own_passport,
  registration.passports_told, registration.read_passports, registration.own_overdue to escale_web;
