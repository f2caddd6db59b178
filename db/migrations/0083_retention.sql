-- How long the card of a person is kept after the last contact, by the ground it is kept on; and what was erased, when, and what the law made stay.

-- Dated data with its source: what is read is the rule in force on the day.
create table directory.retention_rule (
  legal_basis  text not null,
  valid_from   date not null,
  days         integer not null,
  ground       jsonb not null,
  primary key (legal_basis, valid_from),
  constraint legal_basis_is_known     check (legal_basis in ('public_task', 'legal_obligation', 'contract', 'consent')),
  constraint kept_a_while_at_most     check (days between 1 and 36500),
  constraint ground_is_localized      check (app.is_localized(ground) and ground <> '{}')
);
grant select on directory.retention_rule to escale_web, escale_keeper;
insert into directory.retention_rule (legal_basis, valid_from, days, ground) values
  ('public_task', '2018-05-25', 1096, '{"fr":"RGPD, article 5(1)(e) ; référentiel de la CNIL : trois ans après le dernier contact","en":"GDPR, article 5(1)(e); CNIL reference: three years after the last contact"}'),
  ('consent', '2018-05-25', 1096, '{"fr":"RGPD, articles 5(1)(e) et 7 : trois ans après le dernier contact, ou dès que le consentement est retiré","en":"GDPR, articles 5(1)(e) and 7: three years after the last contact, or as soon as consent is withdrawn"}'),
  ('contract', '2018-05-25', 1827, '{"fr":"Code civil, article 2224 : cinq ans après la fin de la relation","en":"French civil code, article 2224: five years after the relation ended"}'),
  ('legal_obligation', '2018-05-25', 3653, '{"fr":"Code de commerce, article L123-22 : dix ans, avec les pièces des comptes","en":"French commercial code, article L123-22: ten years, with the papers of the accounts"}');

-- One erasing. It says why and what stayed, never whom it was about: the number of the card that went names nobody any more.
create table directory.erasure (
  id               uuid primary key default uuidv7(),
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  card_id          uuid not null,
  reason           text not null,
  stayed           jsonb not null,
  recorded_by      uuid default app.actor_account(),
  recorded_at      timestamptz not null,
  constraint reason_is_known        check (reason in ('rule', 'request')),
  constraint stayed_is_an_object    check (jsonb_typeof(stayed) = 'object'),
  constraint a_card_is_erased_once  unique (card_id)
);
create index erasure_by_organisation on directory.erasure (organisation_id, recorded_at desc);
select app.protect('directory.erasure', 'private', 'select, insert');
create policy own_erasures_are_read on directory.erasure for select to escale_web using (organisation_id = (select app.actor_organisation()));
create policy administrators_erase on directory.erasure for insert to escale_web
  with check (organisation_id = (select app.actor_organisation()) and (select app.actor_roles()) && array['administrator']);

-- Also what was taken away for the person it is about.
alter table directory.export drop constraint format_is_known, add constraint format_is_known check (format in ('csv', 'xlsx', 'vcf', 'zip'));

-- What the journal holds of a card that is erased: entries stay in their chain, their content goes. For administrators, once the erasing is written.
create function directory.forget_history(p_card uuid) returns integer
language sql security definer set search_path = pg_catalog, directory as $$
  with allowed as (
    select from directory.erasure e where e.card_id = p_card and e.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator']),
  about as (
    select j.entity, j.entity_id from app.journal j
      where j.organisation_id = app.actor_organisation() and j.entity in ('directory.affiliation', 'relations.exchange')
        and p_card::text in (j.payload -> 'after' ->> 'person_id', j.payload -> 'before' ->> 'person_id')),
  emptied as (
    update app.journal j set payload = null
      where exists (select from allowed) and j.organisation_id = app.actor_organisation() and j.payload is not null
        and ((j.entity = 'directory.person' and j.entity_id = p_card) or (j.entity, j.entity_id) in (select entity, entity_id from about))
      returning 1)
  select count(*)::integer from emptied
$$;

-- A letter stays in the story of a city; with whom it was goes with the card.
grant create on schema relations to escale_keeper;
create function relations.forget_person(p_card uuid) returns integer
language sql security definer set search_path = pg_catalog, relations as $$
  with changed as (
    update relations.exchange e set person_id = null, with_whom = ''
      where e.person_id = p_card and e.organisation_id = app.actor_organisation() and app.actor_roles() && array['administrator']
      returning 1)
  select count(*)::integer from changed
$$;
alter function directory.forget_history owner to escale_keeper;
alter function relations.forget_person owner to escale_keeper;
revoke create on schema relations from escale_keeper;
revoke all on function directory.forget_history, relations.forget_person from public;
grant execute on function directory.forget_history, relations.forget_person to escale_web;
