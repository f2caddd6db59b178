-- What each function of ledger-sums.ts sends. Written by npm run sql:golden.

-- sumLedger, of every payer
select
  e.mission_id,
  e.organisation_id,
  payer.name,
  e.category,
  e.base_currency,
  sum(e.base_cents) as cents,
  count(*)::int as line_count,
  count(*) filter (where e.reverses_id is null and r.id is null)::int as expense_count
from budget.expense as e
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join budget.expense as r on r.reverses_id = e.id
where e.mission_id in ($1, …)
group by e.mission_id, e.organisation_id, payer.name, e.category, e.base_currency
order by payer.name, e.base_currency;

-- sumLedger, of one payer
select
  e.mission_id,
  e.organisation_id,
  payer.name,
  e.category,
  e.base_currency,
  sum(e.base_cents) as cents,
  count(*)::int as line_count,
  count(*) filter (where e.reverses_id is null and r.id is null)::int as expense_count
from budget.expense as e
left join directory.pub_organisation as payer on payer.id = e.organisation_id
left join budget.expense as r on r.reverses_id = e.id
where e.mission_id in ($1, …) and e.organisation_id = $2
group by e.mission_id, e.organisation_id, payer.name, e.category, e.base_currency
order by payer.name, e.base_currency;

-- missionTotals
-- as sumLedger, of one payer

-- totalsOfMissions
-- as sumLedger, of one payer

-- expensesByCategory
-- as sumLedger, of one payer
