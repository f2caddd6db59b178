import { sql } from 'kysely'
import type { AccountId, OrganisationId, Role } from '#platform/actor.ts'
import type { Databases, Tx } from '#platform/db.ts'
import type { Locale } from '#platform/pure/locale.ts'
import type { Auth } from './auth.ts'

type AuthPool = Pick<Auth, 'pool'>

/** Whether the first-run page is still to be shown. */
export async function isEmpty(db: Databases): Promise<boolean> {
  const { rows } = await sql<{ isEmpty: boolean }>`select identity.is_empty() as is_empty`.execute(db.web)
  return rows[0]?.isEmpty === true
}

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

/** Remembers for the rest of the session which organisation it acts for. */
export async function chooseOrganisation({ pool }: AuthPool, token: string, organisationId: OrganisationId): Promise<void> {
  await pool.query('update auth.session set "organisationId" = $2 where token = $1', [token, organisationId])
}

export type QueuedMail = {
  readonly id: string
  readonly organisationId: OrganisationId | null
  readonly recipient: string
  readonly language: Locale
  readonly subject: string
  readonly bodyText: string
  readonly bodyHtml: string
}

export async function queueMail(tx: Tx, mail: QueuedMail): Promise<void> {
  await tx.insertInto('app.mail').values(mail).execute()
}
