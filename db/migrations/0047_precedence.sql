-- The order of precedence of a reception: ranks as dated reference data with their source, and the guests.

create table visits.rank (
  code             text primary key,
  name             jsonb not null,
  constraint code_is_plain      check (code ~ '^[a-z_]{1,40}$'),
  constraint name_is_localized  check (app.is_localized(name) and name <> '{}')
);

-- Where a rank stands from a day on. `place` orders the ranks and says nothing else; `decree_rank` is that of the decree, absent where only custom ranks.
create table visits.rank_place (
  rank_code        text not null references visits.rank,
  valid_from       date not null,
  place            integer not null,
  decree_rank      integer,
  source           jsonb not null,
  primary key (rank_code, valid_from),
  constraint place_is_positive        check (place > 0),
  constraint decree_rank_is_positive  check (decree_rank > 0),
  constraint source_is_localized      check (app.is_localized(source) and source <> '{}')
);
grant select on visits.rank, visits.rank_place to escale_web, escale_keeper;

-- Article 3 of the decree, as it stands since 1 March 2024 (décret n° 2024-159 du 28 février 2024), down to its eleventh rank. What stands between
-- these ranks or below them here is custom: a foreign guest follows the host of like rank.
with named (code, place, decree_rank, fr, en) as (values
  ('prefect',                   10,  1, 'Préfet, représentant de l’État',                         'Prefect, representative of the State'),
  ('ambassador',                12, null, 'Ambassadeur étranger',                                 'Foreign ambassador'),
  ('foreign_minister',          14, null, 'Membre d’un gouvernement étranger',                    'Member of a foreign government'),
  ('deputy',                    20,  2, 'Député',                                                 'Member of the National Assembly'),
  ('senator',                   30,  3, 'Sénateur',                                               'Senator'),
  ('foreign_parliamentarian',   32, null, 'Parlementaire étranger',                               'Member of a foreign parliament'),
  ('european_parliamentarian',  40,  4, 'Représentant au Parlement européen',                     'Member of the European Parliament'),
  ('consul_general',            45, null, 'Consul général ou consul étranger',                    'Foreign consul general or consul'),
  ('regional_president',        50,  5, 'Président du conseil régional',                          'President of the regional council'),
  ('foreign_regional_head',     52, null, 'Chef d’un exécutif régional étranger',                 'Head of a foreign regional executive'),
  ('departmental_president',    60,  6, 'Président du conseil départemental',                     'President of the departmental council'),
  ('foreign_provincial_head',   62, null, 'Chef d’un exécutif étranger de province ou de comté',  'Head of a foreign provincial or county executive'),
  ('mayor',                     70,  7, 'Maire de la commune où l’on reçoit',                     'Mayor of the host municipality'),
  ('foreign_mayor',             72, null, 'Maire d’une ville étrangère',                          'Mayor of a foreign city'),
  ('head_of_delegation',        74, null, 'Chef de délégation sans mandat électif',               'Head of delegation without elected office'),
  ('regional_command',          80,  8, 'Officier général commandant de région',                  'General officer commanding a region'),
  ('appeal_court',              90,  9, 'Chef d’une cour d’appel',                                'Head of a court of appeal'),
  ('district_command',         100, 10, 'Amiral commandant l’arrondissement maritime',            'Admiral commanding the maritime district'),
  ('dignitary_of_an_order',    110, 11, 'Dignitaire de la Légion d’honneur',                      'Dignitary of the Legion of Honour'),
  ('metropolitan_president',   200, null, 'Président d’un établissement intercommunal',           'President of an intermunicipal body'),
  ('visiting_mayor',           210, null, 'Maire d’une autre commune',                            'Mayor of another municipality'),
  ('regional_councillor',      220, null, 'Conseiller régional',                                  'Regional councillor'),
  ('departmental_councillor',  230, null, 'Conseiller départemental',                             'Departmental councillor'),
  ('deputy_mayor',             240, null, 'Adjoint au maire',                                     'Deputy mayor'),
  ('foreign_deputy_mayor',     242, null, 'Adjoint au maire d’une ville étrangère',               'Deputy mayor of a foreign city'),
  ('municipal_councillor',     250, null, 'Conseiller municipal',                                 'Municipal councillor'),
  ('foreign_councillor',       252, null, 'Élu local étranger',                                   'Foreign local elected member'),
  ('institution_president',    260, null, 'Président d’une institution ou d’une chambre consulaire', 'President of an institution or a chamber'),
  ('director_general',         270, null, 'Directeur général',                                    'Director general'),
  ('director',                 280, null, 'Directeur ou chef de service',                         'Director or head of service'),
  ('business_leader',          290, null, 'Chef d’entreprise',                                    'Business leader'),
  ('staff',                    300, null, 'Agent ou accompagnateur',                              'Member of staff or escort'),
  ('other_guest',              310, null, 'Autre invité',                                         'Other guest')),
ranks as (insert into visits.rank (code, name) select code, jsonb_build_object('fr', fr, 'en', en) from named)
insert into visits.rank_place (rank_code, valid_from, place, decree_rank, source)
select code, '2024-03-01', place, decree_rank, case when decree_rank is null then jsonb_build_object(
    'fr', 'Usage de la maison, proposé par Escale ; à confirmer par votre protocole, qui lit aussi la suite de l’article 3.',
    'en', 'Custom of the house, proposed by Escale; to be confirmed by your protocol officer, who also reads the rest of article 3.')
  else jsonb_build_object(
    'fr', 'Décret n° 89-655 du 13 septembre 1989, article 3, ' || decree_rank || '°, rédaction en vigueur depuis le 1er mars 2024.',
    'en', 'French decree no. 89-655 of 13 September 1989, article 3, item ' || decree_rank || ', as in force since 1 March 2024.') end
from named;

-- Who is at the reception, on either side. `since_on` is the day of first election or appointment, which orders equals.
create table visits.guest (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  side             text not null,
  name             text not null,
  title            text not null default '',
  rank_code        text not null,
  since_on         date,
  invites          boolean not null default false,
  constraint side_is_known           check (side in ('host', 'visitor')),
  constraint name_is_not_empty       check (btrim(name) <> ''),
  constraint a_host_invites          check (not invites or side = 'host'),
  constraint a_guest_has_a_rank      foreign key (rank_code) references visits.rank,
  constraint a_guest_is_listed_once  unique (mission_id, side, name)
);
create unique index one_authority_invites on visits.guest (mission_id) where invites;

select app.protect('visits.guest', 'shared', 'select, insert, delete');
create policy partners_see_guests on visits.guest for select to escale_web using (mission_id in (select missions.actor_seats()));
-- Every partner lists its own; who invites is for the organisers to say.
create policy partners_list_guests on visits.guest for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats())
    and (not invites or mission_id = any ((select missions.actor_led_missions())::uuid[])));
create policy who_listed_removes on visits.guest for delete to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[])
    or (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats())));
