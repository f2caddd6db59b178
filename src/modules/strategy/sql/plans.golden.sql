-- What each function of plans.ts sends. Written by npm run sql:golden.

-- listPlans
select
  p.id,
  p.title,
  p.from_year,
  p.to_year,
  p.destination_limit,
  p.archived_on,
  (select count(*)::int from strategy.objective o where o.plan_id = p.id) as objective_count,
  (select count(*)::int from strategy.destination d where d.plan_id = p.id) as destination_count
from strategy.plan as p
order by p.archived_on is not null, p.from_year desc, p.id;

-- loadPlan
select
  p.id,
  p.title,
  p.purpose,
  p.source,
  p.from_year,
  p.to_year,
  p.destination_limit,
  p.archived_on,
  p.version,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select o.id, o.title, o.version from strategy.objective as o where o.plan_id = p.id order by o.position
    ) as agg
  ) as objectives,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select f.id, f.objective_id, f.kind, f.label, f.weight
      from strategy.field as f
      where f.plan_id = p.id
      order by f.kind, f.weight desc, f.label_key
    ) as agg
  ) as fields,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select
        d.id,
        d.number,
        d.city_id,
        d.city_name,
        d.country,
        d.justification,
        d.shared_with_id,
        d.version,
        o.name as shared_with_name
      from strategy.destination as d
      left join directory.pub_organisation as o on o.id = d.shared_with_id
      where d.plan_id = p.id
      order by d.number
    ) as agg
  ) as destinations
from strategy.plan as p
where p.id = $1;

-- lockPlan
select from strategy.plan where id = $1 for no key update;
-- as loadPlan

-- insertPlan
insert into strategy.plan (title, purpose, source, from_year, to_year, destination_limit)
values ($1, $2, $3, $4, $5, $6)
returning id;

-- updatePlan
update strategy.plan
set title = $1, purpose = $2, source = $3, from_year = $4, to_year = $5, destination_limit = $6
where id = $7;

-- archivePlan
update strategy.plan set archived_on = $1 where id = $2;

-- deletePlan
delete from strategy.plan where id = $1;

-- countWhatRests
select
  (
    select count(distinct coalesce(t.mission_id, t.agreement_id))::int
    from strategy.tie t
    join strategy.objective o on o.id = t.objective_id
    where o.plan_id = $1
  ) as tied,
  (select count(*)::int from strategy.review r where r.plan_id = $2) as reviews;

-- insertObjective
insert into strategy.objective (plan_id, title, position)
values ($1, $2, (select coalesce(max(position) + 1, 0) from strategy.objective where plan_id = $3))
returning id;

-- updateObjective
update strategy.objective set title = $1 where id = $2;

-- deleteObjective
delete from strategy.objective where id = $1;

-- insertField
insert into strategy.field (kind, label, weight, objective_id, plan_id)
values ($1, $2, $3, $4, $5)
returning id;

-- deleteField
delete from strategy.field where id = $1 and plan_id = $2;
