-- What each function of notices.ts sends. Written by npm run sql:golden.

-- listEnding
select
  a.id,
  a.organisation_id as "organisationId",
  a.title,
  e.last_day::text as "lastDay",
  array(
    select n.months from agreements.term_notice n where n.agreement_id = a.id and n.last_day = e.last_day
  ) as sent
from agreements.agreement a
cross join lateral (
  select coalesce(
    (
      select m.prolongs_to
      from agreements.amendment m
      where m.agreement_id = a.id and m.prolongs_to is not null
      order by m.number desc
      limit 1
    ),
    a.last_day
  ) as last_day
) e
where e.last_day between $1 and $2
  and a.terminated_on is null
  and (a.signed_on is not null or a.attested_on is not null)
  and not exists (select from agreements.agreement r where r.renews_id = a.id and r.signed_on is not null)
order by e.last_day, a.id;

-- noteNotice
insert into agreements.term_notice (agreement_id, organisation_id, last_day, months, sent_at)
values ($1, $2, $3, $4, $5)
on conflict do nothing;
