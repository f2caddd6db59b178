-- Organisers say what their own event asks, in which words and at which dates; what a stage asked stays as it was asked. Stages follow the clocks of the
-- city where the meetings end, which is not that where they begin when an event goes from city to city.

-- Where an event asks a measure otherwise than everybody: in other words, at other stages, or at none.
create table meetings.event_question (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  event_id    uuid not null,
  measure     text not null,
  stages      text[] not null,
  wording     jsonb not null,
  version     integer not null default 1,
  constraint measure_is_known         check (measure in ('follow_up', 'quotes', 'contracts', 'jobs', 'value', 'words')),
  constraint stages_are_known         check (stages <@ array['week', 'months3', 'months6', 'months12']),
  constraint wording_is_localized     check (app.is_localized(wording) and wording <> '{}'),
  -- A letter holds its answers.
  constraint the_tapped_question_is_always_asked check (measure <> 'follow_up' or stages @> array['week', 'months3', 'months6', 'months12']),
  constraint a_question_of_the_event  foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_measure_is_asked_in_one_way unique (event_id, measure)
);

-- What a stage asked, from the day its letters left.
create table meetings.asked_question (
  id          uuid primary key default uuidv7(),
  mission_id  uuid not null,
  event_id    uuid not null,
  stage       text not null,
  measure     text not null,
  position    integer not null,
  wording     jsonb not null,
  constraint measure_is_known           check (measure in ('follow_up', 'quotes', 'contracts', 'jobs', 'value', 'words')),
  constraint wording_is_localized       check (app.is_localized(wording) and wording <> '{}'),
  constraint a_question_of_a_stage      foreign key (event_id, stage) references meetings.survey_round (event_id, stage) on delete cascade,
  constraint a_question_of_the_event    foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_measure_is_asked_once_a_stage unique (event_id, stage, measure)
);

select app.protect('meetings.event_question', 'private', 'select, insert, update, delete');
select app.protect('meetings.asked_question', 'silent', 'select');
create policy organisers_word_questions on meetings.event_question to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_read_what_was_asked on meetings.asked_question for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- Where and when the meetings of an event end: its last day, on the clocks of the city it is in.
create view meetings.event_end with (security_invoker = true) as
  select distinct on (s.event_id) s.event_id, s.day, s.ends_at, l.time_zone
    from meetings.slot s join meetings.event_leg l on l.event_id = s.event_id and l.leg_id = s.leg_id
    order by s.event_id, s.ends_at desc;
grant select on meetings.event_end to escale_web, escale_keeper;

-- What an event asks from a day on. Version 0: as everybody.
create function meetings.questions_of(p_event uuid, p_day date)
returns table (measure text, "position" integer, stages text[], wording jsonb, version integer)
language sql stable set search_path = pg_catalog, meetings
begin atomic
  select q.measure, q.position, coalesce(o.stages, q.stages), coalesce(o.wording, q.wording), coalesce(o.version, 0)
    from meetings.survey_question q left join meetings.event_question o on o.event_id = p_event and o.measure = q.measure
    where daterange(q.valid_from, q.valid_to, '[]') @> p_day order by q.position;
end;
revoke all on function meetings.questions_of from public;
grant execute on function meetings.questions_of to escale_web, escale_keeper;

insert into meetings.asked_question (mission_id, event_id, stage, measure, position, wording)
  select r.mission_id, r.event_id, r.stage, q.measure, q.position, q.wording
    from meetings.survey_round r join meetings.event e on e.id = r.event_id
    cross join lateral meetings.questions_of(r.event_id, (r.sent_at at time zone e.time_zone)::date) q
    where r.sent_at is not null and r.stage = any (q.stages);

create or replace function meetings.open_survey(p_digest bytea, p_now timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select case when s.expires_at <= p_now then jsonb_build_object('state', 'expired', 'language', l.language) else
    jsonb_build_object('state', 'open', 'language', l.language, 'stage', s.stage, 'expiresAt', meetings.iso(s.expires_at),
      'timeZone', coalesce(f.time_zone, e.time_zone), 'title', e.title, 'organisation', o.name, 'company', p.name, 'meetings',
      (select count(*) from meetings.meeting m where p.id in (m.one_id, m.other_id)),
      'questions', coalesce((select jsonb_agg(jsonb_build_object('measure', q.measure, 'wording', q.wording) order by q.position) from meetings.asked_question q
        where q.event_id = s.event_id and q.stage = s.stage), '[]'),
      'answer', jsonb_build_object('followUp', s.follow_up, 'quotes', s.quotes, 'contracts', s.contracts, 'jobs', s.jobs, 'valueCents', s.value_cents::text,
        'valueCurrency', s.value_currency, 'valueQualifier', s.value_qualifier, 'words', s.words, 'isComplete', s.completed_at is not null, 'version', s.version)) end
    from meetings.survey_link l join meetings.survey s on s.id = l.survey_id join meetings.event e on e.id = s.event_id
    left join meetings.event_end f on f.event_id = e.id
    join meetings.participant p on p.id = s.participant_id join directory.organisation o on o.id = e.organisation_id
    where l.token_digest = p_digest;
end;
