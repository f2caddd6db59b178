import type pg from 'pg'
import type { AccountId } from '#platform/actor.ts'
import type { Locale } from '#platform/pure/locale.ts'

export type NewAccount = {
  /** Given by the demonstration, so that its people are the same after a reset. */
  readonly id?: AccountId
  readonly name: string
  readonly email: string
  readonly locale: Locale
  readonly isDemo?: boolean
}

type AuthTables = Pick<pg.Pool | pg.Client, 'query'>

/**
 * Makes an account, by the sign-in role or the owner. The address counts as verified: it was proven by an invitation, a provider
 * or the operator; and a code sent there is asked for at sign-in anyway.
 * @throws when the address has an account already.
 */
export async function createAccount(client: AuthTables, account: NewAccount): Promise<AccountId> {
  const { rows } = await client.query<{ id: AccountId }>(
    `insert into auth."user" (id, name, email, "emailVerified", locale, "isDemo") values (coalesce($1::uuid, uuidv7()), $2, lower($3), true, $4, $5) returning id`,
    [account.id ?? null, account.name.trim(), account.email.trim(), account.locale, account.isDemo ?? false],
  )
  const row = rows[0]
  if (!row) throw new Error('the account was not made')
  return row.id
}
