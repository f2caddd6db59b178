-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- moveMembers
select delegations.rename_person($1, $2, $3::uuid[]) as id;
