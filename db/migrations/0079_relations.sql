-- What one knows of a city and keeps about the relation with it: facts with their source, letters and meetings, networks in common.
create schema relations;
grant usage on schema relations to escale_web, escale_keeper;

-- A fact is what a source says: two rankings of one year stand side by side.
create table relations.fact (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  city_id          uuid not null references directory.city,
  label            jsonb not null,
  value            text not null,
  qualifier        text not null default 'exact',
  year             integer not null,
  scope            jsonb not null default '{}',
  source           text not null,
  constraint label_is_localized       check (app.is_localized(label) and label <> '{}'),
  constraint value_is_not_empty       check (btrim(value) <> ''),
  constraint qualifier_is_known       check (qualifier in ('exact', 'atLeast', 'about')),
  constraint year_is_plausible        check (year between 1000 and 2200),
  constraint scope_is_localized       check (app.is_localized(scope)),
  constraint a_fact_names_its_source  check (btrim(source) <> ''),
  constraint a_source_says_it_once    unique (organisation_id, city_id, label, scope, year, source)
);
create index fact_by_city on relations.fact (organisation_id, city_id);

-- What happened between two missions: a letter, a call, a meeting, an event.
create table relations.exchange (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  city_id          uuid not null references directory.city,
  kind             text not null,
  direction        text,
  on_day           date not null,
  subject          text not null,
  with_whom        text not null default '',
  constraint kind_is_known           check (kind in ('letter', 'call', 'meeting', 'event')),
  constraint direction_is_known      check (direction in ('sent', 'received')),
  constraint letters_have_a_sender   check ((kind in ('letter', 'call')) = (direction is not null)),
  constraint subject_is_not_empty    check (btrim(subject) <> ''),
  constraint day_is_plausible        check (on_day > '1800-01-01' and on_day < '2200-01-01')
);
create index exchange_by_city on relations.exchange (organisation_id, city_id, on_day);

-- Networks of cities, by the name they are known by; reference data, as the networks name themselves.
create table relations.network (
  code  text primary key,
  name  jsonb not null,
  constraint code_is_plain      check (code ~ '^[a-z_]{1,40}$'),
  constraint name_is_localized  check (app.is_localized(name) and name <> '{}')
);
grant select on relations.network to escale_web, escale_keeper;
insert into relations.network (code, name) values
  ('aimf',           '{"fr":"AIMF (maires francophones)","en":"AIMF (French-speaking mayors)"}'),
  ('cglu',           '{"fr":"CGLU (cités et gouvernements locaux unis)","en":"UCLG (United Cities and Local Governments)"}'),
  ('ccre',           '{"fr":"CCRE (communes et régions d’Europe)","en":"CEMR (European municipalities and regions)"}'),
  ('afccre',         '{"fr":"AFCCRE (section française du CCRE)","en":"AFCCRE (French section of the CEMR)"}'),
  ('cuf',            '{"fr":"Cités Unies France","en":"United Cities France"}'),
  ('eurocities',     '{"fr":"Eurocities","en":"Eurocities"}'),
  ('metropolis',     '{"fr":"Metropolis","en":"Metropolis"}'),
  ('c_forty',        '{"fr":"C40 (climat)","en":"C40 (climate)"}'),
  ('iclei',          '{"fr":"ICLEI (développement durable)","en":"ICLEI (sustainability)"}'),
  ('fmdv',           '{"fr":"FMDV (fonds mondial des villes)","en":"FMDV (global fund for cities)"}'),
  ('aivp',           '{"fr":"AIVP (villes portuaires)","en":"AIVP (port cities)"}'),
  ('rete',           '{"fr":"RETE (ports et villes)","en":"RETE (ports and cities)"}'),
  ('iaec',           '{"fr":"AIVE (villes éducatrices)","en":"IAEC (educating cities)"}'),
  ('medcites',       '{"fr":"MedCités","en":"MedCities"}'),
  ('france_urbaine', '{"fr":"France urbaine","en":"France urbaine (large French cities)"}');

-- Who belongs to a network, and in which role: ourselves when no city is named.
create table relations.membership (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  network_code     text not null references relations.network,
  city_id          uuid references directory.city,
  role             text not null default 'member',
  detail           jsonb not null default '{}',
  since_year       integer,
  until_year       integer,
  source           text not null,
  constraint role_is_known                 check (role in ('member', 'board', 'commission_chair', 'vice_president', 'president')),
  constraint detail_is_localized           check (app.is_localized(detail)),
  constraint years_are_plausible           check (since_year between 1800 and 2200 and until_year between 1800 and 2200),
  constraint until_follows_since           check (until_year >= since_year),
  constraint a_membership_names_its_source check (btrim(source) <> ''),
  constraint a_role_is_told_once           unique nulls not distinct (organisation_id, network_code, city_id, role, detail)
);

select app.protect('relations.fact', 'private', 'select, insert, delete');
select app.protect('relations.exchange', 'private', 'select, insert, delete');
select app.protect('relations.membership', 'private', 'select, insert, delete');
create policy own_facts on relations.fact to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_exchanges on relations.exchange to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_memberships on relations.membership to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
