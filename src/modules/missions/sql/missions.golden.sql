-- What each function of missions.ts sends. Written by npm run sql:golden.

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

-- listThemes
select id, label from missions.theme where organisation_id = $1 order by app.fold(label ->> 'fr');
