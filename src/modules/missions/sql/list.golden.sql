-- What each function of list.ts sends. Written by npm run sql:golden.

-- listMissions, a page of them all
select
  page.id,
  page.kind,
  page.title,
  page.state,
  page.starts_on,
  page.ends_on,
  page.own_role,
  page.accounts_closed_on,
  page.ratified_on,
  lead.name as lead_name,
  facts.partner_count,
  facts.objective_count,
  facts.mandate_decided_on,
  facts.cities
from (
  select
    m.id,
    m.kind,
    m.title,
    m.state,
    m.starts_on,
    m.ends_on,
    m.lead_organisation_id,
    own.role as own_role,
    own.accounts_closed_on,
    own.ratified_on
  from missions.mission as m
  inner join missions.own_seat as own on own.mission_id = m.id and own.organisation_id = $1
  order by m.starts_on desc nulls first, m.id desc
  limit $2
  offset $3
) as page
inner join directory.pub_organisation as lead on lead.id = page.lead_organisation_id
inner join lateral (
  select seat.partner_count, seat.objective_count, seat.mandate_decided_on, seat.cities
  from missions.own_seat as seat
  where seat.mission_id = page.id and seat.organisation_id = $4
  limit $5
) as facts on true
order by page.starts_on desc nulls first, page.id desc;

-- listMissions, open ones that match, after a line
select
  page.id,
  page.kind,
  page.title,
  page.state,
  page.starts_on,
  page.ends_on,
  page.own_role,
  page.accounts_closed_on,
  page.ratified_on,
  lead.name as lead_name,
  facts.partner_count,
  facts.objective_count,
  facts.mandate_decided_on,
  facts.cities
from (
  select
    m.id,
    m.kind,
    m.title,
    m.state,
    m.starts_on,
    m.ends_on,
    m.lead_organisation_id,
    own.role as own_role,
    own.accounts_closed_on,
    own.ratified_on
  from missions.mission as m
  inner join missions.own_seat as own on own.mission_id = m.id and own.organisation_id = $1
  where (m.search_text like '%' || app.fold($2) || '%' or app.fold($3) <% m.search_text)
    and m.state <> $4
    and own.ratified_on is null
    and (coalesce(m.starts_on, 'infinity'), m.id) < (
      select coalesce(a.starts_on, 'infinity'), a.id from missions.mission a where a.id = $5
    )
  order by m.starts_on desc nulls first, m.id desc
  limit $6
  offset $7
) as page
inner join directory.pub_organisation as lead on lead.id = page.lead_organisation_id
inner join lateral (
  select seat.partner_count, seat.objective_count, seat.mandate_decided_on, seat.cities
  from missions.own_seat as seat
  where seat.mission_id = page.id and seat.organisation_id = $8
  limit $9
) as facts on true
order by page.starts_on desc nulls first, page.id desc;

-- countMissions, all of them
select count(*)::int as count from missions.own_seat as own where own.organisation_id = $1;

-- countMissions, those that match
select count(*)::int as count
from missions.own_seat as own
inner join missions.mission as m on m.id = own.mission_id
where own.organisation_id = $1
  and (m.search_text like '%' || app.fold($2) || '%' or app.fold($3) <% m.search_text);
