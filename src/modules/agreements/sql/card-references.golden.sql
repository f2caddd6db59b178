-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- moveParties
select agreements.rename_party($1, $2, $3::uuid[]) as id;
