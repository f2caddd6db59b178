-- What each function of deputyships.ts sends. Written by npm run sql:golden.

-- listDeputyships
select
  d.id,
  d.principal_id,
  principal.name as principal_name,
  d.deputy_id,
  deputy.name as deputy_name,
  d.starts_on,
  d.ends_on,
  d.reason,
  d.ended_at is not null as has_ended
from identity.deputyship as d
inner join identity.account_card as principal on principal.id = d.principal_id
inner join identity.account_card as deputy on deputy.id = d.deputy_id
order by d.starts_on desc, d.id desc;

-- listConcerned
select id as account_id, name, email, locale from identity.account_card where id in ($1, …);

-- addDeputyship
insert into identity.deputyship (principal_id, deputy_id, starts_on, ends_on, reason)
values ($1, $2, $3, $4, $5);

-- endDeputyship
update identity.deputyship set ended_at = $1 where id = $2 and ended_at is null;
