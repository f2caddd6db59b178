-- What each function of counts.ts sends. Written by npm run sql:golden.

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
