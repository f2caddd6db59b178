-- What each function of handover.ts sends. Written by npm run sql:golden.

-- listHolders
with held as (
  select owner_account_id as account_id, owner_name as name, 1 as task, 0 as invitation
  from missions.task
  where state = 'open' and owner_organisation_id = app.actor_organisation() and owner_account_id is not null
  union all
  select invited_by, null, 0, 1
  from missions.partner_invitation
  where state = 'open' and organisation_id = app.actor_organisation() and invited_by is not null
)
select
  account_id,
  coalesce(max(name), '') as name,
  sum(task)::int as task_count,
  sum(invitation)::int as invitation_count
from held
group by account_id
order by 2, 1;

-- passTasks
update missions.task
set owner_account_id = $1, owner_name = $2
where owner_account_id = $3 and state = $4 and owner_organisation_id = app.actor_organisation();

-- passInvitations
update missions.partner_invitation
set invited_by = $1
where invited_by = $2 and state = $3 and organisation_id = app.actor_organisation();
