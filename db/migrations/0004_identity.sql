-- Who may act for which organisation, and by which key.
create schema identity;
grant usage on schema identity to escale_web, escale_keeper, escale_auth;
grant create on schema identity to escale_keeper;

create table identity.membership (
  id               uuid primary key default uuidv7(),
  account_id       uuid not null references auth."user" on delete cascade,
  organisation_id  uuid not null references directory.organisation,
  roles            text[] not null,
  version          integer not null default 1,
  created_at       timestamptz not null default now(),
  constraint one_membership_per_organisation unique (account_id, organisation_id),
  constraint roles_are_known check (roles <@ array['administrator', 'officer', 'finance', 'assembly', 'reader'] and cardinality(roles) > 0)
);
create index membership_by_organisation on identity.membership (organisation_id);

-- An organisation that has administrators always keeps one.
create function identity.keep_an_administrator() returns trigger language plpgsql security definer set search_path = pg_catalog, identity as $$
begin
  if 'administrator' = any (old.roles)
     and exists (select from identity.membership where organisation_id = old.organisation_id)
     and not exists (select from identity.membership where organisation_id = old.organisation_id and 'administrator' = any (roles)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'organisation_keeps_an_administrator',
      message = 'an organisation keeps at least one administrator';
  end if;
  return null;
end $$;
alter function identity.keep_an_administrator owner to escale_keeper;
create constraint trigger organisation_keeps_an_administrator after update or delete on identity.membership
  deferrable initially deferred for each row execute function identity.keep_an_administrator();

create table identity.invitation (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  email            text not null,
  roles            text[] not null,
  token_digest     bytea not null unique,
  invited_by       uuid not null default app.actor_account(),
  invited_at       timestamptz not null default now(),
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  withdrawn_at     timestamptz,
  constraint email_is_lower_case         check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  constraint roles_are_known             check (roles <@ array['administrator', 'officer', 'finance', 'assembly', 'reader'] and cardinality(roles) > 0),
  constraint expires_after_invitation    check (expires_at > invited_at),
  constraint accepted_or_withdrawn       check (accepted_at is null or withdrawn_at is null)
);
create unique index one_open_invitation_per_address on identity.invitation (organisation_id, email) where accepted_at is null and withdrawn_at is null;

create table identity.api_key (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  name             text not null,
  token_digest     bytea not null unique,
  token_hint       text not null,
  roles            text[] not null,
  created_by       uuid not null default app.actor_account(),
  created_at       timestamptz not null default now(),
  expires_at       timestamptz,
  revoked_at       timestamptz,
  constraint roles_are_known   check (roles <@ array['officer', 'finance', 'assembly', 'reader'] and cardinality(roles) > 0),
  constraint name_is_not_empty check (btrim(name) <> '')
);
create index api_key_by_organisation on identity.api_key (organisation_id);

-- The last day a key was used; apart from the key, because use is not a change worth a journal entry.
create table identity.api_key_use (
  api_key_id  uuid primary key references identity.api_key on delete cascade,
  used_on     date not null
);

-- What an authority sets for itself.
create table identity.workspace (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null unique references directory.organisation,
  currency         char(3) not null default 'EUR',
  time_zone        text not null default 'Europe/Paris',
  locale           text not null default 'fr',
  settings         jsonb not null default '{}',
  version          integer not null default 1,
  constraint currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
  constraint locale_is_known      check (locale in ('fr', 'en')),
  constraint settings_is_an_object check (jsonb_typeof(settings) = 'object')
);

select app.protect('identity.membership', 'private', 'select, insert, update, delete');
select app.protect('identity.invitation', 'private', 'select, insert, update');
select app.protect('identity.api_key', 'private', 'select, insert, update');
select app.protect('identity.workspace', 'private', 'select, insert, update');
select app.protect('identity.api_key_use', 'silent', 'select');

create policy own_memberships on identity.membership to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_invitations on identity.invitation to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_api_keys on identity.api_key to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy use_of_own_keys on identity.api_key_use to escale_web using (api_key_id in (select id from identity.api_key));
create policy own_workspace on identity.workspace to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));

-- Opens the door for one account acting for one organisation, for the rest of the transaction.
-- The roles come from the membership, never from the caller. Returns null, and sets nothing, when there is no membership.
create function identity.enter(p_account uuid, p_organisation uuid)
returns table (roles text[], account_name text, locale text, currency text, time_zone text, organisation_name text)
language plpgsql security definer set search_path = pg_catalog, identity as $$
begin
  select m.roles, u.name, u.locale, w.currency::text, w.time_zone, o.name
    into roles, account_name, locale, currency, time_zone, organisation_name
    from identity.membership m
    join auth."user" u on u.id = m.account_id
    join directory.organisation o on o.id = m.organisation_id
    left join identity.workspace w on w.organisation_id = m.organisation_id
    where m.account_id = p_account and m.organisation_id = p_organisation;
  if not found then return; end if;
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', p_organisation::text, true),
          set_config('app.roles', array_to_string(roles, ','), true), set_config('app.actor_name', account_name, true);
  return next;
end $$;
alter function identity.enter owner to escale_keeper;
revoke all on function identity.enter from public;
grant execute on function identity.enter to escale_web;

-- The same door for a key: the digest must be live, and the key acts for its organisation only.
create function identity.enter_by_key(p_token_digest bytea)
returns table (key_id uuid, key_name text, organisation_id uuid, roles text[], currency text, time_zone text, organisation_name text)
language plpgsql security definer set search_path = pg_catalog, identity as $$
#variable_conflict use_column
begin
  select k.id, k.name, k.organisation_id, k.roles into key_id, key_name, organisation_id, roles
    from identity.api_key k
    where k.token_digest = p_token_digest and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  if not found then return; end if;
  insert into identity.api_key_use as u values (key_id, current_date)
    on conflict (api_key_id) do update set used_on = current_date where u.used_on < current_date;
  select w.currency::text, w.time_zone into currency, time_zone from identity.workspace w where w.organisation_id = enter_by_key.organisation_id;
  select o.name into organisation_name from directory.organisation o where o.id = enter_by_key.organisation_id;
  perform set_config('app.account', '', true), set_config('app.organisation', enter_by_key.organisation_id::text, true),
          set_config('app.roles', array_to_string(enter_by_key.roles, ','), true), set_config('app.actor_name', key_name, true);
  return next;
end $$;
alter function identity.enter_by_key owner to escale_keeper;
revoke all on function identity.enter_by_key from public;
grant execute on function identity.enter_by_key to escale_web;

-- A new organisation that works in Escale, with its first administrator. For the operator's commands and the demo.
create function identity.found(p_account uuid, p_organisation uuid, p_name text, p_kind text, p_country text, p_city text, p_currency text, p_time_zone text, p_locale text)
returns void language plpgsql security definer set search_path = pg_catalog, identity as $$
begin
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', p_organisation::text, true),
          set_config('app.roles', 'administrator', true), set_config('app.event', 'organisation.founded', true);
  insert into directory.organisation (id, kept_by, is_workspace, name, kind, country, city_name)
    values (p_organisation, p_organisation, true, p_name, p_kind, p_country, p_city);
  insert into identity.workspace (organisation_id, currency, time_zone, locale) values (p_organisation, p_currency, p_time_zone, p_locale);
  insert into identity.membership (account_id, organisation_id, roles) values (p_account, p_organisation, array['administrator', 'officer']);
end $$;
alter function identity.found owner to escale_keeper;
revoke all on function identity.found from public;

-- The very first organisation, from the first-run page: refused as soon as anyone is a member of anything.
create function identity.found_first(p_account uuid, p_organisation uuid, p_name text, p_kind text, p_country text, p_city text, p_currency text, p_time_zone text, p_locale text)
returns void language plpgsql security definer set search_path = pg_catalog, identity as $$
begin
  perform pg_advisory_xact_lock(hashtext('identity.found_first'));
  if exists (select from identity.membership) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'the_first_organisation_is_founded_once', message = 'an organisation exists already';
  end if;
  perform identity.found(p_account, p_organisation, p_name, p_kind, p_country, p_city, p_currency, p_time_zone, p_locale);
end $$;
alter function identity.found_first owner to escale_keeper;
revoke all on function identity.found_first from public;
grant execute on function identity.found_first to escale_web;

-- Whether the first-run page is still to be shown.
create function identity.is_empty() returns boolean language sql stable security definer set search_path = pg_catalog, identity
begin atomic
  select not exists (select from identity.membership);
end;
alter function identity.is_empty owner to escale_keeper;
grant execute on function identity.is_empty to escale_web;

-- The organisations an account may act for: needed before it has chosen one.
create function identity.memberships_of(p_account uuid) returns table (organisation_id uuid, organisation_name text, roles text[])
language sql stable security definer set search_path = pg_catalog, identity
begin atomic
  select m.organisation_id, o.name, m.roles from identity.membership m join directory.organisation o on o.id = m.organisation_id
    where m.account_id = p_account order by o.name;
end;
alter function identity.memberships_of owner to escale_keeper;
revoke all on function identity.memberships_of from public;
grant execute on function identity.memberships_of to escale_web, escale_auth;

-- An invitation as the person who holds its link sees it. The digest is the key: whoever has the link has the mailbox it was sent to.
create function identity.invitation_of(p_token_digest bytea)
returns table (invitation_id uuid, organisation_id uuid, organisation_name text, email text, roles text[], inviter_name text, state text, account_id uuid, locale text)
language sql stable security definer set search_path = pg_catalog, identity
begin atomic
  select i.id, i.organisation_id, o.name, i.email, i.roles, inviter.name,
         case when i.accepted_at is not null then 'accepted' when i.withdrawn_at is not null then 'withdrawn' when i.expires_at <= now() then 'expired' else 'open' end,
         invited.id, coalesce(w.locale, 'fr')
    from identity.invitation i
    join directory.organisation o on o.id = i.organisation_id
    left join identity.workspace w on w.organisation_id = i.organisation_id
    left join auth."user" inviter on inviter.id = i.invited_by
    left join auth."user" invited on invited.email = i.email
    where i.token_digest = p_token_digest;
end;
alter function identity.invitation_of owner to escale_keeper;
revoke all on function identity.invitation_of from public;
grant execute on function identity.invitation_of to escale_web, escale_auth;

-- Turns an open invitation into a membership, once, for the account whose address was invited and no other.
-- Someone who is a member already keeps their roles and gains the new ones.
create function identity.accept_invitation(p_token_digest bytea, p_account uuid) returns uuid
language plpgsql security definer set search_path = pg_catalog, identity as $$
declare
  v_invitation identity.invitation;
  v_name text;
begin
  select * into v_invitation from identity.invitation
    where token_digest = p_token_digest and accepted_at is null and withdrawn_at is null and expires_at > now() for update;
  if not found then return null; end if;
  select u.name into v_name from auth."user" u where u.id = p_account and u.email = v_invitation.email;
  if not found then return null; end if;
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', v_invitation.organisation_id::text, true),
          set_config('app.roles', '', true), set_config('app.actor_name', v_name, true), set_config('app.event', 'invitation.accepted', true);
  update identity.invitation set accepted_at = now() where id = v_invitation.id;
  insert into identity.membership as m (account_id, organisation_id, roles) values (p_account, v_invitation.organisation_id, v_invitation.roles)
    on conflict on constraint one_membership_per_organisation
    do update set roles = array(select distinct role from unnest(m.roles || excluded.roles) role order by role);
  return v_invitation.organisation_id;
end $$;
alter function identity.accept_invitation owner to escale_keeper;
revoke all on function identity.accept_invitation from public;
grant execute on function identity.accept_invitation to escale_auth;

-- Whether someone waits for this address: an identity provider may then open an account for it.
create function identity.is_invited(p_email text) returns boolean language sql stable security definer set search_path = pg_catalog, identity
begin atomic
  select exists (select from identity.invitation where email = lower(p_email) and accepted_at is null and withdrawn_at is null and expires_at > now());
end;
alter function identity.is_invited owner to escale_keeper;
revoke all on function identity.is_invited from public;
grant execute on function identity.is_invited to escale_auth;

-- Names of colleagues: the accounts of the acting organisation, and nobody else.
create view identity.account_card with (security_barrier) as
  select u.id, u.name, u.email, u.locale, u."isDemo" as is_demo, m.id as membership_id, m.organisation_id, m.roles, m.version, m.created_at
    from identity.membership m join auth."user" u on u.id = m.account_id
    where m.organisation_id = app.actor_organisation();
alter view identity.account_card owner to escale_keeper;
grant select on identity.account_card to escale_web;
