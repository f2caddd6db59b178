-- What each function of acts.ts sends. Written by npm run sql:golden.

-- loadAct
select
  a.*,
  encode(s.digest, 'hex') as digest,
  (
    select coalesce(json_agg(agg), '[]')
    from (select am.mission_id from acts.act_mission as am where am.act_id = a.id order by am.position) as agg
  ) as missions
from acts.act as a
left join acts.snapshot as s on s.id = a.snapshot_id
where a.id = $1;

-- lockAct
select from acts.act where id = $1 for update;
-- as loadAct

-- findActByReference
select id from acts.act where reference = $1 and state <> $2 order by created_at desc, id desc limit $3;
-- as loadAct

-- listActs, a page
select
  a.id,
  a.state,
  a.outcome,
  a.reference,
  a.object,
  a.meeting_on,
  a.transmitted_on,
  a.published_on,
  a.executory_on,
  coalesce(
    (
      select jsonb_agg(m.title order by am.position)
      from acts.act_mission am
      join missions.pub_mission m on m.id = am.mission_id
      where am.act_id = a.id
    ),
    '[]'
  ) as mission_titles,
  (select g.title from agreements.pub_agreement as g where g.id = a.agreement_id) as agreement_title
from acts.act as a
order by a.created_at desc, a.id desc
limit $1
offset $2;

-- listActs, after a line
select
  a.id,
  a.state,
  a.outcome,
  a.reference,
  a.object,
  a.meeting_on,
  a.transmitted_on,
  a.published_on,
  a.executory_on,
  coalesce(
    (
      select jsonb_agg(m.title order by am.position)
      from acts.act_mission am
      join missions.pub_mission m on m.id = am.mission_id
      where am.act_id = a.id
    ),
    '[]'
  ) as mission_titles,
  (select g.title from agreements.pub_agreement as g where g.id = a.agreement_id) as agreement_title
from acts.act as a
where (a.created_at, a.id) < (select b.created_at, b.id from acts.act b where b.id = $1)
order by a.created_at desc, a.id desc
limit $2
offset $3;

-- listActsAbout
select
  a.id,
  a.state,
  a.outcome,
  a.reference,
  a.object,
  a.meeting_on,
  a.transmitted_on,
  a.published_on,
  a.executory_on,
  coalesce(
    (
      select jsonb_agg(m.title order by am.position)
      from acts.act_mission am
      join missions.pub_mission m on m.id = am.mission_id
      where am.act_id = a.id
    ),
    '[]'
  ) as mission_titles,
  (select g.title from agreements.pub_agreement as g where g.id = a.agreement_id) as agreement_title
from acts.act as a
where a.state <> $1
  and a.agreement_id = any ($2::uuid[])
  or exists (select from acts.act_mission am where am.act_id = a.id and am.mission_id = any ($3::uuid[]))
order by a.created_at desc, a.id desc
limit $4;

-- countActs
select count(*)::int as count from acts.act;

-- missionsWithAct
select am.mission_id, a.id
from acts.act_mission as am
inner join acts.act as a on a.id = am.act_id
where am.mission_id in ($1, …) and (a.state in ($2, …) or a.outcome = $3);

-- runningActs
-- as missionsWithAct

-- agreementsWithAct
select agreement_id from acts.act where agreement_id is not null and (state in ($1, …) or outcome = $2);

-- loadActAbout
select
  a.*,
  encode(s.digest, 'hex') as digest,
  (
    select coalesce(json_agg(agg), '[]')
    from (select am.mission_id from acts.act_mission as am where am.act_id = a.id order by am.position) as agg
  ) as missions
from acts.act as a
left join acts.snapshot as s on s.id = a.snapshot_id
where a.agreement_id = $1 and (a.state in ($2, …) or a.outcome = $3);

-- latestHeader
select header, language from acts.act order by created_at desc, id desc limit $1;

-- loadSnapshot
select s.content, encode(s.digest, 'hex') as hash
from acts.act as a
inner join acts.snapshot as s on s.id = a.snapshot_id
where a.id = $1;
