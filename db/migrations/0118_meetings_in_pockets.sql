-- The one-to-one meetings of somebody who travels, in their pocket: those of the plans in force, each in its city and on its clocks, with whom and where.

-- Of one member. Who comes for a company meets the other; who interprets or goes along is between both.
create function meetings.meetings_of_member(p_member uuid) returns jsonb
language sql stable set search_path = pg_catalog, meetings
begin atomic
  select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'startsAt', meetings.iso(m.starts_at), 'endsAt', meetings.iso(m.ends_at),
      'timeZone', l.time_zone, 'city', c.city_name, 'spot', s.name, 'address', s.address,
      'met', case r.participant_id when m.one_id then jsonb_build_array(b.name) when m.other_id then jsonb_build_array(a.name)
        else jsonb_build_array(a.name, b.name) end) order by m.starts_at, m.id), '[]')
    from meetings.pub_traveller w join meetings.attendance t on t.event_id = w.event_id and coalesce(t.representative_id, t.resource_id) = w.who_id
    join meetings.meeting m on m.id = t.meeting_id left join meetings.representative r on r.id = t.representative_id
    join meetings.event_leg l on l.event_id = m.event_id and l.leg_id = m.leg_id join missions.leg c on c.id = m.leg_id
    join meetings.participant a on a.id = m.one_id join meetings.participant b on b.id = m.other_id join meetings.spot s on s.id = m.spot_id
    where w.member_id = p_member;
end;
revoke all on function meetings.meetings_of_member from public;
grant execute on function meetings.meetings_of_member to escale_keeper;

-- Those of the pocket that is open.
create function pocket.meetings() returns jsonb
language sql stable security definer set search_path = pg_catalog, pocket
begin atomic
  select meetings.meetings_of_member(pocket.actor_member());
end;
alter function pocket.meetings owner to escale_keeper;
revoke all on function pocket.meetings from public;
grant execute on function pocket.meetings to escale_web;
