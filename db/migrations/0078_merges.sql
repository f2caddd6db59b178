-- Two cards of one person, or of one organisation, become one; the merge is undone to the exact previous state.

grant create on schema agreements to escale_keeper;

-- What a merge changed: both cards as they were, the rows that named the one that went, and the version it left the other in.
create table directory.merge (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null,
  kept_id          uuid not null,
  gone_id          uuid not null,
  gone_name        text not null,
  kept_version     integer not null,
  kept_before      jsonb not null,
  gone_before      jsonb not null,
  moved            jsonb not null,
  merged_by        uuid default app.actor_account(),
  merged_at        timestamptz not null,
  undone_at        timestamptz,
  constraint kind_is_known             check (kind in ('person', 'organisation')),
  constraint two_cards_are_merged      check (kept_id <> gone_id),
  constraint gone_name_is_not_empty    check (btrim(gone_name) <> ''),
  constraint undone_after_it_was_done  check (undone_at >= merged_at)
);
create unique index a_card_goes_once on directory.merge (gone_id) where undone_at is null;
create index merge_by_organisation on directory.merge (organisation_id, merged_at desc);
create index merge_by_kept on directory.merge (kept_id);
-- Silent: the journal tells the rows a merge changes; copies of them would only keep twice what may have to be erased.
select app.protect('directory.merge', 'silent', 'select, insert, delete');
grant update (undone_at) on directory.merge to escale_web;
create policy own_merges on directory.merge to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

-- Two cards that resemble each other, and that somebody knows to be two.
create table directory.distinct_pair (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  one_id           uuid not null,
  other_id         uuid not null,
  decided_by       uuid default app.actor_account(),
  constraint a_pair_is_in_order       check (one_id < other_id),
  constraint a_pair_is_told_once      unique (organisation_id, one_id, other_id)
);
select app.protect('directory.distinct_pair', 'silent', 'select, insert, delete');
create policy own_distinct_pairs on directory.distinct_pair to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

-- A card of an organisation leaves by a merge alone, and only once nothing names it: the foreign keys see to that.
create function directory.drop_merged_card(p_card uuid) returns void
language sql security definer set search_path = pg_catalog, directory as $$
  delete from directory.organisation o
    where o.id = p_card and o.kept_by = app.actor_organisation() and not o.is_workspace
      and exists (select from directory.merge m where m.gone_id = p_card and m.undone_at is null and m.organisation_id = app.actor_organisation())
$$;

-- Which card of one's directory a member is says nothing of the delegation: a part stays signed off.
create or replace function missions.part_changes() returns trigger language plpgsql security definer set search_path = pg_catalog, missions as $$
declare
  v_row jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'version' - 'updated_at' - 'person_id' = to_jsonb(old) - 'version' - 'updated_at' - 'person_id' then return null; end if;
  end if;
  update missions.sign_off set withdrawn_at = greatest(transaction_timestamp(), signed_at), withdrawn_because = tg_argv[0],
      withdrawn_name = nullif(current_setting('app.actor_name', true), '')
    where mission_id = (v_row ->> 'mission_id')::uuid and organisation_id = (v_row ->> 'organisation_id')::uuid and withdrawn_at is null;
  return null;
end $$;

-- The doors by which each module lets its rows name another card: rows of the acting organisation, or of missions it leads, and no others.
-- p_rows: these rows alone, when given. They answer which rows they changed. What they leave, the foreign keys keep from being orphaned.

create function delegations.rename_person(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, delegations as $$
  update delegations.member m set person_id = p_to
    where m.person_id = p_from and m.organisation_id = app.actor_organisation() and (p_rows is null or m.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning m.id
$$;

create function registration.rename_person(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, registration as $$
  update registration.application_contact c set person_id = p_to
    where c.person_id = p_from and c.organisation_id = app.actor_organisation() and (p_rows is null or c.id = any (p_rows))
      and exists (select from directory.person p where p.id = p_to and p.organisation_id = app.actor_organisation())
    returning c.id
$$;

-- A State stays a State: what was signed with one keeps its ground.
create function agreements.rename_party(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, agreements as $$
  update agreements.party p set party_id = p_to
    from directory.organisation o
    where p.party_id = p_from and p.organisation_id = app.actor_organisation() and (p_rows is null or p.id = any (p_rows))
      and o.id = p_to and (o.kept_by = app.actor_organisation() or o.is_workspace) and (o.kind = 'state') = (p.kind = 'state')
    returning p.id
$$;

-- An organisation that works in Escale takes its own seat; nobody is merged into one.
create function missions.rename_partner(p_from uuid, p_to uuid, p_rows uuid[]) returns setof uuid
language sql security definer set search_path = pg_catalog, missions as $$
  update missions.partner p set organisation_id = p_to
    from directory.organisation o
    where p.organisation_id = p_from and p.mission_id = any (missions.actor_led_missions()) and (p_rows is null or p.id = any (p_rows))
      and o.id = p_to and o.kept_by = app.actor_organisation() and not o.is_workspace
    returning p.id
$$;

do $$
declare f text;
begin
  foreach f in array array['directory.drop_merged_card', 'delegations.rename_person', 'registration.rename_person', 'agreements.rename_party', 'missions.rename_partner'] loop
    execute format('alter function %s owner to escale_keeper; revoke all on function %s from public; grant execute on function %s to escale_web', f, f, f);
  end loop;
end $$;
