import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Auth } from '../auth.ts'
import { callLibrary } from '../auth/call.ts'
import type { TooManyTries } from '../auth/limits.ts'
import { readCookies } from '../visitor.ts'
import type { Owner } from './own-account.ts'
import type { Asker, SignedIn } from './sign-in.ts'

/** What an authenticator application needs (RFC 6238), and the codes that replace it when it is lost. */
export type Enrolment = { readonly uri: string; readonly secret: string; readonly backupCodes: readonly string[] }

type WrongPassword = { readonly code: 'password_wrong' }
type WrongCode = { readonly code: 'factor_refused' }
type DemoAccount = { readonly code: 'demo_account' }

/** Answers the challenge that follows a first factor: six digits of the application, or one backup code. @refuses too_many_tries, factor_refused */
export async function passSecondFactor(auth: Auth, code: string, asker: Asker): Promise<Outcome<SignedIn, TooManyTries | WrongCode>> {
  // Who is challenged is known by the library alone, through its signed cookie; it also allows five tries per challenge and ten per account.
  const challenge = readCookies(asker.headers.get('cookie')).get(auth.cookie.name.replace('session_token', 'two_factor'))
  return tryCode(auth, challenge ?? asker.network, code, asker)
}

/** Proposes a secret; nothing is asked at sign-in until a first code has proven that the application knows it. @refuses demo_account, password_wrong */
export async function beginSecondFactor(
  auth: Auth,
  owner: Owner,
  password: string,
  asker: Asker,
): Promise<Outcome<Enrolment, WrongPassword | DemoAccount | TooManyTries>> {
  if (owner.isDemo) return refused({ code: 'demo_account' })
  const counted = await auth.limits.count('secret', owner.id, asker.network)
  if (!counted.ok) return counted
  const body = password ? { password: password.normalize('NFC') } : {}
  const answer = await callLibrary(auth.api.enableTwoFactor({ body, headers: asker.headers, asResponse: true }))
  if (!answer.ok) return refused({ code: 'password_wrong' })
  await auth.limits.forgive('secret', owner.id, asker.network)
  return ok(enrolmentOf(String(answer.body.totpURI), answer.body.backupCodes as string[]))
}

export function enrolmentOf(uri: string, backupCodes: readonly string[]): Enrolment {
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', backupCodes }
}

/** Turns the second factor on with a first good code. The session is renewed. @refuses too_many_tries, factor_refused */
export function confirmSecondFactor(
  auth: Auth,
  owner: Owner,
  code: string,
  asker: Asker,
): Promise<Outcome<SignedIn, TooManyTries | WrongCode>> {
  return tryCode(auth, owner.id, code, asker)
}

/** Turns it off, with a good code and the password when there is one: a session left open is not enough. @refuses too_many_tries, factor_refused, password_wrong */
export async function endSecondFactor(
  auth: Auth,
  owner: Owner,
  { code, password }: { readonly code: string; readonly password: string },
  asker: Asker,
): Promise<Outcome<SignedIn, TooManyTries | WrongCode | WrongPassword>> {
  const proven = await tryCode(auth, owner.id, code, asker)
  if (!proven.ok) return proven
  const body = password ? { password: password.normalize('NFC') } : {}
  const answer = await callLibrary(auth.api.disableTwoFactor({ body, headers: asker.headers, asResponse: true }))
  return answer.ok ? ok({ cookies: answer.cookies, isPending: false }) : refused({ code: 'password_wrong' })
}

/**
 * Ten new backup codes; the former ones open nothing any more. Asks for the same proofs as turning the factor off.
 * @refuses too_many_tries, factor_refused, password_wrong
 */
export async function renewBackupCodes(
  auth: Auth,
  owner: Owner,
  { code, password }: { readonly code: string; readonly password: string },
  asker: Asker,
): Promise<Outcome<{ readonly cookies: Headers; readonly backupCodes: readonly string[] }, TooManyTries | WrongCode | WrongPassword>> {
  const proven = await tryCode(auth, owner.id, code, asker)
  if (!proven.ok) return proven
  const body = password ? { password: password.normalize('NFC') } : {}
  const answer = await callLibrary(auth.api.generateBackupCodes({ body, headers: asker.headers, asResponse: true }))
  if (!answer.ok) return refused({ code: 'password_wrong' })
  return ok({ cookies: proven.value.cookies, backupCodes: answer.body.backupCodes as string[] })
}

async function tryCode(auth: Auth, who: string, code: string, asker: Asker): Promise<Outcome<SignedIn, TooManyTries | WrongCode>> {
  const counted = await auth.limits.count('secret', who, asker.network)
  if (!counted.ok) return counted
  const typed = code.replaceAll(/\s/g, '')
  const verify = /^\d{6}$/.test(typed) ? auth.api.verifyTOTP : auth.api.verifyBackupCode
  const answer = await callLibrary(verify({ body: { code: typed }, headers: asker.headers, asResponse: true }))
  if (!answer.ok) return refused({ code: 'factor_refused' })
  await auth.limits.forgive('secret', who, asker.network)
  return ok({ cookies: answer.cookies, isPending: false })
}

/** The enrolment under way again, after a wrong first code: the same secret, so that the application need not be filled twice. */
export async function resumeSecondFactor(
  auth: Auth,
  password: string,
  backupCodes: readonly string[],
  asker: Asker,
): Promise<Enrolment | null> {
  const body = password ? { password: password.normalize('NFC') } : {}
  const answer = await callLibrary(auth.api.getTOTPURI({ body, headers: asker.headers, asResponse: true }))
  return answer.ok ? enrolmentOf(String(answer.body.totpURI), backupCodes) : null
}
