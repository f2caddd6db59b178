-- What each function of profiles.ts sends. Written by npm run sql:golden.

-- loadProfile
select sector_codes, stage, markets, known_by, shown, version from meetings.profile where id = $1;

-- readShownProfiles
select id, sector_codes, stage, markets, known_by from meetings.shown_profile where event_id = $1;

-- putProfile
select meetings.put_profile($1, $2, $3::jsonb) as is_put;

-- insertProfiles
select meetings.put_profile((d.value ->> 'id')::uuid, 0, d.value) from jsonb_array_elements($1::jsonb) as d;

-- profileOfLink
select meetings.profile_of_link($1, $2) as profiles;

-- profileByLink
select meetings.profile_by_link($1, $2, $3::jsonb, $4) as is_put;
