-- Organisations, people, places.
create schema directory;
grant usage on schema directory to escale_web, escale_keeper;
grant create on schema directory to escale_keeper;

-- Reference data: cities of the world we ship, editable by nobody but a migration.
create table directory.city (
  id            uuid primary key default uuidv7(),
  geonames_id   integer not null unique,
  name          text not null,
  names         jsonb not null,
  country       char(2) not null,
  longitude     double precision not null,
  latitude      double precision not null,
  time_zone     text not null,
  search_text   text generated always as (app.fold(name || ' ' || (names ->> 'fr'))) stored,
  constraint names_are_localized   check (app.is_localized(names)),
  constraint country_is_iso_alpha2 check (country ~ '^[A-Z]{2}$')
);
create index city_by_search_text on directory.city using gin (search_text gin_trgm_ops);
grant select on directory.city to escale_web, escale_keeper;

-- A legal person. kept_by is the organisation whose directory keeps the card;
-- an organisation that works in Escale (is_workspace) keeps its own and is visible to all.
create table directory.organisation (
  id            uuid primary key default uuidv7(),
  kept_by       uuid not null references directory.organisation,
  is_workspace  boolean not null default false,
  name          text not null,
  names         jsonb not null default '{}',
  kind          text not null,
  country       char(2) not null default 'FR',
  city_id       uuid references directory.city,
  city_name     text,
  website       text,
  version       integer not null default 1,
  created_at    timestamptz not null default now(),
  search_text   text generated always as (app.fold(name || ' ' || coalesce(names ->> 'fr', '') || ' ' || coalesce(names ->> 'en', '') || ' ' || coalesce(city_name, ''))) stored,
  constraint kind_is_known check (kind in ('municipality', 'intermunicipal', 'department', 'region', 'foreign_authority', 'chamber', 'port', 'tourism_office',
    'development_agency', 'cluster', 'company', 'academic', 'cultural', 'association', 'network', 'state', 'media', 'other')),
  constraint names_are_localized     check (app.is_localized(names)),
  constraint name_is_not_empty       check (btrim(name) <> ''),
  constraint country_is_iso_alpha2   check (country ~ '^[A-Z]{2}$'),
  constraint workspace_keeps_itself  check (not is_workspace or kept_by = id)
);
create index organisation_by_keeper on directory.organisation (kept_by, name);
create index organisation_by_search_text on directory.organisation using gin (search_text gin_trgm_ops);

-- An organisation is known elsewhere by several identifiers; a foreign city has no SIRET.
create table directory.organisation_identifier (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null references directory.organisation on delete cascade,
  scheme           text not null,
  value            text not null,
  constraint scheme_is_known check (scheme in ('FR-SIREN', 'FR-SIRET', 'FR-RNA', 'EU-VAT', 'LEI', 'ROR', 'WIKIDATA', 'GEONAMES', 'UN-LOCODE')),
  constraint value_has_the_shape_of_its_scheme check (case scheme
    when 'FR-SIREN' then value ~ '^\d{9}$'
    when 'FR-SIRET' then value ~ '^\d{14}$'
    when 'FR-RNA'   then value ~ '^W\d{9}$'
    when 'LEI'      then value ~ '^[A-Z0-9]{18}\d{2}$'
    when 'WIKIDATA' then value ~ '^Q\d+$'
    when 'GEONAMES' then value ~ '^\d+$'
    else value <> '' end),
  constraint one_value_per_scheme unique (organisation_id, scheme, value)
);
create index identifier_by_value on directory.organisation_identifier (scheme, value);

create table directory.person (
  id                  uuid primary key default uuidv7(),
  organisation_id     uuid not null default app.actor_organisation() references directory.organisation,
  given_name          text not null default '',
  family_name         text not null,
  honorific           text,
  original_script     text,
  preferred_language  text,
  email               text,
  phone               text,
  version             integer not null default 1,
  created_at          timestamptz not null default now(),
  search_text         text generated always as (app.fold(given_name || ' ' || family_name || ' ' || coalesce(original_script, ''))) stored,
  constraint family_name_is_not_empty check (btrim(family_name) <> ''),
  constraint honorific_is_known       check (honorific in ('mme', 'm')),
  constraint email_is_one_address     check (email ~ '^[^@\s]+@[^@\s]+$'),
  constraint phone_is_international   check (phone ~ '^\+\d{4,15}$')
);
create index person_by_organisation on directory.person (organisation_id, family_name, given_name);
create index person_by_search_text on directory.person using gin (search_text gin_trgm_ops);

-- Who someone is, for whom, and when: a mayor may also preside the metropolis on the same day.
create table directory.affiliation (
  id                uuid primary key default uuidv7(),
  person_id         uuid not null references directory.person on delete cascade,
  affiliated_to_id  uuid not null references directory.organisation,
  capacity          jsonb not null,
  starts_on         date,
  ends_on           date,
  constraint capacity_is_localized  check (app.is_localized(capacity) and capacity <> '{}'),
  constraint ends_after_it_starts   check (ends_on >= starts_on)
);
create index affiliation_by_person on directory.affiliation (person_id);
create index affiliation_by_organisation on directory.affiliation (affiliated_to_id);
