-- What each function of retention.ts sends. Written by npm run sql:golden.

-- listRetentionRules
select distinct on (legal_basis) legal_basis, days, ground
from directory.retention_rule
where valid_from <= $1
order by legal_basis, valid_from desc;

-- listCardsOlderThan
select
  id,
  given_name,
  family_name,
  legal_basis,
  coalesce(last_contact_on, created_at::date) as last_contact_on
from directory.person
where coalesce(last_contact_on, created_at::date) < $1
order by coalesce(last_contact_on, created_at::date), id
limit $2;

-- insertErasure
insert into directory.erasure (card_id, reason, recorded_at, stayed) values ($1, $2, $3, $4);

-- forgetHistory
select directory.forget_history($1) as count;

-- listErasures
select id, reason, stayed, recorded_at from directory.erasure order by recorded_at desc, id desc limit $1;
