-- What each function of members.ts sends. Written by npm run sql:golden.

-- listMembers
select
  m.id,
  m.organisation_id,
  o.name as organisation_name,
  m.given_name,
  m.family_name,
  m.category,
  m.capacity,
  m.represents,
  case
    when app.fold(btrim(regexp_replace(
      coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ', 'g'
    ))) is not null then jsonb_build_object(
      'id',
      app.fold(btrim(regexp_replace(
        coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ', 'g'
      ))),
      'name', coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end),
      'isCompany',
      bool_or((m.category = 'company' or (o.kind = 'company' and m.represents is null))) over (
        partition by app.fold(btrim(regexp_replace(
          coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ',
          'g'
        )))
      )
    )
  end as represented,
  m.function,
  m.id is not distinct from mission.head_member_id as is_mission_head,
  m.state,
  m.version
from delegations.member m
join directory.pub_organisation o on o.id = m.organisation_id
join missions.pub_mission mission on mission.id = m.mission_id
where m.mission_id = $1
  and $2 in (m.state, 'any')
  and ($3::uuid is null or m.id = $4)
  and ($5::uuid is null or m.organisation_id = $6)
order by
  m.organisation_id is not distinct from $7 desc,
  o.name,
  m.organisation_id,
  m.state,
  array_position(array['head', 'deputy'], m.function),
  array_position($8::text[], m.category),
  app.fold(m.family_name),
  app.fold(m.given_name),
  m.id
limit $9
offset $10;

-- pageMembers
select
  m.id,
  m.organisation_id,
  o.name as organisation_name,
  m.given_name,
  m.family_name,
  m.category,
  m.capacity,
  m.represents,
  case
    when app.fold(btrim(regexp_replace(
      coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ', 'g'
    ))) is not null then jsonb_build_object(
      'id',
      app.fold(btrim(regexp_replace(
        coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ', 'g'
      ))),
      'name', coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end),
      'isCompany',
      bool_or((m.category = 'company' or (o.kind = 'company' and m.represents is null))) over (
        partition by app.fold(btrim(regexp_replace(
          coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ',
          'g'
        )))
      )
    )
  end as represented,
  m.function,
  m.id is not distinct from mission.head_member_id as is_mission_head,
  m.state,
  m.version
from delegations.member m
join directory.pub_organisation o on o.id = m.organisation_id
join missions.pub_mission mission on mission.id = m.mission_id
where m.mission_id = $1 and ($2::uuid is null or m.id > $3)
order by m.id
limit $4;

-- listRepresented
select distinct represents
from delegations.member
where mission_id = $1 and represents is not null
order by represents
limit $2;

-- loadMember
-- as listMembers
