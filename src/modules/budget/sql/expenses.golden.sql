-- What each function of expenses.ts sends. Written by npm run sql:golden.

-- listExpenses, all one may read
select
  e.*,
  r.id as reversed_by_id,
  c.id as corrected_by_id,
  payer.name as organisation_name,
  beneficiary.name as beneficiary_name,
  e.organisation_id = app.actor_organisation() as is_own,
  sum(e.base_cents) over (
    partition by e.base_currency order by e.spent_on, coalesce(e.reverses_id, e.id), e.id
  ) as running_cents
from budget.expense as e
left join budget.expense as r on r.reverses_id = e.id
left join budget.expense as c on c.corrects_id = e.id
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join directory.pub_organisation as beneficiary on beneficiary.id = e.beneficiary_id
where e.mission_id = $1
order by e.spent_on, coalesce(e.reverses_id, e.id), e.id;

-- listExpenses, a page of one payer and category
select
  e.*,
  r.id as reversed_by_id,
  c.id as corrected_by_id,
  payer.name as organisation_name,
  beneficiary.name as beneficiary_name,
  e.organisation_id = app.actor_organisation() as is_own,
  sum(e.base_cents) over (
    partition by e.base_currency order by e.spent_on, coalesce(e.reverses_id, e.id), e.id
  ) as running_cents
from budget.expense as e
left join budget.expense as r on r.reverses_id = e.id
left join budget.expense as c on c.corrects_id = e.id
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join directory.pub_organisation as beneficiary on beneficiary.id = e.beneficiary_id
where e.mission_id = $1 and e.organisation_id = $2 and e.category = $3
order by e.spent_on, coalesce(e.reverses_id, e.id), e.id
limit $4
offset $5;

-- listExpenses, of all other payers
select
  e.*,
  r.id as reversed_by_id,
  c.id as corrected_by_id,
  payer.name as organisation_name,
  beneficiary.name as beneficiary_name,
  e.organisation_id = app.actor_organisation() as is_own,
  sum(e.base_cents) over (
    partition by e.base_currency order by e.spent_on, coalesce(e.reverses_id, e.id), e.id
  ) as running_cents
from budget.expense as e
left join budget.expense as r on r.reverses_id = e.id
left join budget.expense as c on c.corrects_id = e.id
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join directory.pub_organisation as beneficiary on beneficiary.id = e.beneficiary_id
where e.mission_id = $1 and e.organisation_id <> $2
order by e.spent_on, coalesce(e.reverses_id, e.id), e.id;

-- loadExpense
select
  e.*,
  r.id as reversed_by_id,
  c.id as corrected_by_id,
  payer.name as organisation_name,
  beneficiary.name as beneficiary_name,
  e.organisation_id = app.actor_organisation() as is_own
from budget.expense as e
left join budget.expense as r on r.reverses_id = e.id
left join budget.expense as c on c.corrects_id = e.id
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join directory.pub_organisation as beneficiary on beneficiary.id = e.beneficiary_id
where e.id = $1;

-- pageExpenses
select
  e.*,
  r.id as reversed_by_id,
  c.id as corrected_by_id,
  payer.name as organisation_name,
  beneficiary.name as beneficiary_name,
  e.organisation_id = app.actor_organisation() as is_own
from budget.expense as e
left join budget.expense as r on r.reverses_id = e.id
left join budget.expense as c on c.corrects_id = e.id
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join directory.pub_organisation as beneficiary on beneficiary.id = e.beneficiary_id
where e.mission_id = $1 and e.id > $2
order by e.id
limit $3;
