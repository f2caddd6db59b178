-- What each function of seating.ts sends. Written by npm run sql:golden.

-- listSeatings
select
  s.id,
  s.mission_id,
  s.title,
  s.held_on,
  s.interpreters,
  s.version,
  (
    select coalesce(sum(t.seat_count), 0)::integer as sum
    from visits.seating_table as t
    where t.seating_id = s.id
  ) as seat_count,
  (select count(*)::integer as count from visits.seat as p where p.seating_id = s.id) as seated_count
from visits.seating as s
where s.mission_id = $1
order by s.held_on, s.id;

-- loadSeating
select id, mission_id, title, held_on, interpreters, version
from visits.seating
where mission_id = $1 and id = $2;

-- lockSeating
select from visits.seating where id = $1 and mission_id = $2 for no key update;
-- as loadSeating

-- addSeating
insert into visits.seating (title, held_on, interpreters, mission_id) values ($1, $2, $3, $4) returning id;

-- updateSeating
update visits.seating set title = $1, held_on = $2, interpreters = $3 where id = $4;

-- deleteSeating
delete from visits.seating where id = $1;

-- listTables
select id, name, shape, seat_count, is_head from visits.seating_table where seating_id = $1 order by id;

-- addTable
insert into visits.seating_table (name, shape, seat_count, is_head, seating_id, mission_id)
values ($1, $2, $3, $4, $5, $6)
returning id;

-- deleteTable
delete from visits.seating_table where seating_id = $1 and id = $2;

-- listSeats
select table_id, place, guest_id, by_hand from visits.seat where seating_id = $1 order by table_id, place;

-- saveSeats
delete from visits.seat s
where s.seating_id = $1
  and s.guest_id not in (
    select g."guestId"
    from jsonb_to_recordset($2::jsonb) as g ("guestId" uuid, "tableId" uuid, place integer, "byHand" boolean)
  );
update visits.seat s
set table_id = g."tableId", seat_count = t.seat_count, place = g.place, by_hand = g."byHand"
from jsonb_to_recordset($1::jsonb) as g ("guestId" uuid, "tableId" uuid, place integer, "byHand" boolean)
join visits.seating_table t on t.id = g."tableId"
where s.seating_id = $2
  and s.guest_id = g."guestId"
  and (s.table_id, s.place, s.by_hand) is distinct from (g."tableId", g.place, g."byHand");
insert into visits.seat (seating_id, mission_id, table_id, seat_count, place, guest_id, by_hand)
select $1, $2, t.id, t.seat_count, g.place, g."guestId", g."byHand"
from jsonb_to_recordset($3::jsonb) as g ("guestId" uuid, "tableId" uuid, place integer, "byHand" boolean)
join visits.seating_table t on t.id = g."tableId"
where not exists (select from visits.seat s where s.seating_id = $4 and s.guest_id = g."guestId");

-- listKeptApart
select id, guest_id, other_id, extent from visits.kept_apart where mission_id = $1 order by id;

-- addKeptApart
insert into visits.kept_apart (guest_id, other_id, extent, mission_id) values ($1, $2, $3, $4);

-- deleteKeptApart
delete from visits.kept_apart where mission_id = $1 and id = $2;
