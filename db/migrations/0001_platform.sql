-- The ground every module stands on: who acts, the journal, the second lock on every table.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Roles are shared by every database of the cluster, hence "if not exists".
--   escale_web     runs requests and jobs; owns nothing, bypasses nothing.
--   escale_auth    used by the sign-in library only; sees the schema auth and nothing else.
--   escale_keeper  owns the few functions that must see across organisations; never used by a request.
do $$
begin
  perform pg_advisory_xact_lock(hashtext('escale roles'));
  if not exists (select from pg_roles where rolname = 'escale_web') then create role escale_web nologin; end if;
  if not exists (select from pg_roles where rolname = 'escale_auth') then create role escale_auth nologin; end if;
  if not exists (select from pg_roles where rolname = 'escale_keeper') then create role escale_keeper nologin; end if;
  execute format('grant escale_web, escale_auth, escale_keeper to %I', current_user);
end $$;

create schema app;
grant usage on schema app to escale_web, escale_keeper;
grant create on schema app to escale_keeper;

-- ---------------------------------------------------------------- who acts
-- The actor lives in transaction-local settings: forgotten at commit; no actor, no row.

create function app.actor_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;

create function app.actor_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

create function app.actor_roles() returns text[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('app.roles', true), ''), ',');

-- ---------------------------------------------------------------- text
-- unaccent() is only stable because its dictionary could change; ours does not.
create function app.fold(text) returns text language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- A text in several languages: an object of non-empty strings keyed by BCP 47 tags.
create function app.is_localized(content jsonb) returns boolean language sql immutable parallel safe
  return jsonb_typeof(content) = 'object'
     and not jsonb_path_exists(content, '$.* ? (@.type() != "string" || @ == "")')
     and not jsonb_path_exists(content, '$.keyvalue() ? (!(@.key like_regex "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))');

create function app.is_time_zone(name text) returns boolean language sql stable parallel safe
  return exists (select from pg_timezone_names where pg_timezone_names.name = $1);

-- ---------------------------------------------------------------- journal
-- One chain per organisation, so that organisations never wait for each other.
-- The chain covers the digest of the payload, not the payload: personal data can be erased and the chain still proves the rest.
create table app.journal (
  chain            uuid not null,
  seq              bigint not null,
  recorded_at      timestamptz not null,
  account_id       uuid,
  actor_name       text,
  organisation_id  uuid,
  event            text not null,
  operation        text not null,
  entity           text not null,
  entity_id        uuid,
  mission_id       uuid,
  is_shared        boolean not null,
  payload          jsonb,
  payload_digest   bytea not null,
  previous_digest  bytea not null,
  digest           bytea not null,
  primary key (chain, seq),
  constraint operation_is_known        check (operation in ('insert', 'update', 'delete')),
  constraint sequence_starts_at_one    check (seq > 0),
  constraint shared_entries_belong_to_a_mission check (not is_shared or mission_id is not null)
);
create index journal_by_entity on app.journal (entity, entity_id);
create index journal_by_mission on app.journal (mission_id, recorded_at) where mission_id is not null;

create table app.journal_head (
  chain   uuid primary key,
  seq     bigint not null,
  digest  bytea not null
);

create function app.journal_digest(entry app.journal) returns bytea language sql immutable
  return sha256(convert_to(concat_ws('|',
    encode(entry.previous_digest, 'hex'), entry.chain, entry.seq,
    to_char(entry.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    entry.account_id, entry.actor_name, entry.organisation_id, entry.event, entry.operation,
    entry.entity, entry.entity_id, entry.mission_id, entry.is_shared, encode(entry.payload_digest, 'hex')), 'UTF8'));

-- Appends one entry per changed row to the chain of the acting organisation.
-- changes: array of {id, missionId, shared, before, after}.
create function app.append_to_journal(p_operation text, p_entity text, p_changes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, app as $$
declare
  v_chain  uuid := coalesce(app.actor_organisation(), '00000000-0000-0000-0000-000000000000');
  v_head   app.journal_head;
  v_entry  app.journal;
  v_change jsonb;
begin
  insert into app.journal_head values (v_chain, 0, sha256(convert_to(v_chain::text, 'UTF8'))) on conflict do nothing;
  select * into v_head from app.journal_head where chain = v_chain for update;
  for v_change in select * from jsonb_array_elements(p_changes) loop
    v_entry.chain           := v_chain;
    v_entry.seq             := v_head.seq + 1;
    v_entry.recorded_at     := transaction_timestamp();
    v_entry.account_id      := app.actor_account();
    v_entry.actor_name      := nullif(current_setting('app.actor_name', true), '');
    v_entry.organisation_id := app.actor_organisation();
    v_entry.event           := coalesce(nullif(current_setting('app.event', true), ''), 'system.' || p_operation);
    v_entry.operation       := p_operation;
    v_entry.entity          := p_entity;
    v_entry.entity_id       := (v_change ->> 'id')::uuid;
    v_entry.mission_id      := (v_change ->> 'missionId')::uuid;
    v_entry.is_shared       := (v_change ->> 'shared')::boolean and v_entry.mission_id is not null;
    v_entry.payload         := jsonb_strip_nulls(jsonb_build_object('before', v_change -> 'before', 'after', v_change -> 'after'));
    v_entry.payload_digest  := sha256(convert_to(v_entry.payload::text, 'UTF8'));
    v_entry.previous_digest := v_head.digest;
    v_entry.digest          := app.journal_digest(v_entry);
    insert into app.journal select v_entry.*;
    v_head.seq    := v_entry.seq;
    v_head.digest := v_entry.digest;
  end loop;
  update app.journal_head set seq = v_head.seq, digest = v_head.digest where chain = v_chain;
end $$;
alter function app.append_to_journal owner to escale_keeper;
revoke all on function app.append_to_journal from public;
grant execute on function app.append_to_journal to escale_web, escale_auth;

-- Statement triggers, so that an import of 10,000 rows moves the head of the chain once.
-- First argument: 'shared' when every partner of the mission may read the change, else 'private'
-- (a row with is_shared = true is then shared one by one).
create function app.journal_changes() returns trigger language plpgsql as $$
declare
  v_entity  text := tg_table_schema || '.' || tg_table_name;
  v_changes jsonb;
begin
  if tg_op = 'INSERT' then
    select jsonb_agg(jsonb_build_object('id', n.r -> 'id', 'missionId', case when v_entity = 'missions.mission' then n.r -> 'id' else n.r -> 'mission_id' end,
        'shared', tg_argv[0] = 'shared' or coalesce((n.r ->> 'is_shared')::boolean, false), 'after', jsonb_strip_nulls(n.r) - 'search_text'))
      into v_changes from (select to_jsonb(new_rows) r from new_rows) n;
  elsif tg_op = 'DELETE' then
    select jsonb_agg(jsonb_build_object('id', o.r -> 'id', 'missionId', case when v_entity = 'missions.mission' then o.r -> 'id' else o.r -> 'mission_id' end,
        'shared', tg_argv[0] = 'shared' or coalesce((o.r ->> 'is_shared')::boolean, false), 'before', jsonb_strip_nulls(o.r) - 'search_text'))
      into v_changes from (select to_jsonb(old_rows) r from old_rows) o;
  else
    select jsonb_agg(jsonb_build_object('id', n.r -> 'id', 'missionId', case when v_entity = 'missions.mission' then n.r -> 'id' else n.r -> 'mission_id' end,
        'shared', tg_argv[0] = 'shared' or coalesce((n.r ->> 'is_shared')::boolean, false), 'before', d.before, 'after', d.after))
      into v_changes
      from (select to_jsonb(new_rows) r from new_rows) n
      join (select to_jsonb(old_rows) r from old_rows) o on o.r ->> 'id' = n.r ->> 'id'
      cross join lateral (
        select jsonb_object_agg(key, o.r -> key) as before, jsonb_object_agg(key, n.r -> key) as after
        from jsonb_object_keys(n.r) key
        where o.r -> key is distinct from n.r -> key and key not in ('version', 'search_text')
      ) d
      where d.after is not null;
  end if;
  if v_changes is not null then
    perform app.append_to_journal(lower(tg_op), v_entity, v_changes);
  end if;
  return null;
end $$;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'integrity_constraint_violation', constraint = tg_argv[0],
    message = format('%s.%s is append-only', tg_table_schema, tg_table_name);
end $$;

create function app.raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;

-- Entries may never be altered or removed; only the payload may be erased, which leaves the digests to prove that it existed.
create function app.guard_journal() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.payload is null and (to_jsonb(new) - 'payload') = (to_jsonb(old) - 'payload') then return new; end if;
  end if;
  raise exception using errcode = 'integrity_constraint_violation', constraint = 'journal_is_append_only', message = 'the journal is append-only';
end $$;
create trigger journal_is_append_only before update or delete on app.journal for each row execute function app.guard_journal();
create trigger journal_is_never_truncated before truncate on app.journal for each statement execute function app.guard_journal();

-- ---------------------------------------------------------------- the second lock
-- Puts a table under the house rules: row-level security forced, the keeper's policy, journal triggers, a version that rises.
-- audience: 'shared' or 'private', see app.journal_changes; 'silent' keeps a technical table out of the journal.
create function app.protect(p_table regclass, audience text, web_privileges text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security, force row level security', p_table);
  execute format('create policy keeper_sees_all on %s to escale_keeper using (true) with check (true)', p_table);
  execute format('grant select, insert, update, delete on %s to escale_keeper', p_table);
  if web_privileges <> '' then execute format('grant %s on %s to escale_web', web_privileges, p_table); end if;
  if audience <> 'silent' then
    execute format('create trigger journal_insert after insert on %s referencing new table as new_rows for each statement execute function app.journal_changes(%L)', p_table, audience);
    execute format('create trigger journal_update after update on %s referencing old table as old_rows new table as new_rows for each statement execute function app.journal_changes(%L)', p_table, audience);
    execute format('create trigger journal_delete after delete on %s referencing old table as old_rows for each statement execute function app.journal_changes(%L)', p_table, audience);
  end if;
  if exists (select from pg_attribute where attrelid = p_table and attname = 'version' and not attisdropped) then
    execute format('create trigger version_rises before update on %s for each row execute function app.raise_version()', p_table);
  end if;
end $$;
revoke all on function app.protect from public;

select app.protect('app.journal', 'silent', 'select');
select app.protect('app.journal_head', 'silent', '');

-- ---------------------------------------------------------------- files
-- Content lives in the store under its SHA-256; this row says what it is and whose.
create table app.file (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null,
  mission_id       uuid,
  is_shared        boolean not null default false,
  sha256           bytea not null,
  size_bytes       bigint not null,
  media_type       text not null,
  name             text not null,
  stored_at        timestamptz not null default now(),
  constraint digest_has_32_bytes check (octet_length(sha256) = 32),
  constraint file_is_not_empty   check (size_bytes > 0),
  constraint file_name_is_plain  check (name <> '' and name !~ '[/\\[:cntrl:]]' and length(name) <= 255)
);
create index file_by_content on app.file (sha256);
select app.protect('app.file', 'private', 'select, insert, delete');

-- ---------------------------------------------------------------- mail
create table app.mail (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid,
  recipient        text not null,
  language         text not null,
  subject          text not null,
  body_text        text not null,
  body_html        text not null,
  state            text not null default 'queued',
  queued_at        timestamptz not null default now(),
  sent_at          timestamptz,
  last_error       text,
  constraint state_is_known        check (state in ('queued', 'sent', 'kept', 'failed')),
  constraint sent_at_when_sent     check ((state = 'sent') = (sent_at is not null)),
  constraint recipient_is_one_line check (recipient !~ '[\r\n]' and subject !~ '[\r\n]')
);
select app.protect('app.mail', 'silent', 'select, insert, update');
create policy own_mail on app.mail to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()) or organisation_id is null);

-- ---------------------------------------------------------------- one effect per request
-- A form or an API call carries a key; the second arrival finds the answer of the first.
create table app.request_once (
  id               uuid primary key,
  account_id       uuid,
  organisation_id  uuid not null,
  operation        text not null,
  answer           jsonb,
  arrived_at       timestamptz not null default now()
);
create index request_once_by_age on app.request_once (arrived_at);
select app.protect('app.request_once', 'silent', 'select, insert, update');
create policy own_requests on app.request_once to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

-- ---------------------------------------------------------------- imports waiting for confirmation
create table app.import_batch (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation(),
  mission_id       uuid,
  kind             text not null,
  source_name      text not null,
  headers          jsonb not null,
  cells            jsonb not null,
  mapping          jsonb not null,
  state            text not null default 'draft',
  created_at       timestamptz not null default now(),
  outcome          jsonb,
  constraint state_is_known         check (state in ('draft', 'applied', 'dropped')),
  constraint outcome_when_applied   check ((state = 'applied') = (outcome is not null)),
  constraint headers_are_a_list     check (jsonb_typeof(headers) = 'array'),
  constraint cells_are_a_list       check (jsonb_typeof(cells) = 'array')
);
select app.protect('app.import_batch', 'silent', 'select, insert, update');
create policy own_imports on app.import_batch to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

create table app.import_mapping (
  organisation_id  uuid not null default app.actor_organisation(),
  kind             text not null,
  header_digest    bytea not null,
  mapping          jsonb not null,
  used_at          timestamptz not null default now(),
  primary key (organisation_id, kind, header_digest)
);
select app.protect('app.import_mapping', 'silent', 'select, insert, update');
create policy own_mappings on app.import_mapping to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

-- ---------------------------------------------------------------- jobs
-- graphile_worker is installed by its own migrations before ours; requests reach it only through this door,
-- so that a job is queued in the transaction of the change that asked for it.
create function app.enqueue(p_task text, p_payload json, p_job_key text default null, p_run_at timestamptz default null) returns void
language plpgsql security definer set search_path = pg_catalog, app as $$
begin
  perform graphile_worker.add_job(p_task, p_payload, job_key => p_job_key, run_at => p_run_at, max_attempts => 12);
end $$;
revoke all on function app.enqueue from public;
grant execute on function app.enqueue to escale_web, escale_auth;
