-- Who is ready to leave: what each person must have before departure, by dated rules, and what the organisation that sends them did about it.
create schema departure;
grant usage on schema departure to escale_web, escale_keeper;
grant create on schema departure to escale_keeper;

-- Evidence and documents belong to one organisation, with the file that holds them.
alter table app.file add constraint a_file_has_one_owner unique (id, organisation_id);

-- ---------------------------------------------------------------- rules, as data
-- What may be asked of a person, of whom, and how many days before departure, until an organisation decides otherwise.
create table departure.requirement_kind (
  kind               text primary key,
  position           integer not null unique,
  is_of_destination  boolean not null,
  categories         text[] not null,
  notice_days        integer not null,
  source             text not null,
  constraint kind_is_known check (kind in ('special_mandate', 'travel_order', 'insurance', 'passport', 'visa', 'vaccination')),
  constraint source_is_given check (btrim(source) <> ''),
  constraint notice_is_in_days check (notice_days between 0 and 365)
);
insert into departure.requirement_kind (kind, position, is_of_destination, categories, notice_days, source) values
  ('special_mandate', 1, false, '{elected}', 1, 'CGCT, art. L2123-18, L3123-19, L4135-19, L5211-14'),
  ('travel_order', 2, false, '{staff}', 1, 'Décret n° 2001-654 du 19 juillet 2001, art. 5 et 6'),
  ('insurance', 3, false, '{elected,staff,guest,company,academic,cultural,press,interpreter}', 15, 'France Diplomatie, conseils aux voyageurs'),
  ('passport', 4, true, '{elected,staff,guest,company,academic,cultural,press,interpreter}', 60, 'France Diplomatie, conseils aux voyageurs'),
  ('visa', 5, true, '{elected,staff,guest,company,academic,cultural,press,interpreter}', 30, 'France Diplomatie, conseils aux voyageurs'),
  ('vaccination', 6, true, '{elected,staff,guest,company,academic,cultural,press,interpreter}', 42, 'OMS, Règlement sanitaire international (2005), annexe 7');

-- What a country asks of the nationals of another, from a day on and until another, in words and with its source.
create table departure.country_rule (
  country      char(2) not null,
  nationals    char(2) not null default 'FR',
  kind         text not null references departure.requirement_kind,
  need         text not null,
  words        jsonb not null,
  source       text not null,
  valid_from   date not null,
  valid_until  date,
  primary key (country, nationals, kind, valid_from),
  constraint countries_are_iso_alpha2 check (country ~ '^[A-Z]{2}$' and nationals ~ '^[A-Z]{2}$'),
  constraint need_is_known            check (need in ('required', 'advised', 'not_required')),
  constraint words_is_localized       check (app.is_localized(words) and words <> '{}'),
  constraint source_is_given          check (btrim(source) <> ''),
  constraint ends_after_it_begins     check (valid_until >= valid_from),
  constraint one_rule_at_a_time exclude using gist (country with =, nationals with =, kind with =, daterange(valid_from, valid_until, '[]') with &&)
);
grant select on departure.requirement_kind, departure.country_rule to escale_web, escale_keeper;

insert into departure.country_rule (country, kind, need, words, source, valid_from, valid_until)
select country, kind, need, jsonb_build_object('fr', fr, 'en', en), source, valid_from::date, valid_until::date
from (values
  ('US', 'passport', 'required', 'Passeport électronique, valide jusqu’au retour', 'Electronic passport, valid until the return', '8 U.S.C. § 1187(a)(3)', '2016-04-01', null),
  ('US', 'visa', 'required', 'Autorisation de voyage ESTA pour 90 jours au plus, sinon un visa', 'ESTA travel authorisation for up to 90 days, otherwise a visa', '8 CFR § 217.5', '2009-01-12', null),
  ('US', 'vaccination', 'required', 'Vaccination contre la Covid-19', 'Vaccination against Covid-19', 'Presidential Proclamations 10294 (2021) and 10575 (2023)', '2021-11-08', '2023-05-11'),
  ('CA', 'passport', 'required', 'Passeport valide jusqu’au retour', 'Passport valid until the return', 'SOR/2002-227, s. 52', '2002-06-28', null),
  ('CA', 'visa', 'required', 'Autorisation de voyage électronique (AVE) pour qui arrive en avion', 'Electronic travel authorisation (eTA) for who arrives by air', 'SOR/2002-227, s. 7.1', '2016-11-10', null),
  ('IT', 'passport', 'required', 'Carte d’identité ou passeport en cours de validité', 'Identity card or passport in force', 'Directive 2004/38/CE, art. 5', '2006-04-30', null),
  ('DE', 'passport', 'required', 'Carte d’identité ou passeport en cours de validité', 'Identity card or passport in force', 'Directive 2004/38/CE, art. 5', '2006-04-30', null),
  ('GB', 'passport', 'required', 'Passeport ; la carte d’identité n’est plus admise', 'Passport; identity cards are no longer accepted', 'Immigration Rules, HC 813 (2021)', '2021-10-01', null),
  ('GB', 'visa', 'required', 'Autorisation de voyage électronique (ETA)', 'Electronic travel authorisation (ETA)', 'Immigration Rules, Appendix ETA', '2025-04-02', null),
  ('JP', 'passport', 'required', 'Passeport valide jusqu’au retour', 'Passport valid until the return', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('JP', 'visa', 'not_required', 'Pas de visa pour 90 jours au plus', 'No visa for up to 90 days', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('TN', 'passport', 'required', 'Passeport en cours de validité', 'Passport in force', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('TN', 'visa', 'not_required', 'Pas de visa pour trois mois au plus', 'No visa for up to three months', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('CN', 'passport', 'required', 'Passeport valide six mois après l’entrée', 'Passport valid for six months after entry', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('CN', 'visa', 'required', 'Visa, à demander au consulat', 'Visa, from the consulate', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', '2023-11-30'),
  ('CN', 'visa', 'not_required', 'Dispense de visa ; sa durée et son terme sont à vérifier avant chaque départ', 'Visa waiver; check its length and term before each departure', 'Ministère chinois des affaires étrangères, annonce du 24 novembre 2023', '2023-12-01', null),
  ('CI', 'passport', 'required', 'Passeport valide six mois après l’entrée', 'Passport valid for six months after entry', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('CI', 'visa', 'required', 'Visa, à demander en ligne ou au consulat', 'Visa, online or from the consulate', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('CI', 'vaccination', 'required', 'Fièvre jaune, au moins dix jours avant l’arrivée', 'Yellow fever, at least ten days before arrival', 'OMS, Voyages internationaux et santé, liste des pays', '2010-01-01', null),
  ('IN', 'passport', 'required', 'Passeport valide six mois après l’entrée', 'Passport valid for six months after entry', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null),
  ('IN', 'visa', 'required', 'Visa, à demander en ligne ou au consulat', 'Visa, online or from the consulate', 'France Diplomatie, conseils aux voyageurs', '2010-01-01', null)
) as known (country, kind, need, fr, en, source, valid_from, valid_until);

-- What an organisation decides for the people it sends: in general, or for one country.
create table departure.own_rule (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  kind             text not null references departure.requirement_kind,
  country          char(2),
  is_asked         boolean not null,
  categories       text[],
  notice_days      integer,
  version          integer not null default 1,
  constraint country_is_iso_alpha2 check (country ~ '^[A-Z]{2}$'),
  constraint categories_are_known  check (categories <@ array['elected', 'staff', 'guest', 'company', 'academic', 'cultural', 'press', 'interpreter'] and cardinality(categories) > 0),
  constraint notice_is_in_days     check (notice_days between 0 and 365),
  constraint one_rule_per_kind_and_country unique nulls not distinct (organisation_id, kind, country)
);

-- Who signs the travel orders of an organisation, and by what authority (CGCT L2122-18, L3221-3: the executive, or who holds their delegation).
create table departure.signatory (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null unique default app.actor_organisation() references directory.organisation,
  name             text not null,
  capacity         text not null,
  authority        text not null default '',
  place            text not null,
  version          integer not null default 1,
  constraint a_signatory_is_named check (btrim(name) <> '' and btrim(capacity) <> '' and btrim(place) <> '')
);

-- ---------------------------------------------------------------- what was done
-- One thing asked of one person, once somebody took it up. What nobody touched has no row: the rules alone say that it is to do.
create table departure.item (
  id                  uuid primary key default uuidv7(),
  mission_id          uuid not null references missions.mission on delete cascade,
  organisation_id     uuid not null default app.actor_organisation(),
  member_id           uuid not null,
  kind                text not null references departure.requirement_kind,
  country             char(2),
  state               text not null default 'to_do',
  done_on             date,
  reference           text not null default '',
  file_id             uuid,
  because             text,
  due_on              date,
  owner_account_id    uuid,
  owner_name          text,
  reminded_before_at  timestamptz,
  reminded_due_at     timestamptz,
  version             integer not null default 1,
  constraint state_is_known               check (state in ('to_do', 'done', 'not_needed')),
  constraint done_on_a_day                check ((state = 'done') = (done_on is not null)),
  constraint done_with_evidence           check (state <> 'done' or btrim(reference) <> '' or file_id is not null),
  constraint evidence_when_done           check (state = 'done' or (reference = '' and file_id is null)),
  constraint not_needed_says_why          check (case when state = 'not_needed' then coalesce(btrim(because), '') <> '' else because is null end),
  -- No copy of an identity document, and no health record: a date and a reference prove enough (GDPR articles 5(1)(c) and 9).
  constraint no_copy_of_passport_or_health check (kind not in ('passport', 'vaccination') or file_id is null),
  constraint an_owner_has_a_name          check ((owner_account_id is null) = (owner_name is null)),
  constraint an_item_is_of_who_sends_the_member foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id) on delete cascade,
  constraint evidence_is_a_file_of_ones_own foreign key (file_id, organisation_id) references app.file (id, organisation_id),
  constraint one_item_per_requirement unique nulls not distinct (member_id, kind, country)
);
create index item_by_mission on departure.item (mission_id, organisation_id);
create index item_to_remind on departure.item (due_on) where state = 'to_do' and owner_account_id is not null and reminded_due_at is null;

-- The travel orders of an organisation, numbered through the year, each frozen as canonical JSON when it is signed.
create table departure.travel_order (
  id                 uuid primary key default uuidv7(),
  mission_id         uuid not null references missions.mission,
  organisation_id    uuid not null default app.actor_organisation(),
  member_id          uuid not null,
  year               integer not null,
  number             integer not null,
  issued_on          date not null,
  valid_from         date not null,
  valid_until        date not null,
  facts              text not null,
  digest             bytea not null,
  state              text not null default 'issued',
  withdrawn_on       date,
  withdrawn_because  text,
  constraint state_is_known                   check (state in ('issued', 'withdrawn')),
  constraint number_is_positive               check (number > 0),
  constraint a_year_is_that_of_the_signature  check (year = extract(year from issued_on)),
  constraint ends_after_it_begins             check (valid_until >= valid_from),
  constraint valid_twelve_months_at_most      check (valid_until < valid_from + interval '12 months'),
  constraint signed_before_it_is_valid        check (issued_on <= valid_from),
  constraint digest_is_of_the_facts           check (digest = sha256(convert_to(facts, 'UTF8'))),
  constraint withdrawn_for_a_reason           check ((state = 'withdrawn') = (withdrawn_on is not null and coalesce(btrim(withdrawn_because), '') <> '')
                                                and (withdrawn_on is null) = (withdrawn_because is null)),
  constraint an_order_is_of_who_sends_the_member foreign key (member_id, mission_id, organisation_id)
    references delegations.member (id, mission_id, organisation_id),
  constraint one_number_per_order unique (organisation_id, year, number),
  constraint one_standing_order_per_person exclude using gist (member_id with =, daterange(valid_from, valid_until, '[]') with &&) where (state = 'issued')
);
create index travel_order_by_mission on departure.travel_order (mission_id, organisation_id);

-- Frozen: once withdrawn, an order stays so, and nothing else of it ever changes. It is given to staff, who hold it before they leave.
create function departure.check_order() returns trigger language plpgsql security definer set search_path = pg_catalog, departure as $$
begin
  if tg_op = 'UPDATE' then
    if old.state = 'withdrawn' or to_jsonb(new) - '{state,withdrawn_on,withdrawn_because}'::text[] <> to_jsonb(old) - '{state,withdrawn_on,withdrawn_because}'::text[] then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_issued_order_is_frozen', message = 'a travel order is withdrawn, and not changed';
    end if;
  elsif not exists (select from delegations.member m where m.id = new.member_id and m.category = 'staff' and m.state = 'registered') then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_travel_order_is_for_staff', message = 'a travel order is given to staff who travel';
  end if;
  return new;
end $$;
alter function departure.check_order owner to escale_keeper;
create trigger an_issued_order_is_frozen before insert or update on departure.travel_order for each row execute function departure.check_order();

-- ---------------------------------------------------------------- who sees what: the organisation that sends the person, and nobody else
select app.protect('departure.own_rule', 'private', 'select, insert, update, delete');
select app.protect('departure.signatory', 'private', 'select, insert, update');
select app.protect('departure.item', 'private', 'select, insert, update');
select app.protect('departure.travel_order', 'private', 'select, insert');
grant update (state, withdrawn_on, withdrawn_because) on departure.travel_order to escale_web;

create policy own_rules on departure.own_rule to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_signatory on departure.signatory to escale_web
  using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
create policy own_items on departure.item to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
-- The register outlives the seat: who left a mission keeps the orders it signed.
create policy own_orders on departure.travel_order for select to escale_web using (organisation_id = (select app.actor_organisation()));
create policy own_orders_are_issued on departure.travel_order for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
create policy own_orders_are_withdrawn on departure.travel_order for update to escale_web using (organisation_id = (select app.actor_organisation()));

-- ---------------------------------------------------------------- what is asked, and where it stands
-- Of every organisation: for the keeper's two doors below, and for background tasks. Nothing is stored: a member, a leg, a rule, a mandate
-- or an order that changes is seen at the next question.
create function departure.requirements(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, member_id uuid, kind text, country text, due_on date, state text, item_id uuid)
language sql stable as $$
  with person as (
    select mem.id, mem.mission_id, mem.organisation_id, mem.category, sender.country as home, mission.starts_on, mission.ends_on
      from delegations.member mem
      join missions.mission mission on mission.id = mem.mission_id and mission.kind = 'outgoing' and mission.starts_on is not null and mission.state <> 'cancelled'
      join missions.partner seat on seat.mission_id = mem.mission_id and seat.organisation_id = mem.organisation_id and seat.left_at is null
      join directory.organisation sender on sender.id = mem.organisation_id
      where mem.mission_id = any (p_missions) and mem.state = 'registered'
  ), destination as (
    select leg.mission_id, leg.country, min(leg.starts_on) as arrives_on from missions.leg leg where leg.mission_id = any (p_missions) group by 1, 2
  ), asked as (
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, null::char(2) as country, coalesce(own.notice_days, k.notice_days) as notice_days
      from person p
      join departure.requirement_kind k on not k.is_of_destination
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      where coalesce(own.is_asked, true) and p.category = any (coalesce(own.categories, k.categories))
    union all
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, d.country, coalesce(here.notice_days, own.notice_days, k.notice_days)
      from person p
      join destination d on d.mission_id = p.mission_id and d.country is distinct from p.home
      join departure.requirement_kind k on k.is_of_destination
      left join departure.country_rule r on r.country = d.country and r.nationals = p.home and r.kind = k.kind
        and daterange(r.valid_from, r.valid_until, '[]') @> d.arrives_on
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      left join departure.own_rule here on here.organisation_id = p.organisation_id and here.kind = k.kind and here.country = d.country
      where coalesce(here.is_asked, coalesce(own.is_asked, true) and r.need = 'required', false)
        and p.category = any (coalesce(here.categories, own.categories, k.categories))
  )
  select a.mission_id, a.organisation_id, a.id, a.kind, a.country::text, coalesce(i.due_on, a.starts_on - a.notice_days),
      case
        when i.state <> 'to_do' then i.state
        when a.kind = 'special_mandate' and exists (select from missions.mandate mandate where mandate.mission_id = a.mission_id
          and mandate.organisation_id = a.organisation_id and mandate.decided_on <= a.starts_on) then 'done'
        when a.kind = 'travel_order' and exists (select from departure.travel_order o where o.member_id = a.id and o.state = 'issued'
          and o.valid_from <= a.starts_on and o.valid_until >= a.ends_on) then 'done'
        else 'to_do'
      end, i.id
    from asked a
    left join departure.item i on i.member_id = a.id and i.kind = a.kind and i.country is not distinct from a.country
$$;
revoke all on function departure.requirements from public;
grant execute on function departure.requirements to escale_keeper;

-- The people of the acting organisation, in detail.
create function departure.own_requirements(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, member_id uuid, kind text, country text, due_on date, state text, item_id uuid)
language sql stable security definer set search_path = pg_catalog, departure as $$
  select r.* from departure.requirements(p_missions) r
    where r.organisation_id = app.actor_organisation() and r.mission_id in (select missions.actor_seats())
$$;
alter function departure.own_requirements owner to escale_keeper;

-- Of every partner of one's missions: how many people, and how many of them are ready. Two figures, and nothing behind them.
create function departure.readiness(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, person_count integer, ready_count integer)
language sql stable security definer set search_path = pg_catalog, departure as $$
  with seen as (select coalesce(array_agg(seat), '{}') as missions from missions.actor_seats() seat where seat = any (p_missions)),
  waiting as (select distinct r.member_id from seen, departure.requirements(seen.missions) r where r.state = 'to_do')
  select mem.mission_id, mem.organisation_id, count(*)::int, (count(*) filter (where w.member_id is null))::int
    from seen
    join delegations.member mem on mem.mission_id = any (seen.missions) and mem.state = 'registered'
    join missions.partner seat on seat.mission_id = mem.mission_id and seat.organisation_id = mem.organisation_id and seat.left_at is null
    left join waiting w on w.member_id = mem.id
    group by 1, 2
$$;
alter function departure.readiness owner to escale_keeper;
