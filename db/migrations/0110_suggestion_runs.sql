-- What brings a company together with others, as it was shown: to whom, when, by which version of the score, with which weights, from what the company had
-- written, and for each pair what weighed in it. Written when it is shown and differs from what was shown last; never changed. Wishes are not in it.
create table meetings.suggestion_run (
  id              uuid primary key default uuidv7(),
  mission_id      uuid not null,
  event_id        uuid not null,
  participant_id  uuid not null,
  number          integer not null,
  shown_at        timestamptz not null,
  -- Whoever looked from an account; null when it was the company, by its link.
  shown_name      text,
  version         integer not null,
  -- [{"kind", "points"}]
  weights         jsonb not null,
  -- What the company had written of itself.
  own             jsonb not null,
  -- How many the company was compared with; those in `pairs` have something in common with it.
  compared        integer not null,
  -- [{"otherId", "reasons": [{"kind", "words"}]}]: of the other, nothing but what the two have in common.
  pairs           jsonb not null,
  constraint version_is_counted_from_1       check (version >= 1),
  constraint weights_are_a_list              check (jsonb_typeof(weights) = 'array' and weights <> '[]'),
  constraint own_is_an_object                check (jsonb_typeof(own) = 'object'),
  constraint pairs_are_a_list                check (jsonb_typeof(pairs) = 'array'),
  constraint pairs_are_among_those_compared  check (case jsonb_typeof(pairs) when 'array' then jsonb_array_length(pairs) <= compared end),
  constraint suggestions_to_a_participant    foreign key (participant_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint suggestions_of_the_event        foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint one_suggestion_run_per_number   unique (participant_id, number)
);
create index suggestion_run_by_event on meetings.suggestion_run (event_id, shown_at);

select app.protect('meetings.suggestion_run', 'silent', 'select, insert');
create policy organisers_and_keepers_read_suggestions on meetings.suggestion_run for select to escale_web
  using (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));
create policy organisers_and_keepers_keep_suggestions on meetings.suggestion_run for insert to escale_web
  with check (mission_id = any ((select missions.actor_led_missions())::uuid[]) or participant_id in (select meetings.kept_participants()));

-- Keeps what is shown to a company, if it differs from what was shown last. Of two who look at once, one keeps it.
create function meetings.keep_suggestions(p_participant uuid, p_said jsonb, p_name text, p_now timestamptz) returns boolean
language plpgsql set search_path = pg_catalog, meetings as $$
declare
  v_last meetings.suggestion_run;
begin
  select * into v_last from meetings.suggestion_run r where r.participant_id = p_participant order by r.number desc limit 1;
  if (v_last.version, v_last.weights, v_last.own, v_last.compared, v_last.pairs)
     is not distinct from ((p_said ->> 'version')::integer, p_said -> 'weights', p_said -> 'own', (p_said ->> 'compared')::integer, p_said -> 'pairs') then
    return false;
  end if;
  insert into meetings.suggestion_run (mission_id, event_id, participant_id, number, shown_at, shown_name, version, weights, own, compared, pairs)
    select p.mission_id, p.event_id, p.id, coalesce(v_last.number, 0) + 1, p_now, p_name, (p_said ->> 'version')::integer, p_said -> 'weights',
        p_said -> 'own', (p_said ->> 'compared')::integer, p_said -> 'pairs'
      from meetings.participant p where p.id = p_participant
    on conflict on constraint one_suggestion_run_per_number do nothing;
  return found;
end $$;

-- The same for the holder of a link, of its own company.
create function meetings.suggestions_by_link(p_digest bytea, p_said jsonb, p_now timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return v_participant.id is not null and meetings.keep_suggestions(v_participant.id, p_said, null, p_now);
end $$;

-- What was shown to the company of the holder, the last first.
create function meetings.suggestions_of_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'shownAt', meetings.iso(r.shown_at), 'shownName', r.shown_name,
      'version', r.version, 'weights', r.weights, 'own', r.own, 'compared', r.compared, 'pairs', r.pairs) order by r.number desc)
    from meetings.suggestion_run r where r.participant_id = v_participant.id), '[]');
end $$;

-- At night: gone as long after the event as anything that is kept for a public task is, by the rule in force.
create function meetings.forget_suggestions(p_now timestamptz) returns void
language sql set search_path = pg_catalog, meetings
begin atomic
  with rule as (
    select p_now - make_interval(days => k.days) as since from directory.retention_rule k
      where k.legal_basis = 'public_task' and k.valid_from <= p_now::date order by k.valid_from desc limit 1)
  delete from meetings.suggestion_run r using rule
    where r.shown_at < rule.since and not exists (select from meetings.slot s where s.event_id = r.event_id and s.ends_at >= rule.since);
end;

alter function meetings.suggestions_by_link owner to escale_keeper;
alter function meetings.suggestions_of_link owner to escale_keeper;
revoke all on function meetings.keep_suggestions, meetings.suggestions_by_link, meetings.suggestions_of_link, meetings.forget_suggestions from public;
grant execute on function meetings.keep_suggestions to escale_web, escale_keeper;
grant execute on function meetings.suggestions_by_link, meetings.suggestions_of_link to escale_web;
