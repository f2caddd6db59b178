-- What each function of guests.ts sends. Written by npm run sql:golden.

-- listRanks
select distinct on (r.code) r.code, r.name, p.place, p.decree_rank, p.source
from visits.rank_place as p
inner join visits.rank as r on r.code = p.rank_code
order by r.code, p.valid_from <= $1::date desc, abs(p.valid_from - $2::date);

-- listGuests
select id, organisation_id, side, name, title, rank_code, since_on, invites, interprets_for, equivalence_id
from visits.guest
where mission_id = $1
order by id;

-- addGuest
insert into visits.guest (
  side, name, title, rank_code, since_on, invites, interprets_for, equivalence_id, mission_id
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning id;

-- listGuestsNaming
select g.id, g.mission_id, m.title as mission_title, m.starts_on, m.ends_on, g.side, g.title
from visits.guest g
join missions.pub_mission m on m.id = g.mission_id
where app.names_someone(g.name, $1::text[])
order by m.starts_on desc nulls last, g.id
limit 200;

-- deleteGuest
delete from visits.guest where mission_id = $1 and id = $2;
