-- Who comes to the meetings and travels with the delegation is said once, by its id: no namesake, no other spelling comes between. As long as nobody has
-- said it, a name that can be meant of one person alone is still recognised.
alter table meetings.representative
  add column member_id uuid,
  add constraint a_representative_travels_on_the_mission foreign key (member_id, mission_id)
    references delegations.member (id, mission_id) on delete set null (member_id);
create unique index a_member_comes_once on meetings.representative (event_id, member_id);
create index representative_by_member on meetings.representative (member_id, mission_id);

create or replace view meetings.pub_traveller with (security_invoker = true) as
  with named as (
    select r.id as who_id, r.mission_id, r.event_id, m.id as member_id, c.kind = 'host' as is_host,
           coalesce(app.fold(m.represents) = app.fold(p.name), false) as represents_it
      from meetings.representative r
      join meetings.participant p on p.id = r.participant_id
      join meetings.circle c on c.id = p.circle_id
      join delegations.pub_member m on m.mission_id = r.mission_id
        and app.fold(m.family_name) = app.fold(r.family_name) and app.fold(m.given_name) = app.fold(r.given_name)
      -- A member said to be somebody else here is not taken for a namesake.
      where r.member_id is null and not exists (select from meetings.representative o where o.event_id = r.event_id and o.member_id = m.id)
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
    group by who_id, mission_id, event_id having count(*) = 1
  union all
  select r.id, r.mission_id, r.event_id, m.id
    from meetings.representative r join delegations.pub_member m on m.id = r.member_id and m.mission_id = r.mission_id;
