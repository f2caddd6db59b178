-- Strategy: why an authority works with the world, where it wants to go during a period, and what it does for each objective.
-- Each organisation keeps its own, which nobody else reads.
create schema strategy;
grant usage on schema strategy to escale_web, escale_keeper;

create table strategy.plan (
  id                uuid primary key default uuidv7(),
  organisation_id   uuid not null default app.actor_organisation() references directory.organisation,
  title             jsonb not null,
  purpose           jsonb not null default '{}',
  source            text not null default '',
  from_year         integer not null,
  to_year           integer not null,
  -- How many priority destinations the authority decided on: one more is justified in writing.
  destination_limit integer not null,
  version           integer not null default 1,
  constraint one_owner_of_a_plan       unique (id, organisation_id),
  constraint what_a_destination_follows unique (id, organisation_id, destination_limit),
  constraint what_a_target_follows     unique (id, organisation_id, from_year, to_year),
  constraint title_is_localized        check (app.is_localized(title) and title <> '{}'),
  constraint purpose_is_localized      check (app.is_localized(purpose)),
  constraint a_period_has_years        check (from_year between 1900 and 2200 and to_year between from_year and 2200),
  constraint destinations_are_limited  check (destination_limit between 1 and 250),
  constraint one_strategy_a_year       exclude using gist (organisation_id with =, int4range(from_year, to_year, '[]') with &&)
);

create table strategy.objective (
  id               uuid primary key default uuidv7(),
  plan_id          uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  position         integer not null,
  title            jsonb not null,
  version          integer not null default 1,
  constraint objective_of_an_own_plan     foreign key (plan_id, organisation_id) references strategy.plan (id, organisation_id) on delete cascade,
  constraint one_plan_per_objective       unique (id, plan_id),
  constraint one_owner_of_an_objective    unique (id, organisation_id),
  constraint one_objective_per_position   unique (plan_id, position),
  constraint title_is_localized           check (app.is_localized(title) and title <> '{}')
);

-- Themes and sectors an objective prefers, or the whole strategy when it names none. A weight is added to what matches; it takes nothing from the rest.
create table strategy.field (
  id               uuid primary key default uuidv7(),
  plan_id          uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  objective_id     uuid,
  kind             text not null,
  label            jsonb not null,
  label_key        text not null generated always as (app.fold(btrim(coalesce(label ->> 'fr', label ->> 'en', label::text)))) stored,
  weight           integer not null default 1,
  constraint field_of_an_own_plan     foreign key (plan_id, organisation_id) references strategy.plan (id, organisation_id) on delete cascade,
  constraint field_of_an_objective    foreign key (objective_id, plan_id) references strategy.objective (id, plan_id) on delete set null (objective_id),
  constraint kind_is_known            check (kind in ('theme', 'sector')),
  constraint label_is_localized       check (app.is_localized(label) and label <> '{}'),
  constraint a_preference_weighs      check (weight between 1 and 5),
  constraint a_field_is_named_once    unique (plan_id, kind, label_key)
);
create index field_by_objective on strategy.field (objective_id);

-- Where it wants to go: a city, or a whole country. The limit follows the plan by its key, so that two who add a last one at once cannot both.
create table strategy.destination (
  id                uuid primary key default uuidv7(),
  plan_id           uuid not null,
  organisation_id   uuid not null default app.actor_organisation(),
  destination_limit integer not null,
  number            integer not null,
  city_id           uuid references directory.city,
  city_name         jsonb not null default '{}',
  city_key          text not null generated always as (app.fold(btrim(coalesce(city_name ->> 'fr', city_name ->> 'en', '')))) stored,
  country           char(2) not null,
  justification     text not null default '',
  -- Another authority that has it among its own destinations, such as the region.
  shared_with_id    uuid references directory.organisation,
  version           integer not null default 1,
  constraint destination_of_an_own_plan    foreign key (plan_id, organisation_id, destination_limit)
    references strategy.plan (id, organisation_id, destination_limit) on update cascade on delete cascade,
  constraint one_plan_per_destination      unique (id, plan_id),
  constraint destinations_are_numbered     unique (plan_id, number),
  constraint number_starts_at_one          check (number > 0),
  constraint beyond_the_limit_is_justified check (number <= destination_limit or btrim(justification) <> ''),
  constraint a_destination_is_named_once   unique (plan_id, country, city_key),
  constraint city_name_is_localized        check (app.is_localized(city_name)),
  constraint country_is_iso_alpha2         check (country ~ '^[A-Z]{2}$'),
  constraint shared_with_another           check (shared_with_id <> organisation_id)
);

-- How many missions, visits and agreements are planned in a year, for a destination or for an objective.
create table strategy.target (
  id               uuid primary key default uuidv7(),
  plan_id          uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  from_year        integer not null,
  to_year          integer not null,
  destination_id   uuid,
  objective_id     uuid,
  year             integer not null,
  measure          text not null,
  planned          integer not null,
  constraint target_of_an_own_plan       foreign key (plan_id, organisation_id, from_year, to_year)
    references strategy.plan (id, organisation_id, from_year, to_year) on update cascade on delete cascade,
  constraint target_of_a_destination     foreign key (destination_id, plan_id) references strategy.destination (id, plan_id) on delete cascade,
  constraint target_of_an_objective      foreign key (objective_id, plan_id) references strategy.objective (id, plan_id) on delete cascade,
  constraint a_target_is_of_one_thing    check (num_nonnulls(destination_id, objective_id) = 1),
  constraint a_target_is_in_its_period   check (year between from_year and to_year),
  constraint measure_is_known            check (measure in ('missions', 'visits', 'agreements')),
  constraint planned_is_counted          check (planned between 0 and 1000),
  constraint a_target_is_set_once        unique nulls not distinct (plan_id, destination_id, objective_id, year, measure)
);
create index target_by_destination on strategy.target (destination_id);
create index target_by_objective on strategy.target (objective_id);

-- Which objective a mission, a visit or an agreement serves. They are ids here: their modules know the rest.
create table strategy.tie (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation(),
  objective_id     uuid not null,
  mission_id       uuid references missions.mission on delete cascade,
  agreement_id     uuid references agreements.agreement on delete cascade,
  constraint tie_to_an_own_objective  foreign key (objective_id, organisation_id) references strategy.objective (id, organisation_id) on delete cascade,
  constraint a_tie_is_of_one_thing    check (num_nonnulls(mission_id, agreement_id) = 1),
  constraint a_thing_is_tied_once     unique nulls not distinct (objective_id, mission_id, agreement_id)
);
create index tie_by_mission on strategy.tie (mission_id);
create index tie_by_agreement on strategy.tie (agreement_id);

-- What the yearly review says around its figures.
create table strategy.review (
  id               uuid primary key default uuidv7(),
  plan_id          uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  from_year        integer not null,
  to_year          integer not null,
  year             integer not null,
  opening          jsonb not null,
  findings         jsonb not null,
  outlook          jsonb not null,
  version          integer not null default 1,
  constraint review_of_an_own_plan      foreign key (plan_id, organisation_id, from_year, to_year)
    references strategy.plan (id, organisation_id, from_year, to_year) on update cascade on delete cascade,
  constraint one_review_a_year          unique (plan_id, year),
  constraint a_review_is_in_its_period  check (year between from_year and to_year),
  constraint opening_is_localized       check (app.is_localized(opening)),
  constraint findings_is_localized      check (app.is_localized(findings)),
  constraint outlook_is_localized       check (app.is_localized(outlook))
);

do $$
declare
  name text;
begin
  foreach name in array array['plan', 'objective', 'field', 'destination', 'target', 'review'] loop
    perform app.protect(('strategy.' || name)::regclass, 'private', 'select, insert, update, delete');
    execute format('create policy own_%1$s on strategy.%1$s to escale_web using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()))', name);
  end loop;
end $$;

-- What other modules have to say of where one went.
create or replace view agreements.pub_agreement with (security_invoker = true) as
  select id, organisation_id, type, title, country, city_id, signed_on, in_force_from, last_day, terminated_on, renews_id,
         city_name, attested_on, negotiated_since, voted_on from agreements.agreement;
create view missions.pub_mission_theme with (security_invoker = true) as
  select mt.mission_id, t.label from missions.mission_theme mt join missions.theme t on t.id = mt.theme_id;
grant select on missions.pub_mission_theme to escale_web, escale_keeper;

-- One ties what one takes part in, or what stands in one's own register.
select app.protect('strategy.tie', 'private', 'select, insert, delete');
create policy own_tie on strategy.tie to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation())
    and (mission_id is null or mission_id in (select missions.actor_seats()))
    and (agreement_id is null or agreement_id in (select id from agreements.pub_agreement)));
