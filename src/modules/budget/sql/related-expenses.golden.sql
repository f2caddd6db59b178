-- What each function of related-expenses.ts sends. Written by npm run sql:golden.

-- findByExternalKeys
with recursive chain as (
  select e.external_key, e.id, 0 as depth
  from budget.expense e
  where e.mission_id = $1 and e.organisation_id = $2 and e.external_key = any ($3)
  union all
  select chain.external_key, e.id, chain.depth + 1
  from budget.expense e
  join chain on e.corrects_id = chain.id
)
select distinct on (external_key) external_key, id as current_id
from chain
order by external_key, depth desc;
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
where e.id in ($1, …);

-- listSimilar
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
where e.mission_id = $1
  and e.organisation_id = $2
  and e.spent_on = $3
  and e.amount_cents = $4
  and e.currency = $5
  and e.id <> $6
order by e.id;

-- listChain
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
where e.id in (
  with recursive kin as (
    select id, reverses_id, corrects_id
    from budget.expense
    where id = $1
    union
    select e.id, e.reverses_id, e.corrects_id
    from budget.expense e
    join kin on e.id in (kin.reverses_id, kin.corrects_id) or e.reverses_id = kin.id or e.corrects_id = kin.id
  )
  select id
  from kin
)
order by e.recorded_at, e.id;

-- ledgerCurrency
select base_currency from budget.expense where mission_id = $1 and organisation_id = $2 limit $3;

-- listSuppliers
select supplier
from budget.expense
where organisation_id = $1 and reverses_id is null
group by supplier
order by max(recorded_at) desc
limit $2;

-- lockLedger
select pg_advisory_xact_lock(hashtextextended($1, 0));
