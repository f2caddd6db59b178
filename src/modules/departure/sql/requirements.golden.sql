-- What each function of requirements.ts sends. Written by npm run sql:golden.

-- listRequirements
select
  r.member_id,
  r.kind,
  r.country,
  r.due_on,
  r.state,
  i.done_on,
  coalesce(i.reference, '') as reference,
  i.file_id,
  i.because,
  i.owner_account_id,
  i.owner_name,
  coalesce(i.version, 0) as version
from departure.own_requirements(array[$1::uuid]) r
left join departure.item i on i.id = r.item_id
where $2::uuid is null or r.member_id = $3
order by r.due_on, r.kind, r.country, r.member_id;

-- listEvidence
select i.id, i.mission_id, m.title as mission_title, i.member_id, i.kind, i.country, i.done_on
from departure.item i
join missions.pub_mission m on m.id = i.mission_id
where i.member_id = any ($1::uuid[]) and i.file_id is not null
order by i.done_on desc, i.id
limit 200;

-- listPassportTerms
select country, valid_until, is_long_enough
from departure.own_passport_terms(array[$1::uuid])
where member_id = $2
order by country;

-- readReadiness
select organisation_id, person_count, ready_count
from departure.readiness(array[$1::uuid])
order by organisation_id;

-- waitingOfMissions
select mission_id, count(distinct member_id)::int as count
from departure.own_requirements($1::uuid[])
where state = 'to_do' and kind <> 'special_mandate'
group by mission_id;

-- lockItems
select pg_advisory_xact_lock(hashtextextended($1 || app.actor_organisation(), 0));

-- markItems
insert into departure.item (mission_id, member_id, kind, country, state, done_on, reference, file_id, because)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict on constraint one_item_per_requirement do update
set state = $10, done_on = $11, reference = $12, file_id = $13, because = $14;

-- assignItems
insert into departure.item (
  mission_id, member_id, kind, country, owner_account_id, owner_name, due_on, reminded_before_at,
  reminded_due_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict on constraint one_item_per_requirement do update
set owner_account_id = $10, owner_name = $11, due_on = $12, reminded_before_at = $13, reminded_due_at = $14;

-- listDueItems
select
  i.id,
  i.mission_id as "missionId",
  m.title as "missionTitle",
  mem.given_name || ' ' || mem.family_name as "memberName",
  i.kind,
  i.organisation_id as "organisationId",
  i.owner_account_id as "ownerAccountId",
  r.due_on::text as "dueOn",
  i.reminded_before_at::text as "remindedBeforeAt",
  i.reminded_due_at::text as "remindedDueAt"
from departure.requirements(
  (
    select coalesce(array_agg(distinct mission_id), '{}')
    from departure.item
    where state = 'to_do' and owner_account_id is not null and reminded_due_at is null
  )
) r
join departure.item i on i.id = r.item_id and i.owner_account_id is not null and i.reminded_due_at is null
join missions.pub_mission m on m.id = i.mission_id
join delegations.pub_member mem on mem.id = i.member_id
where r.state = 'to_do' and r.due_on <= $1
order by r.due_on, i.id;

-- noteReminder, before the term
update departure.item
set reminded_before_at = $1
where id = $2 and reminded_before_at is null and state = 'to_do';

-- noteReminder, on its day
update departure.item set reminded_due_at = $1 where id = $2 and reminded_due_at is null and state = 'to_do';
