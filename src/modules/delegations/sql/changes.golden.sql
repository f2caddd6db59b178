-- What each function of changes.ts sends. Written by npm run sql:golden.

-- loadFreeze
select frozen_on, version from delegations."freeze" where mission_id = $1;

-- saveFreeze, the first
insert into delegations."freeze" (mission_id, frozen_on) values ($1, $2) on conflict (mission_id) do nothing;

-- saveFreeze, another day
update delegations."freeze" set frozen_on = $1 where mission_id = $2 and version = $3;

-- saveFreeze, none any longer
delete from delegations."freeze" where mission_id = $1 and version = $2;

-- listChangeRequests
select
  r.id,
  r.organisation_id,
  o.name as organisation_name,
  r.member_id,
  r.kind,
  r.asked_by,
  r.asked_name,
  r.asked_at,
  r.was,
  r.becomes,
  r.state,
  r.reason,
  r.decided_name,
  r.decided_at
from delegations.change_request as r
inner join directory.pub_organisation as o on o.id = r.organisation_id
where r.mission_id = $1 and r.state in ($2, …) and r.member_id = $3
order by (r.state = 'open') desc, r.asked_at desc, r.id
limit $4;

-- lockOpenRequest
select id, kind from delegations.change_request where mission_id = $1 and id = $2 and state = $3 for update;

-- addChangeRequest
update delegations.change_request set state = $1 where member_id = $2 and state = $3;
insert into delegations.change_request (
  mission_id, member_id, asked_name, asked_at, kind, asked_by, was, becomes
)
values ($1, $2, $3, $4, $5, $6, $7, $8);

-- acceptChange
select delegations.accept_change($1, $2) as is_done;

-- refuseChange
update delegations.change_request
set state = $1, reason = $2, decided_name = $3, decided_at = $4
where id = $5;
