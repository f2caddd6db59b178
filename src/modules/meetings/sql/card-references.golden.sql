-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- moveKeptContacts
select meetings.rename_person($1, $2, $3::uuid[]) as id;
