-- A trademark licensed to a partner: where, for how long, exclusively or not, for which fee, and the editions held under it.
create table agreements.licence (
  id               uuid primary key default uuidv7(),
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  licensee_id      uuid not null,
  brand            text not null,
  brand_key        text not null generated always as (app.fold(btrim(brand))) stored,
  is_exclusive     boolean not null,
  starts_on        date not null,
  term_months      integer not null,
  last_day         date not null,
  fee_cents        bigint,
  fee_currency     char(3),
  fee_note         text not null default '',
  version          integer not null default 1,
  constraint licence_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint licensee_is_a_party foreign key (licensee_id, agreement_id) references agreements.party (id, agreement_id),
  constraint one_licence_per_agreement unique (agreement_id),
  constraint what_a_territory_follows unique (id, organisation_id, brand_key, is_exclusive, starts_on, last_day),
  constraint brand_is_not_empty check (btrim(brand) <> ''),
  constraint a_licence_has_months check (term_months between 1 and 1200),
  -- A licence that is ended early ends before its term, never after.
  constraint licence_ends_with_its_term check (last_day <= agreements.last_day(starts_on, term_months)),
  constraint licence_ends_after_it_starts check (last_day >= starts_on),
  constraint fee_has_a_currency check ((fee_cents is null) = (fee_currency is null)),
  constraint fee_is_not_negative check (fee_cents >= 0)
);

-- One row a country. What the exclusion looks at follows the licence by its key: nobody writes it twice.
create table agreements.licence_territory (
  id               uuid primary key default uuidv7(),
  licence_id       uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  brand_key        text not null,
  is_exclusive     boolean not null,
  starts_on        date not null,
  last_day         date not null,
  country          char(2) not null,
  constraint territory_follows_its_licence foreign key (licence_id, organisation_id, brand_key, is_exclusive, starts_on, last_day)
    references agreements.licence (id, organisation_id, brand_key, is_exclusive, starts_on, last_day) on update cascade on delete cascade,
  constraint country_is_iso_alpha2 check (country ~ '^[A-Z]{2}$'),
  constraint a_country_is_named_once unique (licence_id, country),
  -- Two holders of the same exclusive right, in one country, on one day.
  constraint one_exclusive_licence_per_territory exclude using gist
    (organisation_id with =, brand_key with =, country with =, daterange(starts_on, last_day, '[]') with &&) where (is_exclusive)
);

-- What is held under it. The theme of an edition is chosen by a jury, on a day.
create table agreements.licence_edition (
  id               uuid primary key default uuidv7(),
  licence_id       uuid not null references agreements.licence on delete cascade,
  agreement_id     uuid not null,
  organisation_id  uuid not null default app.actor_organisation(),
  number           integer not null,
  held_on          date not null,
  theme            text,
  jury             text,
  theme_chosen_on  date,
  constraint edition_of_an_own_agreement foreign key (agreement_id, organisation_id) references agreements.agreement (id, organisation_id) on delete cascade,
  constraint editions_are_numbered unique (licence_id, number),
  constraint number_starts_at_one check (number > 0),
  constraint a_theme_is_chosen_by_a_jury check (num_nulls(theme, jury, theme_chosen_on) in (0, 3) and btrim(theme) <> '' and btrim(jury) <> ''),
  constraint chosen_before_it_is_held check (theme_chosen_on <= held_on)
);
-- An edition takes place while the licence runs.
create function agreements.guard_edition() returns trigger language plpgsql as $$
begin
  if not exists (select from agreements.licence l where l.id = new.licence_id and l.agreement_id = new.agreement_id and new.held_on between l.starts_on and l.last_day) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'an_edition_is_held_under_its_licence', message = 'no such licence runs that day';
  end if;
  return new;
end $$;
create trigger guard_edition before insert or update on agreements.licence_edition for each row execute function agreements.guard_edition();

do $$
declare
  name text;
begin
  foreach name in array array['licence', 'licence_territory', 'licence_edition'] loop
    perform app.protect(('agreements.' || name)::regclass, 'private', 'select, insert, update, delete');
    execute format('create policy own_%1$s on agreements.%1$s to escale_web using (organisation_id = (select app.actor_organisation())) with check (organisation_id = (select app.actor_organisation()))', name);
  end loop;
end $$;
