-- Who asks to travel: the places of each partner, the links that lead to a form, and applications from draft to place.
create schema registration;
grant usage on schema registration to escale_web, escale_keeper;
grant create on schema registration to escale_keeper;

-- ---------------------------------------------------------------- places
-- How many people a partner may bring. Set by those who organise, read by every partner; no row, no limit.
create table registration.quota (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null references directory.organisation,
  places           integer not null,
  version          integer not null default 1,
  constraint places_are_few_enough   check (places between 0 and 10000),
  constraint one_quota_per_partner   unique (mission_id, organisation_id),
  constraint a_quota_is_for_a_partner foreign key (mission_id, organisation_id) references missions.partner (mission_id, organisation_id) on delete cascade
);

-- Whoever takes or frees a place of a sub-delegation, or changes how many there are, waits here first: before any other lock, so that
-- no two of them wait for each other. Held until the end of the transaction.
create function registration.hold_places(p_mission uuid, p_organisation uuid) returns void language sql volatile
  return pg_advisory_xact_lock(hashtextextended(p_mission::text || p_organisation::text, 40));

create function registration.hold_places_of_row() returns trigger language plpgsql as $$
begin
  perform registration.hold_places(new.mission_id, new.organisation_id);
  return new;
end $$;
create trigger hold_places before insert or update on registration.quota for each row execute function registration.hold_places_of_row();
create trigger hold_places before insert or update on delegations.member
  for each row when (new.state = 'registered') execute function registration.hold_places_of_row();

-- Null when nothing limits it.
create function registration.free_places(p_mission uuid, p_organisation uuid) returns integer language sql volatile security definer set search_path = pg_catalog, registration
begin atomic
  select q.places - (select count(*)::int from delegations.member m
                       where m.mission_id = q.mission_id and m.organisation_id = q.organisation_id and m.state = 'registered')
    from registration.quota q where q.mission_id = p_mission and q.organisation_id = p_organisation;
end;
alter function registration.free_places owner to escale_keeper;
revoke all on function registration.free_places from public;

-- The last word on places, whichever road someone came by: an application, the form of an officer, an imported list.
create function registration.keep_quota() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_touched record;
begin
  for v_touched in select distinct mission_id, organisation_id from new_rows where state = 'registered' loop
    if registration.free_places(v_touched.mission_id, v_touched.organisation_id) < 0 then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_sub_delegation_keeps_to_its_quota',
        message = 'every place of this sub-delegation is taken';
    end if;
  end loop;
  return null;
end $$;
alter function registration.keep_quota owner to escale_keeper;
create trigger quota_is_kept_by_newcomers after insert on delegations.member
  referencing new table as new_rows for each statement execute function registration.keep_quota();
create trigger quota_is_kept_by_changes after update on delegations.member
  referencing new table as new_rows for each statement execute function registration.keep_quota();

create function registration.check_quota() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if registration.free_places(new.mission_id, new.organisation_id) < 0 then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_quota_covers_who_travels_already',
      message = 'more people are registered than this';
  end if;
  return null;
end $$;
alter function registration.check_quota owner to escale_keeper;
create trigger quota_covers_who_travels after insert or update on registration.quota for each row execute function registration.check_quota();

select app.protect('registration.quota', 'shared', 'select, insert, update, delete');
create policy partners_see_quotas on registration.quota for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_add_quotas on registration.quota for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_change_quotas on registration.quota for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_remove_quotas on registration.quota for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- ---------------------------------------------------------------- links
-- An address that opens the form, for one partner and nothing else: for one named person, or for a relay who registers several.
create table registration.link (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null,
  given_name       text,
  family_name      text,
  represents       text,
  email            text,
  language         text not null,
  places           integer not null,
  token_digest     bytea not null unique,
  created_by       uuid default app.actor_account(),
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  revoked_at       timestamptz,
  version          integer not null default 1,
  constraint kind_is_known                     check (kind in ('personal', 'focal_point')),
  constraint language_is_known                 check (language in ('fr', 'en')),
  constraint a_personal_link_names_one_person  check (kind <> 'personal' or (btrim(coalesce(given_name, '')) <> '' and btrim(coalesce(family_name, '')) <> '' and places = 1)),
  constraint a_focal_point_names_its_organisation check (kind <> 'focal_point' or btrim(coalesce(represents, '')) <> ''),
  constraint a_link_serves_someone             check (places between 1 and 500),
  constraint email_is_lower_case               check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  constraint expires_after_creation            check (expires_at > created_at),
  constraint a_link_stays_where_it_leads       unique (id, kind, mission_id, organisation_id)
);
create index link_by_mission on registration.link (mission_id, organisation_id);
select app.protect('registration.link', 'private', 'select, insert, update');
create policy own_links on registration.link to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

-- Each use of a link, forgotten after a day: what keeps a link that leaked from filling the room.
create table registration.knock (
  id          uuid primary key default uuidv7(),
  link_id     uuid not null references registration.link on delete cascade,
  knocked_at  timestamptz not null
);
create index knock_by_link on registration.knock (link_id, knocked_at);
select app.protect('registration.knock', 'silent', '');

-- ---------------------------------------------------------------- applications
-- What the sending organisation reads at once, and those who organise once it said yes. How to reach the person is apart.
create table registration.application (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null references directory.organisation,
  link_id          uuid not null,
  link_kind        text not null,
  state            text not null default 'draft',
  language         text not null,
  given_name       text not null default '',
  family_name      text not null default '',
  category         text,
  represents       text,
  capacity         text not null default '',
  answers          jsonb not null default '{}',
  secret_digest    bytea not null unique,
  secret_turn      integer not null default 1,
  request_digest   bytea not null unique,
  created_at       timestamptz not null,
  changed_at       timestamptz not null,
  submitted_at     timestamptz,
  verified_at      timestamptz,
  endorsed_at      timestamptz,
  waiting_since    timestamptz,
  decided_name     text,
  reason           text,
  member_id        uuid references delegations.member,
  version          integer not null default 1,
  constraint state_is_known       check (state in ('draft', 'unverified', 'received', 'incomplete', 'endorsed', 'waiting', 'approved', 'refused', 'withdrawn')),
  constraint language_is_known    check (language in ('fr', 'en')),
  constraint category_is_known    check (category in ('elected', 'staff', 'guest', 'company', 'academic', 'cultural', 'press', 'interpreter')),
  constraint answers_are_named    check (jsonb_typeof(answers) = 'object'),
  constraint nobody_applies_without_a_name    check (state in ('draft', 'withdrawn') or (btrim(given_name) <> '' and btrim(family_name) <> '' and category is not null)),
  constraint a_company_applies_in_its_name    check (state in ('draft', 'withdrawn') or category <> 'company' or btrim(coalesce(represents, '')) <> ''),
  constraint nothing_is_read_before_its_address_is_verified check (state in ('draft', 'unverified', 'withdrawn') or verified_at is not null),
  constraint endorsed_before_a_place          check (state not in ('endorsed', 'waiting', 'approved') or endorsed_at is not null),
  constraint waits_since_a_moment             check ((state = 'waiting') = (waiting_since is not null)),
  constraint a_place_is_a_member              check (state <> 'approved' or member_id is not null),
  constraint a_no_gives_its_reason            check (state not in ('refused', 'incomplete') or btrim(coalesce(reason, '')) <> ''),
  constraint an_application_has_one_sender    unique (id, mission_id, organisation_id),
  constraint an_application_came_by_a_link    foreign key (link_id, link_kind, mission_id, organisation_id)
    references registration.link (id, kind, mission_id, organisation_id)
);
create unique index a_personal_link_serves_once on registration.application (link_id) where link_kind = 'personal' and state <> 'withdrawn';
create unique index a_member_has_one_application on registration.application (member_id) where state = 'approved';
create index application_by_mission on registration.application (mission_id, organisation_id, state);
create index application_by_link on registration.application (link_id);

-- How to reach the person, and which card of the sender's directory is theirs: for the sending organisation alone.
create table registration.application_contact (
  id                uuid primary key default uuidv7(),
  application_id    uuid not null unique,
  mission_id        uuid not null,
  organisation_id   uuid not null,
  email             text,
  phone             text,
  person_id         uuid references directory.person on delete set null,
  verify_digest     bytea unique,
  verify_expires_at timestamptz,
  verify_sent_at    timestamptz,
  verify_count      integer not null default 0,
  constraint email_is_lower_case     check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  constraint phone_is_international  check (phone ~ '^\+\d{4,15}$'),
  constraint a_contact_belongs_to_its_application foreign key (application_id, mission_id, organisation_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade
);

select app.protect('registration.application', 'private', 'select');
select app.protect('registration.application_contact', 'private', 'select');
-- The words of an application are the applicant's. Officers move it, and each move is checked below.
grant update (state, changed_at, endorsed_at, waiting_since, decided_name, reason) on registration.application to escale_web;
grant update (person_id) on registration.application_contact to escale_web;

create policy senders_see_applications on registration.application for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy organisers_see_what_was_endorsed on registration.application for select to escale_web
  using (endorsed_at is not null and mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy senders_move_applications on registration.application for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy organisers_move_what_was_endorsed on registration.application for update to escale_web
  using (endorsed_at is not null and mission_id = any ((select missions.actor_led_missions())::uuid[]))
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy senders_see_contacts on registration.application_contact for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy senders_name_the_card on registration.application_contact for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

-- Who may take which step: the sending organisation answers for its people, those who organise for the room.
-- A place is given and taken back by the functions below, never by a statement of a request.
create function registration.check_step() returns trigger language plpgsql as $$
declare
  v_sender    boolean := new.organisation_id = app.actor_organisation();
  v_organiser boolean := new.mission_id = any (missions.actor_led_missions());
  v_allowed   boolean;
begin
  if current_user <> 'escale_web' or new.state = old.state then return new; end if;
  v_allowed := case
    when old.state = 'received'   and new.state in ('endorsed', 'incomplete', 'refused') then v_sender
    when old.state = 'incomplete' and new.state in ('received', 'refused')               then v_sender
    when old.state = 'endorsed'   and new.state in ('waiting', 'refused')                then v_organiser
    when old.state = 'endorsed'   and new.state = 'received'                             then v_sender
    when old.state = 'waiting'    and new.state in ('endorsed', 'refused')               then v_organiser
    when old.state = 'refused'    and new.state = 'received' and old.endorsed_at is null then v_sender
    when old.state = 'refused'    and new.state = 'incomplete' and old.endorsed_at is null then v_sender
    when old.state = 'refused'    and new.state in ('endorsed', 'waiting')               then v_organiser and old.endorsed_at is not null
    else false end;
  if not v_allowed then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'each_step_has_who_may_take_it',
      message = format('%s does not become %s by this organisation', old.state, new.state);
  end if;
  return new;
end $$;
create trigger each_step_has_who_may_take_it before update of state on registration.application
  for each row execute function registration.check_step();

-- ---------------------------------------------------------------- letters
-- What a decision will tell the applicant. It leaves later, so that a decision can be undone before anybody has read it.
create table registration.letter (
  id               uuid primary key default uuidv7(),
  application_id   uuid not null,
  mission_id       uuid not null,
  sender_id        uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null,
  language         text not null,
  words            jsonb not null,
  former_state     text not null,
  former_waiting_since timestamptz,
  decided_by       uuid default app.actor_account(),
  written_at       timestamptz not null,
  leaves_at        timestamptz not null,
  sent_at          timestamptz,
  undone_at        timestamptz,
  replaced_by      uuid references registration.letter deferrable initially deferred,
  constraint kind_is_known         check (kind in ('endorsed', 'incomplete', 'refused', 'approved', 'waiting', 'promoted')),
  constraint language_is_known     check (language in ('fr', 'en')),
  constraint sent_or_undone        check (num_nonnulls(sent_at, undone_at, replaced_by) <= 1),
  constraint leaves_after_writing  check (leaves_at >= written_at),
  constraint a_letter_is_about_an_application foreign key (application_id, mission_id, sender_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade
);
create unique index one_letter_waits_per_application on registration.letter (application_id) where sent_at is null and undone_at is null and replaced_by is null;
create index letter_by_departure on registration.letter (leaves_at) where sent_at is null and undone_at is null and replaced_by is null;
select app.protect('registration.letter', 'silent', 'select, insert');
grant update (leaves_at, undone_at) on registration.letter to escale_web;
create policy readers_of_the_application_see_letters on registration.letter for select to escale_web
  using (application_id in (select a.id from registration.application a));
create policy who_decides_writes on registration.letter for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and application_id in (select a.id from registration.application a));
create policy who_decided_holds_letters on registration.letter for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and sent_at is null);

-- A newer decision replaces the letter of the former one, whoever wrote it, if it has not left; undone, it gives it back.
create function registration.replace_letters() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if tg_op = 'INSERT' then
    update registration.letter set replaced_by = new.id
      where application_id = new.application_id and sent_at is null and undone_at is null and replaced_by is null;
  else
    update registration.letter set replaced_by = null where replaced_by = new.id;
  end if;
  return new;
end $$;
alter function registration.replace_letters owner to escale_keeper;
create trigger a_letter_replaces_the_former before insert on registration.letter for each row execute function registration.replace_letters();
create trigger a_letter_undone_gives_it_back after update of undone_at on registration.letter
  for each row when (new.undone_at is not null and old.undone_at is null) execute function registration.replace_letters();

-- ---------------------------------------------------------------- a place
-- The person becomes a member of the sub-delegation: a new one, or the one who had withdrawn. How to reach them goes to the journal of
-- the organisation that sends them, whoever gives the place.
create function registration.seat(p_application uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
  v_contact     registration.application_contact;
  v_actor       text := coalesce(current_setting('app.organisation', true), '');
  v_member      uuid;
begin
  select * into strict v_application from registration.application where id = p_application;
  select * into strict v_contact from registration.application_contact where application_id = p_application;
  select m.id into v_member from delegations.member m
    where m.mission_id = v_application.mission_id and m.organisation_id = v_application.organisation_id and m.state = 'withdrawn'
      and m.identity_key = app.fold(v_application.family_name || '|' || v_application.given_name || '|' || coalesce(v_application.represents, ''))
    order by m.created_at desc, m.id limit 1;
  if v_member is null then
    v_member := uuidv7();
    insert into delegations.member (id, mission_id, organisation_id, person_id, given_name, family_name, category, capacity, represents)
      values (v_member, v_application.mission_id, v_application.organisation_id, v_contact.person_id, v_application.given_name, v_application.family_name,
              v_application.category,
              case when btrim(v_application.capacity) = '' then '{}'::jsonb else jsonb_build_object(v_application.language, v_application.capacity) end,
              v_application.represents);
    update registration.application set member_id = v_member where id = p_application;
  else
    update registration.application set member_id = v_member where id = p_application;
    update delegations.member set state = 'registered', function = 'member', category = v_application.category where id = v_member;
  end if;
  update registration.application set state = 'approved', waiting_since = null, reason = null, changed_at = p_now where id = p_application;
  perform set_config('app.organisation', v_application.organisation_id::text, true);
  insert into delegations.member_contact as c (member_id, mission_id, organisation_id, email, phone)
    values (v_member, v_application.mission_id, v_application.organisation_id, v_contact.email, v_contact.phone)
    on conflict (member_id) do update set email = coalesce(c.email, excluded.email), phone = coalesce(c.phone, excluded.phone);
  perform set_config('app.organisation', v_actor, true);
end $$;

-- Those who organise give a place to someone whose organisation said yes. The quota is kept by the members themselves.
create function registration.approve(p_application uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  perform from registration.application a
    where a.id = p_application and a.state in ('endorsed', 'waiting') and a.endorsed_at is not null
      and a.mission_id = any (missions.actor_led_missions()) and app.actor_roles() && array['administrator', 'officer'];
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'each_step_has_who_may_take_it',
      message = 'a place is given by those who organise, to someone endorsed';
  end if;
  perform registration.seat(p_application, p_now);
end $$;

-- Takes a decision back before its letter left: the member is withdrawn, the application waits again for the same decision.
create function registration.take_place_back(p_application uuid, p_state text, p_waiting_since timestamptz, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_member uuid;
begin
  update registration.application set state = p_state, waiting_since = p_waiting_since, changed_at = p_now
    where id = p_application and state = 'approved' and (p_state in ('endorsed', 'waiting') or (p_state = 'received' and organisation_id = app.actor_organisation()))
      and mission_id = any (missions.actor_led_missions()) and app.actor_roles() && array['administrator', 'officer']
    returning member_id into v_member;
  if not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'each_step_has_who_may_take_it',
      message = 'a place is taken back by those who gave it';
  end if;
  update delegations.member set state = 'withdrawn' where id = v_member;
end $$;

-- Someone gives up, or their organisation gives up for them. A place becomes free at once.
create function registration.withdraw_application(p_application uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
begin
  select * into v_application from registration.application where id = p_application and state <> 'withdrawn' for update;
  if not found then return; end if;
  update registration.application set state = 'withdrawn', waiting_since = null, changed_at = p_now where id = p_application;
  if v_application.state = 'approved' then
    update delegations.member set state = 'withdrawn' where id = v_application.member_id;
  end if;
end $$;

create function registration.withdraw_for(p_application uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  perform from registration.application a
    where a.id = p_application and a.organisation_id = app.actor_organisation() and a.state <> 'withdrawn'
      and a.mission_id in (select missions.actor_seats()) and app.actor_roles() && array['administrator', 'officer'];
  if not found then return false; end if;
  perform registration.withdraw_application(p_application, p_now);
  return true;
end $$;

-- A member withdrawn on the page of the delegation gives the place back; readmitted there, the application has it again.
create function registration.follow_member() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if new.state = 'withdrawn' then
    update registration.application set state = 'withdrawn', changed_at = transaction_timestamp() where member_id = new.id and state = 'approved';
    if exists (select from registration.application a where a.mission_id = new.mission_id and a.organisation_id = new.organisation_id and a.state = 'waiting') then
      perform app.enqueue('registration.promote', json_build_object('missionId', new.mission_id, 'organisationId', new.organisation_id),
        'registration.promote ' || new.mission_id || ' ' || new.organisation_id);
    end if;
  else
    update registration.application set state = 'approved', changed_at = transaction_timestamp()
      where id = (select a.id from registration.application a where a.member_id = new.id order by a.changed_at desc, a.id desc limit 1)
        and state = 'withdrawn';
  end if;
  return null;
end $$;
create trigger application_follows_member after update of state on delegations.member
  for each row when (new.state <> old.state) execute function registration.follow_member();

create function registration.follow_quota() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_quota registration.quota := coalesce(new, old);
begin
  perform app.enqueue('registration.promote', json_build_object('missionId', v_quota.mission_id, 'organisationId', v_quota.organisation_id),
    'registration.promote ' || v_quota.mission_id || ' ' || v_quota.organisation_id);
  return null;
end $$;
create trigger waiting_list_follows_quota after update or delete on registration.quota for each row execute function registration.follow_quota();

-- Gives the places that are free to those who wait, in their order. For the task that follows a withdrawal or a raised quota.
-- Someone the delegation lists already under the same name keeps waiting, and does not stop those behind.
create function registration.promote(p_mission uuid, p_organisation uuid, p_now timestamptz)
returns table (application_id uuid, former_waiting_since timestamptz)
language plpgsql security definer set search_path = pg_catalog, registration as $$
#variable_conflict use_column
begin
  perform registration.hold_places(p_mission, p_organisation);
  perform set_config('app.event', 'application.promoted', true), set_config('app.organisation', p_organisation::text, true);
  for application_id, former_waiting_since in
    select a.id, a.waiting_since from registration.application a
      where a.mission_id = p_mission and a.organisation_id = p_organisation and a.state = 'waiting'
      order by a.waiting_since, a.id for update
  loop
    exit when coalesce(registration.free_places(p_mission, p_organisation), 1) <= 0;
    begin
      perform registration.seat(application_id, p_now);
      return next;
    exception when unique_violation then
      continue;
    end;
  end loop;
  perform set_config('app.organisation', '', true);
end $$;

-- What the room may know of everyone's places: how many, how many taken, how many wait.
create view registration.place_count with (security_barrier) as
  select p.mission_id, p.organisation_id, q.places, coalesce(q.version, 0) as version,
         (select count(*)::int from delegations.member m
            where m.mission_id = p.mission_id and m.organisation_id = p.organisation_id and m.state = 'registered') as taken,
         (select count(*)::int from registration.application a
            where a.mission_id = p.mission_id and a.organisation_id = p.organisation_id and a.state = 'waiting') as waiting
    from missions.partner p
    left join registration.quota q on q.mission_id = p.mission_id and q.organisation_id = p.organisation_id
    where p.mission_id in (select missions.actor_seats()) and p.left_at is null;

alter view registration.place_count owner to escale_keeper;
grant select on registration.place_count to escale_web;

-- ---------------------------------------------------------------- the applicant, who has no account
-- A link as whoever holds it sees it: no more than a letter would say.
create function registration.opened_link(p_token_digest bytea, p_now timestamptz)
returns table (id uuid, kind text, state text, given_name text, family_name text, represents text, language text, places integer, used integer,
               expires_at timestamptz, organisation_name text, title jsonb, starts_on date, ends_on date, cities jsonb)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select l.id, l.kind,
         case when l.revoked_at is not null or p.left_at is not null or m.state = 'cancelled' then 'revoked'
              when l.expires_at <= p_now then 'expired' when u.used >= l.places then 'used' else 'open' end,
         l.given_name, l.family_name, l.represents, l.language, l.places, u.used, l.expires_at, o.name, m.title, m.starts_on, m.ends_on,
         coalesce((select jsonb_agg(g.city_name order by g.position) from missions.leg g where g.mission_id = m.id), '[]')
    from registration.link l
    join missions.mission m on m.id = l.mission_id
    join missions.partner p on p.mission_id = l.mission_id and p.organisation_id = l.organisation_id
    join directory.organisation o on o.id = l.organisation_id
    cross join lateral (select count(*)::int as used from registration.application a where a.link_id = l.id and a.state <> 'withdrawn') u
    where l.token_digest = p_token_digest;
end;

-- Whom a relay has registered by its link, and where each stands.
create function registration.registered_by(p_token_digest bytea)
returns table (given_name text, family_name text, state text, changed_at timestamptz)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select a.given_name, a.family_name, a.state, a.changed_at
    from registration.application a join registration.link l on l.id = a.link_id
    where l.token_digest = p_token_digest and l.kind = 'focal_point' order by a.created_at, app.fold(a.family_name), a.id;
end;

-- The words of an application, from a form without an account. What is refused here was refused in sentences before.
create function registration.write_words(p_application uuid, p_words jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  update registration.application set language = p_words ->> 'language', given_name = p_words ->> 'givenName', family_name = p_words ->> 'familyName',
      category = nullif(p_words ->> 'category', ''), represents = nullif(p_words ->> 'represents', ''), capacity = p_words ->> 'capacity',
      answers = p_words -> 'answers'
    where id = p_application;
  update registration.application_contact set email = nullif(p_words ->> 'email', ''), phone = nullif(p_words ->> 'phone', '')
    where application_id = p_application;
end $$;

-- Opens an application by a link: a draft. 'repeated' when this very form arrived before, 'link_over' when the link no longer serves,
-- 'too_many' when it served too often within the hour.
create function registration.open_application(p_token_digest bytea, p_request_digest bytea, p_id uuid, p_secret_digest bytea, p_words jsonb, p_now timestamptz)
returns table (id uuid, outcome text)
language plpgsql security definer set search_path = pg_catalog, registration as $$
#variable_conflict use_column
declare
  v_link registration.link;
begin
  select * into v_link from registration.link l where l.token_digest = p_token_digest for update;
  if not found then outcome := 'link_over'; return next; return; end if;
  select a.id into id from registration.application a where a.request_digest = p_request_digest and a.link_id = v_link.id;
  if found then outcome := 'repeated'; return next; return; end if;
  if not exists (select from registration.opened_link(p_token_digest, p_now) o where o.state = 'open') then outcome := 'link_over'; return next; return; end if;
  insert into registration.knock (link_id, knocked_at) values (v_link.id, p_now);
  if (select count(*) from registration.knock k where k.link_id = v_link.id and k.knocked_at > p_now - interval '1 hour') > 60 then
    outcome := 'too_many'; return next; return;
  end if;
  perform set_config('app.organisation', v_link.organisation_id::text, true), set_config('app.event', 'application.begun', true),
          set_config('app.actor_name', trim(concat(p_words ->> 'givenName', ' ', p_words ->> 'familyName')), true);
  insert into registration.application (id, mission_id, organisation_id, link_id, link_kind, language, secret_digest, request_digest, created_at, changed_at)
    values (p_id, v_link.mission_id, v_link.organisation_id, v_link.id, v_link.kind, p_words ->> 'language', p_secret_digest, p_request_digest, p_now, p_now);
  insert into registration.application_contact (application_id, mission_id, organisation_id) values (p_id, v_link.mission_id, v_link.organisation_id);
  perform registration.write_words(p_id, p_words);
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  id := p_id;
  outcome := 'opened';
  return next;
end $$;

-- An application as its own applicant sees it, by the secret of its page.
create function registration.own_application(p_secret_digest bytea)
returns table (id uuid, mission_id uuid, state text, language text, given_name text, family_name text, category text, represents text, capacity text, answers jsonb,
               email text, phone text, changed_at timestamptz, submitted_at timestamptz, verified_at timestamptz, reason text, waiting_rank integer, version integer,
               organisation_name text, organiser_name text, title jsonb, starts_on date, ends_on date, cities jsonb)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select a.id, a.mission_id, a.state, a.language, a.given_name, a.family_name, a.category, a.represents, a.capacity, a.answers,
         c.email, c.phone, a.changed_at, a.submitted_at, a.verified_at, a.reason,
         case when a.state = 'waiting' then (select count(*)::int from registration.application w where w.mission_id = a.mission_id
           and w.organisation_id = a.organisation_id and w.state = 'waiting' and (w.waiting_since, w.id) <= (a.waiting_since, a.id)) end,
         a.version, o.name, leader.name, m.title, m.starts_on, m.ends_on,
         coalesce((select jsonb_agg(g.city_name order by g.position) from missions.leg g where g.mission_id = m.id), '[]')
    from registration.application a
    join registration.application_contact c on c.application_id = a.id
    join missions.mission m on m.id = a.mission_id
    join directory.organisation o on o.id = a.organisation_id
    join directory.organisation leader on leader.id = m.lead_organisation_id
    where a.secret_digest = p_secret_digest;
end;

-- The applicant writes again: a draft, an application whose address waits to be verified, or one that was sent back to be completed.
-- Null p_verify_digest keeps a draft; otherwise it is sent. An address verified once stays so until it changes. False when it is too late.
create function registration.change_application(p_secret_digest bytea, p_words jsonb, p_is_sent boolean, p_verify_digest bytea, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
  v_contact     registration.application_contact;
  v_is_verified boolean;
  v_state       text;
begin
  select * into v_application from registration.application a where a.secret_digest = p_secret_digest and a.state in ('draft', 'unverified', 'incomplete') for update;
  if not found then return 'closed'; end if;
  select * into v_contact from registration.application_contact c where c.application_id = v_application.id for update;
  v_is_verified := v_application.verified_at is not null and v_contact.email is not distinct from nullif(p_words ->> 'email', '');
  if p_is_sent and not v_is_verified and v_contact.verify_count >= 10 then return 'too_many'; end if;
  v_state := case when not p_is_sent then case when v_is_verified then v_application.state else 'draft' end when v_is_verified then 'received' else 'unverified' end;
  perform set_config('app.organisation', v_application.organisation_id::text, true),
          set_config('app.event', case when p_is_sent then 'application.sent' else 'application.saved' end, true),
          set_config('app.actor_name', trim(concat(p_words ->> 'givenName', ' ', p_words ->> 'familyName')), true);
  perform registration.write_words(v_application.id, p_words);
  update registration.application a set state = v_state, changed_at = case when v_state = a.state then a.changed_at else p_now end,
      verified_at = case when v_is_verified then a.verified_at end,
      submitted_at = case when p_is_sent then coalesce(a.submitted_at, p_now) else a.submitted_at end
    where a.id = v_application.id;
  if v_state = 'unverified' then
    update registration.application_contact set verify_digest = p_verify_digest, verify_expires_at = p_now + interval '2 days', verify_sent_at = p_now,
        verify_count = verify_count + 1
      where application_id = v_application.id;
  end if;
  if v_state = 'received' and v_application.state <> 'received' then
    perform app.enqueue('registration.tell-received', json_build_object('applicationId', v_application.id));
  end if;
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  return v_state;
end $$;

-- The letter of the address again: not within two minutes of the last, and ten times in all.
create function registration.renew_verification(p_secret_digest bytea, p_verify_digest bytea, p_now timestamptz)
returns table (email text, language text)
language plpgsql security definer set search_path = pg_catalog, registration as $$
#variable_conflict use_column
begin
  update registration.application_contact c set verify_digest = p_verify_digest, verify_expires_at = p_now + interval '2 days', verify_sent_at = p_now,
      verify_count = c.verify_count + 1
    from registration.application a
    where a.id = c.application_id and a.secret_digest = p_secret_digest and a.state = 'unverified' and c.verify_count < 10
      and c.verify_sent_at <= p_now - interval '2 minutes'
    returning c.email, a.language into email, language;
  if found then return next; end if;
end $$;

-- The link of that letter: it confirms the address, once, and the application is received.
create function registration.verify_address(p_verify_digest bytea, p_now timestamptz)
returns table (id uuid, secret_turn integer)
language plpgsql security definer set search_path = pg_catalog, registration as $$
#variable_conflict use_column
declare
  v_id           uuid;
  v_organisation uuid;
  v_name         text;
begin
  select a.id, a.secret_turn, a.organisation_id, a.given_name || ' ' || a.family_name into v_id, secret_turn, v_organisation, v_name
    from registration.application_contact c join registration.application a on a.id = c.application_id
    where c.verify_digest = p_verify_digest and c.verify_expires_at > p_now and a.state = 'unverified' for update of a, c;
  if not found then return; end if;
  perform set_config('app.organisation', v_organisation::text, true), set_config('app.event', 'application.received', true), set_config('app.actor_name', v_name, true);
  update registration.application_contact c set verify_digest = null where c.application_id = v_id;
  update registration.application a set state = 'received', verified_at = p_now, changed_at = p_now where a.id = v_id;
  perform app.enqueue('registration.tell-received', json_build_object('applicationId', v_id));
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  id := v_id;
  return next;
end $$;

create function registration.withdraw_own(p_secret_digest bytea, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
begin
  select * into v_application from registration.application a where a.secret_digest = p_secret_digest and a.state not in ('withdrawn', 'refused');
  if not found then return false; end if;
  perform registration.hold_places(v_application.mission_id, v_application.organisation_id);
  perform set_config('app.organisation', v_application.organisation_id::text, true), set_config('app.event', 'application.withdrawn', true),
          set_config('app.actor_name', trim(v_application.given_name || ' ' || v_application.family_name), true);
  perform registration.withdraw_application(v_application.id, p_now);
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  return true;
end $$;

do $$
declare
  v_function text;
begin
  foreach v_function in array array['seat', 'approve', 'take_place_back', 'withdraw_application', 'withdraw_for', 'follow_member', 'follow_quota', 'promote',
      'opened_link', 'registered_by', 'write_words', 'open_application', 'own_application', 'change_application', 'renew_verification', 'verify_address', 'withdraw_own'] loop
    execute format('alter function registration.%I owner to escale_keeper', v_function);
    execute format('revoke all on function registration.%I from public', v_function);
  end loop;
end $$;
grant execute on function registration.approve, registration.take_place_back, registration.withdraw_for, registration.opened_link,
  registration.registered_by, registration.open_application, registration.own_application, registration.change_application, registration.renew_verification,
  registration.verify_address, registration.withdraw_own to escale_web;
