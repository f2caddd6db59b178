-- How people travel, where they sleep, and whom a list of them may be handed to. Private to who arranged it, unless shared on purpose.

-- A group of a carrier or an agency, under its locator: whoever knows one may change the journey, so it is never shared.
create table departure.booking (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  label            text not null,
  locator          text not null default '',
  constraint label_is_not_empty      check (btrim(label) <> ''),
  constraint a_booking_has_one_owner unique (id, mission_id, organisation_id)
);

-- One flight, one train, one run of a vehicle: two instants, each with the zone whose clocks people look at there.
create table departure.segment (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  is_shared        boolean not null default false,
  booking_id       uuid,
  mode             text not null,
  carrier          text not null default '',
  number           text not null default '',
  from_place       text not null,
  to_place         text not null,
  departs_at       timestamptz not null,
  departs_zone     text not null,
  arrives_at       timestamptz not null,
  arrives_zone     text not null,
  seats            integer,
  note             text not null default '',
  version          integer not null default 1,
  constraint mode_is_known               check (mode in ('flight', 'train', 'coach', 'minibus', 'car', 'boat')),
  constraint places_are_named            check (btrim(from_place) <> '' and btrim(to_place) <> ''),
  constraint arrives_after_departure     check (arrives_at > departs_at),
  constraint a_segment_lasts_three_days_at_most check (arrives_at <= departs_at + interval '72 hours'),
  constraint zones_are_named             check (departs_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$' and arrives_zone ~ '^[A-Za-z_]+(/[A-Za-z0-9_+-]+)*$'),
  constraint seats_are_positive          check (seats > 0),
  constraint a_segment_has_one_mission   unique (id, mission_id),
  constraint a_segment_has_its_instants  unique (id, departs_at, arrives_at),
  constraint a_booking_of_ones_own       foreign key (booking_id, mission_id, organisation_id) references departure.booking (id, mission_id, organisation_id)
);
create index segment_by_mission on departure.segment (mission_id, departs_at);

-- Who boards: with the instants of the segment, kept equal by the second key, so that the database knows where each person is.
create table departure.passenger (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  segment_id       uuid not null,
  member_id        uuid not null,
  departs_at       timestamptz not null,
  arrives_at       timestamptz not null,
  constraint a_passenger_of_the_mission        foreign key (segment_id, mission_id) references departure.segment (id, mission_id) on delete cascade,
  constraint a_passenger_follows_the_segment   foreign key (segment_id, departs_at, arrives_at)
    references departure.segment (id, departs_at, arrives_at) on update cascade on delete cascade,
  constraint a_passenger_is_of_who_sends_them  foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade,
  constraint a_passenger_boards_once           unique (segment_id, member_id),
  constraint nobody_travels_twice_at_once exclude using gist (member_id with =, tstzrange(departs_at, arrives_at) with &&) deferrable initially immediate
);
create index passenger_by_mission on departure.passenger (mission_id);

-- The lock on the segment makes two who board at once wait for each other.
create function departure.check_seats() returns trigger language plpgsql security definer set search_path = pg_catalog, departure as $$
declare
  v_segment uuid := case when tg_table_name = 'segment' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'segment_id')::uuid end;
  v_seats integer;
begin
  select seats into v_seats from departure.segment where id = v_segment for no key update;
  if v_seats < (select count(*) from departure.passenger where segment_id = v_segment) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'no_more_passengers_than_seats', message = 'a vehicle takes as many people as it has seats';
  end if;
  return null;
end $$;
alter function departure.check_seats owner to escale_keeper;
create trigger no_more_passengers_than_seats after insert on departure.passenger for each row execute function departure.check_seats();
create trigger seats_for_those_aboard after update of seats on departure.segment for each row execute function departure.check_seats();

create table departure.lodging (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  is_shared        boolean not null default false,
  name             text not null,
  address          text not null default '',
  constraint name_is_not_empty       check (btrim(name) <> ''),
  constraint a_lodging_has_one_owner unique (id, mission_id, organisation_id)
);
create table departure.room (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  lodging_id       uuid not null,
  label            text not null,
  beds             integer not null,
  constraint beds_are_counted     check (beds between 1 and 20),
  constraint label_is_not_empty   check (btrim(label) <> ''),
  constraint a_room_of_the_lodging foreign key (lodging_id, mission_id, organisation_id) references departure.lodging (id, mission_id, organisation_id) on delete cascade,
  constraint a_room_is_named_once unique (lodging_id, label),
  constraint a_room_has_one_owner unique (id, mission_id, organisation_id)
);
-- Who sleeps where: from the evening of one day to the morning of another.
create table departure.stay (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation(),
  room_id          uuid not null,
  member_id        uuid not null,
  arrives_on       date not null,
  leaves_on        date not null,
  constraint a_stay_has_a_night        check (leaves_on > arrives_on and leaves_on <= arrives_on + 90),
  constraint a_stay_in_a_room_of_ones_own foreign key (room_id, mission_id, organisation_id) references departure.room (id, mission_id, organisation_id) on delete cascade,
  constraint a_guest_is_of_who_sends_them foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade,
  constraint nobody_sleeps_in_two_rooms exclude using gist (member_id with =, daterange(arrives_on, leaves_on) with &&)
);
create index stay_by_mission on departure.stay (mission_id);

create function departure.check_beds() returns trigger language plpgsql security definer set search_path = pg_catalog, departure as $$
declare
  v_beds integer;
begin
  select beds into v_beds from departure.room where id = new.room_id for no key update;
  if exists (select from generate_series(new.arrives_on, new.leaves_on - 1, interval '1 day') night
      where v_beds < (select count(*) from departure.stay s where s.room_id = new.room_id and night::date >= s.arrives_on and night::date < s.leaves_on)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'no_more_people_than_beds', message = 'a room sleeps as many people as it has beds';
  end if;
  return null;
end $$;
alter function departure.check_beds owner to escale_keeper;
create trigger no_more_people_than_beds after insert or update on departure.stay for each row execute function departure.check_beds();

-- ---------------------------------------------------------------- who sees what
select app.protect('departure.booking', 'private', 'select, insert, update, delete');
select app.protect('departure.segment', 'private', 'select, insert, update, delete');
select app.protect('departure.passenger', 'private', 'select, insert, delete');
select app.protect('departure.lodging', 'private', 'select, insert, update, delete');
select app.protect('departure.room', 'private', 'select, insert, update, delete');
select app.protect('departure.stay', 'private', 'select, insert, delete');

do $$
declare
  v_table text;
begin
  foreach v_table in array array['booking', 'segment', 'lodging', 'room', 'stay'] loop
    execute format('create policy own_arrangements on departure.%I to escale_web
      using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
      with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))', v_table);
  end loop;
end $$;
create policy partners_see_what_is_shared on departure.segment for select to escale_web using (is_shared and mission_id in (select missions.actor_seats()));
create policy partners_see_what_is_shared on departure.lodging for select to escale_web using (is_shared and mission_id in (select missions.actor_seats()));
-- One's own people, on what one sees; and whoever boards what one arranged.
create policy own_passengers on departure.passenger for select to escale_web
  using (mission_id in (select missions.actor_seats())
    and (organisation_id = (select app.actor_organisation())
      or segment_id in (select s.id from departure.segment s where s.organisation_id = (select app.actor_organisation()))));
create policy own_people_board on departure.passenger for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats())
    and segment_id in (select s.id from departure.segment s));
create policy own_people_alight on departure.passenger for delete to escale_web
  using (mission_id in (select missions.actor_seats()) and organisation_id = (select app.actor_organisation()));

-- What is no longer shared carries no longer the people of others.
create function departure.others_alight() returns trigger language plpgsql security definer set search_path = pg_catalog, departure as $$
begin
  delete from departure.passenger where segment_id = new.id and organisation_id <> new.organisation_id;
  return null;
end $$;
alter function departure.others_alight owner to escale_keeper;
create trigger others_alight after update of is_shared on departure.segment for each row when (old.is_shared and not new.is_shared) execute function departure.others_alight();

-- ---------------------------------------------------------------- personal data that leave for another country
-- Where the GDPR applies or an adequacy decision holds (GDPR article 45), since when, and for whom.
create table departure.adequacy (
  country      char(2) not null,
  scope        text not null,
  words        jsonb not null,
  source       text not null,
  valid_from   date not null,
  valid_until  date,
  primary key (country, valid_from),
  constraint country_is_iso_alpha2 check (country ~ '^[A-Z]{2}$'),
  constraint scope_is_known        check (scope in ('eea', 'full', 'partial')),
  constraint words_is_localized    check (app.is_localized(words) and words <> '{}'),
  constraint source_is_given       check (btrim(source) <> ''),
  constraint ends_after_it_begins  check (valid_until >= valid_from),
  constraint one_decision_at_a_time exclude using gist (country with =, daterange(valid_from, valid_until, '[]') with &&)
);
grant select on departure.adequacy to escale_web, escale_keeper;

insert into departure.adequacy (country, scope, words, source, valid_from)
select unnest(string_to_array('AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK', ',')), 'eea',
  '{"fr": "Le RGPD s’y applique", "en": "The GDPR applies there"}'::jsonb, 'Règlement (UE) 2016/679', '2018-05-25'::date
union all
select unnest(string_to_array('IS,LI,NO', ',')), 'eea', '{"fr": "Le RGPD s’y applique", "en": "The GDPR applies there"}'::jsonb, 'Décision du Comité mixte de l’EEE n° 154/2018', '2018-07-20'::date;

insert into departure.adequacy (country, scope, words, source, valid_from, valid_until)
select country, scope, jsonb_build_object('fr', fr, 'en', en), source, valid_from::date, valid_until::date
from (values
  ('AD', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2010/625/UE', '2010-10-19', null),
  ('AR', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2003/490/CE', '2003-06-30', null),
  ('BR', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision d’exécution de la Commission du 27 janvier 2026', '2026-01-27', null),
  ('CA', 'partial', 'Seulement pour les organisations soumises à la loi PIPEDA : ni les villes ni les administrations', 'Only for organisations under the PIPEDA act: neither cities nor administrations', 'Décision 2002/2/CE', '2001-12-20', null),
  ('CH', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2000/518/CE', '2000-07-26', null),
  ('FO', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2010/146/UE', '2010-03-05', null),
  ('GB', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision (UE) 2021/1772', '2021-06-28', null),
  ('GG', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2003/821/CE', '2003-11-21', null),
  ('IL', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2011/61/UE', '2011-01-31', null),
  ('IM', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2004/411/CE', '2004-04-28', null),
  ('JE', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2008/393/CE', '2008-05-08', null),
  ('JP', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision (UE) 2019/419', '2019-01-23', null),
  ('KR', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision (UE) 2022/254', '2021-12-17', null),
  ('NZ', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2013/65/UE', '2012-12-19', null),
  ('US', 'partial', 'Seulement pour les organisations inscrites au bouclier de protection des données', 'Only for organisations listed under the Privacy Shield', 'Décision (UE) 2016/1250, invalidée par la CJUE (C-311/18)', '2016-07-12', '2020-07-15'),
  ('US', 'partial', 'Seulement pour les organisations inscrites au cadre de protection des données (DPF) : ni les villes ni les administrations', 'Only for organisations listed under the Data Privacy Framework: neither cities nor administrations', 'Décision (UE) 2023/1795', '2023-07-10', null),
  ('UY', 'full', 'Décision d’adéquation', 'Adequacy decision', 'Décision 2012/484/UE', '2012-08-21', null)
) as known (country, scope, fr, en, source, valid_from, valid_until);
