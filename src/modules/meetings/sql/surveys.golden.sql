-- What each function of surveys.ts sends. Written by npm run sql:golden.

-- endOf
select day, time_zone from meetings.event_end where event_id = $1;

-- listRounds
select stage, sent_at from meetings.survey_round where event_id = $1;

-- replaceRounds
delete from meetings.survey_round where event_id = $1 and sent_at is null and stage <> all ($2::text[]);
insert into meetings.survey_round (mission_id, event_id, stage)
select $1::uuid, $2::uuid, stage
from unnest($3::text[]) stage
on conflict do nothing;

-- listSurveys, of an event
select
  s.id,
  s.stage,
  s.participant_id,
  p.name as company,
  s.asked_at,
  s.expires_at,
  s.reminders,
  s.letters,
  s.follow_up,
  s.quotes,
  s.contracts,
  s.jobs,
  s.value_cents,
  s.value_currency,
  s.value_qualifier,
  s.words,
  s.answered_at,
  s.completed_at,
  s.answered_name,
  s.version
from meetings.survey s
join meetings.participant p on p.id = s.participant_id
where s.event_id = $1 and ($2::uuid is null or s.id = $3)
order by lower(p.name), s.id;

-- listSurveys, of a company
-- as listSurveys, of an event

-- enterAnswer
update meetings.survey
set
  follow_up = $1,
  quotes = $2,
  contracts = $3,
  jobs = $4,
  value_cents = $5,
  value_currency = $6,
  value_qualifier = $7,
  words = $8,
  answered_at = $9,
  completed_at = $10,
  answered_name = $11
where id = $12 and version = $13;

-- openSurvey
select meetings.open_survey($1, $2) as survey;

-- tapSurvey
select meetings.tap_survey($1, $2, $3) as kept;

-- answerSurvey
select meetings.answer_survey($1, $2::jsonb, $3, $4) as result;
