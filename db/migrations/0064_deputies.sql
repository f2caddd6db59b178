-- Who stands in for whom: a member acts in the name of an absent colleague, for a time, without what only that one may do in person.
create table identity.deputyship (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  principal_id     uuid not null,
  deputy_id        uuid not null,
  starts_on        date not null,
  ends_on          date not null,
  reason           text not null,
  named_by         uuid not null default app.actor_account(),
  named_at         timestamptz not null default now(),
  ended_at         timestamptz,
  -- Whoever leaves the organisation stands in for nobody there, and nobody for them.
  constraint principal_is_a_member foreign key (principal_id, organisation_id) references identity.membership (account_id, organisation_id) on delete cascade,
  constraint deputy_is_a_member    foreign key (deputy_id, organisation_id) references identity.membership (account_id, organisation_id) on delete cascade,
  constraint deputy_is_another                check (deputy_id <> principal_id),
  constraint deputyship_ends_after_it_starts  check (ends_on >= starts_on),
  constraint deputyship_lasts_a_year_at_most  check (ends_on < (starts_on + interval '1 year')::date),
  constraint reason_is_not_empty              check (btrim(reason) <> '' and length(reason) <= 300),
  constraint one_deputyship_at_a_time exclude using gist
    (organisation_id with =, principal_id with =, deputy_id with =, daterange(starts_on, ends_on, '[]') with &&) where (ended_at is null)
);
create index deputyship_by_organisation on identity.deputyship (organisation_id);
create index deputyship_by_deputy on identity.deputyship (deputy_id);

select app.protect('identity.deputyship', 'private', 'select');
grant insert on identity.deputyship to escale_web;
grant update (ended_at) on identity.deputyship to escale_web;

-- In whose name the actor of the transaction acts: null when it is their own.
create function app.on_behalf_of() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.on_behalf_of', true), '')::uuid;
grant execute on function app.on_behalf_of to escale_web, escale_keeper;

create policy own_deputyships on identity.deputyship for select to escale_web using (organisation_id = (select app.actor_organisation()));
-- Named and ended in person, by whom it concerns or by an administrator.
create policy named_in_person on identity.deputyship for insert to escale_web with check (
  organisation_id = (select app.actor_organisation()) and (select app.on_behalf_of()) is null
  and (principal_id = (select app.actor_account()) or 'administrator' = any (app.actor_roles())));
create policy ended_in_person on identity.deputyship for update to escale_web using (
  organisation_id = (select app.actor_organisation()) and (select app.on_behalf_of()) is null
  and ((select app.actor_account()) in (principal_id, deputy_id) or 'administrator' = any (app.actor_roles())))
  with check (organisation_id = (select app.actor_organisation()));

alter table auth.session add column "deputyshipId" uuid references identity.deputyship on delete set null;

-- For whom an account may act today, on the calendar of the organisation. Nobody administers a house or records a vote in the name of another.
create function identity.deputyships_of(p_account uuid)
returns table (deputyship_id uuid, organisation_id uuid, organisation_name text, roles text[], principal_id uuid, principal_name text, ends_on date)
language sql stable security definer set search_path = pg_catalog, identity
begin atomic
  select d.id, d.organisation_id, o.name, kept.roles, d.principal_id, u.name, d.ends_on
    from identity.deputyship d
    join identity.membership m on m.account_id = d.principal_id and m.organisation_id = d.organisation_id
    join directory.organisation o on o.id = d.organisation_id
    join auth."user" u on u.id = d.principal_id
    left join identity.workspace w on w.organisation_id = d.organisation_id
    cross join lateral (select array(select r from unnest(m.roles) r where r not in ('administrator', 'assembly')) as roles) kept
    where d.deputy_id = p_account and d.ended_at is null and cardinality(kept.roles) > 0
      and (now() at time zone coalesce(w.time_zone, 'Europe/Paris'))::date between d.starts_on and d.ends_on
    order by o.name, u.name, d.id;
end;
alter function identity.deputyships_of owner to escale_keeper;
revoke all on function identity.deputyships_of from public;
grant execute on function identity.deputyships_of to escale_web, escale_auth;

-- The door, in one's own name or in that of another. The journal keeps who acts as the account, and both names.
drop function identity.enter(uuid, uuid);
create function identity.enter(p_account uuid, p_organisation uuid, p_deputyship uuid default null)
returns table (roles text[], account_name text, locale text, currency text, time_zone text, organisation_name text, principal_id uuid, principal_name text)
language plpgsql security definer set search_path = pg_catalog, identity as $$
#variable_conflict use_column
declare
  v_name text;
begin
  select m.roles, u.name, u.locale, w.currency::text, w.time_zone, o.name
    into roles, account_name, locale, currency, time_zone, organisation_name
    from identity.membership m
    join auth."user" u on u.id = m.account_id
    join directory.organisation o on o.id = m.organisation_id
    left join identity.workspace w on w.organisation_id = m.organisation_id
    where m.account_id = p_account and m.organisation_id = p_organisation;
  if not found then return; end if;
  v_name := account_name;
  if p_deputyship is not null then
    select d.roles, d.principal_id, d.principal_name into roles, principal_id, principal_name
      from identity.deputyships_of(p_account) d where d.deputyship_id = p_deputyship and d.organisation_id = p_organisation;
    if not found then return; end if;
    select account_name || case w.locale when 'en' then ', for ' else ', pour ' end || principal_name into v_name
      from (select) one left join identity.workspace w on w.organisation_id = p_organisation;
  end if;
  perform set_config('app.account', p_account::text, true), set_config('app.organisation', p_organisation::text, true),
          set_config('app.on_behalf_of', coalesce(principal_id::text, ''), true),
          set_config('app.roles', array_to_string(roles, ','), true), set_config('app.actor_name', v_name, true);
  return next;
end $$;
alter function identity.enter owner to escale_keeper;
revoke all on function identity.enter from public;
grant execute on function identity.enter to escale_web;
