import { setTimeout as pause } from 'node:timers/promises'
import type { AccountId } from '#platform/actor.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Auth } from '../auth.ts'
import { callLibrary } from '../auth/call.ts'
import type { TooManyTries } from '../auth/limits.ts'
import * as accounts from '../sql/accounts.ts'
import * as sessions from '../sql/sessions.ts'

/** Cookies to set; `isPending` while a second factor is still asked for. */
export type SignedIn = { readonly cookies: Headers; readonly isPending: boolean }

/** Who asks: headers as the library may see them, and the network the tries are counted for. */
export type Asker = { readonly headers: Headers; readonly network: string }

/** Sends a code when the address is known, and says the same when it is not. @refuses too_many_tries */
export async function requestCode(auth: Auth, email: string, asker: Asker): Promise<Outcome<null, TooManyTries>> {
  const counted = await auth.limits.count('code', email, asker.network)
  if (!counted.ok) return counted
  await Promise.all([auth.api.sendVerificationOTP({ body: { email, type: 'sign-in' }, headers: asker.headers }), pause(auth.answerMs)])
  return ok(null)
}

/** @refuses too_many_tries, code_refused: wrong, expired, used, or for an address nobody has: one answer for all. */
export function signInByCode(auth: Auth, email: string, code: string, asker: Asker) {
  return trySecret(auth, email, asker, 'code_refused', () =>
    auth.api.signInEmailOTP({ body: { email, otp: code }, headers: asker.headers, asResponse: true }),
  )
}

/** @refuses too_many_tries, sign_in_refused. The library hashes a password for unknown addresses too: the delay is the same. */
export function signInByPassword(auth: Auth, email: string, password: string, asker: Asker) {
  return trySecret(auth, email, asker, 'sign_in_refused', () =>
    auth.api.signInEmail({ body: { email, password: password.normalize('NFC') }, headers: asker.headers, asResponse: true }),
  )
}

async function trySecret<Code extends string>(
  auth: Auth,
  who: string,
  asker: Asker,
  code: Code,
  attempt: () => Promise<Response>,
): Promise<Outcome<SignedIn, TooManyTries | { readonly code: Code }>> {
  const counted = await auth.limits.count('secret', who, asker.network)
  if (!counted.ok) return counted
  const [answer] = await Promise.all([callLibrary(attempt()), pause(auth.answerMs)])
  if (!answer.ok) return refused({ code })
  await auth.limits.forgive('secret', who, asker.network)
  return ok({ cookies: answer.cookies, isPending: answer.body.twoFactorRedirect === true })
}

/** One click, for the fictitious people of the demonstration and only while the instance is one. @refuses demo_only */
export async function signInDemo(
  auth: Auth,
  accountId: AccountId,
  headers = new Headers(),
): Promise<Outcome<SignedIn, { readonly code: 'demo_only' }>> {
  if (!auth.isDemo || !(await accounts.isDemoAccount(auth, accountId))) return refused({ code: 'demo_only' })
  const answer = await callLibrary(auth.api.openSession({ body: { accountId, openedBy: 'demo' }, headers, asResponse: true }))
  return answer.ok ? ok({ cookies: answer.cookies, isPending: false }) : refused({ code: 'demo_only' })
}

/** The address of the identity provider to go to, with the cookies that tie its answer to this browser. @refuses provider_failed, too_many_tries */
export async function beginWithProvider(
  auth: Auth,
  next: string,
  asker: Asker,
): Promise<Outcome<{ readonly url: string; readonly cookies: Headers }, { readonly code: 'provider_failed' } | TooManyTries>> {
  const counted = await auth.limits.count('ceremony', asker.network, asker.network)
  if (!counted.ok) return counted
  const library = await auth.withProvider().catch(() => null)
  if (!library) return refused({ code: 'provider_failed' })
  const body = {
    provider: 'oidc',
    callbackURL: next,
    errorCallbackURL: `/connexion?next=${encodeURIComponent(next)}`,
    disableRedirect: true,
  }
  const answer = await callLibrary(library.api.signInSocial({ body, headers: asker.headers, asResponse: true }))
  return answer.ok && typeof answer.body.url === 'string'
    ? ok({ url: answer.body.url, cookies: answer.cookies })
    : refused({ code: 'provider_failed' })
}

/**
 * Ends the session in the database and in the browser. A session that came from the identity provider may go on living there:
 * then `providerUrl` is the address that ends it too (OpenID Connect RP-Initiated Logout 1.0).
 */
export async function signOut(
  auth: Auth,
  token: string | null,
  asker: Asker,
): Promise<{ readonly cookies: Headers; readonly providerUrl: string | null }> {
  const isFromProvider = token !== null && (await sessions.sessionDoor(auth, token)) === 'oidc'
  const { api } = (isFromProvider ? await auth.withProvider().catch(() => null) : null) ?? auth
  const body = { callbackURL: `${auth.publicUrl}/connexion`, disableRedirect: true }
  const answer = await callLibrary(api.signOut({ body, headers: asker.headers, asResponse: true }))
  return { cookies: answer.cookies, providerUrl: typeof answer.body.url === 'string' ? answer.body.url : null }
}
