-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- movePartners
select missions.rename_partner($1, $2, $3::uuid[]) as id;
