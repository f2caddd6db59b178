-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- moveContacts
select registration.rename_person($1, $2, $3::uuid[]) as id;
