-- What each function of accounts.ts sends. Written by npm run sql:golden.

-- localeOfAddress
select locale from auth."user" where email = lower($1);

-- listDemoAccounts
select distinct on (u.id) u.id, u.name, m.organisation_name as "organisationName", m.roles
from auth."user" u
cross join lateral identity.memberships_of(u.id) m
where u."isDemo"
order by u.id, m.organisation_name;

-- isDemoAccount
select from auth."user" where id = $1 and "isDemo";

-- loadCredentials
select
  exists (
    select
    from auth.account a
    where a."userId" = u.id and a."providerId" = 'credential' and a.password is not null
  ) as "hasPassword",
  coalesce(u."twoFactorEnabled", false) as "hasSecondFactor",
  coalesce(
    (select extract(epoch from now() - s."createdAt") / 60 from auth.session s where s.token = $1), 1e6
  )::float8 as "sessionAgeMinutes",
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object('id', p.id, 'name', p.name, 'addedAt', p."createdAt") order by p."createdAt"
      )
      from auth.passkey p
      where p."userId" = u.id
    ),
    '[]'
  ) as passkeys,
  coalesce(
    (
      select jsonb_agg(
        jsonb_build_object(
          'id', s.id, 'openedAt', s."createdAt", 'expiresAt', s."expiresAt", 'openedBy', s."openedBy",
          'userAgent', coalesce(s."userAgent", ''), 'network', coalesce(s."ipAddress", ''), 'isThisOne',
          s.token = $1
        )
        order by s."createdAt" desc
      )
      from auth.session s
      where s."userId" = u.id and s."expiresAt" > now()
    ),
    '[]'
  ) as sessions
from auth."user" u
where u.id = $2;

-- changeProfile
update auth."user" set name = $1, locale = $2, "updatedAt" = now() where id = $3;

-- changeLocale
update auth."user" set locale = $1, "updatedAt" = now() where id = $2;

-- renamePasskey
update auth.passkey set name = $1 where "userId" = $2 and id::text = $3;

-- forgetPasskey
delete from auth.passkey where "userId" = $1 and id::text = $2;

-- deleteAccount
delete from auth."user" where id = $1;

-- insertAccount
insert into auth."user" (id, name, email, "emailVerified", locale, "isDemo")
values (coalesce($1::uuid, uuidv7()), $2, lower($3), true, $4, $5)
returning id;
