-- One-to-one meetings in the calendars of those who have them: each keeps its identity however often it is planned anew, says how often its slot or its
-- spot changed, and is said to be cancelled to whoever had it.

-- What calendars were told of a meeting. Two who are put together again after their meeting was called off have the same one, changed.
create table meetings.appointment (
  id            uuid primary key default uuidv7(),
  mission_id    uuid not null,
  event_id      uuid not null,
  one_id        uuid not null,
  other_id      uuid not null,
  leg_id        uuid not null,
  spot_id       uuid not null,
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  sequence      integer not null default 1,
  changed_at    timestamptz not null default now(),
  -- Once called off: the representatives, interpreters and escorts who were to be there.
  called_off_to uuid[],
  constraint two_are_told_in_one_order           check (one_id < other_id),
  constraint an_appointment_ends_after_it_starts check (ends_at > starts_at),
  constraint a_sequence_begins_with_one          check (sequence >= 1),
  constraint two_are_told_of_one_meeting         unique (event_id, one_id, other_id),
  constraint an_appointment_of_the_event         foreign key (event_id, mission_id) references meetings.event (id, mission_id) on delete cascade,
  constraint an_appointment_of_one               foreign key (one_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint an_appointment_of_the_other         foreign key (other_id, event_id) references meetings.participant (id, event_id) on delete cascade,
  constraint an_appointment_at_a_spot            foreign key (spot_id, leg_id) references meetings.spot (id, leg_id) on delete cascade
);
create index appointment_by_one on meetings.appointment (one_id);
create index appointment_by_other on meetings.appointment (other_id);
create index appointment_by_spot on meetings.appointment (spot_id);
select app.protect('meetings.appointment', 'silent', '');

-- Follows the plan in force. A lock, a run or a deputy change no calendar: slots and spots do.
create function meetings.keep_appointment() returns trigger language plpgsql security definer set search_path = pg_catalog, meetings as $$
begin
  if tg_op = 'DELETE' then
    update meetings.appointment a set sequence = a.sequence + 1, changed_at = now(), called_off_to = coalesce(
        (select array_agg(coalesce(t.representative_id, t.resource_id)) from meetings.attendance t where t.meeting_id = old.id), '{}')
      where a.event_id = old.event_id and a.one_id = least(old.one_id, old.other_id) and a.other_id = greatest(old.one_id, old.other_id);
    return old;
  end if;
  insert into meetings.appointment as a (mission_id, event_id, one_id, other_id, leg_id, spot_id, starts_at, ends_at)
    values (new.mission_id, new.event_id, least(new.one_id, new.other_id), greatest(new.one_id, new.other_id), new.leg_id, new.spot_id, new.starts_at, new.ends_at)
    on conflict (event_id, one_id, other_id) do update set sequence = a.sequence + 1, changed_at = now(), called_off_to = null,
      leg_id = excluded.leg_id, spot_id = excluded.spot_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at
      where (a.called_off_to is not null, a.spot_id, a.starts_at, a.ends_at) is distinct from (false, excluded.spot_id, excluded.starts_at, excluded.ends_at);
  return null;
end $$;

-- Of one member: those of the plans in force, and those called off that were theirs.
create function meetings.appointments_of_member(p_member uuid) returns jsonb
language sql stable set search_path = pg_catalog, meetings
begin atomic
  select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'sequence', k.sequence, 'changedAt', meetings.iso(k.changed_at),
      'state', case when k.called_off_to is null then 'confirmed' else 'cancelled' end,
      'startsAt', meetings.iso(k.starts_at), 'endsAt', meetings.iso(k.ends_at), 'timeZone', l.time_zone, 'city', c.city_name, 'spot', s.name, 'address', s.address,
      'met', case r.participant_id when k.one_id then jsonb_build_array(b.name) when k.other_id then jsonb_build_array(a.name)
        else jsonb_build_array(a.name, b.name) end) order by k.starts_at, k.id), '[]')
    from meetings.pub_traveller w join meetings.appointment k on k.event_id = w.event_id left join meetings.representative r on r.id = w.who_id
    join meetings.event_leg l on l.event_id = k.event_id and l.leg_id = k.leg_id join missions.leg c on c.id = k.leg_id
    join meetings.participant a on a.id = k.one_id join meetings.participant b on b.id = k.other_id join meetings.spot s on s.id = k.spot_id
    where w.member_id = p_member and case when k.called_off_to is not null then w.who_id = any (k.called_off_to)
      else exists (select from meetings.meeting m join meetings.attendance t on t.meeting_id = m.id
        where m.event_id = k.event_id and least(m.one_id, m.other_id) = k.one_id and greatest(m.one_id, m.other_id) = k.other_id
          and coalesce(t.representative_id, t.resource_id) = w.who_id) end;
end;
revoke all on function meetings.keep_appointment, meetings.appointments_of_member from public;
grant execute on function meetings.appointments_of_member to escale_keeper;

grant create on schema meetings to escale_keeper;
alter function meetings.keep_appointment owner to escale_keeper;
revoke create on schema meetings from escale_keeper;

-- Before a meeting goes, for it takes those who attend it along.
create trigger calendars_lose_a_meeting before delete on meetings.meeting for each row execute function meetings.keep_appointment();
create trigger calendars_follow_a_meeting after insert or update of slot_id, spot_id, starts_at, ends_at on meetings.meeting
  for each row execute function meetings.keep_appointment();

insert into meetings.appointment (mission_id, event_id, one_id, other_id, leg_id, spot_id, starts_at, ends_at)
  select mission_id, event_id, least(one_id, other_id), greatest(one_id, other_id), leg_id, spot_id, starts_at, ends_at from meetings.meeting;

-- Those of the pocket that is open.
create function pocket.appointments() returns jsonb
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select meetings.appointments_of_member(pocket.actor_member());
end;
grant create on schema pocket to escale_keeper;
alter function pocket.appointments owner to escale_keeper;
revoke create on schema pocket from escale_keeper;
revoke all on function pocket.appointments from public;
grant execute on function pocket.appointments to escale_web;
