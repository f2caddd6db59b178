-- The programme in the pocket of each member: who may open it, what it says, and what calendars are told.
create schema pocket;
grant usage on schema pocket to escale_web, escale_keeper;
grant create on schema pocket to escale_keeper;

-- The member whose pocket is open in this transaction, set by pocket.enter. They act for no organisation: every policy of the others stays shut.
create function pocket.actor_member() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.pocket_member', true), '')::uuid;

create table pocket.pass (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  member_id        uuid not null,
  link_sent_at     timestamptz,
  calendar_since   timestamptz,
  invitations      boolean not null default false,
  revoked_at       timestamptz,
  created_at       timestamptz not null default now(),
  constraint one_pass_per_member unique (member_id),
  constraint a_pass_is_of_its_sender unique (id, member_id, mission_id, organisation_id),
  constraint a_pass_is_given_by_who_sends_the_member foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade
);
create index pass_by_mission on pocket.pass (mission_id, organisation_id);

-- What opens a pass: the personal link, a device it was opened on, the address of a calendar. Only digests are kept.
create table pocket.secret (
  id               uuid primary key default uuidv7(),
  pass_id          uuid not null,
  member_id        uuid not null,
  mission_id       uuid not null,
  organisation_id  uuid not null,
  kind             text not null,
  digest           bytea not null,
  account_id       uuid references auth."user" on delete cascade,
  made_at          timestamptz not null,
  expires_at       timestamptz,
  seen_at          timestamptz,
  ended_at         timestamptz,
  constraint kind_is_known          check (kind in ('link', 'device', 'calendar')),
  constraint digest_has_32_bytes    check (octet_length(digest) = 32),
  constraint a_secret_opens_one_pass unique (digest),
  constraint a_link_and_a_device_expire check (kind = 'calendar' or expires_at > made_at),
  constraint an_account_opens_a_device check (account_id is null or kind = 'device'),
  constraint a_secret_is_of_its_pass foreign key (pass_id, member_id, mission_id, organisation_id)
    references pocket.pass (id, member_id, mission_id, organisation_id) on delete cascade
);
create unique index one_link_and_one_calendar_at_a_time on pocket.secret (pass_id, kind) where kind <> 'device' and ended_at is null;

-- What the latest release says of a moment to those it is for: nothing of whom else it is for, nor of how it was prepared. changed_in is the release that
-- last said something else of it.
create table pocket.moment (
  item_id     uuid primary key,
  mission_id  uuid not null,
  changed_in  integer not null,
  content     jsonb not null,
  constraint a_moment_is_a_released_item foreign key (item_id, mission_id) references programme.item (id, mission_id) on delete cascade
);
create index moment_by_mission on pocket.moment (mission_id);

-- The moments of one member, in the order of the programme, and the release since which each has been theirs.
create table pocket.agenda (
  member_id   uuid primary key,
  mission_id  uuid not null,
  item_ids    uuid[] not null,
  since       integer[] not null,
  constraint each_moment_has_its_release check (cardinality(item_ids) = cardinality(since)),
  constraint an_agenda_is_of_a_member foreign key (member_id, mission_id) references delegations.member (id, mission_id) on delete cascade
);
create index agenda_by_mission on pocket.agenda (mission_id);

-- One message to one calendar about one moment. sequence is the number of the release it comes from (RFC 5545, 3.8.7.4): it rises, and never twice the same.
create table pocket.invitation (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  member_id   uuid not null,
  item_id     uuid not null,
  sequence    integer not null,
  method      text not null,
  content     jsonb not null,
  queued_at   timestamptz,
  constraint method_is_known check (method in ('REQUEST', 'CANCEL')),
  constraint sequence_counts_from_one check (sequence > 0),
  constraint a_calendar_is_told_once_per_release unique (member_id, item_id, sequence),
  constraint an_invitation_is_for_a_member foreign key (member_id, mission_id) references delegations.member (id, mission_id) on delete cascade
);
create index invitation_to_queue on pocket.invitation (mission_id) where queued_at is null;

select app.protect('pocket.pass', 'private', 'select, insert');
grant update (link_sent_at, invitations, revoked_at, calendar_since) on pocket.pass to escale_web;
select app.protect('pocket.secret', 'silent', 'select, insert');
grant update (ended_at) on pocket.secret to escale_web;
select app.protect('pocket.moment', 'silent', '');
select app.protect('pocket.agenda', 'silent', 'select');
select app.protect('pocket.invitation', 'silent', '');

create policy senders_see_their_passes on pocket.pass for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy senders_give_passes on pocket.pass for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy senders_change_passes on pocket.pass for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy senders_see_their_secrets on pocket.secret for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
-- A sender makes links; devices and calendars are made by their holder, through the functions below.
create policy senders_make_links on pocket.secret for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()) and kind = 'link');
create policy senders_end_secrets on pocket.secret for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()) and ended_at is null)
  with check (ended_at is not null);
create policy holders_read_their_agenda on pocket.agenda for select to escale_web using (member_id = (select pocket.actor_member()));

-- ---------------------------------------------------------------- what a release changes
create function pocket.said(p_item jsonb) returns jsonb language sql immutable parallel safe
  return p_item - array['people', 'audience', 'organisationIds', 'memberIds', 'themeId', 'trackId', 'capacity', 'interpretersNeeded', 'interpreters'];

-- Follows one release: what it says, for whom, and which calendars are to be told. Runs in the transaction of the release, or not at all.
create function pocket.follow(p_release uuid, p_text text) returns void
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_items    jsonb := p_text::jsonb -> 'items';
  v_mission  uuid;
  v_number   integer;
begin
  select r.mission_id, r.number into v_mission, v_number from programme.release r where r.id = p_release;

  with said as materialized (
    select (i ->> 'id')::uuid as item_id, pocket.said(i) as content, i ->> 'state' = 'cancelled' as is_cancelled, i -> 'people' as people from jsonb_array_elements(v_items) i
  ), told as (
    select p.member_id from pocket.pass p join delegations.member m on m.id = p.member_id and m.state = 'registered'
      where p.mission_id = v_mission and p.invitations and p.revoked_at is null
  ), was as (
    select a.member_id, t.item_id, m.content, m.content ->> 'state' = 'cancelled' as is_cancelled
      from pocket.agenda a join told on told.member_id = a.member_id cross join unnest(a.item_ids) t (item_id) join pocket.moment m on m.item_id = t.item_id
  ), now_is as (
    select told.member_id, s.item_id, s.content, s.is_cancelled from said s cross join jsonb_array_elements_text(s.people) p (id) join told on told.member_id = p.id::uuid
  )
  insert into pocket.invitation (mission_id, member_id, item_id, sequence, method, content)
  select v_mission, coalesce(n.member_id, w.member_id), coalesce(n.item_id, w.item_id), v_number, verb, coalesce(n.content, w.content)
    from now_is n full join was w on w.member_id = n.member_id and w.item_id = n.item_id
    cross join lateral (select case when n.item_id is null or n.is_cancelled then 'CANCEL' else 'REQUEST' end as verb) v
    where case verb
      when 'REQUEST' then w.item_id is null or w.is_cancelled or w.content <> n.content
      else w.item_id is not null and not w.is_cancelled and exists (
        select from pocket.invitation e where e.member_id = w.member_id and e.item_id = w.item_id and e.method = 'REQUEST') end;
  if found then perform app.enqueue('pocket.queue-invitations', json_build_object('missionId', v_mission)); end if;

  insert into pocket.moment (item_id, mission_id, changed_in, content)
    select (i ->> 'id')::uuid, v_mission, v_number, pocket.said(i) from jsonb_array_elements(v_items) i
    on conflict (item_id) do update set changed_in = excluded.changed_in, content = excluded.content where moment.content <> excluded.content;

  with now_is as materialized (
    select p.id::uuid as member_id, (i ->> 'id')::uuid as item_id, i ->> 'state' = 'cancelled' as is_cancelled, place
      from jsonb_array_elements(v_items) with ordinality a (i, place) cross join jsonb_array_elements_text(i -> 'people') p (id)
  ), was as materialized (
    select a.member_id, t.item_id, t.since from pocket.agenda a cross join unnest(a.item_ids, a.since) t (item_id, since) where a.mission_id = v_mission
  ), theirs as (
    select n.member_id, array_agg(n.item_id order by n.place) as item_ids, array_agg(coalesce(w.since, v_number) order by n.place) as since
      from now_is n left join was w on w.member_id = n.member_id and w.item_id = n.item_id
      -- What was cancelled before one heard of it is nobody's news.
      where w.item_id is not null or not n.is_cancelled
      group by n.member_id
  ), gone as (
    delete from pocket.agenda a where a.mission_id = v_mission and not exists (select from theirs t where t.member_id = a.member_id)
  )
  insert into pocket.agenda (member_id, mission_id, item_ids, since)
    select t.member_id, v_mission, t.item_ids, t.since from theirs t
    on conflict (member_id) do update set item_ids = excluded.item_ids, since = excluded.since
      where (agenda.item_ids, agenda.since) is distinct from (excluded.item_ids, excluded.since);
end $$;

create function pocket.follow_release() returns trigger language plpgsql security definer set search_path = pg_catalog, pocket as $$
begin
  perform pocket.follow(new.release_id, new.content);
  return null;
end $$;

-- The releases there already are, in their order; nobody is told again.
create function pocket.follow_all() returns void language plpgsql security definer set search_path = pg_catalog, pocket as $$
begin
  perform pocket.follow(c.release_id, c.content)
    from (select r.id, r.mission_id, r.number from programme.release r order by r.mission_id, r.number) r join programme.release_content c on c.release_id = r.id;
end $$;
alter function pocket.follow owner to escale_keeper;
alter function pocket.follow_release owner to escale_keeper;
alter function pocket.follow_all owner to escale_keeper;
revoke all on function pocket.follow, pocket.follow_release, pocket.follow_all from public;
create trigger pockets_follow_releases after insert on programme.release_content for each row execute function pocket.follow_release();
do $$ begin perform pocket.follow_all(); end $$;
drop function pocket.follow_all;

-- ---------------------------------------------------------------- who opens a pocket
-- The pass a secret opens, if it still opens anything: the person travels, who sends them still takes part, an account still has the mailbox.
create function pocket.pass_of(p_kind text, p_digest bytea, p_now timestamptz) returns table (secret_id uuid, pass_id uuid, member_id uuid, mission_id uuid, organisation_id uuid)
language sql stable security definer set search_path = pg_catalog, pocket rows 1
begin atomic
  select s.id, s.pass_id, s.member_id, s.mission_id, s.organisation_id
    from pocket.secret s
    join pocket.pass p on p.id = s.pass_id and p.revoked_at is null
    join delegations.member m on m.id = s.member_id and m.state = 'registered'
    join missions.partner seat on seat.mission_id = s.mission_id and seat.organisation_id = s.organisation_id and seat.left_at is null
    where s.digest = p_digest and s.kind = p_kind and s.ended_at is null and (s.expires_at is null or s.expires_at > p_now)
      and (s.account_id is null or exists (
        select from auth."user" u join delegations.member_contact c on lower(c.email) = lower(u.email) where u.id = s.account_id and c.member_id = s.member_id));
end;

-- Opens the pocket for the rest of the transaction, by the secret of a device or of a calendar. Null when it opens nothing.
create function pocket.enter(p_kind text, p_digest bytea, p_now timestamptz) returns uuid
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v record;
begin
  perform set_config('app.pocket_member', '', true);
  select * into v from pocket.pass_of(p_kind, p_digest, p_now);
  if not found then return null; end if;
  update pocket.secret s set seen_at = p_now where s.id = v.secret_id and (s.seen_at is null or s.seen_at < p_now - interval '10 minutes');
  perform set_config('app.pocket_member', v.member_id::text, true);
  return v.member_id;
end $$;

-- Whose pocket a personal link opens, as the page that asks for confirmation says it.
create function pocket.link_letter(p_digest bytea, p_now timestamptz) returns table (given_name text, family_name text, organisation_name text, title jsonb)
language sql stable security definer set search_path = pg_catalog, pocket rows 1
begin atomic
  select m.given_name, m.family_name, o.name, mission.title
    from pocket.pass_of('link', p_digest, p_now) p
    join delegations.member m on m.id = p.member_id
    join directory.organisation o on o.id = p.organisation_id
    join missions.mission mission on mission.id = p.mission_id;
end;

-- A pocket lasts a month after the journey, or after it was opened.
create function pocket.lasting(p_mission uuid, p_now timestamptz) returns timestamptz
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select greatest((select m.ends_on::timestamptz from missions.mission m where m.id = p_mission), p_now) + interval '30 days';
end;

-- Opens a device by the personal link. False when the link opens nothing.
create function pocket.open_by_link(p_link bytea, p_secret bytea, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pocket as $$
begin
  insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at, expires_at, seen_at)
    select p.pass_id, p.member_id, p.mission_id, p.organisation_id, 'device', p_secret, p_now, pocket.lasting(p.mission_id, p_now), p_now
      from pocket.pass_of('link', p_link, p_now) p;
  return found;
end $$;

-- The journeys of whoever has this account: those where the mailbox is theirs, the next or latest first.
create function pocket.journeys_of(p_account uuid) returns table (member_id uuid, mission_id uuid, title jsonb, starts_on date, ends_on date, organisation_name text)
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select m.id, mission.id, mission.title, mission.starts_on, mission.ends_on, o.name
    from auth."user" u
    join delegations.member_contact c on lower(c.email) = lower(u.email)
    join delegations.member m on m.id = c.member_id and m.state = 'registered'
    join missions.mission mission on mission.id = m.mission_id and mission.state <> 'cancelled'
    join missions.partner seat on seat.mission_id = m.mission_id and seat.organisation_id = m.organisation_id and seat.left_at is null
    join directory.organisation o on o.id = m.organisation_id
    where u.id = p_account and not exists (select from pocket.pass p where p.member_id = m.id and p.revoked_at is not null)
    order by mission.starts_on desc nulls last, m.id;
end;

-- Opens a device of one's own account. What is written is written for the organisation that sends the person, in its journal.
create function pocket.open_by_account(p_account uuid, p_member uuid, p_secret bytea, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_member delegations.member;
  v_pass   uuid;
begin
  if not exists (select from pocket.journeys_of(p_account) j where j.member_id = p_member) then return false; end if;
  select * into v_member from delegations.member where id = p_member;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.account', p_account::text, true),
    set_config('app.actor_name', v_member.given_name || ' ' || v_member.family_name, true), set_config('app.event', 'pocket.opened', true);
  insert into pocket.pass (mission_id, organisation_id, member_id) values (v_member.mission_id, v_member.organisation_id, p_member) on conflict (member_id) do nothing;
  select id into v_pass from pocket.pass where member_id = p_member;
  perform set_config('app.organisation', '', true), set_config('app.account', '', true);
  insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, account_id, made_at, expires_at, seen_at)
    values (v_pass, p_member, v_member.mission_id, v_member.organisation_id, 'device', p_secret, p_account, p_now, pocket.lasting(v_member.mission_id, p_now), p_now);
  return true;
end $$;

-- Ends a device, by its own secret.
create function pocket.close(p_secret bytea, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pocket
begin atomic
  update pocket.secret set ended_at = p_now where digest = p_secret and kind = 'device' and ended_at is null;
end;

-- ---------------------------------------------------------------- calendars
-- Tells a calendar of all that is in its agenda now; what it was told already is not told again.
create function pocket.catch_up(p_member uuid) returns void
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_pass pocket.pass;
begin
  select * into v_pass from pocket.pass p where p.member_id = p_member and p.invitations and p.revoked_at is null
    and (p_member = pocket.actor_member() or p.organisation_id = app.actor_organisation());
  if not found then return; end if;
  insert into pocket.invitation (mission_id, member_id, item_id, sequence, method, content)
    select a.mission_id, a.member_id, m.item_id, greatest(t.since, m.changed_in), 'REQUEST', m.content
      from pocket.agenda a cross join unnest(a.item_ids, a.since) t (item_id, since) join pocket.moment m on m.item_id = t.item_id
      where a.member_id = p_member and m.content ->> 'state' <> 'cancelled'
    on conflict on constraint a_calendar_is_told_once_per_release do nothing;
  if found then perform app.enqueue('pocket.queue-invitations', json_build_object('missionId', v_pass.mission_id)); end if;
end $$;

-- The holder of the pocket chooses how their calendar follows: a secret address (null takes it back), invitations by mail. Null leaves a choice as it is.
create function pocket.choose_calendar(p_event text, p_address bytea, p_ends_address boolean, p_invitations boolean, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pocket as $$
declare
  v_member delegations.member;
  v_pass   pocket.pass;
begin
  select * into v_member from delegations.member where id = pocket.actor_member();
  select * into v_pass from pocket.pass where member_id = v_member.id for update;
  if not found then return; end if;
  perform set_config('app.organisation', v_member.organisation_id::text, true), set_config('app.event', p_event, true),
    set_config('app.actor_name', v_member.given_name || ' ' || v_member.family_name, true);
  if p_ends_address or p_address is not null then
    update pocket.secret set ended_at = p_now where pass_id = v_pass.id and kind = 'calendar' and ended_at is null;
  end if;
  if p_address is not null then
    insert into pocket.secret (pass_id, member_id, mission_id, organisation_id, kind, digest, made_at)
      values (v_pass.id, v_pass.member_id, v_pass.mission_id, v_pass.organisation_id, 'calendar', p_address, p_now);
  end if;
  update pocket.pass set invitations = coalesce(p_invitations, invitations),
      calendar_since = case when p_address is not null then p_now when p_ends_address then null else calendar_since end
    where id = v_pass.id;
  perform set_config('app.organisation', '', true);
  if p_invitations then perform pocket.catch_up(v_member.id); end if;
end $$;

alter function pocket.pass_of owner to escale_keeper;
alter function pocket.enter owner to escale_keeper;
alter function pocket.link_letter owner to escale_keeper;
alter function pocket.lasting owner to escale_keeper;
alter function pocket.open_by_link owner to escale_keeper;
alter function pocket.journeys_of owner to escale_keeper;
alter function pocket.open_by_account owner to escale_keeper;
alter function pocket.close owner to escale_keeper;
alter function pocket.catch_up owner to escale_keeper;
alter function pocket.choose_calendar owner to escale_keeper;
revoke all on function pocket.pass_of, pocket.enter, pocket.link_letter, pocket.lasting, pocket.open_by_link, pocket.journeys_of, pocket.open_by_account,
  pocket.close, pocket.catch_up, pocket.choose_calendar from public;
grant execute on function pocket.enter, pocket.link_letter, pocket.lasting, pocket.open_by_link, pocket.journeys_of, pocket.open_by_account, pocket.close,
  pocket.catch_up, pocket.choose_calendar to escale_web;

-- How to reach a member, for other modules: their sender reads it, and nobody else.
create view delegations.pub_contact with (security_invoker = true) as
  select c.member_id, c.mission_id, c.organisation_id, c.email from delegations.member_contact c;
grant select on delegations.pub_contact to escale_web, escale_keeper;
-- The language an organisation works in, and when a release left: for those who write to people.
create view identity.pub_workspace with (security_invoker = true) as select w.organisation_id, w.locale from identity.workspace w;
create view programme.pub_release with (security_invoker = true) as select r.mission_id, r.number, r.released_at from programme.release r;
grant select on identity.pub_workspace, programme.pub_release to escale_web, escale_keeper;
