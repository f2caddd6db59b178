-- Delegations that ask to be received, and what is decided about them: the desk they write to, what they ask, why it is of interest, and the letters.
-- All of it is private to the organisation that is asked: it holds names and addresses of people who wrote to it and to nobody else.
create schema visits;
grant usage on schema visits to escale_web, escale_keeper;
grant create on schema visits to escale_keeper;

-- Where one writes to. Its address is published by the organisation; closed, it answers that it is closed.
create table visits.desk (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  slug             text not null,
  is_open          boolean not null default false,
  welcome          jsonb not null default '{}',
  strong_from      integer not null default 4,
  version          integer not null default 1,
  constraint slug_is_an_address        check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  constraint welcome_is_localized      check (app.is_localized(welcome)),
  constraint strong_interest_is_a_sum  check (strong_from between 1 and 100),
  constraint one_desk_per_organisation unique (organisation_id),
  constraint an_address_serves_one_desk unique (slug)
);

-- Why a visit is of interest for the territory, written by the organisation: dated, weighed, and with the partner it should be offered to.
create table visits.criterion (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null,
  value            text not null default '',
  reason           jsonb not null,
  weight           integer not null,
  partner          text not null default '',
  valid_from       date,
  valid_to         date,
  version          integer not null default 1,
  constraint kind_is_known             check (kind in ('country', 'city', 'topic', 'asker', 'size', 'known')),
  constraint a_criterion_has_its_value check ((kind = 'known') = (btrim(value) = '')),
  constraint a_size_is_a_number        check (kind <> 'size' or value ~ '^[1-9][0-9]{0,3}$'),
  constraint reason_is_localized       check (app.is_localized(reason) and reason <> '{}'),
  constraint weight_is_moderate        check (weight between -5 and 5 and weight <> 0),
  constraint valid_dates_are_in_order  check (valid_to >= valid_from)
);
create index criterion_by_organisation on visits.criterion (organisation_id);

create table visits.request (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  number           integer not null,
  request_key      uuid,
  source           text not null,
  received_at      timestamptz not null,
  language         text not null,
  asker            text not null,
  asker_kind       text not null default 'other',
  country          char(2) not null,
  city             text not null default '',
  contact_name     text not null default '',
  contact_email    text,
  contact_phone    text not null default '',
  head_name        text not null default '',
  head_capacity    text not null default '',
  people_count     integer,
  wished_from      date,
  wished_to        date,
  topics           text not null default '',
  purpose          text not null default '',
  original         text not null default '',
  state            text not null default 'received',
  decided_at       timestamptz,
  decided_by_name  text,
  reason           text,
  redirected_to    text,
  duplicate_of     uuid,
  mission_id       uuid references missions.mission,
  version          integer not null default 1,
  search_text      text generated always as (app.fold(asker || ' ' || city)) stored,
  constraint source_is_known                     check (source in ('form', 'mail', 'manual')),
  constraint state_is_known                      check (state in ('received', 'accepted', 'redirected', 'declined', 'duplicate')),
  constraint asker_kind_is_known                 check (asker_kind in ('authority', 'government', 'company', 'academic', 'cultural', 'network', 'press', 'other')),
  constraint language_is_known                   check (language in ('fr', 'en')),
  constraint asker_is_named                      check (btrim(asker) <> ''),
  constraint country_is_iso_alpha2               check (country ~ '^[A-Z]{2}$'),
  constraint contact_email_is_an_address         check (contact_email ~ '^[^@\s]+@[^@\s]+$'),
  constraint a_form_leaves_an_address            check (source <> 'form' or contact_email is not null),
  constraint people_are_counted                  check (people_count between 1 and 10000),
  constraint wished_days_are_in_order            check (wished_to >= wished_from and (wished_to is null or wished_from is not null)),
  constraint decided_at_unless_received          check ((state = 'received') = (decided_at is null)),
  constraint an_acceptance_opens_a_mission       check ((state = 'accepted') = (mission_id is not null)),
  constraint redirected_to_someone               check ((state = 'redirected') = (redirected_to is not null) and btrim(redirected_to) <> ''),
  constraint declined_with_a_reason              check (state <> 'declined' or (reason is not null and btrim(reason) <> '')),
  constraint a_duplicate_names_its_original      check ((state = 'duplicate') = (duplicate_of is not null)),
  constraint nothing_is_its_own_duplicate        check (duplicate_of <> id),
  constraint a_request_has_one_number            unique (organisation_id, number),
  constraint a_form_has_one_effect               unique (organisation_id, request_key),
  constraint a_request_is_of_one_organisation    unique (id, organisation_id),
  constraint an_original_of_the_same_desk        foreign key (duplicate_of, organisation_id) references visits.request (id, organisation_id),
  constraint one_request_per_mission             unique (mission_id)
);
create index request_by_state on visits.request (organisation_id, state, received_at desc);
create index request_by_search_text on visits.request using gin (search_text gin_trgm_ops);

-- How the organisation answers, when it writes otherwise than we do. `{{…}}` are the placeholders of domain/letter.ts.
create table visits.letter_text (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null,
  subject          jsonb not null,
  body             jsonb not null,
  version          integer not null default 1,
  constraint kind_is_known          check (kind in ('accepted', 'redirected', 'declined', 'thanks')),
  constraint subject_is_localized   check (app.is_localized(subject)),
  constraint body_is_localized      check (app.is_localized(body)),
  constraint one_text_per_kind      unique (organisation_id, kind)
);

-- A letter as it left: never changed.
create table visits.letter (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation(),
  request_id       uuid not null,
  kind             text not null,
  language         text not null,
  recipient        text not null,
  email            text,
  subject          text not null,
  body             text not null,
  written_on       date not null,
  written_by_name  text not null,
  is_sent          boolean not null,
  constraint kind_is_known            check (kind in ('accepted', 'redirected', 'declined', 'thanks')),
  constraint language_is_known        check (language in ('fr', 'en')),
  constraint subject_is_not_empty     check (btrim(subject) <> ''),
  constraint body_is_not_empty        check (btrim(body) <> ''),
  constraint what_is_sent_has_an_address check (not is_sent or email is not null),
  constraint a_letter_answers_a_request foreign key (request_id, organisation_id) references visits.request (id, organisation_id)
);
create index letter_by_request on visits.letter (request_id);
-- An answer is given once; one may thank twice.
create unique index one_answer_per_request on visits.letter (request_id) where kind <> 'thanks';

-- Who was received: what every partner of the mission may know of the visitors. The request it came from stays with the host.
create table visits.visit (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  visitor          text not null,
  country          char(2) not null,
  city             text not null default '',
  head_name        text not null default '',
  head_capacity    text not null default '',
  people_count     integer,
  version          integer not null default 1,
  search_text      text generated always as (app.fold(visitor || ' ' || city)) stored,
  constraint visitor_is_named       check (btrim(visitor) <> ''),
  constraint country_is_iso_alpha2  check (country ~ '^[A-Z]{2}$'),
  constraint people_are_counted     check (people_count between 1 and 10000),
  constraint one_visit_per_mission  unique (mission_id)
);
create index visit_by_search_text on visits.visit using gin (search_text gin_trgm_ops);

-- How often each network knocks at a desk, for a day: no address is kept, only its digest.
create table visits.knock (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null,
  network_digest   bytea not null,
  knocked_at       timestamptz not null,
  constraint digest_has_32_bytes check (octet_length(network_digest) = 32)
);
create index knock_by_age on visits.knock (organisation_id, knocked_at);

select app.protect('visits.desk', 'private', 'select, insert, update');
select app.protect('visits.criterion', 'private', 'select, insert, update, delete');
select app.protect('visits.request', 'private', 'select, insert, update');
select app.protect('visits.letter_text', 'private', 'select, insert, update, delete');
select app.protect('visits.letter', 'private', 'select, insert');
select app.protect('visits.visit', 'shared', 'select, insert, update');
select app.protect('visits.knock', 'silent', '');

do $$
declare
  v_table text;
begin
  foreach v_table in array array['desk', 'criterion', 'letter_text'] loop
    execute format('create policy own_rows on visits.%I to escale_web using (organisation_id = (select app.actor_organisation()))
      with check (organisation_id = (select app.actor_organisation()))', v_table);
  end loop;
  -- Those who answer read what was written to the organisation; its other members do not.
  foreach v_table in array array['request', 'letter'] loop
    execute format($policy$create policy those_who_answer on visits.%I to escale_web
      using (organisation_id = (select app.actor_organisation()) and (select app.actor_roles()) && array['officer', 'administrator'])
      with check (organisation_id = (select app.actor_organisation()) and (select app.actor_roles()) && array['officer', 'administrator'])$policy$, v_table);
  end loop;
end $$;
create policy partners_see_who_is_received on visits.visit for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_say_who_is_received on visits.visit for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_correct_who_is_received on visits.visit for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- What was asked and decided does not change hands: the number, the source and the day of a request stay, and a decision is taken once.
create function visits.guard_request() returns trigger language plpgsql as $$
begin
  if (new.organisation_id, new.number, new.source, new.received_at, new.original) is distinct from
     (old.organisation_id, old.number, old.source, old.received_at, old.original) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_request_stays_as_it_came', message = 'a request stays as it came';
  end if;
  if old.state <> 'received' and new.state is distinct from old.state then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_request_is_decided_once', message = 'the request is decided already';
  end if;
  return new;
end $$;
create trigger a_request_is_decided_once before update on visits.request for each row execute function visits.guard_request();

-- The next number of an organisation's requests, under a lock that ends with the transaction.
create function visits.next_number(p_organisation uuid) returns integer language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('visits.request ' || p_organisation, 0));
  return (select coalesce(max(number), 0) + 1 from visits.request where organisation_id = p_organisation);
end $$;

-- What whoever holds the published address may read: whose desk it is, and whether it is open.
create function visits.desk_at(p_slug text) returns table (organisation_name text, is_open boolean, welcome jsonb)
language sql stable security definer set search_path = pg_catalog, visits
begin atomic
  select o.name, d.is_open, d.welcome from visits.desk d join directory.organisation o on o.id = d.organisation_id where d.slug = p_slug;
end;

-- A request from whoever holds the address, without an account. Six an hour from one network, sixty a day in all; the same form twice is one request.
-- Answers the number of the request, or null with the reason: closed, too_many_requests.
create function visits.receive(p_slug text, p_key uuid, p_network_digest bytea, p_now timestamptz, p_facts jsonb)
returns table (number integer, refusal text)
language plpgsql security definer set search_path = pg_catalog, visits as $$
#variable_conflict use_column
declare
  v_organisation uuid;
  v_number integer;
  v_id uuid;
begin
  select d.organisation_id into v_organisation from visits.desk d where d.slug = p_slug and d.is_open;
  if not found then return query select null::integer, 'desk_closed'; return; end if;
  v_number := visits.next_number(v_organisation);
  if exists (select from visits.request r where r.organisation_id = v_organisation and r.request_key = p_key) then
    return query select r.number, null::text from visits.request r where r.organisation_id = v_organisation and r.request_key = p_key;
    return;
  end if;
  delete from visits.knock k where k.organisation_id = v_organisation and k.knocked_at < p_now - interval '1 day';
  if (select count(*) >= 60 or count(*) filter (where k.network_digest = p_network_digest and k.knocked_at > p_now - interval '1 hour') >= 6
      from visits.knock k where k.organisation_id = v_organisation) then
    return query select null::integer, 'too_many_requests'; return;
  end if;
  insert into visits.knock (organisation_id, network_digest, knocked_at) values (v_organisation, p_network_digest, p_now);
  perform set_config('app.event', 'visit.requested', true);
  insert into visits.request (organisation_id, number, request_key, source, received_at, language, asker, asker_kind, country, city, contact_name, contact_email,
      contact_phone, head_name, head_capacity, people_count, wished_from, wished_to, topics, purpose)
    select v_organisation, v_number, p_key, 'form', p_now, f.language, f.asker, f.asker_kind, f.country, f.city, f.contact_name, f.contact_email,
           f.contact_phone, f.head_name, f.head_capacity, f.people_count, f.wished_from, f.wished_to, f.topics, f.purpose
      from jsonb_to_record(p_facts) f (language text, asker text, asker_kind text, country text, city text, contact_name text, contact_email text,
        contact_phone text, head_name text, head_capacity text, people_count integer, wished_from date, wished_to date, topics text, purpose text)
    returning id into v_id;
  perform app.enqueue('visits.tell-request', json_build_object('requestId', v_id));
  return query select v_number, null::text;
end $$;

alter function visits.desk_at owner to escale_keeper;
alter function visits.receive owner to escale_keeper;
revoke all on function visits.desk_at, visits.receive from public;
grant execute on function visits.desk_at, visits.receive to escale_web;

-- What other modules may join: where missions go, and who was received on them.
create view missions.pub_leg with (security_invoker = true) as
  select id, mission_id, position, city_id, city_name, country, starts_on, ends_on, time_zone from missions.leg;
create view visits.pub_visit with (security_invoker = true) as
  select id, mission_id, visitor, country, city, people_count from visits.visit;
grant select on missions.pub_leg, visits.pub_visit to escale_web, escale_keeper;
