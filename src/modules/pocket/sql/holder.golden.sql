-- What each function of holder.ts sends. Written by npm run sql:golden.

-- enterPocket
select pocket.enter($1, $2, $3) as member_id;

-- loadPocket
select (pocket.facts() || jsonb_build_object('changelog', pocket.changelog(), 'meetings', pocket.meetings()))::text as facts;

-- listAppointments
select pocket.appointments()::text as appointments;

-- findDocument
select name, media_type, size_bytes, encode(sha256, 'hex') as sha256 from pocket.documents() where id = $1;

-- readLinkLetter
select * from pocket.link_letter($1, $2);

-- openByLink
select pocket.open_by_link($1, $2, $3) as is_open;

-- listJourneys
select * from pocket.journeys_of($1);

-- openByAccount
select pocket.open_by_account($1, $2, $3, $4) as is_open;

-- closePocket
select pocket.close($1, $2);

-- chooseCalendar
select pocket.choose_calendar($1, $2, $3, $4, $5);
