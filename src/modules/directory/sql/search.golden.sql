-- What each function of search.ts sends. Written by npm run sql:golden.

-- search
select
  f.kind,
  f.id,
  f.total,
  coalesce(o.name, c.name) as name,
  coalesce(o.names, c.names) as names,
  coalesce(o.country, c.country) as country,
  o.kind as organisation_kind,
  o.city_name,
  o.is_workspace,
  p.given_name,
  p.family_name,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object('capacity', a.capacity, 'organisation', o.name) order by a.starts_on, a.id
      )
      from directory.affiliation a
      join directory.organisation o on o.id = a.affiliated_to_id
      where a.person_id = p.id
        and coalesce(a.starts_on, '-infinity') <= $1
        and coalesce(a.ends_on, 'infinity') >= $2
    ),
    '[]'
  ) as capacities
from directory.search($3::jsonb, $4, $5, $6, $7, $8, $9) with ordinality f (kind, id, total, position)
left join directory.organisation o on f.kind = 'organisation' and o.id = f.id
left join directory.person p on f.kind = 'person' and p.id = f.id
left join directory.city c on f.kind = 'city' and c.id = f.id
where o.id is not null or p.id is not null or c.id is not null
order by f.position;

-- countCards
select
  (select count(*)::int from directory.organisation) as organisation,
  (select count(*)::int from directory.person) as person,
  (select count(*)::int from directory.city) as city;
