-- What each function of card-references.ts sends. Written by npm run sql:golden.

-- moveSharers
select strategy.rename_sharer($1, $2, $3::uuid[]) as id;
