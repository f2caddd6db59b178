-- What each function of sql.ts sends. Written by npm run sql:golden.

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

-- loadMission
select
  m.id,
  m.lead_organisation_id,
  m.kind,
  m.title,
  m.purpose,
  m.state,
  m.head_member_id,
  m.starts_on,
  m.ends_on,
  m.version,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select l.id, l.city_id, l.city_name, l.country, l.starts_on, l.ends_on, l.time_zone
      from missions.leg as l
      where l.mission_id = m.id
      order by l.position
    ) as agg
  ) as legs,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select
        p.id,
        p.organisation_id,
        o.name,
        p.role,
        p.workstream,
        p.left_at,
        p.accounts_closed_on,
        p.ratified_on,
        o.is_workspace,
        p.version,
        array(select pl.leg_id from missions.partner_leg pl where pl.partner_id = p.id order by pl.leg_id) as leg_ids
      from missions.partner as p
      inner join directory.pub_organisation as o on o.id = p.organisation_id
      where p.mission_id = m.id
      order by
        array_position(array['lead','co_organiser','partner','funder','host','support'], p.role),
        o.name
    ) as agg
  ) as partners,
  coalesce((select jsonb_agg(text order by position) from missions.objective where mission_id = m.id), '[]') as objectives,
  (
    select coalesce(json_agg(agg), '[]')
    from (
      select t.id, t.label
      from missions.mission_theme as mt
      inner join missions.theme as t on t.id = mt.theme_id
      where mt.mission_id = m.id
      order by app.fold(t.label ->> 'fr')
    ) as agg
  ) as themes
from missions.mission as m
where m.id = $1;

-- lockMission
select from missions.mission where id = $1 for no key update;
-- as loadMission

-- insertMission
insert into missions.mission (id, kind, title, purpose, state, lead_organisation_id)
values ($1, $2, $3, $4, $5, $6);
insert into missions.partner (organisation_id, role, workstream, mission_id, joined_at)
values ($1, $2, $3, $4, $5);

-- updateMission
update missions.mission set title = $1, state = $2 where id = $3;

-- insertPartner
insert into missions.partner (organisation_id, role, workstream, mission_id, joined_at)
values ($1, $2, $3, $4, $5);

-- updatePartner
update missions.partner set workstream = $1 where id = $2;

-- replaceLegs
select id, city_id, city_name, starts_on from missions.leg where mission_id = $1 order by position;
set constraints missions.legs_share_at_most_a_transfer_day deferred;
delete from missions.leg where id in ($1, …);
insert into missions.leg (city_id, city_name, country, starts_on, ends_on, time_zone, mission_id, position)
values ($1, $2, $3, $4, $5, $6, $7, $8);
set constraints missions.legs_share_at_most_a_transfer_day, missions.mission_follows_legs immediate;
set constraints missions.mission_follows_legs deferred;

-- replacePartnerLegs
delete from missions.partner_leg where mission_id = $1 and partner_id in ($2, …);

-- replaceObjectives
delete from missions.objective where mission_id = $1;
insert into missions.objective (mission_id, position, text) values ($1, $2, $3), …;

-- replaceThemes
delete from missions.mission_theme where mission_id = $1;
with
  known as (
    select id
    from missions.theme
    where organisation_id = app.actor_organisation() and app.fold(label ->> 'fr') = app.fold($1)
  ),
  made as (
    insert into missions.theme (label) select $2::jsonb where not exists (select from known) returning id
  )
insert into missions.mission_theme (mission_id, theme_id)
select $3, id
from (select id from known union all select id from made) t;

-- loadMandate
select decided_by, decided_on, reference, version
from missions.mandate
where mission_id = $1 and organisation_id = $2;

-- saveMandate
insert into missions.mandate (mission_id, decided_by, decided_on, reference)
values ($1, $2, $3, $4)
on conflict (mission_id, organisation_id) do update
set decided_by = $5, decided_on = $6, reference = $7;

-- loadNarrative
select body, version from missions.narrative where mission_id = $1;

-- saveNarrative
insert into missions.narrative (mission_id, body)
values ($1, $2)
on conflict (mission_id, organisation_id) do update
set body = $3;

-- listThemes
select id, label from missions.theme where organisation_id = $1 order by app.fold(label ->> 'fr');
