-- What each function of api-keys.ts sends. Written by npm run sql:golden.

-- listApiKeys
select k.id, k.name, k.token_hint as hint, k.roles, k.created_at, k.expires_at, k.revoked_at, u.used_on
from identity.api_key as k
left join identity.api_key_use as u on u.api_key_id = k.id
order by k.created_at desc, k.id;

-- addApiKey
insert into identity.api_key (name, roles, expires_at, token_digest, token_hint) values ($1, $2, $3, $4, $5);

-- revokeApiKey
update identity.api_key set revoked_at = $1 where id = $2 and revoked_at is null;
