-- What each function of sql.ts sends. Written by npm run sql:golden.

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

-- countByPartner
with counted as materialized (
  select
    jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) as organisation,
    m.category,
    app.fold(btrim(regexp_replace(
      coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end), '\s+', ' ', 'g'
    ))) as represented,
    (m.category = 'company' or (o.kind = 'company' and m.represents is null)) as by_company
  from delegations.member m
  join directory.pub_organisation o on o.id = m.organisation_id
  where m.mission_id = $1 and m.state = 'registered' and ($2::uuid is null or m.organisation_id = $3)
)
select
  organisation,
  count(*)::int as persons,
  count(distinct represented)::int as organisations,
  (count(distinct represented) filter (where by_company))::int as companies,
  (count(*) filter (where category = $4))::int as elected,
  (count(*) filter (where category = $5))::int as guest,
  (count(*) filter (where category = $6))::int as staff,
  (count(*) filter (where category = $7))::int as company,
  (count(*) filter (where category = $8))::int as academic,
  (count(*) filter (where category = $9))::int as cultural,
  (count(*) filter (where category = $10))::int as press,
  (count(*) filter (where category = $11))::int as interpreter
from counted
group by grouping sets ((organisation), ())
order by organisation ->> 'name', organisation ->> 'id';

-- countMembers
-- as countByPartner

-- stageFactsOfMissions
select
  mission_id,
  count(*)::int as member_count,
  (count(*) filter (where category = 'elected'))::int as elected_count,
  bool_or(function = 'head') as has_head
from delegations.member
where mission_id in ($1, …) and organisation_id = $2 and state = $3
group by mission_id;

-- loadOwnMember
select
  m.id,
  m.given_name,
  m.family_name,
  m.category,
  m.capacity,
  m.represents,
  m.function,
  m.external_key,
  m.state,
  m.version,
  m.person_id,
  m.id is not distinct from mission.head_member_id as is_mission_head,
  jsonb_build_object('email', c.email, 'phone', c.phone, 'notes', c.notes) as contact
from delegations.member m
join missions.pub_mission mission on mission.id = m.mission_id
left join delegations.member_contact c on c.member_id = m.id
where m.id = $1 and m.mission_id = $2 and m.organisation_id = $3;

-- lockOwnMember
select from delegations.member where id = $1 and organisation_id = $2 for no key update;
-- as loadOwnMember

-- loadMember
-- as listMembers

-- insertMember
insert into delegations.member (
  mission_id, given_name, family_name, category, function, capacity, represents, external_key, state
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning id;

-- updateMember
update delegations.member set capacity = $1, state = $2 where id = $3;

-- saveContact, something left
insert into delegations.member_contact (mission_id, member_id, email, phone, notes)
values ($1, $2, $3, $4, $5)
on conflict (member_id) do update
set email = $6, phone = $7, notes = $8;

-- saveContact, nothing left
delete from delegations.member_contact where member_id = $1;

-- releaseHead
update delegations.member
set function = $1
where mission_id = $2 and organisation_id = $3 and function = $4 and state = $5;

-- findWithdrawn
select id
from delegations.member
where mission_id = $1
  and organisation_id = $2
  and state = 'withdrawn'
  and identity_key = app.fold($3::text || '|' || $4::text || '|' || coalesce($5::text, ''))
order by created_at desc, id
limit 1
for no key update;

-- lockSubDelegation
select from delegations.member where mission_id = $1 and organisation_id = $2 order by id for no key update;

-- loadSubDelegation
select
  m.id,
  m.given_name,
  m.family_name,
  m.category,
  m.capacity,
  m.represents,
  m.function,
  m.external_key,
  m.state,
  jsonb_build_object('email', c.email, 'phone', c.phone, 'notes', c.notes) as contact,
  app.fold(m.family_name || '|' || m.given_name) as name_key,
  app.fold(coalesce(m.represents, '')) as represents_key
from delegations.member m
left join delegations.member_contact c on c.member_id = m.id
where m.mission_id = $1 and m.organisation_id = $2
order by m.created_at desc, m.id;

-- foldTexts
select app.fold(text) as folded
from unnest($1::text[]) with ordinality as given (text, position)
order by position;

-- insertMembers
insert into delegations.member (
  id, mission_id, given_name, family_name, category, function, capacity, represents, external_key
)
select id, $1, given_name, family_name, category, function, capacity, represents, external_key
from jsonb_to_recordset($2::jsonb) as r (
  id uuid, given_name text, family_name text, category text, function text, capacity jsonb, represents text,
  external_key text
);

-- updateMembers
update delegations.member m
set
  given_name = r.given_name,
  family_name = r.family_name,
  category = r.category,
  function = r.function,
  capacity = r.capacity,
  represents = r.represents,
  external_key = r.external_key,
  state = 'registered'
from jsonb_to_recordset($1::jsonb) as r (
  id uuid, given_name text, family_name text, category text, function text, capacity jsonb, represents text,
  external_key text
)
where m.id = r.id;

-- saveContacts
delete from delegations.member_contact c
using jsonb_to_recordset($1::jsonb) as r (member_id uuid, email text, phone text, notes text)
where c.member_id = r.member_id and coalesce(r.email, r.phone, r.notes) is null;
insert into delegations.member_contact as c (member_id, mission_id, email, phone, notes)
select member_id, $1, email, phone, notes
from jsonb_to_recordset($2::jsonb) as r (member_id uuid, email text, phone text, notes text)
where coalesce(email, phone, notes) is not null
on conflict (member_id) do update
set email = excluded.email, phone = excluded.phone, notes = excluded.notes
where (c.email, c.phone, c.notes) is distinct from (excluded.email, excluded.phone, excluded.notes);

-- listOwnMembers
-- as loadSubDelegation

-- travelsOfPerson
select
  m.id as member_id,
  m.mission_id,
  mission.title,
  mission.starts_on,
  mission.ends_on,
  mission.state = 'cancelled' as is_cancelled,
  m.capacity
from delegations.member m
join missions.pub_mission mission on mission.id = m.mission_id
where m.person_id = $1 and m.organisation_id = app.actor_organisation() and m.state = 'registered'
order by mission.starts_on desc nulls first, m.id
limit 200;
