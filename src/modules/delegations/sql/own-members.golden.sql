-- What each function of own-members.ts sends. Written by npm run sql:golden.

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
