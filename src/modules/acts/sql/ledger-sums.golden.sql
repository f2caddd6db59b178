-- What each function of ledger-sums.ts sends. Written by npm run sql:golden.

-- sumLinesByMission
select mission_id, base_currency, sum(base_cents) as cents, count(*)::int as line_count
from budget.pub_expense
where mission_id in ($1, …) and organisation_id = $2
group by mission_id, base_currency
order by mission_id, base_currency;

-- sumAllLines
select coalesce(sum(base_cents), 0) as cents
from budget.pub_expense
where mission_id in ($1, …) and organisation_id = $2 and base_currency = $3;
