-- How long a passport must stay valid for a country: months counted from the return or from the arrival. Dated data, beside the rule it belongs to.
alter table departure.country_rule add column validity_months integer, add column validity_from text;
alter table departure.country_rule
  add constraint validity_is_of_passports      check (validity_months is null or kind = 'passport'),
  add constraint validity_is_in_months         check (validity_months between 0 and 24),
  add constraint validity_counts_from_a_day    check ((validity_months is null) = (validity_from is null)),
  add constraint validity_from_is_known        check (validity_from in ('arrival', 'return'));
update departure.country_rule set validity_months = 0, validity_from = 'return' where kind = 'passport' and country in ('US', 'CA', 'IT', 'DE', 'GB', 'JP', 'TN');
update departure.country_rule set validity_months = 6, validity_from = 'arrival' where kind = 'passport' and country in ('CN', 'CI', 'IN');

-- The passports told, against what each country asks: whether they last long enough, never until when. Of every organisation, for the keeper.
create function departure.passport_terms(p_missions uuid[])
returns table (member_id uuid, mission_id uuid, organisation_id uuid, country text, valid_until date, is_long_enough boolean)
language sql stable as $$
  select mem.id, mem.mission_id, mem.organisation_id, d.country::text, until.day, p.expires_on >= until.day
    from delegations.member mem
    join missions.mission mission on mission.id = mem.mission_id and mission.ends_on is not null
    join directory.organisation sender on sender.id = mem.organisation_id
    join registration.application a on a.member_id = mem.id and a.state = 'approved'
    join registration.passport p on p.application_id = a.id
    cross join lateral (select leg.country, min(leg.starts_on) as arrives_on from missions.leg leg where leg.mission_id = mem.mission_id group by 1) d
    left join departure.country_rule r on r.country = d.country and r.nationals = sender.country and r.kind = 'passport'
      and daterange(r.valid_from, r.valid_until, '[]') @> d.arrives_on
    cross join lateral (select greatest(mission.ends_on, ((case r.validity_from when 'arrival' then d.arrives_on else mission.ends_on end)
      + make_interval(months => coalesce(r.validity_months, 0)))::date) as day) until
    where mem.mission_id = any (p_missions) and mem.state = 'registered'
$$;
revoke all on function departure.passport_terms from public;
grant execute on function departure.passport_terms to escale_keeper;

-- Of the acting organisation's people.
create function departure.own_passport_terms(p_missions uuid[])
returns table (member_id uuid, mission_id uuid, organisation_id uuid, country text, valid_until date, is_long_enough boolean)
language sql stable security definer set search_path = pg_catalog, departure as $$
  select t.* from departure.passport_terms(p_missions) t
    where t.organisation_id = app.actor_organisation() and t.mission_id in (select missions.actor_seats())
$$;
alter function departure.own_passport_terms owner to escale_keeper;

-- A passport that was told decides: long enough, it is done; too short, it is to do, whatever was marked.
create or replace function departure.requirements(p_missions uuid[])
returns table (mission_id uuid, organisation_id uuid, member_id uuid, kind text, country text, due_on date, state text, item_id uuid)
language sql stable as $$
  with person as (
    select mem.id, mem.mission_id, mem.organisation_id, mem.category, sender.country as home, mission.starts_on, mission.ends_on
      from delegations.member mem
      join missions.mission mission on mission.id = mem.mission_id and mission.kind = 'outgoing' and mission.starts_on is not null and mission.state <> 'cancelled'
      join missions.partner seat on seat.mission_id = mem.mission_id and seat.organisation_id = mem.organisation_id and seat.left_at is null
      join directory.organisation sender on sender.id = mem.organisation_id
      where mem.mission_id = any (p_missions) and mem.state = 'registered'
  ), destination as (
    select leg.mission_id, leg.country, min(leg.starts_on) as arrives_on from missions.leg leg where leg.mission_id = any (p_missions) group by 1, 2
  ), asked as (
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, null::char(2) as country, coalesce(own.notice_days, k.notice_days) as notice_days
      from person p
      join departure.requirement_kind k on not k.is_of_destination
      left join departure.own_rule own on own.organisation_id = p.organisation_id and own.kind = k.kind and own.country is null
      where coalesce(own.is_asked, true) and p.category = any (coalesce(own.categories, k.categories))
    union all
    select p.id, p.mission_id, p.organisation_id, p.starts_on, p.ends_on, k.kind, d.country, coalesce(here.notice_days, own.notice_days, k.notice_days)
      from person p
      join destination d on d.mission_id = p.mission_id and d.country is distinct from p.home
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
