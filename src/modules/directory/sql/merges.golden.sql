-- What each function of merges.ts sends. Written by npm run sql:golden.

-- insertMerge
insert into directory.merge (
  kind, kept_id, gone_id, gone_name, kept_version, kept_before, gone_before, moved, merged_at
)
values (
  $1, $2, $3, $4, $5,
  jsonb_build_object('card', $6::jsonb, 'affiliations', $7::jsonb, 'identifiers', $8::jsonb),
  jsonb_build_object('card', $9::jsonb, 'affiliations', $10::jsonb, 'identifiers', $11::jsonb), $12::jsonb,
  $13
)
returning id;

-- lockMerge
select
  id,
  kind,
  kept_id,
  gone_id,
  gone_name,
  kept_version,
  merged_at,
  undone_at,
  moved::text as moved,
  (kept_before -> 'card')::text as kept_card,
  (kept_before -> 'affiliations')::text as kept_affiliations,
  (kept_before -> 'identifiers')::text as kept_identifiers,
  (gone_before -> 'card')::text as gone_card,
  (gone_before -> 'affiliations')::text as gone_affiliations,
  (gone_before -> 'identifiers')::text as gone_identifiers
from directory.merge
where id = $1
for no key update;

-- markUndone
update directory.merge set undone_at = $1 where id = $2;

-- listMerges
select
  m.id,
  m.kind,
  m.kept_id,
  m.gone_name,
  m.merged_at,
  m.undone_at,
  coalesce(o.name, trim(p.given_name || ' ' || p.family_name)) as kept_name
from directory.merge m
left join directory.person p on p.id = m.kept_id
left join directory.organisation o on o.id = m.kept_id
order by m.merged_at desc, m.id desc
limit $1;

-- forgetMergesOf
delete from directory.merge where kept_id = $1 or gone_id = $2;
