-- What each function of rooms.ts sends. Written by npm run sql:golden.

-- listLodgings
select
  l.id,
  l.organisation_id,
  o.name as organisation_name,
  l.name,
  l.address,
  l.is_shared,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object(
          'id', r.id, 'label', r.label, 'beds', r.beds, 'stays',
          coalesce(
            (
              select jsonb_agg(
                jsonb_build_object(
                  'id', s.id, 'memberId', s.member_id, 'arrivesOn', s.arrives_on, 'leavesOn', s.leaves_on
                )
                order by s.arrives_on, s.id
              )
              from departure.stay s
              where s.room_id = r.id
            ),
            '[]'
          )
        )
        order by r.label, r.id
      )
      from departure.room r
      where r.lodging_id = l.id
    ),
    '[]'
  ) as rooms
from departure.lodging l
join directory.pub_organisation o on o.id = l.organisation_id
where l.mission_id = $1
order by l.organisation_id is distinct from app.actor_organisation(), l.name, l.id;

-- insertLodging
insert into departure.lodging (mission_id, name, address, is_shared) values ($1, $2, $3, $4);

-- deleteLodging
delete from departure.lodging where id = $1 and mission_id = $2;

-- insertRooms
insert into departure.room (mission_id, lodging_id, label, beds) values ($1, $2, $3, $4);

-- insertStays
insert into departure.stay (mission_id, room_id, member_id, arrives_on, leaves_on) values ($1, $2, $3, $4, $5);

-- deleteStay
delete from departure.stay where id = $1 and mission_id = $2;

-- listAdequacies
select country, scope, words, source, valid_from
from departure.adequacy
where country = any ($1::text[]) and daterange(valid_from, valid_until, '[]') @> $2::date
order by country;
