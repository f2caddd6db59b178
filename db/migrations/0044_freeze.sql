-- After a day that those who organise set, a delegation changes by request: what becomes of it is shown, old and new, and they accept it or say why not.

create table delegations.freeze (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null unique references missions.mission on delete cascade,
  frozen_on   date not null,
  version     integer not null default 1
);
select app.protect('delegations.freeze', 'shared', 'select, insert, update, delete');
create policy partners_see_the_freeze on delegations.freeze for select to escale_web using (mission_id in (select missions.actor_seats()));
create policy organisers_freeze on delegations.freeze for insert to escale_web with check (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_move_the_freeze on delegations.freeze for update to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_lift_the_freeze on delegations.freeze for delete to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- Changes of that very day still apply at once.
create function delegations.is_frozen(p_mission uuid, p_day date) returns boolean language sql stable
  return exists (select from delegations.freeze f where f.mission_id = p_mission and f.frozen_on < p_day);

-- The last word: whoever does not organise the mission adds nobody, brings nobody back and renames nobody. Someone may always be withdrawn, for
-- nobody travels against their will; their part in the delegation, and how to reach them, stay their sender's.
create function delegations.guard_freeze() returns trigger language plpgsql as $$
begin
  if current_user = 'escale_web' and delegations.is_frozen(new.mission_id, current_date) and not new.mission_id = any (missions.actor_led_missions())
     and (tg_op = 'INSERT' or (new.given_name, new.family_name, new.category, new.capacity, new.represents) is distinct from
            (old.given_name, old.family_name, old.category, old.capacity, old.represents) or (new.state = 'registered' and old.state <> 'registered')) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_frozen_delegation_changes_by_request',
      message = 'the delegation is frozen: ask those who organise the mission';
  end if;
  return new;
end $$;
create trigger a_frozen_delegation_changes_by_request before insert or update on delegations.member for each row execute function delegations.guard_freeze();

-- What someone asks to change of one member: facts that every partner reads, old and new. Never how to reach anybody.
create table delegations.change_request (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  member_id        uuid not null,
  kind             text not null,
  asked_by         text not null,
  asked_name       text not null,
  asked_at         timestamptz not null,
  was              jsonb not null,
  becomes          jsonb not null,
  state            text not null default 'open',
  reason           text,
  decided_name     text,
  decided_at       timestamptz,
  constraint kind_is_known                  check (kind in ('change', 'substitution')),
  constraint asked_by_is_known              check (asked_by in ('applicant', 'partner')),
  constraint state_is_known                 check (state in ('open', 'accepted', 'refused', 'replaced')),
  constraint something_changes              check (was <> becomes),
  constraint decided_when_closed            check ((state in ('accepted', 'refused')) = (decided_at is not null)),
  constraint a_refusal_gives_its_reason     check (state <> 'refused' or btrim(coalesce(reason, '')) <> ''),
  constraint a_request_is_of_who_sends_the_member foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade
);
create unique index one_request_waits_per_member on delegations.change_request (member_id) where state = 'open';
create index change_request_by_mission on delegations.change_request (mission_id, state);
select app.protect('delegations.change_request', 'private', 'select, insert');
grant update (state, reason, decided_name, decided_at) on delegations.change_request to escale_web;
create policy senders_see_their_requests on delegations.change_request for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy organisers_see_requests on delegations.change_request for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy senders_ask on delegations.change_request for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()) and state = 'open'
    and kind = 'change' and asked_by = 'partner');
-- A newer request about the same person takes the place of the former; those who organise refuse. Accepting is a function, which does it.
create policy senders_replace_their_requests on delegations.change_request for update to escale_web
  using (state = 'open' and organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
  with check (state = 'replaced' and organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy organisers_refuse_requests on delegations.change_request for update to escale_web
  using (state = 'open' and mission_id = any ((select missions.actor_led_missions())::uuid[]))
  with check (state = 'refused' and mission_id = any ((select missions.actor_led_missions())::uuid[]));

create function delegations.apply_facts(p_member uuid, p_facts jsonb) returns void
language sql security definer set search_path = pg_catalog, delegations
begin atomic
  update delegations.member set given_name = p_facts ->> 'givenName', family_name = p_facts ->> 'familyName', category = p_facts ->> 'category',
      capacity = p_facts -> 'capacity', represents = p_facts ->> 'represents'
    where id = p_member;
end;

-- Those who organise accept: what was asked is done in the same statement. False when it was decided already, or the person is no longer as they were.
create function delegations.accept_change(p_request uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, delegations as $$
declare
  v_request delegations.change_request;
begin
  select * into v_request from delegations.change_request r
    where r.id = p_request and r.state = 'open' and r.kind = 'change' and r.mission_id = any (missions.actor_led_missions())
      and app.actor_roles() && array['administrator', 'officer'] for update;
  if not found then return false; end if;
  perform from delegations.member m where m.id = v_request.member_id and m.state = 'registered'
    and jsonb_build_object('givenName', m.given_name, 'familyName', m.family_name, 'category', m.category, 'capacity', m.capacity, 'represents', m.represents) = v_request.was for update;
  if not found then return false; end if;
  perform delegations.apply_facts(v_request.member_id, v_request.becomes);
  update delegations.change_request set state = 'accepted', decided_name = nullif(current_setting('app.actor_name', true), ''), decided_at = p_now where id = p_request;
  return true;
end $$;

alter function delegations.apply_facts owner to escale_keeper;
alter function delegations.accept_change owner to escale_keeper;
revoke all on function delegations.apply_facts, delegations.accept_change from public;
grant execute on function delegations.accept_change to escale_web;

-- ---------------------------------------------------------------- the traveller, who has no account
-- Someone with a place corrects what stands in the list: at once, or by a request once it is frozen. 'closed' without a place, or after the journey.
create function registration.change_own_facts(p_secret_digest bytea, p_facts jsonb, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_application registration.application;
  v_member      delegations.member;
  v_was         jsonb;
  v_becomes     jsonb;
  v_outcome     text := 'applied';
begin
  select a.* into v_application from registration.application a join missions.mission m on m.id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved' and (m.ends_on is null or m.ends_on >= p_now::date) for update of a;
  if not found then return 'closed'; end if;
  select * into strict v_member from delegations.member where id = v_application.member_id for update;
  v_was := jsonb_build_object('givenName', v_member.given_name, 'familyName', v_member.family_name, 'category', v_member.category,
    'capacity', v_member.capacity, 'represents', v_member.represents);
  v_becomes := v_was || jsonb_build_object('givenName', p_facts ->> 'givenName', 'familyName', p_facts ->> 'familyName', 'represents', nullif(p_facts ->> 'represents', ''),
    'capacity', case when btrim(coalesce(p_facts ->> 'capacity', '')) = '' then v_member.capacity - v_application.language
                     else v_member.capacity || jsonb_build_object(v_application.language, p_facts ->> 'capacity') end);
  if v_becomes = v_was then return 'applied'; end if;
  perform set_config('app.organisation', v_application.organisation_id::text, true), set_config('app.actor_name', trim(v_member.given_name || ' ' || v_member.family_name), true);
  if delegations.is_frozen(v_application.mission_id, p_now::date) then
    perform set_config('app.event', 'change.asked', true);
    update delegations.change_request set state = 'replaced' where member_id = v_member.id and state = 'open';
    insert into delegations.change_request (mission_id, organisation_id, member_id, kind, asked_by, asked_name, asked_at, was, becomes)
      values (v_member.mission_id, v_member.organisation_id, v_member.id, 'change', 'applicant', trim(v_member.given_name || ' ' || v_member.family_name), p_now, v_was, v_becomes);
    v_outcome := 'asked';
  else
    perform set_config('app.event', 'member.changed', true);
    perform delegations.apply_facts(v_member.id, v_becomes);
  end if;
  perform set_config('app.organisation', '', true), set_config('app.actor_name', '', true);
  return v_outcome;
end $$;

-- What stands of them in the list, and what they asked to change of it.
create function registration.own_facts(p_secret_digest bytea)
returns table (facts jsonb, language text, frozen_on date, requests jsonb)
language sql stable security definer set search_path = pg_catalog, registration
begin atomic
  select jsonb_build_object('givenName', m.given_name, 'familyName', m.family_name, 'category', m.category, 'capacity', m.capacity, 'represents', m.represents),
         a.language, f.frozen_on,
         (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'askedAt', to_char(r.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'was', r.was,
             'becomes', r.becomes, 'state', r.state, 'reason', r.reason) order by r.asked_at desc, r.id desc), '[]')
            from delegations.change_request r where r.member_id = m.id and r.kind = 'change' and r.asked_by = 'applicant' and r.state <> 'replaced')
    from registration.application a
    join delegations.member m on m.id = a.member_id
    left join delegations.freeze f on f.mission_id = a.mission_id
    where a.secret_digest = p_secret_digest and a.state = 'approved';
end;

-- ---------------------------------------------------------------- a place given to someone else, once frozen
-- How to reach the person named, and the letters their sender wrote: kept from those who organise, and done when they accept.
create table registration.substitution_ask (
  id              uuid primary key default uuidv7(),
  request_id      uuid not null unique references delegations.change_request on delete cascade,
  former_id       uuid not null references registration.application on delete cascade,
  successor_id    uuid not null,
  words           jsonb,
  secret_digest   bytea,
  reason          text not null,
  letters         jsonb not null,
  constraint a_person_named_has_a_page check ((words is null) = (secret_digest is null)),
  constraint a_place_goes_for_a_reason check (btrim(reason) <> '')
);
select app.protect('registration.substitution_ask', 'silent', '');

-- The last word here too: once frozen, a place changes hands by whoever organises, or by a request they accepted.
create function registration.guard_substitution() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  if delegations.is_frozen(new.mission_id, current_date) and not new.mission_id = any (missions.actor_led_missions())
     and not exists (select from registration.substitution_ask k join delegations.change_request r on r.id = k.request_id
                       where k.former_id = new.former_id and r.state = 'accepted') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_frozen_delegation_changes_by_request',
      message = 'the delegation is frozen: ask those who organise the mission';
  end if;
  return new;
end $$;
create trigger a_frozen_delegation_changes_by_request before insert on registration.substitution for each row execute function registration.guard_substitution();

-- Files the request of an officer of the sender. `p_becomes`: what the list would say of the successor. False without a place to give.
create function registration.ask_substitution(p_former uuid, p_successor uuid, p_words jsonb, p_secret_digest bytea, p_reason text, p_letters jsonb, p_becomes jsonb, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_former  registration.application;
  v_member  delegations.member;
  v_request uuid := uuidv7();
begin
  select * into v_former from registration.application a
    where a.id = p_former and a.organisation_id = app.actor_organisation() and a.mission_id in (select missions.actor_seats())
      and app.actor_roles() && array['administrator', 'officer'] and a.state = 'approved' for update;
  if not found then return false; end if;
  select * into strict v_member from delegations.member where id = v_former.member_id for update;
  update delegations.change_request set state = 'replaced' where member_id = v_member.id and state = 'open';
  insert into delegations.change_request (id, mission_id, organisation_id, member_id, kind, asked_by, asked_name, asked_at, was, becomes)
    values (v_request, v_member.mission_id, v_member.organisation_id, v_member.id, 'substitution', 'partner', coalesce(nullif(current_setting('app.actor_name', true), ''), '?'), p_now,
      jsonb_build_object('givenName', v_member.given_name, 'familyName', v_member.family_name, 'category', v_member.category, 'capacity', v_member.capacity, 'represents', v_member.represents),
      p_becomes);
  insert into registration.substitution_ask (request_id, former_id, successor_id, words, secret_digest, reason, letters)
    values (v_request, p_former, p_successor, p_words, p_secret_digest, p_reason, p_letters);
  return true;
end $$;

-- Those who organise accept it: done as its sender wrote it, and both letters leave later. False when it is no longer possible.
create function registration.accept_substitution(p_request uuid, p_now timestamptz, p_leaves_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_request delegations.change_request;
  v_ask     registration.substitution_ask;
  v_actor   text := coalesce(current_setting('app.organisation', true), '');
  v_name    text := nullif(current_setting('app.actor_name', true), '');
begin
  select * into v_request from delegations.change_request r
    where r.id = p_request and r.state = 'open' and r.kind = 'substitution' and r.mission_id = any (missions.actor_led_missions())
      and app.actor_roles() && array['administrator', 'officer'] for update;
  if not found then return false; end if;
  select * into strict v_ask from registration.substitution_ask k where k.request_id = p_request;
  update delegations.change_request set state = 'accepted', decided_name = v_name, decided_at = p_now where id = p_request;
  perform set_config('app.organisation', v_request.organisation_id::text, true);
  if not registration.substitute(v_ask.former_id, v_ask.successor_id, v_ask.words, v_ask.secret_digest, v_ask.reason, p_now) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_substitution_asked_is_still_possible', message = 'one of the two is no longer where they were';
  end if;
  insert into registration.letter (application_id, mission_id, sender_id, organisation_id, kind, language, words, former_state, former_waiting_since, written_at, leaves_at)
    select case l ->> 'kind' when 'replaced' then v_ask.former_id else v_ask.successor_id end, v_request.mission_id, v_request.organisation_id, v_request.organisation_id,
           l ->> 'kind', l ->> 'language', l -> 'words', l ->> 'formerState', (l ->> 'formerWaitingSince')::timestamptz, p_now, p_leaves_at
      from jsonb_array_elements(v_ask.letters) l;
  delete from registration.substitution_ask where id = v_ask.id;
  perform set_config('app.organisation', v_actor, true);
  return true;
end $$;

-- What was written for a request that is decided otherwise serves nobody any longer.
create function registration.forget_substitution_ask() returns trigger language plpgsql security definer set search_path = pg_catalog, registration as $$
begin
  delete from registration.substitution_ask where request_id = new.id;
  return null;
end $$;
create trigger details_go_with_the_request after update of state on delegations.change_request
  for each row when (new.kind = 'substitution' and new.state in ('refused', 'replaced')) execute function registration.forget_substitution_ask();

do $$
declare
  v_function text;
begin
  foreach v_function in array array['change_own_facts', 'own_facts', 'ask_substitution', 'accept_substitution', 'forget_substitution_ask', 'guard_substitution'] loop
    execute format('alter function registration.%I owner to escale_keeper', v_function);
    execute format('revoke all on function registration.%I from public', v_function);
  end loop;
end $$;
grant execute on function registration.change_own_facts, registration.own_facts, registration.ask_substitution, registration.accept_substitution to escale_web;
