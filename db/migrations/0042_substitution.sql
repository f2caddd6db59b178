-- The place of someone who came by an application goes to someone else of the same sender: to another applicant, or to a person its officers name.
alter table registration.letter drop constraint kind_is_known;
alter table registration.letter add constraint kind_is_known
  check (kind in ('endorsed', 'incomplete', 'refused', 'approved', 'waiting', 'promoted', 'replaced', 'substituted'));

-- Who took whose place, and where both were before: what an undoing gives back.
create table registration.substitution (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null,
  former_id        uuid not null,
  successor_id     uuid not null,
  former_decided_name     text,
  successor_was           text not null,
  successor_waiting_since timestamptz,
  successor_endorsed_at   timestamptz,
  made_at          timestamptz not null,
  undone_at        timestamptz,
  constraint a_place_goes_to_someone_else check (former_id <> successor_id),
  constraint a_place_leaves_an_application foreign key (former_id, mission_id, organisation_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade,
  constraint a_place_stays_with_its_sender foreign key (successor_id, mission_id, organisation_id)
    references registration.application (id, mission_id, organisation_id) on delete cascade
);
create index substitution_by_former on registration.substitution (former_id);
create index substitution_by_successor on registration.substitution (successor_id);
select app.protect('registration.substitution', 'private', 'select');
create policy senders_see_substitutions on registration.substitution for select to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));

-- One transaction, the quota untouched: the former is withdrawn with a reason, then the successor is seated. `p_words` of a person named anew,
-- whose application takes the link of the former; null for someone who applied. False when either is no longer where it was.
create function registration.substitute(p_former uuid, p_successor uuid, p_words jsonb, p_secret_digest bytea, p_reason text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_former    registration.application;
  v_successor registration.application;
begin
  select * into v_former from registration.application a
    where a.id = p_former and a.organisation_id = app.actor_organisation() and a.mission_id in (select missions.actor_seats())
      and app.actor_roles() && array['administrator', 'officer'] and a.state = 'approved' for update;
  if not found or btrim(coalesce(p_reason, '')) = '' then return false; end if;
  perform registration.withdraw_application(p_former, p_now);
  update registration.application set reason = p_reason, decided_name = nullif(current_setting('app.actor_name', true), '') where id = p_former;
  if p_words is not null then
    insert into registration.application (id, mission_id, organisation_id, link_id, link_kind, state, language, given_name, family_name, category, secret_digest,
        request_digest, created_at, changed_at, submitted_at, verified_at)
      values (p_successor, v_former.mission_id, v_former.organisation_id, v_former.link_id, v_former.link_kind, 'received', p_words ->> 'language',
        p_words ->> 'givenName', p_words ->> 'familyName', p_words ->> 'category', p_secret_digest, sha256(convert_to(p_successor::text, 'UTF8')), p_now, p_now, p_now, p_now);
    insert into registration.application_contact (application_id, mission_id, organisation_id) values (p_successor, v_former.mission_id, v_former.organisation_id);
    perform registration.write_words(p_successor, p_words);
  end if;
  select * into v_successor from registration.application a
    where a.id = p_successor and a.mission_id = v_former.mission_id and a.organisation_id = v_former.organisation_id
      and a.state in ('received', 'endorsed', 'waiting') for update;
  if not found then return false; end if;
  if app.fold(v_former.family_name || '|' || v_former.given_name || '|' || coalesce(v_former.represents, ''))
      = app.fold(v_successor.family_name || '|' || v_successor.given_name || '|' || coalesce(v_successor.represents, '')) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_place_goes_to_someone_else', message = 'the same person';
  end if;
  insert into registration.substitution (mission_id, organisation_id, former_id, successor_id, former_decided_name, successor_was, successor_waiting_since,
      successor_endorsed_at, made_at)
    values (v_former.mission_id, v_former.organisation_id, p_former, p_successor, v_former.decided_name,
      case when p_words is null then v_successor.state else 'withdrawn' end, v_successor.waiting_since, v_successor.endorsed_at, p_now);
  update registration.application set endorsed_at = coalesce(endorsed_at, p_now), decided_name = nullif(current_setting('app.actor_name', true), ''), changed_at = p_now where id = p_successor;
  perform registration.seat(p_successor, p_now);
  return true;
end $$;

-- Both back where they were, until one of the letters has left. Needs that the former had told were erased with the place.
create function registration.undo_substitution(p_application uuid, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, registration as $$
declare
  v_substitution registration.substitution;
  v_former       uuid;
  v_successor    uuid;
begin
  select * into v_substitution from registration.substitution s
    where p_application in (s.former_id, s.successor_id) and s.undone_at is null and s.organisation_id = app.actor_organisation()
      and s.mission_id in (select missions.actor_seats()) and app.actor_roles() && array['administrator', 'officer']
    order by s.made_at desc, s.id desc limit 1 for update;
  if not found then return false; end if;
  perform from registration.letter l where l.application_id in (v_substitution.former_id, v_substitution.successor_id)
    and l.sent_at is null and l.undone_at is null and l.replaced_by is null order by l.id for update;
  if (select count(*) from registration.letter l where l.sent_at is null and l.undone_at is null and l.replaced_by is null
        and ((l.application_id = v_substitution.former_id and l.kind = 'replaced') or (l.application_id = v_substitution.successor_id and l.kind = 'substituted'))) < 2 then
    return false;
  end if;
  select a.member_id into v_former from registration.application a where a.id = v_substitution.former_id and a.state = 'withdrawn' for update;
  if not found then return false; end if;
  select a.member_id into v_successor from registration.application a where a.id = v_substitution.successor_id and a.state = 'approved' for update;
  if not found then return false; end if;
  update registration.letter set undone_at = p_now where application_id in (v_substitution.former_id, v_substitution.successor_id)
    and sent_at is null and undone_at is null and replaced_by is null;
  update registration.substitution set undone_at = p_now where id = v_substitution.id;
  update registration.application set state = v_substitution.successor_was, waiting_since = v_substitution.successor_waiting_since,
      endorsed_at = v_substitution.successor_endorsed_at, decided_name = null, changed_at = p_now
    where id = v_substitution.successor_id;
  update delegations.member set state = 'withdrawn' where id = v_successor;
  update registration.application set state = 'approved', reason = null, decided_name = v_substitution.former_decided_name, changed_at = p_now
    where id = v_substitution.former_id;
  update delegations.member set state = 'registered' where id = v_former;
  return true;
end $$;

alter function registration.substitute owner to escale_keeper;
alter function registration.undo_substitution owner to escale_keeper;
revoke all on function registration.substitute, registration.undo_substitution from public;
grant execute on function registration.substitute, registration.undo_substitution to escale_web;
