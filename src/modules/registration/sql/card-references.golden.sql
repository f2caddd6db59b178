-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- applicationsOfPerson
select
  a.id as application_id,
  a.mission_id,
  a.state,
  a.given_name,
  a.family_name,
  a.capacity,
  a.answers,
  c.email,
  c.phone
from registration.application_contact c
join registration.application a on a.id = c.application_id
where c.person_id = $1 and c.organisation_id = app.actor_organisation()
order by a.created_at desc, a.id;

-- moveContacts
select registration.rename_person($1, $2, $3::uuid[]) as id;
