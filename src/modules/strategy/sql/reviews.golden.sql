-- What each function of reviews.ts sends. Written by npm run sql:golden.

-- loadReview
select year, opening, findings, outlook, version from strategy.review where plan_id = $1 and year = $2;

-- insertReview
insert into strategy.review (plan_id, from_year, to_year, year, opening, findings, outlook)
values ($1, $2, $3, $4, $5, $6, $7);

-- updateReview
update strategy.review set opening = $1, findings = $2, outlook = $3 where plan_id = $4 and year = $5;
