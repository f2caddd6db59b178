import { createHmac } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { emailOTP, genericOAuth } from 'better-auth/plugins'
import type pg from 'pg'
import type { Services } from '#platform/context.ts'
import { provenByMail } from './auth/mail-code.ts'
import { networkHeader } from './domain/client-network.ts'
import { type Limits, openLimits } from './auth/limits.ts'
import { mayEnterByProvider, oidcProvider } from './auth/oidc.ts'
import { leaveFormerSession, nameTheDoor, passkeyWithVerification, secondFactor } from './auth/session-rules.ts'
import { serverDoors } from './auth/server-doors.ts'
import * as sql from './sql.ts'
import { type SendCode, codesByMail } from './usecases/send-code.ts'

export { authApp } from './auth/app.ts'

export const sessionDays = 7
const daySeconds = 86_400

type Needs = Pick<Services, 'config' | 'db' | 'secret' | 'publicUrl' | 'log'> & { readonly sendCode?: SendCode }

/** The sign-in library on our own tables, and what our doors need around it. */
export type Auth = {
  readonly api: SignInLibrary['api']
  readonly handler: SignInLibrary['handler']
  readonly library: SignInLibrary
  readonly pool: pg.Pool
  readonly limits: Limits
  readonly publicUrl: string
  readonly isTrustingProxy: boolean
  readonly isDemo: boolean
  /** Name and signing key of the session cookie, so that a page needs one query to know its visitor. */
  readonly cookie: { readonly name: string; readonly key: string }
}

/** Opens the doors of sign-in. Holds no state of its own: any number of processes may each open theirs. */
export function openAuth(services: Needs): Auth {
  const key = createHmac('sha256', services.secret).update('sign-in').digest('base64url')
  const library = configure(services, key)
  return {
    api: library.api,
    handler: library.handler,
    library,
    pool: services.db.authPool,
    limits: openLimits(services.db.authPool),
    publicUrl: services.publicUrl,
    isTrustingProxy: services.config.TRUST_PROXY,
    isDemo: services.config.ESCALE_DEMO,
    cookie: { name: `${services.publicUrl.startsWith('https:') ? '__Secure-' : ''}escale.session_token`, key },
  }
}

type SignInLibrary = ReturnType<typeof configure>

function configure({ config, db, publicUrl, log, sendCode = codesByMail(db.authPool, { publicUrl }) }: Needs, secret: string) {
  return betterAuth({
    appName: 'Escale',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: db.authPool,
    telemetry: { enabled: false },
    logger: { level: 'warn', log: (level, message) => log[level === 'error' ? 'warn' : 'debug']({ library: 'better-auth' }, message) },
    trustedOrigins: [new URL(publicUrl).origin],
    onAPIError: { errorURL: `${publicUrl}/connexion` },
    user: {
      additionalFields: {
        locale: { type: 'string', defaultValue: 'fr', input: false },
        isDemo: { type: 'boolean', defaultValue: false, input: false },
      },
      validateUserInfo: mayEnterByProvider(db.authPool),
    },
    // A session ends a week after sign-in whatever happens: no sliding, hence one read per request and no write.
    session: {
      expiresIn: sessionDays * daySeconds,
      disableSessionRefresh: true,
      freshAge: daySeconds,
      additionalFields: {
        organisationId: { type: 'string', required: false, input: false },
        openedBy: { type: 'string', required: false, input: false },
      },
    },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: ['oidc'] },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 256, autoSignIn: false },
    // Our own doors count the tries (see auth/limits.ts), because they call the library without passing through HTTP.
    rateLimit: { enabled: false },
    databaseHooks: { session: { create: { before: nameTheDoor } } },
    hooks: { after: leaveFormerSession },
    advanced: {
      cookiePrefix: 'escale',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { ipAddressHeaders: [networkHeader] },
    },
    plugins: [
      emailOTP({
        ...provenByMail,
        // A failure here must not show: it would tell that the address is known.
        sendVerificationOTP: async ({ email, otp }) => {
          try {
            await sendCode({ email, code: otp, locale: await sql.localeOfAddress({ pool: db.authPool }, email) })
          } catch (error) {
            log.error({ err: error }, 'a sign-in code could not be sent')
          }
        },
      }),
      secondFactor(),
      passkey(passkeyWithVerification(publicUrl)),
      genericOAuth({ config: oidcProvider(config, log) }),
      serverDoors(),
    ],
  })
}
