-- What each function of legs.ts sends. Written by npm run sql:golden.

-- listCitiesGoneTo
select g.mission_id, g.city_id, g.starts_on
from missions.leg as g
inner join missions.mission as m on m.id = g.mission_id
where m.kind = $1 and m.state <> $2 and g.city_id is not null
order by g.id;

-- replaceLegs
select id, city_id, city_name, starts_on from missions.leg where mission_id = $1 order by position;
set constraints missions.legs_share_at_most_a_transfer_day deferred;
delete from missions.leg where id in ($1, …);
insert into missions.leg (city_id, city_name, country, starts_on, ends_on, time_zone, mission_id, position)
values ($1, $2, $3, $4, $5, $6, $7, $8);
set constraints missions.legs_share_at_most_a_transfer_day, missions.mission_follows_legs immediate;
set constraints missions.mission_follows_legs deferred;
