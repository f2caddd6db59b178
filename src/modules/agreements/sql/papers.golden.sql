-- What each function of papers.ts sends. Written by npm run sql:golden.

-- listWordings
select language, body, is_authentic, version
from agreements.wording
where agreement_id = $1
order by is_authentic desc, language;

-- saveWording
insert into agreements.wording (agreement_id, language, body, is_authentic)
values ($1, $2, $3, $4)
on conflict (agreement_id, language) do update
set body = $5, is_authentic = $6;

-- listAmendments
select id, number, signed_on, vote_reference, summary, prolongs_to
from agreements.amendment
where agreement_id = $1
order by number;

-- insertAmendment
insert into agreements.amendment (number, signed_on, vote_reference, summary, prolongs_to, agreement_id)
values ($1, $2, $3, $4, $5, $6);
