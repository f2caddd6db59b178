import type { AccountId } from '#platform/actor.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type PasswordProblem, checkPassword } from '#platform/pure/password.ts'
import type { Auth } from '../auth.ts'
import { callLibrary } from '../auth/call.ts'
import type { TooManyTries } from '../auth/limits.ts'
import type { Credentials } from '../domain/credentials.ts'
import * as accounts from '../sql/accounts.ts'
import * as sessions from '../sql/sessions.ts'
import type { Asker } from './sign-in.ts'

/** The account in use, with what it can sign in with. */
export type Owner = { readonly id: AccountId; readonly name: string; readonly email: string; readonly isDemo: boolean }

/** The fictitious people are shared by every visitor of a demonstration: nobody may lock the others out of them. */
type DemoAccount = { readonly code: 'demo_account' }

/** A sign-in this recent stands for the current password: that is how a forgotten one is replaced after an e-mail code. */
const recentMinutes = 10

export async function changeProfile(auth: Auth, owner: Owner, profile: { readonly name: string; readonly locale: Locale }): Promise<void> {
  await accounts.changeProfile(auth, owner.id, profile)
}

/**
 * Sets or replaces the password, and ends every other session of the account.
 * @refuses demo_account, password_wrong, too_many_tries, and the problems of a weak password
 */
export async function setPassword(
  auth: Auth,
  owner: Owner,
  credentials: Credentials,
  { current, wanted }: { readonly current: string; readonly wanted: string },
  asker: Asker & { readonly token: string },
): Promise<Outcome<null, DemoAccount | { readonly code: 'password_wrong' } | TooManyTries | PasswordProblem>> {
  if (owner.isDemo) return refused({ code: 'demo_account' })
  const strong = checkPassword(wanted, [owner.email, owner.name])
  if (!strong.ok) return strong
  if (credentials.hasPassword && credentials.sessionAgeMinutes > recentMinutes) {
    const proven = await provePassword(auth, owner, current, asker)
    if (!proven.ok) return proven
  }
  await auth.api.replacePassword({ body: { accountId: owner.id, password: wanted.normalize('NFC') } })
  await sessions.endOtherSessions(auth, owner.id, asker.token)
  return ok(null)
}

async function provePassword(
  auth: Auth,
  owner: Owner,
  password: string,
  asker: Asker,
): Promise<Outcome<null, { readonly code: 'password_wrong' } | TooManyTries>> {
  const counted = await auth.limits.count('secret', owner.id, asker.network)
  if (!counted.ok) return counted
  const answer = await callLibrary(
    auth.api.verifyPassword({ body: { password: password.normalize('NFC') }, headers: asker.headers, asResponse: true }),
  )
  if (!answer.ok) return refused({ code: 'password_wrong' })
  await auth.limits.forgive('secret', owner.id, asker.network)
  return ok(null)
}

/** Ends one session of the account, or all but the one in use. */
export async function endSession(auth: Auth, owner: Owner, sessionId: string): Promise<void> {
  await sessions.endSession(auth, owner.id, sessionId)
}

export async function endOtherSessions(auth: Auth, owner: Owner, token: string): Promise<void> {
  await sessions.endOtherSessions(auth, owner.id, token)
}

/** The name by which its owner tells a passkey from the others. */
export async function renamePasskey(auth: Auth, owner: Owner, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  await accounts.renamePasskey(auth, owner.id, id, name)
}

/** A passkey forgotten here still exists on its device, where it opens nothing any more. */
export async function forgetPasskey(auth: Auth, owner: Owner, passkeyId: string): Promise<void> {
  await accounts.forgetPasskey(auth, owner.id, passkeyId)
}
