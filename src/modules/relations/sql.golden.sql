-- What each function of sql.ts sends. Written by npm run sql:golden.

-- listFacts
select id, label, value, qualifier, year, scope, source
from relations.fact
where city_id = $1
order by app.fold(coalesce(label ->> 'fr', label::text)), year desc, id
limit $2;

-- insertFact
insert into relations.fact (label, value, qualifier, year, scope, source, city_id)
values ($1, $2, $3, $4, $5, $6, $7);

-- listExchanges
select id, kind, direction, on_day, subject, with_whom, person_id
from relations.exchange
where city_id = $1
order by on_day desc, id desc
limit $2;

-- insertExchange
insert into relations.exchange (kind, direction, on_day, subject, with_whom, person_id, city_id)
values ($1, $2, $3, $4, $5, $6, $7);

-- listExchangesOfPerson
select id, kind, direction, on_day, subject, with_whom, person_id, city_id
from relations.exchange
where person_id = $1
order by on_day desc, id desc
limit $2;

-- lastExchangesOfPeople
select person_id, max(on_day) as on_day
from relations.exchange
where person_id = any ($1::uuid[])
group by person_id
order by person_id;

-- forgetPerson
select relations.forget_person($1) as count;

-- lastExchanges
select city_id, max(on_day) as on_day from relations.exchange where on_day <= $1 group by city_id;

-- listNetworks
select code, name from relations.network order by code;

-- listMemberships
select
  m.id,
  m.network_code,
  n.name as network_name,
  m.role,
  m.detail,
  m.since_year,
  m.until_year,
  m.source,
  m.city_id is null as is_ours
from relations.membership as m
inner join relations.network as n on n.code = m.network_code
where (m.city_id is null or m.city_id = $1)
order by m.network_code, m.id;

-- insertMembership
insert into relations.membership (network_code, role, detail, since_year, until_year, source, city_id)
values ($1, $2, $3, $4, $5, $6, $7);

-- removeEntry
delete from relations.fact where id = $1;
