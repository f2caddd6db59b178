-- What each function of handover.ts sends. Written by npm run sql:golden.

-- listItemHolders
select owner_account_id as account_id, max(owner_name) as name, count(*)::int as item_count
from (
  select i.id, i.owner_account_id, i.owner_name
  from departure.own_requirements(
    (
      select coalesce(array_agg(distinct mission_id), '{}')
      from departure.item
      where state = 'to_do' and owner_account_id is not null
    )
  ) r
  join departure.item i on i.id = r.item_id and i.owner_account_id is not null
  where r.state = 'to_do'
) held
group by 1
order by 2, 1;

-- passItems
update departure.item
set owner_account_id = $1, owner_name = $2
where owner_account_id = $3
  and id in (
    select id
    from (
      select i.id, i.owner_account_id, i.owner_name
      from departure.own_requirements(
        (
          select coalesce(array_agg(distinct mission_id), '{}')
          from departure.item
          where state = 'to_do' and owner_account_id is not null
        )
      ) r
      join departure.item i on i.id = r.item_id and i.owner_account_id is not null
      where r.state = 'to_do'
    ) held
  );
