-- What each function of matches.ts sends. Written by npm run sql:golden.

-- listMatches
with line as materialized (
  select
    l.n,
    l.id,
    app.fold(l."familyName") as family,
    app.fold(l."givenName") as given,
    lower(l.email) as email
  from jsonb_to_recordset($1::jsonb) l (n int, id uuid, "familyName" text, "givenName" text, email text)
)
select l.n, p.id as person_id, 'id' as by
from line l
join directory.person p on p.id = l.id
union
select l.n, p.id, 'name'
from line l
join directory.person p on app.fold(p.family_name) = l.family and app.fold(p.given_name) = l.given
union
select l.n, p.id, 'email'
from line l
join directory.person p on lower(p.email) = l.email
order by 1, 2, 3;
