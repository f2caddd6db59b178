-- What each function of people.ts sends. Written by npm run sql:golden.

-- loadPerson
select
  p.id,
  p.organisation_id,
  p.given_name,
  p.family_name,
  p.honorific,
  p.original_script,
  p.preferred_language,
  p.email,
  p.phone,
  p.legal_basis,
  p.consented_on,
  p.consent_source,
  p.last_contact_on,
  p.version,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object(
          'id', a.id, 'capacity', a.capacity, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'protocolRank',
          a.protocol_rank, 'organisation',
          jsonb_build_object(
            'id', o.id, 'name', o.name, 'names', o.names, 'kind', o.kind, 'country', o.country
          )
        )
        order by a.starts_on, a.id
      )
      from directory.affiliation a
      join directory.organisation o on o.id = a.affiliated_to_id
      where a.person_id = p.id
    ),
    '[]'
  ) as affiliations
from directory.person as p
where p.id = $1;

-- lockPerson
select from directory.person where id = $1 for no key update;
-- as loadPerson

-- listPeople
select
  p.id,
  p.given_name,
  p.family_name,
  p.honorific,
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
from directory.person as p
order by app.fold(p.family_name), app.fold(p.given_name), p.id
limit $3
offset $4;

-- listPeopleAfter
select
  p.id,
  p.organisation_id,
  p.given_name,
  p.family_name,
  p.honorific,
  p.original_script,
  p.preferred_language,
  p.email,
  p.phone,
  p.legal_basis,
  p.consented_on,
  p.consent_source,
  p.last_contact_on,
  p.version,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object(
          'id', a.id, 'capacity', a.capacity, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'protocolRank',
          a.protocol_rank, 'organisation',
          jsonb_build_object(
            'id', o.id, 'name', o.name, 'names', o.names, 'kind', o.kind, 'country', o.country
          )
        )
        order by a.starts_on, a.id
      )
      from directory.affiliation a
      join directory.organisation o on o.id = a.affiliated_to_id
      where a.person_id = p.id
    ),
    '[]'
  ) as affiliations
from directory.person as p
where p.id > $1
order by p.id
limit $2;

-- listPeopleCards
select
  p.id,
  p.organisation_id,
  p.given_name,
  p.family_name,
  p.honorific,
  p.original_script,
  p.preferred_language,
  p.email,
  p.phone,
  p.legal_basis,
  p.consented_on,
  p.consent_source,
  p.last_contact_on,
  p.version,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object(
          'id', a.id, 'capacity', a.capacity, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'protocolRank',
          a.protocol_rank, 'organisation',
          jsonb_build_object(
            'id', o.id, 'name', o.name, 'names', o.names, 'kind', o.kind, 'country', o.country
          )
        )
        order by a.starts_on, a.id
      )
      from directory.affiliation a
      join directory.organisation o on o.id = a.affiliated_to_id
      where a.person_id = p.id
    ),
    '[]'
  ) as affiliations
from directory.person as p
where p.id = any ($1::uuid[])
order by app.fold(p.family_name), app.fold(p.given_name), p.id
limit $2;

-- listAffiliatedPeople
select
  p.id,
  p.given_name,
  p.family_name,
  p.honorific,
  a.id as affiliation_id,
  a.capacity,
  a.starts_on,
  a.ends_on,
  a.protocol_rank
from directory.affiliation as a
inner join directory.person as p on p.id = a.person_id
where a.affiliated_to_id = $1
order by a.protocol_rank nulls last, app.fold(p.family_name), app.fold(p.given_name), a.id
limit $2;

-- listPeopleOfCity
select p.id, p.given_name, p.family_name, a.id as affiliation_id, a.capacity, o.name as organisation_name
from directory.organisation as o
inner join directory.affiliation as a on a.affiliated_to_id = o.id
inner join directory.person as p on p.id = a.person_id
where o.city_id = $1 and coalesce(a.starts_on, '-infinity') <= $2 and coalesce(a.ends_on, 'infinity') >= $3
order by a.protocol_rank nulls last, app.fold(p.family_name), a.id
limit $4;

-- findNamesake
select p.id
from directory.person as p
where app.fold(p.family_name) = app.fold($1) and app.fold(p.given_name) = app.fold($2)
order by p.id;

-- insertPerson
insert into directory.person (
  given_name, family_name, honorific, original_script, preferred_language, email, phone, legal_basis,
  consented_on, consent_source, last_contact_on
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
returning id;

-- updatePerson
update directory.person
set
  given_name = $1,
  family_name = $2,
  honorific = $3,
  original_script = $4,
  preferred_language = $5,
  email = $6,
  phone = $7,
  legal_basis = $8,
  consented_on = $9,
  consent_source = $10,
  last_contact_on = $11
where id = $12;

-- deletePerson
delete from directory.person where id = $1;

-- insertAffiliation
insert into directory.affiliation (capacity, starts_on, ends_on, protocol_rank, person_id, affiliated_to_id)
values ($1, $2, $3, $4, $5, $6)
returning id;

-- updateAffiliation
update directory.affiliation set capacity = $1, starts_on = $2, ends_on = $3, protocol_rank = $4 where id = $5;

-- deleteAffiliation
delete from directory.affiliation where id = $1;
