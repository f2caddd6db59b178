-- What each function of publication.ts sends. Written by npm run sql:golden.

-- loadPublication
select
  p.slug,
  p.is_open,
  p.version,
  array(select i.item_id from programme.public_item i where i.mission_id = p.mission_id order by i.item_id) as item_ids
from programme.publication p
where p.mission_id = $1;

-- savePublication
insert into programme.publication (mission_id, slug, is_open)
values ($1, $2, $3)
on conflict (mission_id) do update
set slug = $4, is_open = $5;

-- savePublicItems
delete from programme.public_item where mission_id = $1 and item_id <> all ($2::uuid[]);
insert into programme.public_item (item_id, mission_id, since)
select i, $1::uuid, $2
from unnest($3::uuid[]) i
on conflict do nothing;

-- readPublished
select programme.published_at($1)::text as programme;
