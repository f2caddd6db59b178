-- What each function of ties.ts sends. Written by npm run sql:golden.

-- loadTied, a mission
select id, title, starts_on as "on" from missions.pub_mission where id = $1;

-- loadTied, an agreement
select id, title, coalesce(signed_on, attested_on) as "on" from agreements.pub_agreement where id = $1;

-- listObjectivesOf, a mission
select o.id, o.title
from strategy.tie as t
inner join strategy.objective as o on o.id = t.objective_id
inner join strategy.plan as p on p.id = o.plan_id
where t.mission_id = $1
order by p.from_year desc, o.position;

-- listObjectivesOf, an agreement
select o.id, o.title
from strategy.tie as t
inner join strategy.objective as o on o.id = t.objective_id
inner join strategy.plan as p on p.id = o.plan_id
where t.agreement_id = $1
order by p.from_year desc, o.position;

-- listObjectiveChoices, for a mission
select p.id as plan_id, p.title as plan_title, p.from_year, p.to_year, o.id, o.title
from strategy.objective as o
inner join strategy.plan as p on p.id = o.plan_id
where (
  p.archived_on is null
    or exists (select t.id from strategy.tie as t where t.objective_id = o.id and t.mission_id = $1)
)
order by p.from_year desc, o.position;

-- listObjectiveChoices, for an agreement
select p.id as plan_id, p.title as plan_title, p.from_year, p.to_year, o.id, o.title
from strategy.objective as o
inner join strategy.plan as p on p.id = o.plan_id
where (
  p.archived_on is null
    or exists (select t.id from strategy.tie as t where t.objective_id = o.id and t.agreement_id = $1)
)
order by p.from_year desc, o.position;

-- replaceTies
delete from strategy.tie where mission_id = $1 and objective_id not in ($2, …);
insert into strategy.tie (objective_id, mission_id)
values ($1, $2)
on conflict on constraint a_thing_is_tied_once do nothing;

-- isReliedOn
select id from strategy.tie where objective_id = $1 limit $2;
