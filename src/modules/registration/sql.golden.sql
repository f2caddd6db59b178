-- What each function of sql.ts sends. Written by npm run sql:golden.

-- holdPlaces
select registration.hold_places($1, $2);

-- listPlaces
select
  p.organisation_id,
  o.name as organisation_name,
  p.places,
  p.taken,
  p.waiting,
  p.by_application,
  p.version
from registration.place_count as p
inner join directory.pub_organisation as o on o.id = p.organisation_id
where p.mission_id = $1
order by o.name, p.organisation_id;

-- saveQuota, the first
insert into registration.quota (mission_id, organisation_id, places)
values ($1, $2, $3)
on conflict on constraint one_quota_per_partner do nothing;

-- saveQuota, another one
update registration.quota set places = $1 where mission_id = $2 and organisation_id = $3 and version = $4;

-- removeQuota
delete from registration.quota where mission_id = $1 and organisation_id = $2 and version = $3;

-- listLinks
select
  l.id,
  l.kind,
  l.given_name,
  l.family_name,
  l.represents,
  l.email,
  l.language,
  l.places,
  l.created_at,
  l.expires_at,
  u.used,
  case
    when l.revoked_at is not null then 'revoked'
    when l.expires_at <= $1 then 'expired'
    when u.used >= l.places then 'used'
    else 'open'
  end as standing
from registration.link l
cross join lateral (
  select count(*)::int as used
  from registration.application a
  where a.link_id = l.id and a.state <> 'withdrawn'
) u
where l.mission_id = $2
order by l.created_at desc, l.id
limit 500;

-- addLink
insert into registration.link (
  mission_id, kind, given_name, family_name, represents, email, language, places, token_digest, created_at,
  expires_at
)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
returning id;

-- lockLink
select id, kind, given_name, family_name, represents, email, language, places
from registration.link
where mission_id = $1 and id = $2 and revoked_at is null
for update;

-- changeLink, another address
update registration.link set token_digest = $1, expires_at = $2 where id = $3;

-- changeLink, the end of it
update registration.link set revoked_at = $1 where id = $2;
