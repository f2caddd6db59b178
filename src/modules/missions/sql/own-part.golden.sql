-- What each function of own-part.ts sends. Written by npm run sql:golden.

-- loadMandate
select decided_by, decided_on, reference, version
from missions.mandate
where mission_id = $1 and organisation_id = $2;

-- saveMandate
insert into missions.mandate (mission_id, decided_by, decided_on, reference)
values ($1, $2, $3, $4)
on conflict (mission_id, organisation_id) do update
set decided_by = $5, decided_on = $6, reference = $7;

-- loadNarrative
select body, version from missions.narrative where mission_id = $1;

-- saveNarrative
insert into missions.narrative (mission_id, body)
values ($1, $2)
on conflict (mission_id, organisation_id) do update
set body = $3;
