-- What each function of acting.ts sends. Written by npm run sql:golden.

-- listActingAccounts
select
  u.id as "accountId",
  u.email,
  m.organisation_id as "organisationId",
  m.organisation_name as "organisationName",
  m.roles
from auth."user" u
cross join lateral identity.memberships_of(u.id) m
where $1::text is null or u.email = lower($1)
order by m.organisation_name, m.organisation_id, u.email;
