-- What each function of retention.ts sends. Written by npm run sql:golden.

-- listOverdue
select
  o.subject,
  o.mission_id as "missionId",
  o.organisation_id as "organisationId",
  o.row_count as "rowCount",
  o.kept_until::text as "keptUntil",
  o.days,
  o.ground,
  m.title
from registration.overdue($1) o
join missions.pub_mission m on m.id = o.mission_id
order by o.kept_until, o.mission_id, o.organisation_id, o.subject;

-- purgeOverdue
select
  o.subject,
  o.mission_id as "missionId",
  o.organisation_id as "organisationId",
  o.row_count as "rowCount",
  o.kept_until::text as "keptUntil",
  o.days,
  o.ground
from registration.purge_overdue($1) o;

-- listOwnOverdue
select o.*, m.title
from registration.own_overdue($1) o
join missions.pub_mission m on m.id = o.mission_id
order by o.kept_until, o.mission_id, o.subject;

-- listPurges
select
  p.id,
  p.subject,
  p.mission_id,
  p.organisation_id,
  p.row_count,
  p.kept_until,
  p.ground,
  p.purged_at,
  m.title
from registration.purge as p
inner join missions.pub_mission as m on m.id = p.mission_id
order by p.purged_at desc, p.id desc
limit $1;
