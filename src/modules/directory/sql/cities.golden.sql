-- What each function of cities.ts sends. Written by npm run sql:golden.

-- listCities
select c.id, c.geonames_id, c.name, c.names, c.country, c.longitude, c.latitude, c.time_zone
from directory.city as c
order by app.fold(c.names ->> 'fr'), c.id;

-- loadCity
select c.id, c.geonames_id, c.name, c.names, c.country, c.longitude, c.latitude, c.time_zone
from directory.city as c
where c.id = $1;

-- findCityByName
select c.id, c.geonames_id, c.name, c.names, c.country, c.longitude, c.latitude, c.time_zone
from directory.city as c
where app.fold(btrim($1)) in (
  select app.fold(n)
  from jsonb_each_text(c.names) as each_name (language, n)
  union all
  select app.fold(c.name)
)
limit $2;
