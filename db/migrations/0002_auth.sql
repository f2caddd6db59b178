-- Tables of the sign-in library (better-auth). Only the role escale_auth reads and writes them;
-- the product knows an account by its id, its name and its e-mail through identity.account_card.
create schema auth;
grant usage on schema auth to escale_auth, escale_keeper;

create table auth."user" (
  id                  uuid primary key default uuidv7(),
  name                text not null,
  email               text not null unique,
  "emailVerified"     boolean not null default false,
  image               text,
  "twoFactorEnabled"  boolean default false,
  locale              text not null default 'fr',
  "isDemo"            boolean not null default false,
  "createdAt"         timestamptz not null default now(),
  "updatedAt"         timestamptz not null default now(),
  constraint email_is_lower_case check (email = lower(email)),
  constraint locale_is_known     check (locale in ('fr', 'en'))
);

create table auth.session (
  id              uuid primary key default uuidv7(),
  "userId"        uuid not null references auth."user" on delete cascade,
  token           text not null unique,
  "expiresAt"     timestamptz not null,
  "ipAddress"     text,
  "userAgent"     text,
  "organisationId" uuid,
  "openedBy"      text,
  "createdAt"     timestamptz not null default now(),
  "updatedAt"     timestamptz not null default now()
);
create index session_by_user on auth.session ("userId");

create table auth.account (
  id                       uuid primary key default uuidv7(),
  "userId"                 uuid not null references auth."user" on delete cascade,
  "accountId"              text not null,
  "providerId"             text not null,
  "accessToken"            text,
  "refreshToken"           text,
  "idToken"                text,
  "accessTokenExpiresAt"   timestamptz,
  "refreshTokenExpiresAt"  timestamptz,
  scope                    text,
  password                 text,
  "createdAt"              timestamptz not null default now(),
  "updatedAt"              timestamptz not null default now(),
  unique ("providerId", "accountId")
);
create index account_by_user on auth.account ("userId");

create table auth.verification (
  id            uuid primary key default uuidv7(),
  identifier    text not null,
  value         text not null,
  "expiresAt"   timestamptz not null,
  "createdAt"   timestamptz not null default now(),
  "updatedAt"   timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);

create table auth."twoFactor" (
  id             uuid primary key default uuidv7(),
  "userId"       uuid not null references auth."user" on delete cascade,
  secret         text not null,
  "backupCodes"  text not null,
  verified       boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil"  timestamptz
);
create index two_factor_by_user on auth."twoFactor" ("userId");

create table auth.passkey (
  id              uuid primary key default uuidv7(),
  name            text,
  "publicKey"     text not null,
  "userId"        uuid not null references auth."user" on delete cascade,
  "credentialID"  text not null unique,
  -- An unsigned 32-bit count (WebAuthn level 3, 6.1): exact in a double, which the driver gives back as a number.
  counter         double precision not null,
  "deviceType"    text not null,
  "backedUp"      boolean not null,
  transports      text,
  aaguid          text,
  "createdAt"     timestamptz not null default now()
);
create index passkey_by_user on auth.passkey ("userId");

-- How often a door was tried, by a digest of who tried; shared by every process. The library rate-limiter-flexible sets the columns and their order.
create table auth.rate_limit (
  key     text primary key,
  points  integer not null default 0,
  expire  bigint
);
create index rate_limit_by_expiry on auth.rate_limit (expire);

grant select, insert, update, delete on all tables in schema auth to escale_auth;
grant select on auth."user" to escale_keeper;
