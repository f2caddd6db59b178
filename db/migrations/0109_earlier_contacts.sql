-- Two companies that were at an earlier event are no strangers. It is said of a company to those alone who could read it there: whoever brought it then
-- brings it now, and all who organise this event organised that one. A company is known again by its name, in the same country.
create function meetings.contacts_before(p_event uuid, p_participant uuid, p_now timestamptz)
returns table (participant_id uuid, other_id uuid, is_held boolean)
language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select p.id, x.id,
      -- The word of one's own side: that of the other is not told through here.
      bool_or(exists (select from meetings.meeting m join meetings.outcome o on o.meeting_id = m.id and o.participant_id = b.id and o.state = 'held'
        where (m.one_id = b.id and m.other_id = y.id) or (m.one_id = y.id and m.other_id = b.id)))
    from meetings.participant p
    join meetings.participant b on b.organisation_id = p.organisation_id and b.event_id <> p.event_id
      and app.fold(btrim(b.name)) = app.fold(btrim(p.name)) and coalesce(b.country = p.country, true)
    join missions.partner k on k.mission_id = b.mission_id and k.organisation_id = b.organisation_id and k.left_at is null
    join meetings.participant y on y.event_id = b.event_id and y.id <> b.id
    join meetings.participant x on x.event_id = p.event_id and x.id <> p.id
      and app.fold(btrim(x.name)) = app.fold(btrim(y.name)) and coalesce(x.country = y.country, true)
    where p.event_id = p_event and (p_participant is null or p.id = p_participant)
      and (select max(s.ends_at) < p_now from meetings.slot s where s.event_id = b.event_id)
      and not exists (select from missions.partner now_led
        where now_led.mission_id = p.mission_id and now_led.left_at is null and now_led.role in ('lead', 'co_organiser')
          and not exists (select from missions.partner then_led where then_led.mission_id = b.mission_id and then_led.left_at is null
            and then_led.organisation_id = now_led.organisation_id and then_led.role in ('lead', 'co_organiser')))
    group by p.id, x.id;
end;

create function meetings.earlier_contacts(p_event uuid, p_participant uuid, p_now timestamptz)
returns table (participant_id uuid, other_id uuid, is_held boolean)
language sql stable security definer set search_path = pg_catalog, meetings
begin atomic
  select c.participant_id, c.other_id, c.is_held from meetings.contacts_before(p_event, p_participant, p_now) c
    where c.participant_id in (select meetings.kept_participants())
      or exists (select from meetings.event e where e.id = p_event and e.mission_id = any (missions.actor_led_missions()));
end;

-- What the holder of a link may know besides: where its own company is, and whom it came across.
create function meetings.contacts_of_link(p_digest bytea, p_now timestamptz) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, meetings as $$
declare
  v_participant meetings.participant := meetings.participant_of_link(p_digest, p_now);
begin
  if v_participant.id is null then return null; end if;
  return jsonb_build_object('country', v_participant.country, 'contacts', coalesce((select jsonb_object_agg(c.other_id, c.is_held)
    from meetings.contacts_before(v_participant.event_id, v_participant.id, p_now) c), '{}'));
end $$;

alter function meetings.contacts_before owner to escale_keeper;
alter function meetings.earlier_contacts owner to escale_keeper;
alter function meetings.contacts_of_link owner to escale_keeper;
revoke all on function meetings.contacts_before, meetings.earlier_contacts, meetings.contacts_of_link from public;
grant execute on function meetings.contacts_before to escale_keeper;
grant execute on function meetings.earlier_contacts, meetings.contacts_of_link to escale_web;
