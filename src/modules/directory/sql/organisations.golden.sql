-- What each function of organisations.ts sends. Written by npm run sql:golden.

-- listWorkspaceOrganisations
select o.id, o.name, o.names, o.kind, o.country, o.city_name, o.is_workspace
from directory.organisation as o
where o.is_workspace = $1
order by app.fold(o.name), o.id;

-- loadOrganisation
select
  o.id,
  o.name,
  o.names,
  o.kind,
  o.country,
  o.city_name,
  o.is_workspace,
  o.kept_by,
  o.city_id,
  o.website,
  o.version,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select i.scheme, i.value
      from directory.organisation_identifier as i
      where i.organisation_id = o.id
      order by i.scheme, i.value
    ) as agg
  ) as identifiers
from directory.organisation as o
where o.id = $1;

-- lockOrganisation
select from directory.organisation where id = $1 for no key update;
-- as loadOrganisation

-- lockDirectory
select pg_advisory_xact_lock(hashtextextended('directory of ' || $1, 0));

-- findByIdentifiers
select o.id, o.name, o.names, o.kind, o.country, o.city_name, o.is_workspace
from directory.organisation as o
inner join directory.organisation_identifier as i on i.organisation_id = o.id
where ((i.scheme = $1 and i.value = $2) or (i.scheme = $3 and i.value = $4)) and o.id != $5
order by o.is_workspace desc, o.kept_by = app.actor_organisation() desc, o.id;

-- findByName
select o.id, o.name, o.names, o.kind, o.country, o.city_name, o.is_workspace
from directory.organisation as o
inner join directory.organisations_named($1, $2) with ordinality as n (id, position) on n.id = o.id
order by n.position;

-- insertOrganisation
insert into directory.organisation (name, names, kind, country, city_id, city_name, website, kept_by)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;
insert into directory.organisation_identifier (scheme, value, organisation_id) values ($1, $2, $3), …;

-- updateOrganisation
update directory.organisation
set name = $1, names = $2, kind = $3, country = $4, city_id = $5, city_name = $6, website = $7
where id = $8;

-- replaceIdentifiers
delete from directory.organisation_identifier where organisation_id = $1 and (scheme = $2 and value = $3);
insert into directory.organisation_identifier (scheme, value, organisation_id) values ($1, $2, $3);

-- listOrganisations
select o.id, o.name, o.names, o.kind, o.country, o.city_name, o.is_workspace
from directory.organisation as o
order by app.fold(o.name), o.id
limit $1
offset $2;

-- listOrganisationsAfter
select
  o.id,
  o.name,
  o.names,
  o.kind,
  o.country,
  o.city_name,
  o.is_workspace,
  o.kept_by,
  o.city_id,
  o.website,
  o.version,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select i.scheme, i.value
      from directory.organisation_identifier as i
      where i.organisation_id = o.id
      order by i.scheme, i.value
    ) as agg
  ) as identifiers
from directory.organisation as o
where o.id > $1
order by o.id
limit $2;

-- listOrganisationCards
select
  o.id,
  o.name,
  o.names,
  o.kind,
  o.country,
  o.city_name,
  o.is_workspace,
  o.kept_by,
  o.city_id,
  o.website,
  o.version,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select i.scheme, i.value
      from directory.organisation_identifier as i
      where i.organisation_id = o.id
      order by i.scheme, i.value
    ) as agg
  ) as identifiers
from directory.organisation as o
where o.id = any ($1::uuid[])
order by app.fold(o.name), o.id
limit $2;

-- listOrganisationNames
select o.name
from directory.organisation as o
order by o.kept_by = app.actor_organisation() desc, app.fold(o.name), o.id
limit $1;

-- listOrganisationsOfCity
select o.id, o.name, o.names, o.kind, o.country, o.city_name, o.is_workspace
from directory.organisation as o
where o.city_id = $1
order by app.fold(o.name), o.id
limit $2;
