-- What each function of rules.ts sends. Written by npm run sql:golden.

-- listDefaultRules
select kind, is_of_destination, categories, notice_days, source
from departure.requirement_kind
order by position;

-- listCountryRules
select
  r.country,
  r.kind,
  r.need,
  r.words,
  r.source,
  r.valid_from,
  r.valid_until,
  r.validity_months,
  r.validity_from
from departure.country_rule r
join departure.requirement_kind k on k.kind = r.kind
join directory.pub_organisation own on own.id = app.actor_organisation() and own.country = r.nationals
where daterange(r.valid_from, r.valid_until, '[]') @> $1::date and ($2 or r.country = any ($3::text[]))
order by r.country, k.position;

-- loadHomeCountry
select country from directory.pub_organisation where id = app.actor_organisation();

-- listOwnRules
select id, kind, country, is_asked, categories, notice_days
from departure.own_rule
order by kind, country nulls first;

-- saveOwnRule
insert into departure.own_rule (kind, country, is_asked, categories, notice_days)
values ($1, $2, $3, $4, $5)
on conflict on constraint one_rule_per_kind_and_country do update
set kind = $6, country = $7, is_asked = $8, categories = $9, notice_days = $10;

-- removeOwnRule
delete from departure.own_rule where id = $1;

-- loadSignatory
select name, capacity, authority, place from departure.signatory;

-- saveSignatory
insert into departure.signatory (name, capacity, authority, place)
values ($1, $2, $3, $4)
on conflict (organisation_id) do update
set name = $5, capacity = $6, authority = $7, place = $8;
