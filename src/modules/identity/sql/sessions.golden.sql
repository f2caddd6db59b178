-- What each function of sessions.ts sends. Written by npm run sql:golden.

-- sessionDoor
select "openedBy" from auth.session where token = $1;

-- chooseOrganisation
update auth.session set "organisationId" = $1, "deputyshipId" = null where token = $2;

-- chooseDeputyship
update auth.session set "organisationId" = $1, "deputyshipId" = $2 where token = $3;

-- endSession
delete from auth.session where "userId" = $1 and id::text = $2;

-- endOtherSessions
delete from auth.session where "userId" = $1 and token <> $2;
