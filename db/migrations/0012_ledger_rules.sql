-- What the ledger of a mission refuses whoever writes it, beyond 0006.

alter table budget.expense
  -- The line this one replaces: the reversal says what was wrong, the correction what is right.
  add column corrects_id uuid references budget.expense,
  -- Which way the rate was published: one unit of rate_from is worth `rate` units of the other currency.
  -- Dividing by a published rate is exact where its inverse would be rounded first (regulation (EC) 1103/97, article 4).
  add column rate_from char(3),
  add constraint rate_starts_from_one_of_the_two check ((rate is null) = (rate_from is null) and rate_from in (currency, base_currency)),
  add constraint amounts_go_the_same_way check ((amount_cents > 0) = (base_cents > 0)),
  -- Far above any mission, far below what would make a sum of bigints overflow.
  add constraint amount_is_plausible check (amount_cents between -999999999999999 and 999999999999999 and base_cents between -999999999999999 and 999999999999999),
  add constraint reason_is_not_empty check (btrim(reason) <> ''),
  add constraint a_reversal_corrects_nothing check (reverses_id is null or corrects_id is null),
  -- Amounts in different currencies do not add up: the accounts of one partner for one mission are kept in one.
  add constraint a_ledger_keeps_one_base_currency exclude using gist (mission_id with =, organisation_id with =, base_currency with <>);
create unique index an_expense_is_corrected_once on budget.expense (corrects_id) where corrects_id is not null;
create index expense_by_receipt on budget.expense (receipt_id) where receipt_id is not null;

-- A reversal mirrors its line in everything one may filter or share by, so that every total in which the line counts also counts its reversal.
-- The seat of the payer is locked: closing the accounts and recording an expense cannot interleave.
-- Rows of other organisations are looked at as the keeper, and answered as if they did not exist.
create or replace function budget.check_expense() returns trigger language plpgsql security definer set search_path = pg_catalog, budget as $$
declare
  v_reversed  budget.expense;
  v_closed_on date;
begin
  select p.accounts_closed_on into v_closed_on from missions.partner p
    where p.mission_id = new.mission_id and p.organisation_id = new.organisation_id for share;
  if v_closed_on is not null then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'closed_accounts_take_no_expense', message = 'the accounts of this mission are closed';
  end if;
  if new.beneficiary_id is not null
     and not exists (select from missions.partner p where p.mission_id = new.mission_id and p.organisation_id = new.beneficiary_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_beneficiary_is_a_partner', message = 'the beneficiary is no partner of this mission';
  end if;
  if new.receipt_id is not null
     and not exists (select from app.file f where f.id = new.receipt_id and f.organisation_id = new.organisation_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_receipt_belongs_to_its_payer', message = 'the payer has no such file';
  end if;
  if new.corrects_id is not null
     and not exists (select from budget.expense r
                     where r.reverses_id = new.corrects_id and r.mission_id = new.mission_id and r.organisation_id = new.organisation_id) then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_correction_follows_a_reversal', message = 'only a reversed expense is corrected';
  end if;
  if new.reverses_id is not null then
    select * into v_reversed from budget.expense where id = new.reverses_id;
    if v_reversed.reverses_id is not null
       or (v_reversed.mission_id, v_reversed.organisation_id, v_reversed.spent_on, v_reversed.category, v_reversed.is_shared,
           v_reversed.currency, v_reversed.base_currency, -v_reversed.amount_cents, -v_reversed.base_cents,
           v_reversed.rate, v_reversed.rate_on, v_reversed.rate_source, v_reversed.rate_from, v_reversed.benefits, v_reversed.beneficiary_id)
          is distinct from
          (new.mission_id, new.organisation_id, new.spent_on, new.category, new.is_shared,
           new.currency, new.base_currency, new.amount_cents, new.base_cents,
           new.rate, new.rate_on, new.rate_source, new.rate_from, new.benefits, new.beneficiary_id) then
      raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_reversal_mirrors_its_expense', message = 'a reversal mirrors its expense exactly';
    end if;
  end if;
  return new;
end $$;

create trigger expense_is_never_truncated before truncate on budget.expense for each statement execute function app.refuse_change('expense_is_append_only');
