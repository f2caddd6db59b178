import type { PasskeyOptions } from '@better-auth/passkey'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import { isStronglyAuthenticated } from './oidc.ts'

/** How a session was opened, shown to its owner; by the path of the library that opened it. */
const doorsByPath: Readonly<Record<string, string>> = {
  '/sign-in/email': 'password',
  '/sign-in/email-otp': 'code',
  '/two-factor/verify-totp': 'secondFactor',
  '/two-factor/verify-backup-code': 'secondFactor',
  '/passkey/verify-authentication': 'passkey',
  '/callback/:id': 'oidc',
}

type HookContext = { readonly path?: string } | null

// oxlint-disable-next-line typescript/require-await -- the library wants a promise
export async function nameTheDoor(session: Record<string, unknown>, context: HookContext) {
  const openedBy = session.openedBy ?? (context?.path ? doorsByPath[context.path] : undefined)
  return openedBy ? { data: { ...session, openedBy } } : undefined
}

/**
 * Signing in again replaces the session the browser had: an identifier planted or left behind stops working.
 * Everyone's ended sessions and codes are forgotten on the same occasion: they name people, devices and networks.
 */
export const leaveFormerSession = createAuthMiddleware(async (ctx) => {
  const opened = ctx.context.newSession
  if (!opened) return
  const former = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
  if (former && former !== opened.session.token) await ctx.context.internalAdapter.deleteSession(former)
  const ended = [{ field: 'expiresAt', operator: 'lt' as const, value: new Date() }]
  for (const model of ['session', 'verification']) await ctx.context.adapter.deleteMany({ model, where: ended })
})

/**
 * The library asks for a second factor after a password only. Here it is asked after an e-mail code too, and after an identity
 * provider that does not say it saw two factors itself. A passkey is two factors already: the device and its owner's verification.
 */
export function secondFactor() {
  const plugin = twoFactor({ issuer: 'Escale', allowPasswordless: true })
  const [challenge] = plugin.hooks.after
  if (!challenge) throw new Error('the second factor plugin no longer challenges after sign-in')
  const afterProvider = createAuthMiddleware(async (ctx) => {
    const opened = ctx.context.newSession
    if (!opened) return
    const accounts = await ctx.context.internalAdapter.findAccounts(opened.user.id)
    const used = accounts
      .filter((account) => account.providerId === 'oidc')
      .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())[0]
    if (isStronglyAuthenticated(used?.idToken)) return
    const pending = (await challenge.handler(ctx as Parameters<typeof challenge.handler>[0])) as { response?: unknown } | undefined
    if (pending?.response === undefined) return
    const next = ctx.context.responseHeaders?.get('location')
    throw ctx.redirect(`/connexion/second-facteur${next ? `?next=${encodeURIComponent(pathOf(next))}` : ''}`)
  })
  return {
    ...plugin,
    hooks: {
      after: [
        { ...challenge, matcher: ({ path }: { path?: string }) => path === '/sign-in/email' || path === '/sign-in/email-otp' },
        { matcher: ({ path }: { path?: string }) => path === '/callback/:id', handler: afterProvider },
      ],
    },
  }
}

function pathOf(location: string): string {
  const url = URL.parse(location, 'http://escale.invalid')
  return url ? url.pathname + url.search : '/'
}

/** User verification (PIN, fingerprint) is demanded both ways, because a passkey here replaces two factors. */
export function passkeyWithVerification(publicUrl: string): PasskeyOptions {
  const refuseUnverified = (isVerified: boolean) => {
    if (!isVerified) throw new APIError('UNAUTHORIZED', { message: 'user verification is required' })
  }
  return {
    rpID: new URL(publicUrl).hostname,
    rpName: 'Escale',
    origin: new URL(publicUrl).origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      // oxlint-disable-next-line typescript/require-await -- the library wants a promise
      afterVerification: async ({ ctx, verification }) => {
        if (ctx.context.session?.user.isDemo !== false) throw new APIError('FORBIDDEN', { message: 'fictitious people are shared by all' })
        refuseUnverified(verification.registrationInfo?.userVerified === true)
      },
    },
    // oxlint-disable-next-line typescript/require-await -- the library wants a promise
    authentication: { afterVerification: async ({ verification }) => refuseUnverified(verification.authenticationInfo.userVerified) },
  }
}
