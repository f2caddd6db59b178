-- What each function of desk.ts sends. Written by npm run sql:golden.

-- loadDesk
select slug, is_open, welcome, strong_from, version from visits.desk;

-- saveDesk
insert into visits.desk (slug, is_open, welcome, strong_from)
values ($1, $2, $3, $4)
on conflict (organisation_id) do update
set slug = $5, is_open = $6, welcome = $7, strong_from = $8;

-- listCriteria
select id, kind, value, reason, weight, partner, valid_from, valid_to
from visits.criterion
order by abs(weight) desc, id;

-- addCriterion
insert into visits.criterion (kind, value, reason, weight, partner, valid_from, valid_to)
values ($1, $2, $3, $4, $5, $6, $7)
returning id;

-- removeCriterion
delete from visits.criterion where id = $1;

-- listLetterTexts
select kind, subject, body from visits.letter_text;

-- saveLetterText
insert into visits.letter_text (kind, subject, body)
values ($1, $2, $3)
on conflict (organisation_id, kind) do update
set subject = $4, body = $5;

-- forgetLetterText
delete from visits.letter_text where kind = $1;
