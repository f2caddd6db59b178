-- Agreements: what was promised to whom, for how long, and what became of it. Each organisation keeps its own register, which nobody else reads.
create schema agreements;
grant usage on schema agreements to escale_web, escale_keeper;

-- A party that is a State is refused unless the law knows a ground for it (CGCT L1115-5). The grounds are dated data.
create table agreements.state_ground (
  code         text primary key,
  label        jsonb not null,
  source       text not null,
  valid_from   date not null,
  valid_until  date,
  constraint label_is_localized check (app.is_localized(label) and label <> '{}'),
  constraint valid_until_after_valid_from check (valid_until >= valid_from)
);
grant select on agreements.state_ground to escale_web, escale_keeper;
-- Source: CGCT, art. L1115-5, in the versions in force since 18 April 2008, 29 January 2014 and 7 December 2016.
insert into agreements.state_ground (code, label, source, valid_from) values
  ('territorial_grouping', '{"fr":"Création d’un groupement européen de coopération territoriale, ou d’un groupement eurorégional ou local de coopération transfrontalière","en":"Creation of a European grouping of territorial cooperation, or of a Euroregional or local cross-border grouping"}',
   'CGCT, art. L1115-5, al. 1', '2008-04-18'),
  ('prior_agreement', '{"fr":"Mise en œuvre d’un accord international que l’État a approuvé, signature autorisée par le préfet","en":"Carrying out an international agreement the State approved, signature authorised by the prefect"}',
   'CGCT, art. L1115-5, 1° ; loi n° 2016-1657, art. 1', '2016-12-07'),
  ('regional_programme', '{"fr":"Programme de coopération régionale d’une organisation internationale, signature autorisée par le préfet","en":"Regional programme of an international organisation, signature authorised by the prefect"}',
   'CGCT, art. L1115-5, 2° ; loi n° 2016-1657, art. 1', '2016-12-07'),
  ('other_grouping', '{"fr":"Autre groupement de coopération transfrontalière, régionale ou interterritoriale, signature autorisée par le préfet","en":"Another cross-border, regional or interterritorial grouping, signature authorised by the prefect"}',
   'CGCT, art. L1115-5, 3° ; loi n° 2016-1657, art. 1', '2016-12-07');

-- The last day of a term in whole months whose first day counts: two years from 26 January 2009 end on 25 January 2011.
-- Where the day does not exist in the last month (31 January and one month), the term ends with that month.
create function agreements.last_day(runs_from date, months integer) returns date language sql immutable strict parallel safe
  return case when extract(day from runs_from + make_interval(months => months)) < extract(day from runs_from)
    then (runs_from + make_interval(months => months))::date
    else (runs_from + make_interval(months => months))::date - 1 end;

create table agreements.agreement (
  id                uuid primary key default uuidv7(),
  organisation_id   uuid not null default app.actor_organisation() references directory.organisation,
  type              text not null,
  title             jsonb not null,
  object            jsonb not null default '{}',
  scopes            text[] not null default '{}',
  country           char(2) not null,
  city_id           uuid references directory.city,
  city_name         jsonb not null default '{}',
  renews_id         uuid,
  -- What the law asks to be proven and is not, and why: an agreement of the past found without its papers, or one under another law.
  unproven_because  text,
  unproven_source   text,
  -- The day of a document that shows it in force, when nothing tells the day it was signed.
  attested_on       date,
  cooperation_since integer,
  negotiated_since  date,
  voted_on          date,
  vote_reference    text,
  signed_on         date,
  signed_at_place   text,
  transmitted_on    date,
  transmission_reference text,
  in_force_from     date,
  runs_from         date,
  term_months       integer,
  last_day          date,
  terminated_on     date,
  termination_reason text,
  forecast_cents    bigint,
  forecast_currency char(3),
  forecast_note     text not null default '',
  version           integer not null default 1,
  created_at        timestamptz not null default now(),
  search_text       text generated always as (app.fold(coalesce(title ->> 'fr', '') || ' ' || coalesce(title ->> 'en', '') || ' ' || coalesce(city_name ->> 'fr', '') || ' ' || coalesce(city_name ->> 'en', ''))) stored,
  constraint one_owner_of_an_agreement unique (id, organisation_id),
  constraint type_is_known check (type in ('twinning', 'friendship_pact', 'cooperation_agreement', 'sister_agreement', 'joint_declaration', 'memorandum',
    'letter_of_intent', 'framework_agreement', 'operational_agreement', 'trademark_licence', 'network_membership')),
  constraint scopes_are_known check (scopes <@ array['economic', 'scientific', 'institutional', 'cultural', 'tourism', 'youth', 'environment']),
  constraint unproven_because_is_known check (unproven_because in ('entered_from_archive', 'other_law')),
  constraint title_is_localized check (app.is_localized(title) and title <> '{}'),
  constraint object_is_localized check (app.is_localized(object)),
  constraint city_name_is_localized check (app.is_localized(city_name)),
  constraint country_is_iso_alpha2 check (country ~ '^[A-Z]{2}$'),
  constraint what_is_unproven_names_its_source check ((unproven_because is null) = (coalesce(btrim(unproven_source), '') = '')),
  constraint attested_from_an_archive check (attested_on is null or (unproven_because is not distinct from 'entered_from_archive' and signed_on is null)),
  constraint cooperation_since_a_year check (cooperation_since between 1000 and 9999),
  -- The order of a life. What is known is always in order; what is not known is allowed only where its absence is explained.
  constraint voted_before_it_is_signed check (signed_on is null or coalesce(voted_on <= signed_on, unproven_because is not null)),
  constraint signed_before_it_is_transmitted check (transmitted_on is null or (signed_on is not null and signed_on <= transmitted_on)),
  constraint transmitted_before_it_is_in_force check (in_force_from is null or coalesce(transmitted_on <= in_force_from, unproven_because is not null)),
  constraint signed_before_it_is_in_force check (in_force_from is null or (signed_on is not null and signed_on <= in_force_from)),
  constraint negotiated_before_it_is_voted check (negotiated_since is null or voted_on is null or negotiated_since <= voted_on),
  constraint terminated_once_signed check (terminated_on is null or (signed_on is not null and signed_on <= terminated_on)),
  constraint a_vote_names_its_deliberation check ((voted_on is null) = (vote_reference is null) and vote_reference <> ''),
  constraint a_signature_has_its_place check ((signed_on is null) = (signed_at_place is null) and signed_at_place <> ''),
  constraint a_transmission_keeps_its_receipt check ((transmitted_on is null) = (transmission_reference is null) and transmission_reference <> ''),
  constraint a_termination_says_why check ((terminated_on is null) = (termination_reason is null) and termination_reason <> ''),
  constraint forecast_has_a_currency check ((forecast_cents is null) = (forecast_currency is null)),
  constraint forecast_is_not_negative check (forecast_cents >= 0),
  -- CGCT L1115-1: an agreement states its object and the forecast amount of its commitments; zero is written.
  constraint in_force_states_object_and_forecast check (in_force_from is null or unproven_because is not null or (forecast_cents is not null and object <> '{}')),
  constraint a_term_has_months check (term_months between 1 and 1200),
  constraint last_day_follows_its_term check (term_months is null or last_day is not distinct from agreements.last_day(runs_from, term_months)),
  constraint last_day_after_the_first check (last_day >= runs_from),
  constraint renewed_once unique (renews_id),
  constraint renews_one_of_its_own foreign key (renews_id, organisation_id) references agreements.agreement (id, organisation_id),
  constraint never_renews_itself check (renews_id <> id)
);
create index agreement_by_organisation on agreements.agreement (organisation_id, signed_on desc nulls first, id);
create index agreement_by_search_text on agreements.agreement using gin (search_text gin_trgm_ops);
create index agreement_by_last_day on agreements.agreement (last_day) where last_day is not null and terminated_on is null;

create table agreements.party (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  party_id         uuid not null references directory.organisation,
  kind             text not null,
  position         integer not null,
  state_ground     text references agreements.state_ground,
  state_ground_on  date,
  constraint party_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint a_party_is_named_once unique (agreement_id, party_id),
  constraint one_agreement_per_party unique (id, agreement_id),
  constraint a_state_is_a_party_on_a_dated_ground check ((kind = 'state') = (state_ground is not null) and (state_ground is null) = (state_ground_on is null))
);
create index party_by_organisation on agreements.party (party_id);

-- What a party was when it was named is read from its card, never from who names it; a card one cannot see has none.
-- The ground must be law on the day it is relied on.
create function agreements.guard_party() returns trigger language plpgsql as $$
begin
  new.kind := (select o.kind from directory.organisation o where o.id = new.party_id);
  if new.state_ground is not null and new.state_ground_on is not null and not exists (select from agreements.state_ground g
      where g.code = new.state_ground and new.state_ground_on >= g.valid_from and new.state_ground_on <= coalesce(g.valid_until, new.state_ground_on)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_ground_is_law_on_its_day', message = 'the law knew no such ground that day';
  end if;
  return new;
end $$;
create trigger guard_party before insert on agreements.party for each row execute function agreements.guard_party();

create table agreements.signatory (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  party_id         uuid not null,
  name             text not null,
  capacity         jsonb not null,
  position         integer not null,
  constraint signatory_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint signs_for_a_party foreign key (party_id, agreement_id) references agreements.party (id, agreement_id) on delete cascade,
  constraint name_is_not_empty check (btrim(name) <> ''),
  constraint capacity_is_localized check (app.is_localized(capacity) and capacity <> '{}')
);
create index signatory_by_agreement on agreements.signatory (agreement_id);

-- Nobody signs with oneself: counted at the end of the transaction, once the parties are there.
create function agreements.guard_parties() returns trigger language plpgsql as $$
declare
  v_agreement uuid := case when tg_table_name = 'agreement' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(old) ->> 'agreement_id')::uuid end;
begin
  if exists (select from agreements.agreement a where a.id = v_agreement and a.signed_on is not null
      and (select count(*) from agreements.party p where p.agreement_id = a.id) < 2) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_agreement_binds_two_parties', message = 'a signed agreement has two parties at least';
  end if;
  return null;
end $$;
create constraint trigger an_agreement_binds_two_parties after insert or update of signed_on on agreements.agreement
  deferrable initially deferred for each row execute function agreements.guard_parties();
create constraint trigger an_agreement_keeps_two_parties after delete on agreements.party
  deferrable initially deferred for each row execute function agreements.guard_parties();

-- What was signed does not move: what the parties change later is an amendment. An agreement without its papers is still being understood.
create function agreements.guard_signed() returns trigger language plpgsql as $$
begin
  if old.signed_on is not null and old.unproven_because is null and new.signed_on is not null and (
      (old.type, old.term_months, old.renews_id, old.unproven_because) is distinct from (new.type, new.term_months, new.renews_id, new.unproven_because)
      or (old.object <> '{}' and old.object <> new.object)
      or (old.forecast_cents, old.forecast_currency) is distinct from (new.forecast_cents, new.forecast_currency) and old.forecast_cents is not null
      -- A term counted from the entry into force follows it.
      or ((old.runs_from, old.last_day) is distinct from (new.runs_from, new.last_day) and (old.runs_from is not null or old.last_day is not null)
        and old.in_force_from is not distinct from new.in_force_from)) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_signed_does_not_move', message = 'a signed agreement does not change';
  end if;
  return new;
end $$;
create trigger guard_signed before update on agreements.agreement for each row execute function agreements.guard_signed();
create function agreements.guard_signed_parties() returns trigger language plpgsql as $$
declare
  v_agreement uuid := case when tg_op = 'DELETE' then old.agreement_id else new.agreement_id end;
begin
  if exists (select from agreements.agreement a where a.id = v_agreement and a.signed_on is not null and a.unproven_because is null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_signed_does_not_move', message = 'the parties of a signed agreement do not change';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_signed_parties before insert or delete on agreements.party for each row execute function agreements.guard_signed_parties();

-- The text, in each of its languages, side by side. What was signed does not move.
create table agreements.wording (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  language         text not null,
  body             text not null,
  is_authentic     boolean not null default true,
  version          integer not null default 1,
  constraint wording_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint one_wording_per_language unique (agreement_id, language),
  constraint language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  constraint body_is_not_empty check (btrim(body) <> '')
);
create function agreements.guard_wording() returns trigger language plpgsql as $$
begin
  if exists (select from agreements.agreement a where a.id = old.agreement_id and a.signed_on is not null and a.unproven_because is null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_signed_does_not_move', message = 'a signed text does not change';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger guard_wording before update or delete on agreements.wording for each row execute function agreements.guard_wording();

-- What was promised: domains, in each of them pledges, for each of them actions.
create table agreements.domain (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  title            jsonb not null,
  position         integer not null,
  constraint domain_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint one_agreement_per_domain unique (id, agreement_id),
  constraint title_is_localized check (app.is_localized(title) and title <> '{}')
);
create index domain_by_agreement on agreements.domain (agreement_id, position);

create table agreements.pledge (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  domain_id        uuid not null,
  title            jsonb not null,
  position         integer not null,
  constraint pledge_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint pledge_in_a_domain foreign key (domain_id, agreement_id) references agreements.domain (id, agreement_id) on delete cascade,
  constraint one_agreement_per_pledge unique (id, agreement_id),
  constraint title_is_localized check (app.is_localized(title) and title <> '{}')
);
create index pledge_by_domain on agreements.pledge (domain_id, position);

create table agreements.action (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  pledge_id        uuid not null,
  title            text not null,
  own_owner        text not null,
  their_owner      text not null default '',
  due_on           date,
  state            text not null default 'planned',
  evidence         text not null default '',
  closed_on        date,
  version          integer not null default 1,
  constraint action_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint action_for_a_pledge foreign key (pledge_id, agreement_id) references agreements.pledge (id, agreement_id) on delete cascade,
  constraint state_is_known check (state in ('planned', 'under_way', 'done', 'dropped')),
  constraint title_is_not_empty check (btrim(title) <> ''),
  constraint an_action_has_an_owner_at_home check (btrim(own_owner) <> ''),
  constraint what_is_done_shows_its_evidence check (state not in ('done', 'dropped') or btrim(evidence) <> ''),
  constraint closed_on_when_closed check ((state in ('done', 'dropped')) = (closed_on is not null))
);
create index action_by_agreement on agreements.action (agreement_id);
create index action_to_do on agreements.action (organisation_id, due_on) where state in ('planned', 'under_way');

create table agreements.amendment (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  number           integer not null,
  signed_on        date not null,
  vote_reference   text not null default '',
  summary          text not null,
  prolongs_to      date,
  constraint amendment_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint amendments_are_numbered unique (agreement_id, number),
  constraint number_starts_at_one check (number > 0),
  constraint summary_is_not_empty check (btrim(summary) <> ''),
  constraint prolongs_beyond_its_signature check (prolongs_to >= signed_on)
);
create table agreements.committee_meeting (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  held_on          date not null,
  place            text not null default '',
  attendees        text not null,
  written_minutes  text not null default '',
  version          integer not null default 1,
  constraint meeting_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint attendees_are_named check (btrim(attendees) <> '')
);
create index committee_meeting_by_agreement on agreements.committee_meeting (agreement_id, held_on desc);

-- Which mission prepared it, signed it, or was done under it. A mission is an id that the composition root hands in.
create table agreements.agreement_mission (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  mission_id       uuid not null references missions.mission on delete cascade,
  link             text not null,
  constraint link_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint link_is_known check (link in ('prepared', 'signed', 'carried_out')),
  constraint a_mission_is_linked_once unique (agreement_id, mission_id)
);
create index agreement_mission_by_mission on agreements.agreement_mission (mission_id);
create unique index signed_during_one_mission on agreements.agreement_mission (agreement_id) where link = 'signed';

-- Which notices of a term have left: each once for each last day, so that an agreement prolonged is called to mind anew.
create table agreements.term_notice (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null,
  last_day         date not null,
  months           integer not null,
  sent_at          timestamptz not null,
  constraint notice_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint months_ahead_of_the_last_day check (months between 1 and 12),
  constraint a_notice_leaves_once unique (agreement_id, last_day, months)
);

-- Children are written with their agreement only: a key of two columns keeps them in the register of their organisation.
do $$
declare
  name text;
begin
  foreach name in array array['agreement', 'signatory', 'wording', 'domain', 'pledge', 'action', 'amendment', 'committee_meeting'] loop
    perform app.protect(('agreements.' || name)::regclass, 'private', 'select, insert, update, delete');
    execute format('create policy own_%1$s on agreements.%1$s to escale_web using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()))', name);
  end loop;
end $$;
-- A party is named and withdrawn, never turned into another.
select app.protect('agreements.party', 'private', 'select, insert, delete');
create policy own_party on agreements.party to escale_web using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()));
select app.protect('agreements.agreement_mission', 'private', 'select, insert, delete');
create policy own_agreement_mission on agreements.agreement_mission to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id in (select missions.actor_seats()));
select app.protect('agreements.term_notice', 'silent', 'select');
create policy own_term_notice on agreements.term_notice for select to escale_web using (organisation_id = (select app.actor_organisation()));

-- Only what nobody voted nor signed may be removed: an agreement that lived stays in the register.
create function agreements.guard_removal() returns trigger language plpgsql as $$
begin
  if old.voted_on is not null or old.signed_on is not null or old.attested_on is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'what_was_voted_stays', message = 'an agreement that was voted or signed stays';
  end if;
  return old;
end $$;
create trigger guard_removal before delete on agreements.agreement for each row execute function agreements.guard_removal();

create view agreements.pub_agreement with (security_invoker = true) as
  select id, organisation_id, type, title, country, city_id, signed_on, in_force_from, last_day, terminated_on, renews_id from agreements.agreement;
grant select on agreements.pub_agreement to escale_web, escale_keeper;
