-- What each function of tasks.ts sends. Written by npm run sql:golden.

-- listTasks, of a mission
select
  t.id,
  t.mission_id,
  m.title as mission_title,
  t.organisation_id,
  author.name as organisation_name,
  t.is_shared,
  t.title,
  t.owner_organisation_id,
  owner.name as owner_organisation_name,
  t.owner_account_id,
  t.owner_name,
  t.due_on,
  t.about_noun,
  t.about_id,
  t.about_label,
  t.state,
  t.done_at,
  t.done_by_name,
  t.version,
  seat.left_at is not null as owner_has_left
from missions.task as t
inner join missions.mission as m on m.id = t.mission_id
inner join directory.pub_organisation as author on author.id = t.organisation_id
inner join directory.pub_organisation as owner on owner.id = t.owner_organisation_id
inner join missions.partner as seat on seat.mission_id = t.mission_id
  and seat.organisation_id = t.owner_organisation_id
where t.mission_id = $1
order by t.state = 'done', t.done_at desc, t.due_on nulls last, t.id
limit $2;

-- listTasks, open ones an organisation owes
select
  t.id,
  t.mission_id,
  m.title as mission_title,
  t.organisation_id,
  author.name as organisation_name,
  t.is_shared,
  t.title,
  t.owner_organisation_id,
  owner.name as owner_organisation_name,
  t.owner_account_id,
  t.owner_name,
  t.due_on,
  t.about_noun,
  t.about_id,
  t.about_label,
  t.state,
  t.done_at,
  t.done_by_name,
  t.version,
  seat.left_at is not null as owner_has_left
from missions.task as t
inner join missions.mission as m on m.id = t.mission_id
inner join directory.pub_organisation as author on author.id = t.organisation_id
inner join directory.pub_organisation as owner on owner.id = t.owner_organisation_id
inner join missions.partner as seat on seat.mission_id = t.mission_id
  and seat.organisation_id = t.owner_organisation_id
where t.state = $1 and t.owner_organisation_id = $2
order by t.state = 'done', t.done_at desc, t.due_on nulls last, t.id
limit $3;

-- lockTask
select from missions.task where id = $1 and mission_id = $2 for no key update;
select
  t.id,
  t.mission_id,
  m.title as mission_title,
  t.organisation_id,
  author.name as organisation_name,
  t.is_shared,
  t.title,
  t.owner_organisation_id,
  owner.name as owner_organisation_name,
  t.owner_account_id,
  t.owner_name,
  t.due_on,
  t.about_noun,
  t.about_id,
  t.about_label,
  t.state,
  t.done_at,
  t.done_by_name,
  t.version,
  seat.left_at is not null as owner_has_left
from missions.task as t
inner join missions.mission as m on m.id = t.mission_id
inner join directory.pub_organisation as author on author.id = t.organisation_id
inner join directory.pub_organisation as owner on owner.id = t.owner_organisation_id
inner join missions.partner as seat on seat.mission_id = t.mission_id
  and seat.organisation_id = t.owner_organisation_id
where t.mission_id = $1 and t.id = $2
order by t.state = 'done', t.done_at desc, t.due_on nulls last, t.id
limit $3;

-- addTask
insert into missions.task (
  mission_id, is_shared, title, owner_organisation_id, owner_account_id, owner_name, due_on, about_noun,
  about_id, about_label, created_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
returning id;

-- changeTask, its words
update missions.task set title = $1 where id = $2;

-- changeTask, its term
update missions.task set due_on = $1, reminded_before_at = $2, reminded_due_at = $3 where id = $4;

-- completeTask
update missions.task set state = $1, done_at = $2, done_by = $3, done_by_name = $4 where id = $5;

-- listDueTasks
select
  t.id,
  t.mission_id as "missionId",
  m.title as "missionTitle",
  t.title,
  t.about_label as "aboutLabel",
  t.owner_organisation_id as "ownerOrganisationId",
  t.owner_account_id as "ownerAccountId",
  t.due_on::text as "dueOn",
  t.reminded_before_at::text as "remindedBeforeAt",
  t.reminded_due_at::text as "remindedDueAt"
from missions.task t
join missions.mission m on m.id = t.mission_id
join missions.partner p on p.mission_id = t.mission_id
  and p.organisation_id = t.owner_organisation_id
  and p.left_at is null
where t.state = 'open' and t.reminded_due_at is null and t.due_on <= $1 and m.state <> 'cancelled'
order by t.due_on, t.id;

-- noteReminder
update missions.task
set reminded_before_at = $1
where id = $2 and reminded_before_at is null and state = 'open';
