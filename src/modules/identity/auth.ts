import { createHmac } from 'node:crypto'
import type pg from 'pg'
import type { Services } from '#platform/context.ts'
import { type LibraryNeeds, type SignInLibrary, openLibrary } from './auth/library.ts'
import { type Limits, openLimits } from './auth/limits.ts'
import { oidcProvider } from './auth/oidc.ts'

export { authApp, networkOf } from './auth/app.ts'

/** The sign-in library, and what our doors need around it. */
export type Auth = {
  readonly api: SignInLibrary['api']
  readonly handler: SignInLibrary['handler']
  /**
   * The same library together with the identity provider. Apart and on demand, because the library asks the provider for its
   * addresses as it opens: a provider that is down must not keep the other doors shut, nor stay shut itself once it is back.
   * @throws when no provider is configured, or when it does not answer.
   */
  readonly withProvider: () => Promise<SignInLibrary>
  readonly pool: pg.Pool
  readonly limits: Limits
  /** An answer about an address never comes sooner, in milliseconds: its delay must not tell whether the address is known. */
  readonly answerMs: number
  readonly publicUrl: string
  readonly isTrustingProxy: boolean
  readonly isDemo: boolean
  /** Name and signing key of the session cookie, so that a page needs one query to know its visitor. */
  readonly cookie: { readonly name: string; readonly key: string }
}

/** Opens the doors of sign-in. Holds no state of its own: any number of processes may each open theirs. */
export function openAuth(services: LibraryNeeds & Pick<Services, 'config' | 'secret'> & { readonly answerMs?: number }): Auth {
  const { config, db, publicUrl, answerMs = 250 } = services
  const key = createHmac('sha256', services.secret).update('sign-in').digest('base64url')
  const { api, handler } = openLibrary(services, key)
  return {
    api,
    handler,
    withProvider: rememberSuccess(async () => openLibrary(services, key, [await oidcProvider(config, services.log)])),
    pool: db.authPool,
    limits: openLimits(db.authPool),
    answerMs,
    publicUrl,
    isTrustingProxy: config.TRUST_PROXY,
    isDemo: config.ESCALE_DEMO,
    cookie: { name: `${publicUrl.startsWith('https:') ? '__Secure-' : ''}escale.session_token`, key },
  }
}

/** Runs once until it succeeds, then answers the same for ever. */
function rememberSuccess<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let known: Promise<Result> | null = null
  return () => {
    known ??= run().catch((error: unknown) => {
      known = null
      throw error
    })
    return known
  }
}
