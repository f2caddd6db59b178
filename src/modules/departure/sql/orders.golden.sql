-- What each function of orders.ts sends. Written by npm run sql:golden.

-- listOrders, of a mission
select
  o.id,
  o.mission_id,
  coalesce(m.title, (o.facts::jsonb) -> 'missionTitle') as mission_title,
  o.member_id,
  (o.facts::jsonb) ->> 'givenName' as given_name,
  (o.facts::jsonb) ->> 'familyName' as family_name,
  o.year,
  o.number,
  o.issued_on,
  o.valid_from,
  o.valid_until,
  o.state,
  o.withdrawn_on,
  o.withdrawn_because
from departure.travel_order o
left join missions.pub_mission m on m.id = o.mission_id
where ($1::uuid is null or o.mission_id = $2) and ($3::uuid[] is null or o.member_id = any ($4::uuid[]))
order by o.year desc, o.number desc
limit 1000;

-- listOrders, of members
-- as listOrders, of a mission

-- loadOrder
select id, mission_id, facts, digest, state from departure.travel_order where id = $1;

-- nextNumber
select pg_advisory_xact_lock(hashtextextended('departure.travel_order' || app.actor_organisation(), 0));
select coalesce(max(number), 0) + 1 as next
from departure.travel_order
where year = $1 and organisation_id = app.actor_organisation();

-- insertOrders
insert into departure.travel_order (
  mission_id, member_id, year, number, issued_on, valid_from, valid_until, facts, digest
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning id;

-- withdrawOrder
update departure.travel_order set state = $1, withdrawn_on = $2, withdrawn_because = $3 where id = $4;
