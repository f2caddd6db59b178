-- What each function of sub-delegation.ts sends. Written by npm run sql:golden.

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
