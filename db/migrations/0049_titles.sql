-- Foreign titles and what they are worth here: the French equivalent, the rank it gives and how one addresses who bears it. Dated; proposed until a person of
-- the organisation confirms it.

-- What we propose, the same for everyone: read, taken over, and never applied by itself.
create table visits.proposed_title (
  id               uuid primary key default uuidv7(),
  country          char(2) not null,
  title            text not null,
  equivalent       jsonb not null,
  rank_code        text not null references visits.rank,
  address          jsonb not null,
  valid_from       date not null,
  source           jsonb not null,
  constraint country_is_iso_alpha2   check (country ~ '^[A-Z]{2}$'),
  constraint title_is_not_empty      check (btrim(title) <> ''),
  constraint equivalent_is_localized check (app.is_localized(equivalent) and equivalent <> '{}'),
  constraint address_is_localized    check (app.is_localized(address) and address <> '{}'),
  constraint source_is_localized     check (app.is_localized(source) and source <> '{}'),
  constraint a_title_is_proposed_once unique (country, title, valid_from)
);
grant select on visits.proposed_title to escale_web, escale_keeper;

insert into visits.proposed_title (country, title, equivalent, rank_code, address, valid_from, source)
select country, title, jsonb_build_object('fr', fr, 'en', en), rank_code, jsonb_build_object('fr', address_fr, 'en', address_en), '2024-03-01',
  jsonb_build_object('fr', 'Usage proposé par Escale d’après la fonction exercée ; à confirmer par votre protocole.',
                     'en', 'Custom proposed by Escale from the office held; to be confirmed by your protocol officer.')
from (values
  ('CA', 'Maire',                       'Maire',                                      'Mayor',                                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Mayor'),
  ('CA', 'Préfet de MRC',               'Président du conseil départemental',         'President of a departmental council',      'foreign_provincial_head',  'Madame la Préfète, Monsieur le Préfet',                  'Warden'),
  ('CN', '市长 (shìzhǎng)',              'Maire',                                      'Mayor',                                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Mayor'),
  ('CN', '省长 (shěngzhǎng)',            'Président du conseil régional',              'President of a regional council',          'foreign_regional_head',    'Madame la Gouverneure, Monsieur le Gouverneur',          'Governor'),
  ('DE', 'Bürgermeister',               'Adjoint au maire d’une grande ville',        'Deputy mayor of a large city',             'foreign_deputy_mayor',     'Madame la Bourgmestre, Monsieur le Bourgmestre',         'Mayor'),
  ('DE', 'Landrat',                     'Président du conseil départemental',         'President of a departmental council',      'foreign_provincial_head',  'Madame la Présidente, Monsieur le Président',            'District Administrator'),
  ('DE', 'Ministerpräsident',           'Président du conseil régional',              'President of a regional council',          'foreign_regional_head',    'Madame la Ministre-Présidente, Monsieur le Ministre-Président', 'Minister President'),
  ('DE', 'Oberbürgermeister',           'Maire d’une grande ville',                   'Mayor of a large city',                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Lord Mayor'),
  ('ES', 'Alcalde',                     'Maire',                                      'Mayor',                                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Mayor'),
  ('ES', 'Concejal',                    'Conseiller municipal',                       'Municipal councillor',                     'foreign_councillor',       'Madame la Conseillère, Monsieur le Conseiller',          'Councillor'),
  ('ES', 'Presidente de la Diputación', 'Président du conseil départemental',         'President of a departmental council',      'foreign_provincial_head',  'Madame la Présidente, Monsieur le Président',            'President'),
  ('GB', 'Councillor',                  'Conseiller municipal',                       'Municipal councillor',                     'foreign_councillor',       'Madame la Conseillère, Monsieur le Conseiller',          'Councillor'),
  ('GB', 'Leader of the Council',       'Maire, chef de l’exécutif de la ville',      'Mayor, head of the city executive',        'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Leader'),
  ('GB', 'Lord Mayor',                  'Maire, charge de représentation',            'Mayor, a ceremonial office',               'foreign_mayor',            'Madame la Lord-Maire, Monsieur le Lord-Maire',           'Lord Mayor'),
  ('IT', 'Assessore comunale',          'Adjoint au maire',                           'Deputy mayor',                             'foreign_deputy_mayor',     'Madame l’Adjointe, Monsieur l’Adjoint',                  'Councillor'),
  ('IT', 'Consigliere comunale',        'Conseiller municipal',                       'Municipal councillor',                     'foreign_councillor',       'Madame la Conseillère, Monsieur le Conseiller',          'Councillor'),
  ('IT', 'Presidente della Regione',    'Président du conseil régional',              'President of a regional council',          'foreign_regional_head',    'Madame la Présidente, Monsieur le Président',            'President'),
  ('IT', 'Sindaco',                     'Maire',                                      'Mayor',                                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Mayor'),
  ('JP', '市長 (shichō)',                'Maire',                                      'Mayor',                                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Mayor'),
  ('JP', '知事 (chiji)',                 'Président du conseil régional',              'President of a regional council',          'foreign_regional_head',    'Madame la Gouverneure, Monsieur le Gouverneur',          'Governor'),
  ('US', 'City Commissioner',           'Conseiller municipal délégué',               'Municipal councillor with a portfolio',    'foreign_councillor',       'Madame la Conseillère, Monsieur le Conseiller',          'Commissioner'),
  ('US', 'County Commissioner',         'Conseiller départemental',                   'Departmental councillor',                  'foreign_councillor',       'Madame la Conseillère, Monsieur le Conseiller',          'Commissioner'),
  ('US', 'County Mayor',                'Président du conseil départemental',         'President of a departmental council',      'foreign_provincial_head',  'Madame la Maire du comté, Monsieur le Maire du comté',   'Mayor'),
  ('US', 'Governor',                    'Président du conseil régional',              'President of a regional council',          'foreign_regional_head',    'Madame la Gouverneure, Monsieur le Gouverneur',          'Governor'),
  ('US', 'Mayor',                       'Maire',                                      'Mayor',                                    'foreign_mayor',            'Madame la Maire, Monsieur le Maire',                     'Mayor')
) as titles (country, title, fr, en, rank_code, address_fr, address_en);

-- What an organisation holds for true, or for likely. Of one title and country there is one equivalence on a day.
create table visits.title_equivalence (
  id                uuid primary key default uuidv7(),
  organisation_id   uuid not null default app.actor_organisation() references directory.organisation,
  country           char(2) not null,
  title             text not null,
  equivalent        jsonb not null,
  rank_code         text not null references visits.rank,
  address           jsonb not null,
  valid_from        date,
  valid_to          date,
  source            text not null default '',
  confirmed_on      date,
  confirmed_by_name text,
  constraint country_is_iso_alpha2      check (country ~ '^[A-Z]{2}$'),
  constraint title_is_not_empty         check (btrim(title) <> ''),
  constraint equivalent_is_localized    check (app.is_localized(equivalent) and equivalent <> '{}'),
  constraint address_is_localized       check (app.is_localized(address) and address <> '{}'),
  constraint valid_dates_are_in_order   check (valid_to >= valid_from),
  constraint a_confirmation_is_signed   check ((confirmed_on is null) = (confirmed_by_name is null) and btrim(confirmed_by_name) <> ''),
  constraint one_equivalence_at_a_time  exclude using gist
    (organisation_id with =, country with =, (app.fold(title)) with =, daterange(valid_from, valid_to, '[]') with &&),
  constraint a_guest_takes_title_and_rank unique (id, organisation_id, rank_code)
);

-- Confirmed, an equivalence changes no more: one ends it, and writes the next.
create function visits.guard_title() returns trigger language plpgsql as $$
begin
  if old.confirmed_on is not null and (to_jsonb(new) - 'valid_to') is distinct from (to_jsonb(old) - 'valid_to') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_confirmed_equivalence_stays', message = 'the equivalence is confirmed';
  end if;
  return new;
end $$;
create trigger a_confirmed_equivalence_stays before update on visits.title_equivalence for each row execute function visits.guard_title();

-- The rank of a guest is that of their title: the key that says so carries it.
alter table visits.guest add column equivalence_id uuid;
alter table visits.guest add constraint a_guest_has_the_rank_of_its_title
  foreign key (equivalence_id, organisation_id, rank_code) references visits.title_equivalence (id, organisation_id, rank_code) on update cascade;
create index guest_by_equivalence on visits.guest (equivalence_id, organisation_id, rank_code);

select app.protect('visits.title_equivalence', 'private', 'select, insert, update, delete');
create policy own_titles on visits.title_equivalence to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
-- A partner reads the titles of the guests it reads, with whether they are confirmed.
create policy partners_see_titles_of_guests on visits.title_equivalence for select to escale_web using (id in (select equivalence_id from visits.guest));
