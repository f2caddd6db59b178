-- What companies are asked once the meetings are over, at four dates, and what they answer.

-- What is asked, dated: a question keeps its measure, its words may change from a day on. Figures are asked since the meetings, in all.
create table meetings.survey_question (
  id          uuid primary key default uuidv7(),
  measure     text not null,
  position    integer not null,
  stages      text[] not null,
  wording     jsonb not null,
  valid_from  date not null,
  valid_to    date,
  constraint measure_is_known         check (measure in ('follow_up', 'quotes', 'contracts', 'jobs', 'value', 'words')),
  constraint stages_are_known         check (stages <@ array['week', 'months3', 'months6', 'months12']),
  constraint asked_at_some_stage      check (cardinality(stages) > 0),
  constraint wording_is_localized     check (app.is_localized(wording) and wording <> '{}'),
  constraint valid_dates_are_in_order check (valid_to >= valid_from),
  constraint one_wording_at_a_time    exclude using gist (measure with =, daterange(valid_from, valid_to, '[]') with &&)
);
grant select on meetings.survey_question to escale_web, escale_keeper;
insert into meetings.survey_question (measure, position, stages, valid_from, wording) values
  ('follow_up', 1, '{week,months3,months6,months12}', '1900-01-01', jsonb_build_object(
    'fr', 'Ces rendez-vous ont-ils une suite pour vous ?', 'en', 'Are these meetings leading to something for you?')),
  ('quotes', 2, '{week,months3,months6,months12}', '1900-01-01', jsonb_build_object(
    'fr', 'Combien de devis avez-vous remis ou demandés, en tout depuis les rendez-vous ?',
    'en', 'How many quotes have you given or asked for, in all since the meetings?')),
  ('contracts', 3, '{months3,months6,months12}', '1900-01-01', jsonb_build_object(
    'fr', 'Combien de contrats ou de commandes, en tout depuis les rendez-vous ?', 'en', 'How many contracts or orders, in all since the meetings?')),
  ('value', 4, '{months3,months6,months12}', '1900-01-01', jsonb_build_object(
    'fr', 'Pour quel montant, en tout depuis les rendez-vous ?', 'en', 'For what amount, in all since the meetings?')),
  ('jobs', 5, '{months6,months12}', '1900-01-01', jsonb_build_object(
    'fr', 'Combien d’emplois créés grâce à eux, en tout depuis les rendez-vous ?', 'en', 'How many jobs did they create, in all since the meetings?')),
  ('words', 6, '{week,months3,months6,months12}', '1900-01-01', jsonb_build_object(
    'fr', 'Souhaitez-vous ajouter quelque chose ?', 'en', 'Is there anything you wish to add?'));

-- That a stage is asked, and since when it was. Its dates follow from the last day of the meetings, on the clocks of their city.
create table meetings.survey_round (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  organisation_id  uuid not null default app.actor_organisation() references directory.organisation,
  stage            text not null,
  sent_at          timestamptz,
  constraint stage_is_known        check (stage in ('week', 'months3', 'months6', 'months12')),
  constraint a_round_of_the_event  foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_stage_is_asked_once unique (event_id, stage)
);
create index survey_round_due on meetings.survey_round (event_id) where sent_at is null;

-- What one company is asked at one stage, and what it answers: whoever answers for it, it has one answer a stage.
create table meetings.survey (
  id               uuid primary key default uuidv7(),
  mission_id       uuid not null,
  event_id         uuid not null,
  stage            text not null,
  participant_id   uuid not null,
  asked_at         timestamptz not null,
  expires_at       timestamptz not null,
  reminders        integer not null default 0,
  letters          integer not null default 0,
  follow_up        text,
  tapped_at        timestamptz,
  answered_at      timestamptz,
  completed_at     timestamptz,
  answered_name    text,
  quotes           integer,
  contracts        integer,
  jobs             integer,
  value_cents      bigint,
  value_currency   text,
  value_qualifier  text,
  words            text not null default '',
  version          integer not null default 1,
  constraint follow_up_is_known          check (follow_up in ('yes', 'not_yet', 'no')),
  constraint value_qualifier_is_known    check (value_qualifier in ('signed', 'expected', 'estimated')),
  constraint value_currency_is_iso_4217  check (value_currency ~ '^[A-Z]{3}$'),
  constraint survey_figures_are_counted  check (quotes >= 0 and contracts >= 0 and jobs >= 0 and value_cents >= 0),
  constraint a_value_has_its_currency_and_qualifier check (num_nonnulls(value_cents, value_currency, value_qualifier) in (0, 3)),
  constraint an_answer_has_its_first_question       check ((answered_at is null) = (follow_up is null) and (answered_at is null) = (answered_name is null)),
  constraint figures_come_with_the_whole_answer
    check (completed_at is not null or (words = '' and num_nonnulls(quotes, contracts, jobs, value_cents) = 0)),
  constraint a_whole_answer_is_an_answer check (completed_at is null or answered_at is not null),
  constraint words_are_short             check (length(words) <= 2000),
  constraint two_reminders_at_most       check (reminders between 0 and 2),
  constraint a_survey_ends_after_it_is_asked check (expires_at > asked_at),
  constraint asked_at_a_stage            foreign key (event_id, stage) references meetings.survey_round (event_id, stage) on delete cascade,
  constraint a_survey_of_the_event       foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint a_survey_of_a_participant   foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint asked_once_a_stage          unique (participant_id, stage),
  constraint a_survey_has_one_event      unique (id, event_id)
);
create index survey_by_event on meetings.survey (event_id, stage);

-- One per letter: each opens the same answer, until it ends or the company is withdrawn. The database keeps the digest alone.
create table meetings.survey_link (
  token_digest       bytea primary key,
  mission_id         uuid not null,
  event_id           uuid not null,
  survey_id          uuid not null,
  representative_id  uuid not null,
  language           text not null,
  sent_at            timestamptz not null,
  constraint digest_has_32_bytes          check (octet_length(token_digest) = 32),
  constraint language_is_known            check (language in ('fr', 'en')),
  constraint a_link_to_a_survey           foreign key (survey_id, event_id) references meetings.survey (id, event_id) on delete cascade,
  constraint a_link_for_a_representative  foreign key (representative_id, event_id) references meetings.representative (id, event_id) on delete cascade
);
create index survey_link_by_survey on meetings.survey_link (survey_id, sent_at);

select app.protect('meetings.survey_round', 'private', 'select, insert, delete');
select app.protect('meetings.survey', 'private', 'select, update');
select app.protect('meetings.survey_link', 'silent', '');

-- Answers are between a company and the organisers: not even whoever brings it reads them.
create policy organisers_ask_rounds on meetings.survey_round to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_read_surveys on meetings.survey for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));
create policy organisers_enter_answers on meetings.survey for update to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]));

-- A round that was sent stays: what was answered does not go with a change of mind.
create function meetings.keep_sent_round() returns trigger language plpgsql as $$
begin
  if old.sent_at is not null and pg_trigger_depth() = 1 then
    raise exception using errcode = 'integrity_constraint_violation', constraint = 'a_round_that_was_sent_stays', message = 'a round that was sent stays';
  end if;
  return old;
end $$;
create trigger a_round_that_was_sent_stays before delete on meetings.survey_round for each row execute function meetings.keep_sent_round();

-- What the holder of a link sees: their company's own answer, and nothing of the others.
create function meetings.open_survey(p_digest bytea, p_now timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select case when s.expires_at <= p_now then jsonb_build_object('state', 'expired', 'language', l.language) else
    jsonb_build_object('state', 'open', 'language', l.language, 'stage', s.stage, 'expiresAt', meetings.iso(s.expires_at), 'timeZone', e.time_zone,
      'title', e.title, 'organisation', o.name, 'company', p.name, 'meetings',
      (select count(*) from meetings.meeting m where p.id in (m.one_id, m.other_id)),
      'questions', coalesce((select jsonb_agg(jsonb_build_object('measure', q.measure, 'wording', q.wording) order by q.position) from meetings.survey_question q
        where s.stage = any (q.stages) and daterange(q.valid_from, q.valid_to, '[]') @> (s.asked_at at time zone e.time_zone)::date), '[]'),
      'answer', jsonb_build_object('followUp', s.follow_up, 'quotes', s.quotes, 'contracts', s.contracts, 'jobs', s.jobs, 'valueCents', s.value_cents::text,
        'valueCurrency', s.value_currency, 'valueQualifier', s.value_qualifier, 'words', s.words, 'isComplete', s.completed_at is not null, 'version', s.version)) end
    from meetings.survey_link l join meetings.survey s on s.id = l.survey_id join meetings.event e on e.id = s.event_id
    join meetings.participant p on p.id = s.participant_id join directory.organisation o on o.id = e.organisation_id
    where l.token_digest = p_digest;
end;

-- One tap in the letter answers the first question. Programs that guard a mailbox follow every link of a letter at once: two answers that differ
-- within a minute are nobody's. A whole answer is not touched by a tap. False when the link is over.
create function meetings.tap_survey(p_digest bytea, p_follow_up text, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_survey meetings.survey;
  v_name   text;
  v_hasty  boolean;
begin
  select s.* into v_survey from meetings.survey_link l join meetings.survey s on s.id = l.survey_id
    where l.token_digest = p_digest and s.expires_at > p_now for update of s;
  if not found then return false; end if;
  if v_survey.completed_at is not null or v_survey.follow_up = p_follow_up then return true; end if;
  select p.name into v_name from meetings.participant p where p.id = v_survey.participant_id;
  perform set_config('app.event', 'meeting_survey.answered', true), set_config('app.actor_name', v_name, true);
  v_hasty := v_survey.tapped_at is not null and p_now - v_survey.tapped_at < interval '1 minute';
  update meetings.survey set tapped_at = p_now,
      follow_up = case when not v_hasty then p_follow_up end,
      answered_at = case when not v_hasty then p_now end,
      answered_name = case when not v_hasty then v_name end
    where id = v_survey.id;
  return true;
end $$;

-- The whole answer, on the version one was reading. 'saved', 'stale' when a colleague answered meanwhile, 'over'.
create function meetings.answer_survey(p_digest bytea, p_answer jsonb, p_version integer, p_now timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_survey meetings.survey;
  v_name   text;
begin
  select s.* into v_survey from meetings.survey_link l join meetings.survey s on s.id = l.survey_id
    where l.token_digest = p_digest and s.expires_at > p_now for update of s;
  if not found then return 'over'; end if;
  if v_survey.version <> p_version then return 'stale'; end if;
  select btrim(r.given_name || ' ' || r.family_name) into v_name from meetings.survey_link l join meetings.representative r on r.id = l.representative_id
    where l.token_digest = p_digest;
  perform set_config('app.event', 'meeting_survey.answered', true), set_config('app.actor_name', v_name, true);
  update meetings.survey set follow_up = p_answer ->> 'followUp', answered_at = p_now, completed_at = p_now, answered_name = v_name,
      quotes = (p_answer ->> 'quotes')::integer, contracts = (p_answer ->> 'contracts')::integer, jobs = (p_answer ->> 'jobs')::integer,
      value_cents = (p_answer ->> 'valueCents')::bigint, value_currency = p_answer ->> 'valueCurrency', value_qualifier = p_answer ->> 'valueQualifier',
      words = coalesce(p_answer ->> 'words', '')
    where id = v_survey.id;
  return 'saved';
end $$;

alter function meetings.open_survey owner to escale_keeper;
alter function meetings.tap_survey owner to escale_keeper;
alter function meetings.answer_survey owner to escale_keeper;
revoke all on function meetings.open_survey, meetings.tap_survey, meetings.answer_survey from public;
grant execute on function meetings.open_survey, meetings.tap_survey, meetings.answer_survey to escale_web;
