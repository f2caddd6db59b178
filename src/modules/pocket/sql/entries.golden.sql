-- What each function of entries.ts sends. Written by npm run sql:golden.

-- findAnswer
select pg_advisory_xact_lock(hashtextextended($1, 0));
select answer from pocket.arrival where id = $1;

-- keepAnswer
insert into pocket.arrival (id, member_id, answer, arrived_at)
values ($1, $2, $3, $4)
on conflict (id) do nothing
returning id;

-- findInAgenda
select from pocket.agenda where $1::uuid = any (item_ids);

-- lockAttendance
select pg_advisory_xact_lock(hashtextextended($1, 0));
select presence, said_at from pocket.attendance where member_id = $1 and item_id = $2;

-- saveAttendance
insert into pocket.attendance (
  member_id, mission_id, organisation_id, item_id, presence, said_at, received_at
)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (item_id, member_id) do update
set presence = $8, said_at = $9, received_at = $10;

-- lockNote
select pg_advisory_xact_lock(hashtextextended($1, 0));
select item_id, body, version from pocket.note where member_id = $1 and item_id is not distinct from $2;

-- saveNote
insert into pocket.note (member_id, mission_id, item_id, body, written_at)
values ($1, $2, $3, $4, $5)
on conflict on constraint one_note_per_moment do update
set body = $6, written_at = $7
returning version;

-- handInReceipt
select pocket.hand_in_receipt($1, $2, $3, decode($4, 'hex'), $5, $6, $7);

-- lockTask
select * from pocket.lock_task($1);

-- tickTask
select pocket.tick_task($1, $2, $3);

-- loadHolder
select * from pocket.holder();
