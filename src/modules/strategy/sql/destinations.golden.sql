-- What each function of destinations.ts sends. Written by npm run sql:golden.

-- insertDestination
insert into strategy.destination (
  number, city_id, city_name, country, justification, shared_with_id, plan_id, destination_limit
)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- updateDestination
update strategy.destination set justification = $1, shared_with_id = $2 where id = $3;

-- deleteDestination
delete from strategy.destination where id = $1;

-- listTargets
select destination_id, objective_id, year, measure, planned
from strategy.target
where plan_id = $1
order by year, id;

-- replaceTargets
delete from strategy.target
where plan_id = $1
  and destination_id is not distinct from $2
  and objective_id is not distinct from $3
  and year = $4;
insert into strategy.target (
  plan_id, from_year, to_year, destination_id, objective_id, year, measure, planned
)
values ($1, $2, $3, $4, $5, $6, $7, $8);
