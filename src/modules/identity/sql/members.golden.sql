-- What each function of members.ts sends. Written by npm run sql:golden.

-- listMembers
select membership_id, id as account_id, name, email, roles, version, created_at as since
from identity.account_card
order by app.fold(name), membership_id;

-- lockMember
select
from identity.membership
where organisation_id = app.actor_organisation() and (id = $1 or 'administrator' = any (roles))
order by id
for update;
-- as listMembers

-- changeRoles
update identity.membership set roles = $1 where id = $2 and version = $3;

-- removeMember
delete from identity.membership where id = $1;

-- addMember
insert into identity.membership (account_id, organisation_id, roles) values ($1, $2, $3);

-- listOfficers
select u.id as "accountId", u.name, u.email, u.locale
from identity.membership m
join auth."user" u on u.id = m.account_id
where m.organisation_id = $1 and m.roles && array['officer', 'administrator']
order by u.email;

-- listMembersAmong
select u.id as "accountId", u.name, u.email, u.locale
from identity.membership m
join auth."user" u on u.id = m.account_id
where m.organisation_id = $1 and u.id = any ($2)
order by u.email;
