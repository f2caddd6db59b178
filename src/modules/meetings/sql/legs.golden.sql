-- What each function of legs.ts sends. Written by npm run sql:golden.

-- listEventLegs
select l.leg_id as id, m.city_name, l.time_zone
from meetings.event_leg l
join missions.pub_leg m on m.id = l.leg_id
where l.event_id = $1
order by m.position;

-- insertEventLeg
insert into meetings.event_leg (mission_id, event_id, leg_id, time_zone) values ($1, $2, $3, $4);

-- deleteEventLeg
delete from meetings.event_leg where event_id = $1 and leg_id = $2;

-- listPresences
select participant_id, leg_id from meetings.participant_leg where event_id = $1 order by leg_id;

-- insertPresences
insert into meetings.participant_leg (mission_id, event_id, participant_id, leg_id) values ($1, $2, $3, $4);

-- replacePresences
delete from meetings.participant_leg where participant_id = $1 and leg_id <> all ($2::uuid[]);
insert into meetings.participant_leg (mission_id, event_id, participant_id, leg_id)
select $1, $2, $3, id
from unnest($4::uuid[]) as id
on conflict (participant_id, leg_id) do nothing;
