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
select title, time_zone as "timeZone" from meetings.event where id = $1;

-- listToldNames
select id, name, '' as address, null as "startsAt"
from meetings.participant
where event_id = $1
union all
select id, name, address, null
from meetings.spot
where event_id = $1
union all
select id, null, '', to_json(starts_at at time zone 'utc') #>> '{}' || 'Z'
from meetings.slot
where event_id = $1;
