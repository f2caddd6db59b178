-- What each function of year.ts sends. Written by npm run sql:golden.

-- listMissionsOfYear
select m.id, m.kind, m.title, m.starts_on, m.ends_on, v.visitor
from missions.pub_mission as m
inner join missions.pub_partner as own on own.mission_id = m.id
  and own.organisation_id = $1
  and own.left_at is null
left join visits.visit as v on v.mission_id = m.id
where m.state <> $2 and m.starts_on >= make_date($3, 1, 1) and m.starts_on < make_date($4 + 1, 1, 1)
order by m.starts_on, m.id;

-- listYears
select year
from (
  select extract(year from m.starts_on)::int as year
  from missions.pub_mission m
  join missions.pub_partner own on own.mission_id = m.id and own.organisation_id = $1 and own.left_at is null
  where m.starts_on is not null and m.state <> 'cancelled'
  union
  select year
  from visits.stated_count
) known
order by year desc;

-- listStatedCounts
select id, year, measure, about, value, qualifier, source
from visits.stated_count
where year = $1
order by about, id;

-- addStatedCount
insert into visits.stated_count (year, measure, about, value, qualifier, source)
values ($1, $2, $3, $4, $5, $6);

-- deleteStatedCount
delete from visits.stated_count where id = $1;
