import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { type GenericOAuthConfig, emailOTP, genericOAuth } from 'better-auth/plugins'
import type { Services } from '#platform/context.ts'
import { networkHeader } from '../domain/client-network.ts'
import * as sql from '../sql/accounts.ts'
import { type SendCode, codesByMail } from '../usecases/send-code.ts'
import { provenByMail } from './mail-code.ts'
import { mayEnterByProvider } from './oidc.ts'
import { serverDoors } from './server-doors.ts'
import { leaveFormerSession, nameTheDoor, passkeyWithVerification, secondFactor } from './session-rules.ts'

export const sessionDays = 7
const daySeconds = 86_400

export type LibraryNeeds = Pick<Services, 'db' | 'publicUrl' | 'log'> & { readonly sendCode?: SendCode }

export type SignInLibrary = ReturnType<typeof openLibrary>

/** The sign-in library (better-auth) on our own tables and by our own rules. It keeps nothing between two calls. */
export function openLibrary(
  { db, publicUrl, log, sendCode = codesByMail(db.authPool, { publicUrl }) }: LibraryNeeds,
  secret: string,
  providers: GenericOAuthConfig[] = [],
) {
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
      genericOAuth({ config: providers }),
      serverDoors(),
    ],
  })
}
