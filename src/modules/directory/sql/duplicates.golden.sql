-- What each function of duplicates.ts sends. Written by npm run sql:golden.

-- listPeoplePairs
with
  p as materialized (
    select
      id,
      trim(given_name || ' ' || family_name) as name,
      app.fold(family_name) as f,
      app.fold(given_name) as g,
      lower(email) as email,
      phone,
      nullif(app.fold(original_script), '') as script
    from directory.person
  ),
  circle as (
    select affiliated_to_id as id
    from directory.affiliation
    group by affiliated_to_id
    having count(*) between 2 and $1
  ),
  found (one, other, why) as (
    select a.id, b.id, 'email'
    from p a
    join p b on b.email = a.email and a.id < b.id
    union
    select a.id, b.id, 'phone'
    from p a
    join p b on b.phone = a.phone and a.id < b.id and (b.f = a.f or b.g = a.g)
    union
    select a.id, b.id, 'name'
    from p a
    join p b on b.f = a.f and b.g = a.g and a.id < b.id
    union
    select a.id, b.id, 'script'
    from p a
    join p b on b.script = a.script and a.id < b.id
    union
    select a.id, b.id, 'swapped_names'
    from p a
    join p b on b.f = a.g and b.g = a.f and a.id < b.id and a.f <> a.g
    union
    select a.id, b.id, 'alike'
    from circle c
    join directory.affiliation x on x.affiliated_to_id = c.id
    join directory.affiliation y on y.affiliated_to_id = c.id and x.person_id < y.person_id
    join p a on a.id = x.person_id
    join p b on b.id = y.person_id
    where (a.f, a.g) <> (b.f, b.g) and similarity(a.g || ' ' || a.f, b.g || ' ' || b.f) >= $2
  )
select
  'person' as kind,
  jsonb_build_object('id', one.id, 'name', one.name) as one,
  jsonb_build_object('id', other.id, 'name', other.name) as other,
  jsonb_agg(distinct found.why) as why
from found
join p one on one.id = found.one
join p other on other.id = found.other
where not exists (select from directory.distinct_pair d where d.one_id = one.id and d.other_id = other.id)
group by one.id, one.name, other.id, other.name
order by one.id, other.id
limit $3;

-- listOrganisationPairs
with
  o as materialized (
    select
      id,
      name,
      country,
      app.fold(name) as folded,
      nullif(app.fold(city_name), '') as city,
      not is_workspace as is_card,
      nullif(regexp_replace(website, '^https?://(www[.])?([^/]+).*$', '\2'), '') as host
    from directory.organisation
    where is_workspace or kept_by = (select app.actor_organisation())
  ),
  called as materialized (
    select o.id, o.country, app.fold(n.name) as name
    from o
    join directory.organisation c on c.id = o.id,
    lateral (select c.name union select v from jsonb_each_text(c.names) e (k, v)) n (name)
  ),
  circle as (
    select country, city from o where city is not null group by country, city having count(*) between 2 and $1
  ),
  found (one, other, why) as (
    select a.organisation_id, b.organisation_id, 'identifier'
    from directory.organisation_identifier a
    join directory.organisation_identifier b on b.scheme = a.scheme
      and b.value = a.value
      and a.organisation_id < b.organisation_id
    union
    select a.id, b.id, 'name'
    from called a
    join called b on b.name = a.name and b.country = a.country and a.id < b.id
    union
    select a.id, b.id, 'website'
    from o a
    join o b on b.host = a.host and a.id < b.id
    union
    select a.id, b.id, 'alike'
    from circle c
    join o a on a.country = c.country and a.city = c.city
    join o b on b.country = c.country and b.city = c.city and a.id < b.id
    where a.folded <> b.folded and similarity(a.folded, b.folded) >= $2
  )
select
  'organisation' as kind,
  jsonb_build_object('id', one.id, 'name', one.name) as one,
  jsonb_build_object('id', other.id, 'name', other.name) as other,
  jsonb_agg(distinct found.why) as why
from found
join o one on one.id = found.one
join o other on other.id = found.other
where (one.is_card or other.is_card)
  and not exists (select from directory.distinct_pair d where d.one_id = one.id and d.other_id = other.id)
group by one.id, one.name, other.id, other.name
order by one.id, other.id
limit $3;

-- tellApart
insert into directory.distinct_pair (one_id, other_id)
values ($1, $2)
on conflict on constraint a_pair_is_told_once do nothing;
