-- One person has one day: what the programme expects of a traveller takes slots of the meetings, and a meeting takes its hour of the programme.

-- Who comes to the meetings and travels with the delegation, recognised by name: of namesakes, the one who represents that company; of two who might
-- be meant, neither. Somebody who receives at home is a traveller only when the delegation says they represent that very company. Interpreters and
-- escorts are known by their whole name.
create view meetings.pub_traveller with (security_invoker = true) as
  with named as (
    select r.id as who_id, r.mission_id, r.event_id, m.id as member_id, c.kind = 'host' as is_host,
           coalesce(app.fold(m.represents) = app.fold(p.name), false) as represents_it
      from meetings.representative r
      join meetings.participant p on p.id = r.participant_id
      join meetings.circle c on c.id = p.circle_id
      join delegations.pub_member m on m.mission_id = r.mission_id
        and app.fold(m.family_name) = app.fold(r.family_name) and app.fold(m.given_name) = app.fold(r.given_name)
    union all
    select x.id, x.mission_id, x.event_id, m.id, false, false
      from meetings.resource x
      join delegations.pub_member m on m.mission_id = x.mission_id
        and app.fold(x.name) in (app.fold(m.given_name || ' ' || m.family_name), app.fold(m.family_name || ' ' || m.given_name))
      where x.kind in ('interpreter', 'escort')
  ), meant as (
    select n.*, bool_or(n.represents_it) over (partition by n.who_id) as is_known from named n
  )
  select who_id, mission_id, event_id, (array_agg(member_id))[1] as member_id from meant
    where represents_it or (not is_known and not is_host)
    group by who_id, mission_id, event_id having count(*) = 1;

-- When travellers are in a meeting of the plan in force, as far as the reader may read it.
create view meetings.pub_engagement with (security_invoker = true) as
  select t.mission_id, t.member_id, a.event_id, a.meeting_id, a.starts_at, a.ends_at
    from meetings.pub_traveller t
    join meetings.attendance a on a.event_id = t.event_id and coalesce(a.representative_id, a.resource_id) = t.who_id;

grant select on meetings.pub_traveller, meetings.pub_engagement to escale_web, escale_keeper;
