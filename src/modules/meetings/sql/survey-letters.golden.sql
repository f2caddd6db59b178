-- What each function of survey-letters.ts sends. Written by npm run sql:golden.

-- listWaitingRounds
select r.id, r.stage, f.time_zone as "timeZone", to_char(f.day, 'YYYY-MM-DD') as "lastDay"
from meetings.survey_round r
join meetings.event_end f on f.event_id = r.event_id
where r.sent_at is null and f.ends_at < $1::timestamptz
order by r.id;

-- beginRound
update meetings.survey_round set sent_at = $1 where id = $2 and sent_at is null;

-- listSilentSurveys
select
  s.id,
  s.reminders,
  f.time_zone as "timeZone",
  to_char(s.asked_at at time zone f.time_zone, 'YYYY-MM-DD') as "askedOn"
from meetings.survey s
join meetings.event_end f on f.event_id = s.event_id
where s.answered_at is null and s.expires_at > $1 and s.reminders < 2
order by s.id;

-- noteReminder
update meetings.survey set reminders = reminders + 1 where id = $1 and reminders = $2 and answered_at is null;

-- listReaders
select
  s.id as "surveyId",
  s.mission_id as "missionId",
  s.event_id as "eventId",
  r.id as "representativeId",
  s.stage,
  r.given_name as "givenName",
  r.family_name as "familyName",
  c.email,
  p.languages,
  e.title,
  o.name as organisation,
  p.name as company,
  coalesce(f.time_zone, e.time_zone) as "timeZone",
  meetings.iso(s.expires_at) as "expiresAt",
  (
    select q.wording
    from meetings.asked_question q
    where q.event_id = s.event_id and q.stage = s.stage and q.measure = 'follow_up'
  ) as question,
  (
    select l.language
    from meetings.answer_link l
    where l.participant_id = p.id
    order by l.made_at desc
    limit 1
  ) as "linkLanguage"
from meetings.survey s
join meetings.participant p on p.id = s.participant_id
join meetings.event e on e.id = s.event_id
left join meetings.event_end f on f.event_id = e.id
join directory.pub_organisation o on o.id = e.organisation_id
join meetings.representative r on r.participant_id = p.id
join meetings.representative_contact c on c.id = r.id
where s.id = any ($1::uuid[]) and s.expires_at > $2 and c.email is not null
order by s.id, r.family_name, r.id;

-- insertSurveyLink
insert into meetings.survey_link (
  token_digest, mission_id, event_id, survey_id, representative_id, language, sent_at
)
values ($1, $2, $3, $4, $5, $6, $7);
