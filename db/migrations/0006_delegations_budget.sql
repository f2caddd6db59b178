-- Who travels, and what it cost.
create schema delegations;
grant usage on schema delegations to escale_web, escale_keeper;

-- One person in the sub-delegation of one partner. These columns are what the annexed list shows: every partner of the mission reads them.
create table delegations.member (
  id                 uuid primary key default uuidv7(),
  mission_id         uuid not null references missions.mission on delete cascade,
  organisation_id    uuid not null default app.actor_organisation() references directory.organisation,
  person_id          uuid references directory.person on delete set null,
  given_name         text not null,
  family_name        text not null,
  category           text not null,
  capacity           jsonb not null default '{}',
  represents         text,
  function           text not null default 'member',
  state              text not null default 'registered',
  external_key       text,
  version            integer not null default 1,
  created_at         timestamptz not null default now(),
  identity_key       text generated always as (app.fold(family_name || '|' || given_name || '|' || coalesce(represents, ''))) stored,
  constraint category_is_known       check (category in ('elected', 'staff', 'guest', 'company', 'academic', 'cultural', 'press', 'interpreter')),
  constraint function_is_known       check (function in ('head', 'deputy', 'member', 'protocol')),
  constraint state_is_known          check (state in ('registered', 'withdrawn')),
  constraint capacity_is_localized   check (app.is_localized(capacity)),
  constraint names_are_not_empty     check (btrim(family_name) <> '' and btrim(given_name) <> ''),
  constraint a_company_member_represents_someone check (category <> 'company' or represents is not null)
);
create unique index a_person_travels_once_per_mission on delegations.member (mission_id, person_id) where state = 'registered';
create unique index a_name_is_listed_once_per_sub_delegation on delegations.member (mission_id, organisation_id, identity_key) where state = 'registered';
create unique index one_head_per_sub_delegation on delegations.member (mission_id, organisation_id) where function = 'head' and state = 'registered';
create unique index one_member_per_external_key on delegations.member (mission_id, organisation_id, external_key) where external_key is not null;

-- How to reach that person: only the partner that sends it.
create table delegations.member_contact (
  id               uuid primary key default uuidv7(),
  member_id        uuid not null unique references delegations.member on delete cascade,
  mission_id       uuid not null references missions.mission on delete cascade,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  email            text,
  phone            text,
  notes            text,
  constraint email_is_one_address   check (email ~ '^[^@\s]+@[^@\s]+$'),
  constraint phone_is_international check (phone ~ '^\+\d{4,15}$')
);

select app.protect('delegations.member', 'shared', 'select, insert, update');
select app.protect('delegations.member_contact', 'private', 'select, insert, update, delete');
create policy partners_see_members on delegations.member for select to escale_web using (mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_sub_delegation on delegations.member to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]))
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy own_contacts on delegations.member_contact to escale_web
  using (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]))
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));

alter table missions.mission add constraint head_is_a_member foreign key (head_member_id) references delegations.member deferrable initially deferred;

create schema budget;
grant usage on schema budget to escale_web, escale_keeper;
grant create on schema budget to escale_keeper;

-- The ledger: a line is written once; a mistake is mended by its reversal and a new line.
create table budget.expense (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null references missions.mission,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  spent_on         date not null,
  supplier         text not null,
  label            text not null default '',
  category         text not null,
  amount_cents     bigint not null,
  currency         char(3) not null,
  rate             numeric,
  rate_on          date,
  rate_source      text,
  base_cents       bigint not null,
  base_currency    char(3) not null,
  benefits         text not null default 'delegation',
  beneficiary_id   uuid references directory.organisation,
  receipt_id       uuid references app.file,
  reverses_id      uuid references budget.expense,
  reason           text,
  external_key     text,
  is_shared        boolean not null default false,
  recorded_by      uuid default app.actor_account(),
  recorded_at      timestamptz not null default now(),
  constraint category_is_known check (category in ('transport', 'lodging', 'meals', 'per_diem', 'venue', 'interpreting', 'reception', 'communication', 'provider',
    'visa_insurance', 'gift', 'sme_support', 'other')),
  constraint amount_is_not_zero             check (amount_cents <> 0 and base_cents <> 0),
  constraint currencies_are_iso_4217        check (currency ~ '^[A-Z]{3}$' and base_currency ~ '^[A-Z]{3}$'),
  constraint same_currency_needs_no_rate    check (currency <> base_currency or (rate is null and rate_on is null and rate_source is null and base_cents = amount_cents)),
  constraint foreign_currency_keeps_its_rate check (currency = base_currency or (rate > 0 and rate_on is not null and btrim(rate_source) <> '')),
  constraint supplier_is_not_empty          check (btrim(supplier) <> ''),
  constraint benefits_is_known              check (benefits in ('delegation', 'partner', 'all_partners')),
  constraint beneficiary_when_a_partner     check ((benefits = 'partner') = (beneficiary_id is not null)),
  constraint reversal_gives_a_reason        check ((reverses_id is null) = (reason is null))
);
create unique index an_expense_is_reversed_once on budget.expense (reverses_id) where reverses_id is not null;
create unique index one_expense_per_external_key on budget.expense (mission_id, organisation_id, external_key) where external_key is not null;
create index expense_by_mission on budget.expense (mission_id, organisation_id, spent_on);

-- A reversal mirrors its line to the cent; nothing is written once the partner has closed its accounts.
create function budget.check_expense() returns trigger language plpgsql security definer set search_path = pg_catalog, budget as $$
declare
  v_reversed budget.expense;
begin
  if exists (select from missions.partner p where p.mission_id = new.mission_id and p.organisation_id = new.organisation_id and p.accounts_closed_on is not null) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'closed_accounts_take_no_expense', message = 'the accounts of this mission are closed';
  end if;
  if new.reverses_id is not null then
    select * into v_reversed from budget.expense where id = new.reverses_id;
    if (v_reversed.mission_id, v_reversed.organisation_id, v_reversed.currency, v_reversed.base_currency, v_reversed.category, -v_reversed.amount_cents, -v_reversed.base_cents)
       is distinct from (new.mission_id, new.organisation_id, new.currency, new.base_currency, new.category, new.amount_cents, new.base_cents)
       or v_reversed.reverses_id is not null then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_reversal_mirrors_its_expense', message = 'a reversal mirrors its expense exactly';
    end if;
  end if;
  return new;
end $$;
alter function budget.check_expense owner to escale_keeper;
create trigger check_expense before insert on budget.expense for each row execute function budget.check_expense();
create trigger expense_is_append_only before update or delete on budget.expense for each row execute function app.refuse_change('expense_is_append_only');

select app.protect('budget.expense', 'private', 'select, insert');
create policy own_expenses on budget.expense to escale_web
  using (organisation_id = (select app.actor_organisation()))
  with check (organisation_id = (select app.actor_organisation()) and mission_id = any ((select missions.actor_missions())::uuid[]));
create policy expenses_shared_with_the_mission on budget.expense for select to escale_web
  using (is_shared and mission_id = any ((select missions.actor_missions())::uuid[]));
