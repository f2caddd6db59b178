-- What each function of outcome-links.ts sends. Written by npm run sql:golden.

-- meetingsOfLink
select meetings.meetings_of_link($1, $2) as meetings;

-- tellByLink
select meetings.tell_by_link($1, $2, $3, $4, $5, $6, $7, $8) as is_told;
