-- What each function of reopenings.ts sends. Written by npm run sql:golden.

-- listReopenings
select action_id, state, closed_on, evidence, reopened_on, reason
from agreements.reopening
where agreement_id = $1
order by id;

-- insertReopening
insert into agreements.reopening (
  state, closed_on, evidence, reopened_on, reason, agreement_id, action_id, action_version
)
values ($1, $2, $3, $4, $5, $6, $7, $8);
