-- What each function of pledges.ts sends. Written by npm run sql:golden.

-- listDomains
select id, title, version from agreements.domain where agreement_id = $1 order by position;
select id, domain_id, title from agreements.pledge where agreement_id = $1 order by position;
select action_id, state, closed_on, evidence, reopened_on, reason
from agreements.reopening
where agreement_id = $1
order by id;
select id, pledge_id, title, own_owner, their_owner, due_on, state, evidence, closed_on, version
from agreements.action
where agreement_id = $1
order by due_on nulls last, id;

-- insertDomain
insert into agreements.domain (agreement_id, title, position)
values ($1, $2, (select count(*)::int from agreements.domain where agreement_id = $3))
returning id;

-- insertPledges
insert into agreements.pledge (agreement_id, domain_id, title, position) values ($1, $2, $3, $4);

-- updateDomain
update agreements.domain set title = $1 where id = $2;

-- updatePledge
update agreements.pledge set title = $1, position = $2 where id = $3;

-- deletePledges
delete from agreements.pledge where id in ($1, …);

-- deleteDomain
delete from agreements.domain where id = $1;

-- insertAction
insert into agreements.action (pledge_id, title, own_owner, their_owner, due_on, agreement_id)
values ($1, $2, $3, $4, $5, $6)
returning id;

-- updateAction
update agreements.action set state = $1, evidence = $2, closed_on = $3 where id = $4;

-- listDueActions
select c.id, c.title, c.own_owner, c.due_on, a.id as agreement_id, a.title as agreement_title
from agreements.action as c
inner join agreements.agreement as a on a.id = c.agreement_id
where c.state in ($1, …) and c.due_on <= $2
order by c.due_on, c.id
limit $3;
