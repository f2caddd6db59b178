-- Somebody without an account says by their link what became of the meetings of their company that have begun. Of the other side comes out its name alone.
create function meetings.meetings_of_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  return coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', x.name, 'spot', s.name,
      'startsAt', meetings.iso(m.starts_at), 'endsAt', meetings.iso(m.ends_at),
      'outcome', case when o.id is not null then jsonb_build_object('state', o.state, 'nextStep', o.next_step, 'nextStepOn', o.next_step_on,
        'nextStepWords', o.next_step_words, 'version', o.version) end) order by m.starts_at, m.id)
    from meetings.meeting m
    join meetings.participant x on x.id in (m.one_id, m.other_id) and x.id <> v_participant.id
    join meetings.spot s on s.id = m.spot_id
    left join meetings.outcome o on o.meeting_id = m.id and o.participant_id = v_participant.id
    where v_participant.id in (m.one_id, m.other_id) and m.starts_at <= p_now), '[]');
end $$;

-- Says it, or says it again on the version one was reading. The same words sent twice are one; false when somebody said something else meanwhile,
-- or when it is no meeting of the holder that has begun.
create function meetings.tell_by_link(p_digest bytea, p_meeting uuid, p_state text, p_step text, p_step_on date, p_words text, p_version integer, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
  v_meeting     meetings.meeting;
begin
  select * into v_meeting from meetings.meeting m where m.id = p_meeting and v_participant.id in (m.one_id, m.other_id) and m.starts_at <= p_now;
  if not found then return false; end if;
  perform set_config('app.event', 'meeting_outcome.told', true), set_config('app.actor_name', v_participant.name, true);
  if p_version = 0 then
    insert into meetings.outcome (mission_id, event_id, meeting_id, participant_id, state, next_step, next_step_on, next_step_words, said_at, said_name)
      values (v_meeting.mission_id, v_meeting.event_id, v_meeting.id, v_participant.id, p_state, p_step, p_step_on, p_words, p_now, v_participant.name)
      on conflict (meeting_id, participant_id) do nothing;
  else
    update meetings.outcome o set state = p_state, next_step = p_step, next_step_on = p_step_on, next_step_words = p_words, said_at = p_now,
        said_name = v_participant.name
      where o.meeting_id = v_meeting.id and o.participant_id = v_participant.id and o.version = p_version;
  end if;
  return found or exists (select from meetings.outcome o where o.meeting_id = v_meeting.id and o.participant_id = v_participant.id
    and (o.state, o.next_step, o.next_step_words) = (p_state, p_step, p_words) and o.next_step_on is not distinct from p_step_on);
end $$;

alter function meetings.meetings_of_link owner to escale_keeper;
alter function meetings.tell_by_link owner to escale_keeper;
revoke all on function meetings.meetings_of_link, meetings.tell_by_link from public;
grant execute on function meetings.meetings_of_link, meetings.tell_by_link to escale_web;
