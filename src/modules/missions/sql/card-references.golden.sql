-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- moveCards, of an organisation
select missions.rename_partner($1, $2, $3::uuid[]) as id;

-- moveCards, of a person
select missions.rename_contact($1, $2, $3::uuid[]) as id;
