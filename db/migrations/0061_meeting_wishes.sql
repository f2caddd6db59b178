-- Whom each participant would like to meet, what they answer each other, and what is left of what each may ask and accept.
create table meetings.wish (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null,
  participant_id   uuid not null,
  about_id         uuid not null,
  degree           text not null,
  state            text not null,
  motive           text not null default '',
  asked_at         timestamptz not null,
  expires_at       timestamptz,
  answered_at      timestamptz,
  reason           text,
  version          integer not null default 1,
  constraint degree_is_known               check (degree in ('must', 'like', 'no')),
  constraint state_is_known                check (state in ('noted', 'open', 'accepted', 'declined', 'expired', 'withdrawn')),
  constraint a_motive_is_short             check (length(motive) <= 300),
  constraint a_no_is_only_noted            check (degree <> 'no' or state = 'noted'),
  constraint expires_unless_noted          check ((state = 'noted') = (expires_at is null)),
  constraint answered_at_when_answered     check ((state in ('accepted', 'declined')) = (answered_at is not null)),
  constraint declined_with_a_reason        check ((state = 'declined') = (reason is not null) and btrim(reason) <> ''),
  constraint nobody_asks_for_themselves    check (participant_id <> about_id),
  constraint a_wish_of_the_event           foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_wish_of_a_participant       foreign key (participant_id, event_id, organisation_id)
    references meetings.participant (id, event_id, organisation_id) on delete cascade,
  constraint a_wish_about_a_participant    foreign key (about_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint one_wish_about_each           unique (participant_id, about_id)
);
create index wish_by_event on meetings.wish (event_id);
create index wish_by_about on meetings.wish (about_id);

-- What counts against the quotas, one row per participant: the last request of a quota, accepted fifty times at once, is accepted once.
create table meetings.allowance (
  participant_id  uuid primary key references meetings.participant on delete cascade,
  mission_id      uuid not null,
  request_quota   integer not null,
  meeting_quota   integer not null,
  requested       integer not null default 0,
  accepted        integer not null default 0,
  constraint requests_within_quota check (requested between 0 and request_quota),
  constraint accepted_within_quota check (accepted between 0 and meeting_quota)
);

create function meetings.keep_quotas() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  insert into meetings.allowance (participant_id, mission_id, request_quota, meeting_quota)
    values (new.id, new.mission_id, new.request_quota, new.meeting_quota)
    on conflict (participant_id) do update set request_quota = excluded.request_quota, meeting_quota = excluded.meeting_quota;
  return null;
end $$;
alter function meetings.keep_quotas owner to escale_keeper;
create trigger keep_quotas after insert or update on meetings.participant for each row execute function meetings.keep_quotas();

-- Who wishes for whom is a matter of the rules, whoever writes the row.
create function meetings.check_wish() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_rule meetings.rule;
begin
  select r.* into v_rule from meetings.rule r
    join meetings.participant a on a.id = new.participant_id and a.circle_id = r.from_id
    join meetings.participant b on b.id = new.about_id and b.circle_id = r.to_id;
  if new.degree <> 'no' and not found then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_rule_allows_the_wish', message = 'no rule lets this participant ask that one';
  end if;
  if new.degree <> 'no' and v_rule.is_answered = (new.state = 'noted') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_rule_says_who_answers', message = 'a wish is answered when its rule says so';
  end if;
  return new;
end $$;
alter function meetings.check_wish owner to escale_keeper;
create trigger a_rule_allows_the_wish before insert on meetings.wish for each row execute function meetings.check_wish();

-- A wish counts while it may still become a meeting; what is declined, expired or withdrawn is given back at once.
create function meetings.count_wishes() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_asked integer := 0;
  v_taken integer := 0;
begin
  if tg_op <> 'INSERT' and old.degree <> 'no' then
    v_asked := v_asked - (old.state in ('noted', 'open', 'accepted'))::int;
    v_taken := v_taken - (old.state = 'accepted')::int;
  end if;
  if tg_op <> 'DELETE' and new.degree <> 'no' then
    v_asked := v_asked + (new.state in ('noted', 'open', 'accepted'))::int;
    v_taken := v_taken + (new.state = 'accepted')::int;
  end if;
  if v_asked <> 0 then
    update meetings.allowance set requested = requested + v_asked where participant_id = coalesce(new.participant_id, old.participant_id);
  end if;
  if v_taken <> 0 then
    update meetings.allowance set accepted = accepted + v_taken where participant_id = coalesce(new.about_id, old.about_id);
  end if;
  return null;
end $$;
alter function meetings.count_wishes owner to escale_keeper;
create trigger count_wishes after insert or update or delete on meetings.wish for each row execute function meetings.count_wishes();

-- A link lets whoever holds it answer for one participant of one event, and nothing else, until it ends.
create table meetings.answer_link (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  participant_id   uuid not null,
  token_digest     bytea not null unique,
  language         text not null,
  made_at          timestamptz not null,
  expires_at       timestamptz not null,
  revoked_at       timestamptz,
  constraint language_is_known             check (language in ('fr', 'en')),
  constraint digest_has_32_bytes           check (octet_length(token_digest) = 32),
  constraint expires_after_it_is_made      check (expires_at > made_at),
  constraint a_link_of_the_event           foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_link_of_a_participant       foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade
);
create unique index one_standing_link_per_participant on meetings.answer_link (participant_id) where revoked_at is null;

select app.protect('meetings.wish', 'private', 'select, insert, update');
select app.protect('meetings.allowance', 'silent', 'select');
select app.protect('meetings.answer_link', 'private', 'select, insert, update');

-- A wish is read by the organisers and by the organisation that keeps whoever wishes. What is asked of one's own is read through received_request.
create policy organisers_and_keepers_read_wishes on meetings.wish for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy organisers_and_keepers_wish on meetings.wish for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy organisers_and_keepers_change_wishes on meetings.wish for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy organisers_and_keepers_read_allowances on meetings.allowance for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy organisers_and_keepers_read_links on meetings.answer_link for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy organisers_and_keepers_make_links on meetings.answer_link for insert to escale_web
  with check (organisation_id = (select app.actor_organisation())
    and (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants())));
create policy organisers_and_keepers_end_links on meetings.answer_link for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));

-- What is asked of the participants one keeps: who asks and why, never how much they wish it.
create view meetings.received_request with (security_barrier) as
  select w.id, w.mission_id, w.event_id, w.about_id, w.participant_id, a.name, a.city, a.country, a.sectors, a.offers, a.needs, a.languages,
         w.state, w.motive, w.asked_at, w.expires_at, w.answered_at, w.reason
    from meetings.wish w join meetings.participant a on a.id = w.participant_id
    where w.state <> 'noted' and w.state <> 'withdrawn'
      and (w.mission_id = any (missions.actor_led_missions()) or w.about_id in (select meetings.kept_participants()));
alter view meetings.received_request owner to escale_keeper;
grant select on meetings.received_request to escale_web;

-- Answers a request in the name of whoever keeps the participant asked. False when it is not open any more.
create function meetings.answer_request(p_wish uuid, p_accepts boolean, p_reason text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  update meetings.wish w set state = case when p_accepts then 'accepted' else 'declined' end, answered_at = p_now,
      reason = case when p_accepts then null else btrim(p_reason) end
    where w.id = p_wish and w.state = 'open' and w.expires_at > p_now
      and (w.mission_id = any (missions.actor_led_missions()) or w.about_id in (select meetings.kept_participants()));
  return found;
end $$;

-- What is past its term is closed and given back. Called before quotas are looked at; anybody may, since time alone decides.
create function meetings.expire_requests(p_event uuid, p_now timestamptz) returns integer
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_count integer;
begin
  update meetings.wish set state = 'expired' where event_id = p_event and state = 'open' and expires_at <= p_now;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- The three things the holder of a link may do. The digest is the key; nothing of anybody else's answers, wishes or contacts comes out.
-- An instant as the product writes it everywhere: UTC, milliseconds.
create function meetings.iso(p_at timestamptz) returns text language sql stable set search_path = pg_catalog
begin atomic
  select to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
end;

create function meetings.open_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, meetings as $$
declare
  v_link meetings.answer_link;
begin
  select * into v_link from meetings.answer_link where token_digest = p_digest;
  if not found then return null; end if;
  if v_link.revoked_at is not null then return jsonb_build_object('state', 'revoked', 'language', v_link.language); end if;
  if v_link.expires_at <= p_now then return jsonb_build_object('state', 'expired', 'language', v_link.language); end if;
  return (select jsonb_build_object('state', 'open', 'language', v_link.language, 'expiresAt', meetings.iso(v_link.expires_at),
      'event', jsonb_build_object('id', e.id, 'title', e.title, 'timeZone', e.time_zone, 'opensAt', meetings.iso(e.opens_at), 'closesAt', meetings.iso(e.closes_at)),
      'organisation', o.name,
      'participant', jsonb_build_object('id', p.id, 'name', p.name, 'sectors', p.sectors, 'offers', p.offers, 'needs', p.needs, 'languages', p.languages),
      'quotas', (select jsonb_build_object('requestQuota', a.request_quota, 'meetingQuota', a.meeting_quota, 'requested', a.requested, 'accepted', a.accepted)
         from meetings.allowance a where a.participant_id = p.id),
      'slots', coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'startsAt', meetings.iso(s.starts_at), 'endsAt', meetings.iso(s.ends_at)) order by s.starts_at)
         from meetings.slot s where s.event_id = e.id), '[]'),
      'representatives', coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'givenName', r.given_name, 'familyName', r.family_name,
           'away', coalesce((select jsonb_agg(b.slot_id) from meetings.absence b where b.representative_id = r.id), '[]')) order by r.family_name, r.id)
         from meetings.representative r where r.participant_id = p.id), '[]'),
      'requests', coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'name', x.name, 'city', x.city, 'country', x.country, 'sectors', x.sectors,
           'offers', x.offers, 'needs', x.needs, 'state', case when w.state = 'open' and w.expires_at <= p_now then 'expired' else w.state end,
           'motive', w.motive, 'expiresAt', meetings.iso(w.expires_at), 'reason', w.reason) order by w.asked_at, w.id)
         from meetings.wish w join meetings.participant x on x.id = w.participant_id
         where w.about_id = p.id and w.state in ('open', 'accepted', 'declined', 'expired')), '[]'),
      'choices', coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'name', x.name, 'city', x.city, 'country', x.country, 'sectors', x.sectors,
           'offers', x.offers, 'needs', x.needs, 'languages', x.languages, 'isAnswered', r.is_answered, 'degree', w.degree, 'state', w.state, 'motive', coalesce(w.motive, ''),
           'reason', w.reason) order by lower(x.name), x.id)
         from meetings.participant x join meetings.rule r on r.from_id = p.circle_id and r.to_id = x.circle_id
         left join meetings.wish w on w.participant_id = p.id and w.about_id = x.id
         where x.event_id = e.id and x.id <> p.id), '[]'))
    from meetings.participant p join meetings.event e on e.id = p.event_id join directory.organisation o on o.id = v_link.organisation_id
    where p.id = v_link.participant_id);
end $$;

-- The participant a standing link speaks for, its row locked against being withdrawn meanwhile.
create function meetings.participant_of_link(p_digest bytea, p_now timestamptz) returns meetings.participant
language sql security definer set search_path = pg_catalog, meetings
begin atomic
  select p.* from meetings.answer_link l join meetings.participant p on p.id = l.participant_id
    where l.token_digest = p_digest and l.revoked_at is null and l.expires_at > p_now;
end;

create function meetings.answer_by_link(p_digest bytea, p_wish uuid, p_accepts boolean, p_reason text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  perform set_config('app.event', 'meeting_request.answered', true), set_config('app.actor_name', v_participant.name, true);
  update meetings.wish w set state = case when p_accepts then 'accepted' else 'declined' end, answered_at = p_now,
      reason = case when p_accepts then null else btrim(p_reason) end
    where w.id = p_wish and w.state = 'open' and w.expires_at > p_now and w.about_id = v_participant.id;
  return found;
end $$;

create function meetings.wish_by_link(p_digest bytea, p_about uuid, p_degree text, p_motive text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return false; end if;
  perform set_config('app.event', 'meeting_wish.written', true), set_config('app.actor_name', v_participant.name, true);
  return meetings.put_wish(v_participant.id, p_about, p_degree, p_motive, p_now);
end $$;

-- One wish, written or changed, whoever writes it. An empty degree takes it back. False outside the dates of the event, or when it was answered already.
create function meetings.put_wish(p_participant uuid, p_about uuid, p_degree text, p_motive text, p_now timestamptz) returns boolean
language plpgsql set search_path = pg_catalog, meetings as $$
declare
  v_event    meetings.event;
  v_rule     boolean;
  v_state    text;
  v_keeper   uuid;
  v_known    meetings.wish;
begin
  select p.organisation_id into v_keeper from meetings.participant p where p.id = p_participant;
  select e.* into v_event from meetings.event e join meetings.participant p on p.event_id = e.id and p.id = p_participant;
  if v_event.id is null or p_now < v_event.opens_at or p_now > v_event.closes_at then return false; end if;
  select * into v_known from meetings.wish w where w.participant_id = p_participant and w.about_id = p_about for update;
  if p_degree = '' then
    if v_known.id is null or v_known.state = 'withdrawn' then return true; end if;
    if v_known.state in ('accepted', 'declined') then return false; end if;
    update meetings.wish set state = 'withdrawn', degree = case when degree = 'no' then 'like' else degree end,
      expires_at = coalesce(expires_at, p_now) where id = v_known.id;
    return true;
  end if;
  select r.is_answered into v_rule from meetings.rule r
    join meetings.participant a on a.id = p_participant and a.circle_id = r.from_id
    join meetings.participant b on b.id = p_about and b.circle_id = r.to_id;
  v_state := case when p_degree <> 'no' and v_rule then 'open' else 'noted' end;
  if v_known.id is null then
    insert into meetings.wish (mission_id, event_id, organisation_id, participant_id, about_id, degree, state, motive, asked_at, expires_at)
      values (v_event.mission_id, v_event.id, v_keeper, p_participant, p_about, p_degree, v_state, p_motive, p_now,
        case when v_state = 'open' then p_now + make_interval(days => v_event.answer_days) end);
    return true;
  end if;
  if v_known.state in ('accepted', 'declined') and p_degree = 'no' then return false; end if;
  if v_known.state in ('accepted', 'declined') or (v_known.state = 'open' and v_state = 'open') then
    update meetings.wish set degree = p_degree, motive = p_motive where id = v_known.id and (degree, motive) is distinct from (p_degree, p_motive);
  else
    update meetings.wish set degree = p_degree, motive = p_motive, state = v_state, asked_at = p_now,
      expires_at = case when v_state = 'open' then p_now + make_interval(days => v_event.answer_days) end
      where id = v_known.id and (degree, motive, state) is distinct from (p_degree, p_motive, v_state);
  end if;
  return true;
end $$;

-- The slots at which a representative of the participant is away, all at once.
create function meetings.away_by_link(p_digest bytea, p_representative uuid, p_slots uuid[], p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if not exists (select from meetings.representative r where r.id = p_representative and r.participant_id = v_participant.id) then return false; end if;
  delete from meetings.absence where representative_id = p_representative and slot_id <> all (p_slots);
  insert into meetings.absence (mission_id, event_id, slot_id, representative_id)
    select s.mission_id, s.event_id, s.id, p_representative from meetings.slot s where s.event_id = v_participant.event_id and s.id = any (p_slots)
    on conflict do nothing;
  return true;
end $$;

alter function meetings.answer_request owner to escale_keeper;
alter function meetings.expire_requests owner to escale_keeper;
alter function meetings.open_link owner to escale_keeper;
alter function meetings.participant_of_link owner to escale_keeper;
alter function meetings.answer_by_link owner to escale_keeper;
alter function meetings.wish_by_link owner to escale_keeper;
alter function meetings.away_by_link owner to escale_keeper;
revoke all on function meetings.answer_request, meetings.expire_requests, meetings.open_link, meetings.participant_of_link, meetings.answer_by_link,
  meetings.wish_by_link, meetings.put_wish, meetings.away_by_link from public;
grant execute on function meetings.answer_request, meetings.expire_requests, meetings.open_link, meetings.answer_by_link, meetings.wish_by_link,
  meetings.put_wish, meetings.away_by_link to escale_web;
grant execute on function meetings.participant_of_link, meetings.put_wish to escale_keeper;
