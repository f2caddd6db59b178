import type pg from 'pg'
import type { AccountId } from '#platform/actor.ts'
import { assert } from '#platform/pure/outcome.ts'
import { type NewAccount, insertAccount } from '../sql/accounts.ts'

export type { NewAccount }

/**
 * Makes an account, by the sign-in role or the owner. The address counts as verified: it was proven by an invitation, a provider
 * or the operator; and a code sent there is asked for at sign-in anyway.
 * @throws when the address has an account already.
 */
export async function createAccount(client: Pick<pg.Pool | pg.Client, 'query'>, account: NewAccount): Promise<AccountId> {
  const id = await insertAccount(client, account)
  assert(id, 'one account inserted gives one id')
  return id
}
