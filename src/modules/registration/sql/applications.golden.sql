-- What each function of applications.ts sends. Written by npm run sql:golden.

-- listApplications
select
  a.id,
  a.mission_id,
  a.organisation_id,
  o.name as organisation_name,
  a.link_kind,
  a.state,
  a.language,
  a.given_name,
  a.family_name,
  a.category,
  a.represents,
  a.capacity,
  a.answers,
  a.created_at,
  a.changed_at,
  a.submitted_at,
  a.verified_at,
  a.endorsed_at,
  a.waiting_since,
  a.decided_name,
  a.reason,
  a.member_id,
  case
    when a.state = 'waiting' then (
      select count(*)::int
      from registration.application w
      where w.mission_id = a.mission_id
        and w.organisation_id = a.organisation_id
        and w.state = 'waiting'
        and (w.waiting_since, w.id) <= (a.waiting_since, a.id)
    )
  end as waiting_rank
from registration.application a
join directory.pub_organisation o on o.id = a.organisation_id
where a.mission_id = $1
  and (a.state <> 'draft' or a.submitted_at is not null)
  and ($2::text[] is null or a.state = any ($3::text[]))
  and ($4::uuid is null or a.organisation_id = $5)
  and ($6::text is null or a.category = $7)
  and ($8::uuid[] is null or a.id = any ($9::uuid[]))
order by a.waiting_since nulls last, a.changed_at, a.id
limit $10
offset $11;

-- pageApplications
select
  a.id,
  a.mission_id,
  a.organisation_id,
  o.name as organisation_name,
  a.link_kind,
  a.state,
  a.language,
  a.given_name,
  a.family_name,
  a.category,
  a.represents,
  a.capacity,
  a.answers,
  a.created_at,
  a.changed_at,
  a.submitted_at,
  a.verified_at,
  a.endorsed_at,
  a.waiting_since,
  a.decided_name,
  a.reason,
  a.member_id,
  case
    when a.state = 'waiting' then (
      select count(*)::int
      from registration.application w
      where w.mission_id = a.mission_id
        and w.organisation_id = a.organisation_id
        and w.state = 'waiting'
        and (w.waiting_since, w.id) <= (a.waiting_since, a.id)
    )
  end as waiting_rank
from registration.application a
join directory.pub_organisation o on o.id = a.organisation_id
where a.mission_id = $1
  and (a.state <> 'draft' or a.submitted_at is not null)
  and ($2::text is null or a.state = $3)
  and ($4::uuid is null or a.id > $5)
order by a.id
limit $6;

-- countApplications
select a.organisation_id, a.state, count(*)::int as count
from registration.application a
where a.mission_id = $1 and (a.state <> 'draft' or a.submitted_at is not null)
group by 1, 2
order by 1, 2;

-- loadApplication
-- as listApplications

-- lockApplications
select
from registration.application a
where a.mission_id = $1 and a.id = any ($2::uuid[])
order by a.id
for no key update;
-- as listApplications

-- loadContact
select email, phone, person_id from registration.application_contact where application_id = $1;

-- nameCard
update registration.application_contact set person_id = $1 where application_id = $2;

-- moveApplication
update registration.application
set state = $1, changed_at = $2, decided_name = $3, endorsed_at = $4, reason = $5
where id = $6;

-- givePlace
update registration.application set decided_name = $1 where id = $2;
select registration.approve($1, $2);

-- takePlaceBack
select registration.take_place_back($1, $2, $3, $4);

-- withdrawFor
select registration.withdraw_for($1, $2) as is_withdrawn;

-- listNamesakes
with wanted as (
  select a.id, a.mission_id, app.fold(a.family_name || '|' || a.given_name) as name, c.email
  from registration.application a
  left join registration.application_contact c on c.application_id = a.id
  where a.id = $1
)
select
  'application' as kind,
  a.id,
  a.given_name,
  a.family_name,
  a.represents,
  o.name as organisation_name,
  coalesce(c.email = w.email, false) as is_same_address
from wanted w
join registration.application a on a.mission_id = w.mission_id
  and a.id <> w.id
  and a.state not in ('draft', 'withdrawn')
join directory.pub_organisation o on o.id = a.organisation_id
left join registration.application_contact c on c.application_id = a.id
where app.fold(a.family_name || '|' || a.given_name) = w.name or c.email = w.email
union all
select 'member', m.id, m.given_name, m.family_name, m.represents, o.name, false
from wanted w
join delegations.pub_member m on m.mission_id = w.mission_id and m.id is distinct from $2
join directory.pub_organisation o on o.id = m.organisation_id
where app.fold(m.family_name || '|' || m.given_name) = w.name
order by 1, 6, 4, 3, 2
limit 20;

-- listCountedTwice
select
  min(m.given_name) as given_name,
  min(m.family_name) as family_name,
  min(m.represents) as represents,
  jsonb_agg(jsonb_build_object('id', m.id, 'organisationName', o.name) order by o.name, m.id) as members
from delegations.pub_member m
join directory.pub_organisation o on o.id = m.organisation_id
where m.mission_id = $1
group by
  app.fold(m.family_name || '|' || m.given_name),
  app.fold(coalesce(m.represents, case when m.category in ('elected', 'staff') then o.name end, ''))
having count(distinct m.organisation_id) > 1
order by 2, 1
limit 100;

-- promoteWaiting
select application_id as "applicationId", former_waiting_since as "formerWaitingSince"
from registration.promote($1, $2, $3);

-- loadToldApplication
select
  a.id,
  a.mission_id as "missionId",
  a.organisation_id as "organisationId",
  o.name as "organisationName",
  a.given_name as "givenName",
  a.family_name as "familyName",
  a.language,
  a.state,
  m.title
from registration.application a
join directory.pub_organisation o on o.id = a.organisation_id
join missions.pub_mission m on m.id = a.mission_id
where a.id = $1;

-- forgetKnocks
delete from registration.knock where knocked_at < $1::timestamptz - interval '1 day';
