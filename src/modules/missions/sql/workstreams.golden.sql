-- What each function of workstreams.ts sends. Written by npm run sql:golden.

-- listWorkstreams
select w.id, w.label, w.partner_id, o.name as lead_name
from missions.workstream as w
inner join missions.partner as p on p.id = w.partner_id
inner join directory.pub_organisation as o on o.id = p.organisation_id
where w.mission_id = $1
order by w.created_at, w.id;

-- addWorkstream
insert into missions.workstream (label, partner_id, mission_id) values ($1, $2, $3);

-- removeWorkstream
delete from missions.workstream where mission_id = $1 and id = $2;

-- listSignOffs
select
  s.id,
  s.organisation_id,
  o.name as organisation_name,
  s.signed_at,
  s.signed_name,
  s.withdrawn_at,
  s.withdrawn_because,
  s.withdrawn_name
from missions.sign_off as s
inner join directory.pub_organisation as o on o.id = s.organisation_id
where s.mission_id = $1
order by s.signed_at desc, s.id desc;

-- addSignOff
insert into missions.sign_off (signed_at, signed_name, mission_id) values ($1, $2, $3);

-- withdrawSignOff
update missions.sign_off
set withdrawn_at = $1, withdrawn_because = $2, withdrawn_name = $3
where mission_id = $4 and organisation_id = $5 and withdrawn_at is null;
