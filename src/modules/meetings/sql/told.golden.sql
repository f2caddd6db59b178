-- What each function of told.ts sends. Written by npm run sql:golden.

-- listTold
select
  r.id,
  r.participant_id as "participantId",
  p.organisation_id as "keeperId",
  r.given_name as "givenName",
  r.family_name as "familyName",
  c.email,
  (
    select l.language
    from meetings.answer_link l
    where l.participant_id = p.id
    order by l.made_at desc
    limit 1
  ) as "linkLanguage",
  p.languages
from meetings.representative r
join meetings.participant p on p.id = r.participant_id
join meetings.representative_contact c on c.id = r.id
where r.event_id = $1 and r.id = any ($2::uuid[]) and c.email is not null
order by r.id;

-- loadToldEvent
select title from meetings.event where id = $1;

-- listToldNames
select id, name, '' as address, null as "startsAt", null as "timeZone"
from meetings.participant
where event_id = $1
union all
select id, name, address, null, null
from meetings.spot
where event_id = $1
union all
select s.id, null, '', to_json(s.starts_at at time zone 'utc') #>> '{}' || 'Z', l.time_zone
from meetings.slot s
join meetings.event_leg l on l.event_id = s.event_id and l.leg_id = s.leg_id
where s.event_id = $1;
