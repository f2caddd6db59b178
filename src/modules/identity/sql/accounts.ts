import type pg from 'pg'
import type { AccountId, Role } from '#platform/actor.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Auth } from '../auth.ts'
import type { Credentials } from '../domain/credentials.ts'

type AuthPool = Pick<Auth, 'pool'>

/** The language a person reads, by their address; French when nobody has it. */
export async function localeOfAddress({ pool }: AuthPool, email: string): Promise<Locale> {
  const { rows } = await pool.query<{ locale: Locale }>('select locale from auth."user" where email = lower($1)', [email])
  return rows[0]?.locale ?? 'fr'
}

export type DemoAccount = {
  readonly id: AccountId
  readonly name: string
  readonly organisationName: string
  readonly roles: readonly Role[]
}

/** The fictitious people one may become in one click. */
export async function listDemoAccounts({ pool }: AuthPool): Promise<DemoAccount[]> {
  const { rows } = await pool.query<DemoAccount>(`
    select distinct on (u.id) u.id, u.name, m.organisation_name as "organisationName", m.roles
    from auth."user" u cross join lateral identity.memberships_of(u.id) m
    where u."isDemo" order by u.id, m.organisation_name`)
  return rows
}

export async function isDemoAccount({ pool }: AuthPool, accountId: AccountId): Promise<boolean> {
  const { rowCount } = await pool.query('select from auth."user" where id = $1 and "isDemo"', [accountId])
  return rowCount === 1
}

/** What an account can sign in with, and its live sessions, the latest first. `token` is that of the session in use. */
export async function loadCredentials({ pool }: AuthPool, accountId: AccountId, token: string): Promise<Credentials> {
  const { rows } = await pool.query<Credentials>(
    `select exists (select from auth.account a where a."userId" = u.id and a."providerId" = 'credential' and a.password is not null) as "hasPassword",
            coalesce(u."twoFactorEnabled", false) as "hasSecondFactor",
            coalesce((select extract(epoch from now() - s."createdAt") / 60 from auth.session s where s.token = $2), 1e6)::float8 as "sessionAgeMinutes",
            coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'addedAt', p."createdAt") order by p."createdAt")
                      from auth.passkey p where p."userId" = u.id), '[]') as passkeys,
            coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'openedAt', s."createdAt", 'expiresAt', s."expiresAt", 'openedBy', s."openedBy",
                        'userAgent', coalesce(s."userAgent", ''), 'network', coalesce(s."ipAddress", ''), 'isThisOne', s.token = $2) order by s."createdAt" desc)
                      from auth.session s where s."userId" = u.id and s."expiresAt" > now()), '[]') as sessions
     from auth."user" u where u.id = $1`,
    [accountId, token],
  )
  const row = rows[0]
  if (!row) throw new Error('the account in use does not exist')
  return row
}

export async function changeProfile(
  { pool }: AuthPool,
  accountId: AccountId,
  profile: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  await pool.query('update auth."user" set name = $2, locale = $3, "updatedAt" = now() where id = $1', [
    accountId,
    profile.name,
    profile.locale,
  ])
}

export async function changeLocale({ pool }: AuthPool, accountId: AccountId, locale: Locale): Promise<void> {
  await pool.query('update auth."user" set locale = $2, "updatedAt" = now() where id = $1', [accountId, locale])
}

/** Nothing when the passkey is another account's. */
export async function renamePasskey({ pool }: AuthPool, accountId: AccountId, passkeyId: string, name: string): Promise<void> {
  await pool.query('update auth.passkey set name = $3 where "userId" = $1 and id::text = $2', [accountId, passkeyId, name])
}

export async function forgetPasskey({ pool }: AuthPool, accountId: AccountId, passkeyId: string): Promise<void> {
  await pool.query('delete from auth.passkey where "userId" = $1 and id::text = $2', [accountId, passkeyId])
}

export async function deleteAccount({ pool }: AuthPool, accountId: AccountId): Promise<void> {
  await pool.query('delete from auth."user" where id = $1', [accountId])
}

export type NewAccount = {
  /** Given by the demonstration, so that its people are the same after a reset. */
  readonly id?: AccountId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly isDemo?: boolean
}

/** With the connection of the sign-in role or of the owner. The address counts as verified. */
export async function insertAccount(client: Pick<pg.Pool | pg.Client, 'query'>, account: NewAccount): Promise<AccountId | null> {
  const { rows } = await client.query<{ id: AccountId }>(
    `insert into auth."user" (id, name, email, "emailVerified", locale, "isDemo") values (coalesce($1::uuid, uuidv7()), $2, lower($3), true, $4, $5) returning id`,
    [account.id ?? null, account.name.trim(), account.email.trim(), account.locale, account.isDemo ?? false],
  )
  return rows[0]?.id ?? null
}
