-- What each function of workspace.ts sends. Written by npm run sql:golden.

-- isEmpty
select identity.is_empty() as is_empty;

-- loadWorkspace
select currency, time_zone, locale, version from identity.workspace;

-- changeWorkspace
update identity.workspace set currency = $1, time_zone = $2, locale = $3 where version = $4;

-- foundFirst
select identity.found_first($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- listTimeZones
select organisation_id as "organisationId", time_zone as "timeZone"
from identity.workspace
where organisation_id = any ($1);

-- changeOwnCard
select identity.change_own_card($1, $2, $3::jsonb, $4, $5::jsonb) as is_changed;
