-- A mission is one record of many legal persons. Everything in this schema is seen by every partner unless said otherwise.
create schema missions;
grant usage on schema missions to escale_web, escale_keeper;
grant create on schema missions to escale_keeper;

create table missions.theme (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  label            jsonb not null,
  constraint label_is_localized check (app.is_localized(label) and label <> '{}')
);
create unique index one_theme_per_french_label on missions.theme (organisation_id, app.fold(label ->> 'fr'));

create table missions.mission (
  id                   uuid primary key,
  lead_organisation_id uuid not null default app.actor_organisation() references directory.organisation,
  kind                 text not null default 'outgoing',
  title                jsonb not null,
  purpose              jsonb not null default '{}',
  state                text not null default 'idea',
  head_member_id       uuid,
  starts_on            date,
  ends_on              date,
  version              integer not null default 1,
  created_at           timestamptz not null default now(),
  search_text          text generated always as (app.fold(coalesce(title ->> 'fr', '') || ' ' || coalesce(title ->> 'en', ''))) stored,
  constraint kind_is_known         check (kind in ('outgoing', 'incoming', 'event', 'virtual')),
  constraint state_is_known        check (state in ('idea', 'preparation', 'confirmed', 'cancelled')),
  constraint title_is_localized    check (app.is_localized(title) and title <> '{}'),
  constraint purpose_is_localized  check (app.is_localized(purpose)),
  constraint ends_after_it_starts  check (ends_on >= starts_on),
  constraint both_dates_or_none    check ((starts_on is null) = (ends_on is null)),
  constraint confirmed_has_dates   check (state <> 'confirmed' or starts_on is not null)
);
create index mission_by_start on missions.mission (starts_on desc nulls last, id);
create index mission_by_search_text on missions.mission using gin (search_text gin_trgm_ops);

create table missions.partner (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null references directory.organisation,
  role             text not null,
  workstream       jsonb not null default '{}',
  joined_at        timestamptz not null default now(),
  left_at          timestamptz,
  accounts_closed_on date,
  ratified_on      date,
  version          integer not null default 1,
  constraint role_is_known            check (role in ('lead', 'co_organiser', 'partner', 'funder', 'host', 'support')),
  constraint workstream_is_localized  check (app.is_localized(workstream)),
  constraint leaves_after_joining     check (left_at >= joined_at),
  constraint lead_does_not_leave      check (role <> 'lead' or left_at is null),
  constraint ratified_after_closing   check (ratified_on is null or accounts_closed_on is not null),
  constraint a_partner_is_named_once  unique (mission_id, organisation_id)
);
create unique index one_lead_per_mission on missions.partner (mission_id) where role = 'lead';
create index partner_by_organisation on missions.partner (organisation_id, mission_id) where left_at is null;

create table missions.leg (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  position    integer not null,
  city_id     uuid references directory.city,
  city_name   jsonb not null,
  country     char(2) not null,
  starts_on   date not null,
  ends_on     date not null,
  time_zone   text not null,
  version     integer not null default 1,
  constraint ends_after_it_starts    check (ends_on >= starts_on),
  constraint city_name_is_localized  check (app.is_localized(city_name) and city_name <> '{}'),
  constraint country_is_iso_alpha2   check (country ~ '^[A-Z]{2}$'),
  constraint zone_is_named           check (time_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'),
  constraint one_leg_per_position    unique (mission_id, position) deferrable initially deferred,
  constraint legs_share_at_most_a_transfer_day exclude using gist (mission_id with =, daterange(starts_on, ends_on, '()') with &&)
);

-- The dates of a mission are those of its legs. Deferred, because legs are replaced as a whole:
-- between the old and the new ones a confirmed mission would have no date.
create function missions.follow_legs() returns trigger language plpgsql as $$
begin
  update missions.mission m set starts_on = l.starts_on, ends_on = l.ends_on
    from (select min(starts_on) starts_on, max(ends_on) ends_on from missions.leg where mission_id = coalesce(new.mission_id, old.mission_id)) l
    where m.id = coalesce(new.mission_id, old.mission_id) and (m.starts_on, m.ends_on) is distinct from (l.starts_on, l.ends_on);
  return null;
end $$;
create constraint trigger mission_follows_legs after insert or update or delete on missions.leg
  deferrable initially deferred for each row execute function missions.follow_legs();

create table missions.objective (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  position    integer not null,
  text        jsonb not null,
  constraint text_is_localized            check (app.is_localized(text) and text <> '{}'),
  constraint one_objective_per_position   unique (mission_id, position) deferrable initially deferred
);

create table missions.mission_theme (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null references missions.mission on delete cascade,
  theme_id    uuid not null references missions.theme,
  constraint a_theme_is_named_once unique (mission_id, theme_id)
);

-- What a partner says of the mission in its own act: private to that partner.
create table missions.narrative (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  body             jsonb not null,
  version          integer not null default 1,
  constraint body_is_localized                   check (app.is_localized(body)),
  constraint one_narrative_per_partner unique (mission_id, organisation_id)
);

-- The special mandate of the elected members of one partner (CGCT L2123-18, L3123-19, L4135-19): voted before departure, or its absence stated.
create table missions.mandate (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  decided_by       text not null,
  decided_on       date not null,
  reference        text not null,
  version          integer not null default 1,
  constraint decided_by_is_known                check (decided_by in ('assembly', 'standing_committee', 'delegated_decision')),
  constraint reference_is_not_empty             check (btrim(reference) <> ''),
  constraint one_mandate_per_partner unique (mission_id, organisation_id)
);

-- ---------------------------------------------------------------- who sees what
-- These functions look across organisations, hence run as the keeper; policies call them once per statement.
create function missions.actor_missions() returns uuid[] language sql stable security definer set search_path = pg_catalog, missions
begin atomic
  select coalesce(array_agg(mission_id), '{}') from missions.partner where organisation_id = app.actor_organisation() and left_at is null;
end;
create function missions.actor_led_missions() returns uuid[] language sql stable security definer set search_path = pg_catalog, missions
begin atomic
  select coalesce(array_agg(mission_id), '{}') from missions.partner
    where organisation_id = app.actor_organisation() and left_at is null and role in ('lead', 'co_organiser');
end;
create function missions.actor_co_travellers() returns uuid[] language sql stable security definer set search_path = pg_catalog, missions
begin atomic
  select coalesce(array_agg(distinct p.organisation_id), '{}') from missions.partner p where p.mission_id = any (missions.actor_missions());
end;
alter function missions.actor_missions owner to escale_keeper;
alter function missions.actor_led_missions owner to escale_keeper;
alter function missions.actor_co_travellers owner to escale_keeper;

select app.protect('missions.theme', 'private', 'select, insert, update, delete');
select app.protect('missions.mission', 'shared', 'select, insert, update');
select app.protect('missions.partner', 'shared', 'select, insert, update');
select app.protect('missions.leg', 'shared', 'select, insert, update, delete');
select app.protect('missions.objective', 'shared', 'select, insert, update, delete');
select app.protect('missions.mission_theme', 'shared', 'select, insert, delete');
select app.protect('missions.narrative', 'private', 'select, insert, update');
select app.protect('missions.mandate', 'shared', 'select, insert, update, delete');

create policy own_themes on missions.theme to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy themes_of_shared_missions on missions.theme for select to escale_web
  using (id in (select mt.theme_id from missions.mission_theme mt));

create policy partners_see_the_mission on missions.mission for select to escale_web
  using (id = any ((select missions.actor_missions())::uuid[]) or lead_organisation_id = (select app.actor_organisation()));
create policy anyone_opens_its_own_mission on missions.mission for insert to escale_web
  with check (lead_organisation_id = (select app.actor_organisation()));
create policy organisers_change_the_mission on missions.mission for update to escale_web
  using (id = any ((select missions.actor_led_missions())::uuid[]));

create policy partners_see_each_other on missions.partner for select to escale_web
  using (mission_id = any ((select missions.actor_missions())::uuid[]));
create policy organisers_name_partners on missions.partner for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (role = 'lead' and organisation_id = (select app.actor_organisation())
        and exists (select from missions.mission m where m.id = mission_id and m.lead_organisation_id = (select app.actor_organisation()))));
create policy organisers_change_partners on missions.partner for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_change_their_own_row on missions.partner for update to escale_web
  using (organisation_id = (select app.actor_organisation()) and left_at is null)
  with check (organisation_id = (select app.actor_organisation()));

create policy partners_see_legs on missions.leg for select to escale_web using (mission_id = any ((select missions.actor_missions())::uuid[]));
create policy organisers_write_legs on missions.leg to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_see_objectives on missions.objective for select to escale_web using (mission_id = any ((select missions.actor_missions())::uuid[]));
create policy organisers_write_objectives on missions.objective to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy partners_see_themes on missions.mission_theme for select to escale_web using (mission_id = any ((select missions.actor_missions())::uuid[]));
create policy organisers_write_themes on missions.mission_theme to escale_web using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

create policy own_narrative on missions.narrative to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]))
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));

create policy partners_see_mandates on missions.mandate for select to escale_web using (mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_mandate on missions.mandate to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]))
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));

-- ---------------------------------------------------------------- policies that had to wait for missions
create policy shared_and_own_entries on app.journal for select to escale_web
  using (organisation_id = (select app.actor_organisation()) or (is_shared and mission_id = any ((select missions.actor_missions())::uuid[])));

create policy own_files on app.file to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy files_shared_with_the_mission on app.file for select to escale_web
  using (is_shared and mission_id = any ((select missions.actor_missions())::uuid[]));

-- The directory: own cards, organisations that work in Escale, and the partners of one's missions.
select app.protect('directory.organisation', 'private', 'select, insert, update');
select app.protect('directory.organisation_identifier', 'private', 'select, insert, update, delete');
select app.protect('directory.person', 'private', 'select, insert, update, delete');
select app.protect('directory.affiliation', 'private', 'select, insert, update, delete');

create policy known_organisations on directory.organisation for select to escale_web
  using (kept_by = (select app.actor_organisation()) or is_workspace or id = any ((select missions.actor_co_travellers())::uuid[]));
create policy own_cards_insert on directory.organisation for insert to escale_web with check (kept_by = (select app.actor_organisation()) and not is_workspace);
create policy own_cards_update on directory.organisation for update to escale_web using (kept_by = (select app.actor_organisation()));
create policy identifiers_of_known_organisations on directory.organisation_identifier for select to escale_web
  using (organisation_id in (select o.id from directory.organisation o));
create policy own_identifiers on directory.organisation_identifier to escale_web
  using (exists (select from directory.organisation o where o.id = organisation_id and o.kept_by = (select app.actor_organisation())));
create policy own_people on directory.person to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_affiliations on directory.affiliation to escale_web
  using (exists (select from directory.person p where p.id = person_id));
