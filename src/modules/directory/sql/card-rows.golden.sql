-- What each function of card-rows.ts sends. Written by npm run sql:golden.

-- readCardRows
select
  (to_jsonb(c) - 'search_text')::text as card,
  coalesce((select jsonb_agg(a order by a.id) from directory.affiliation a where a.person_id = c.id), '[]')::text as affiliations,
  coalesce(
    (
      select jsonb_agg(i order by i.id)
      from directory.organisation_identifier i
      where i.organisation_id = c.id
    ),
    '[]'
  )::text as identifiers
from directory.person c
where c.id = $1;

-- moveAffiliations
update directory.affiliation a
set person_id = $1
where a.person_id = $2
  and ($3::uuid[] is null or a.id = any ($4::uuid[]))
  and not exists (
    select
    from directory.affiliation b
    where b.person_id = $5
      and b.affiliated_to_id = a.affiliated_to_id
      and b.capacity::text = a.capacity::text
      and daterange(b.starts_on, b.ends_on, '[]') && daterange(a.starts_on, a.ends_on, '[]')
  )
returning a.id;

-- moveIdentifiers
update directory.organisation_identifier i
set organisation_id = $1
where i.organisation_id = $2
  and ($3::uuid[] is null or i.id = any ($4::uuid[]))
  and not exists (
    select
    from directory.organisation_identifier b
    where b.organisation_id = $5 and b.scheme = i.scheme and b.value = i.value
  )
returning i.id;

-- dropMergedCard, a person
delete from directory.person where id = $1;

-- dropMergedCard, an organisation
delete from directory.affiliation where affiliated_to_id = $1;
select directory.drop_merged_card($1);

-- writeCardBack
insert into directory.person (
  id, organisation_id, version, created_at, given_name, family_name, honorific, original_script,
  preferred_language, email, phone, legal_basis, consented_on, consent_source, last_contact_on
)
select
  id,
  organisation_id,
  version,
  created_at,
  given_name,
  family_name,
  honorific,
  original_script,
  preferred_language,
  email,
  phone,
  legal_basis,
  consented_on,
  consent_source,
  last_contact_on
from jsonb_populate_record(null::directory.person, $1::jsonb);

-- restoreFacts
update directory.person c
set (
  given_name, family_name, honorific, original_script, preferred_language, email, phone, legal_basis,
  consented_on, consent_source, last_contact_on
) = (
  select
    given_name,
    family_name,
    honorific,
    original_script,
    preferred_language,
    email,
    phone,
    legal_basis,
    consented_on,
    consent_source,
    last_contact_on
  from jsonb_populate_record(null::directory.person, $1::jsonb)
)
where c.id = ($2::jsonb ->> 'id')::uuid;

-- writeRowsBack
insert into directory.affiliation (
  id, person_id, affiliated_to_id, capacity, starts_on, ends_on, protocol_rank
)
select id, person_id, affiliated_to_id, capacity, starts_on, ends_on, protocol_rank
from jsonb_populate_recordset(null::directory.affiliation, $1::jsonb) r
where not exists (select from directory.affiliation a where a.id = r.id);
insert into directory.organisation_identifier (id, organisation_id, scheme, value)
select id, organisation_id, scheme, value
from jsonb_populate_recordset(null::directory.organisation_identifier, $1::jsonb) r
where not exists (select from directory.organisation_identifier i where i.id = r.id);
