-- What each function of survey-questions.ts sends. Written by npm run sql:golden.

-- listEventQuestions
select measure, stages, wording, version from meetings.questions_of($1, $2) order by position;

-- listAskedQuestions
select stage, measure, wording from meetings.asked_question where event_id = $1 order by stage, position;

-- saveEventQuestion
insert into meetings.event_question (mission_id, event_id, measure, stages, wording)
values ($1, $2, $3, $4, $5)
on conflict on constraint a_measure_is_asked_in_one_way do update
set stages = $6, wording = $7;

-- deleteEventQuestion
delete from meetings.event_question where event_id = $1 and measure = $2;
