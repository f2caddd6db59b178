-- What each function of write-acts.ts sends. Written by npm run sql:golden.

-- insertAct
insert into acts.act (
  language, reference, object, header, fiscal_year, meeting_on, kind, agreement_id, subject_code
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
returning id;

-- updateFrame
update acts.act
set
  language = $1,
  reference = $2,
  object = $3,
  header = $4,
  fiscal_year = $5,
  meeting_on = $6,
  convened_on = $7
where id = $8;

-- updateAct
update acts.act set budget_name = $1 where id = $2;

-- replaceMissions
delete from acts.act_mission where act_id = $1;
insert into acts.act_mission (act_id, mission_id, position) values ($1, $2, $3);

-- insertSnapshot
insert into acts.snapshot (act_id, content, digest) values ($1, $2, $3) returning id;
