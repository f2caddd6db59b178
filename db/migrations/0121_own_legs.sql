-- A partner that takes part in some legs only leaves for these: what is asked of its people, and until when, follows from them.

-- The countries each organisation of these missions goes to, with the day it arrives there, and the first and last day of its own journey. Every leg, unless
-- some were named for it.
create function departure.itineraries(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, country char(2), arrives_on date, starts_on date, ends_on date)
language sql stable as $$
  select leg.mission_id, seat.organisation_id, leg.country, min(leg.starts_on), min(min(leg.starts_on)) over journey, max(max(leg.ends_on)) over journey
    from missions.leg leg
    join missions.partner seat on seat.mission_id = leg.mission_id
    where leg.mission_id = any (p_missions)
      and (exists (select from missions.partner_leg taken where taken.partner_id = seat.id and taken.leg_id = leg.id)
        or not exists (select from missions.partner_leg taken where taken.partner_id = seat.id))
    group by 1, 2, 3
    window journey as (partition by leg.mission_id, seat.organisation_id)
$$;
revoke all on function departure.itineraries from public;
grant execute on function departure.itineraries to escale_keeper;

create or replace function departure.passport_terms(p_missions uuid[])
returns table (member_id uuid, mission_id uuid, organisation_id uuid, country text, valid_until date, is_long_enough boolean)
language sql stable as $$
  select mem.id, mem.mission_id, mem.organisation_id, d.country::text, until.day, p.expires_on >= until.day
    from delegations.member mem
    join directory.organisation sender on sender.id = mem.organisation_id
    join registration.application a on a.member_id = mem.id and a.state = 'approved'
    join registration.passport p on p.application_id = a.id
    join departure.itineraries(p_missions) d on d.mission_id = mem.mission_id and d.organisation_id = mem.organisation_id
    left join departure.country_rule r on r.country = d.country and r.nationals = sender.country and r.kind = 'passport'
      and daterange(r.valid_from, r.valid_until, '[]') @> d.arrives_on
    cross join lateral (select greatest(d.ends_on, ((case r.validity_from when 'arrival' then d.arrives_on else d.ends_on end)
      + make_interval(months => coalesce(r.validity_months, 0)))::date) as day) until
    where mem.mission_id = any (p_missions) and mem.state = 'registered'
$$;

create or replace function departure.requirements(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, member_id uuid, kind text, country text, due_on date, state text, item_id uuid)
language sql stable as $$
  with itinerary as (
    select * from departure.itineraries(p_missions)
  ), person as (
    select mem.id, mem.mission_id, mem.organisation_id, mem.category, sender.country as home,
        coalesce(way.starts_on, mission.starts_on) as starts_on, coalesce(way.ends_on, mission.ends_on) as ends_on
      from delegations.member mem
      join missions.mission mission on mission.id = mem.mission_id and mission.kind = 'outgoing' and mission.starts_on is not null and mission.state <> 'cancelled'
      join missions.partner seat on seat.mission_id = mem.mission_id and seat.organisation_id = mem.organisation_id and seat.left_at is null
      join directory.organisation sender on sender.id = mem.organisation_id
      left join lateral (select i.starts_on, i.ends_on from itinerary i
        where i.mission_id = mem.mission_id and i.organisation_id = mem.organisation_id limit 1) way on true
      where mem.mission_id = any (p_missions) and mem.state = 'registered'
  ), asked as (
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, null::char(2) as country, coalesce(own.notice_days, k.notice_days) as notice_days
      from person p
      join departure.requirement_kind k on not k.is_of_destination
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      where coalesce(own.is_asked, true) and p.category = any (coalesce(own.categories, k.categories))
    union all
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, d.country, coalesce(here.notice_days, own.notice_days, k.notice_days)
      from person p
      join itinerary d on d.mission_id = p.mission_id and d.organisation_id = p.organisation_id and d.country is distinct from p.home
      join departure.requirement_kind k on k.is_of_destination
      left join departure.country_rule r on r.country = d.country and r.nationals = p.home and r.kind = k.kind
        and daterange(r.valid_from, r.valid_until, '[]') @> d.arrives_on
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      left join departure.own_rule here on here.organisation_id = p.organisation_id and here.kind = k.kind and here.country = d.country
      where coalesce(here.is_asked, coalesce(own.is_asked, true) and r.need = 'required', false)
        and p.category = any (coalesce(here.categories, own.categories, k.categories))
  )
  select a.mission_id, a.organisation_id, a.id, a.kind, a.country::text, coalesce(i.due_on, a.starts_on - a.notice_days),
      case
        when i.state = 'not_needed' then i.state
        when t.is_long_enough is not null then case when t.is_long_enough then 'done' else 'to_do' end
        when i.state <> 'to_do' then i.state
        when a.kind = 'special_mandate' and exists (select from missions.mandate mandate where mandate.mission_id = a.mission_id
          and mandate.organisation_id = a.organisation_id and mandate.decided_on <= a.starts_on) then 'done'
        when a.kind = 'travel_order' and exists (select from departure.travel_order o where o.member_id = a.id and o.state = 'issued'
          and o.valid_from <= a.starts_on and o.valid_until >= a.ends_on) then 'done'
        else 'to_do'
      end, i.id
    from asked a
    left join departure.item i on i.member_id = a.id and i.kind = a.kind and i.country is not distinct from a.country
    left join departure.passport_terms(p_missions) t on a.kind = 'passport' and t.member_id = a.id and t.country = a.country
$$;
