-- What each function of exports.ts sends. Written by npm run sql:golden.

-- insertExport
insert into directory.export (format, question, person_count, organisation_count, recorded_at)
values ($1, $2, $3, $4, $5);
