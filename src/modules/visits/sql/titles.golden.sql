-- What each function of titles.ts sends. Written by npm run sql:golden.

-- listTitles, of an organisation
select
  t.id,
  t.organisation_id,
  t.country,
  t.title,
  t.equivalent,
  t.rank_code,
  t.address,
  t.valid_from,
  t.valid_to,
  t.source,
  t.confirmed_on,
  t.confirmed_by_name
from visits.title_equivalence as t
where t.organisation_id = $1
order by t.country, t.title, t.valid_from;

-- listTitles, of the guests of a mission
select
  t.id,
  t.organisation_id,
  t.country,
  t.title,
  t.equivalent,
  t.rank_code,
  t.address,
  t.valid_from,
  t.valid_to,
  t.source,
  t.confirmed_on,
  t.confirmed_by_name
from visits.title_equivalence as t
where t.id in (select g.equivalence_id from visits.guest as g where g.mission_id = $1)
order by t.country, t.title, t.valid_from;

-- lockTitle
select id from visits.title_equivalence where id = $1 for update;
-- as listTitles, of an organisation

-- listProposedTitles
select id, country, title, equivalent, rank_code, address, valid_from, source
from visits.proposed_title
order by country, title;

-- addTitle
insert into visits.title_equivalence (
  country, title, equivalent, rank_code, address, valid_from, valid_to, source
)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id;

-- confirmTitle
update visits.title_equivalence set confirmed_on = $1, confirmed_by_name = $2 where id = $3;

-- endTitle
update visits.title_equivalence set valid_to = $1 where id = $2;

-- deleteTitle
delete from visits.title_equivalence where id = $1;
