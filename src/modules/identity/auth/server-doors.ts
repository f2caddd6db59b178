import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

const openedBy = z.enum(['demo', 'invitation', 'firstRun'])

/** Doors our own server opens for an account it has already recognised. They have no address: no request can reach them. */
export function serverDoors() {
  return {
    id: 'escale-doors',
    endpoints: {
      /** Opens a session and sets its cookie. The caller answers for who this is. */
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', requireHeaders: true, body: z.object({ accountId: z.uuid(), openedBy }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.accountId)
          if (!user) throw new APIError('NOT_FOUND')
          const session = await ctx.context.internalAdapter.createSession(user.id, false, { openedBy: ctx.body.openedBy })
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ accountId: user.id })
        },
      ),
      /** Sets or replaces the password of an account. Whether it may is decided by `usecases/set-password.ts`. */
      replacePassword: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ accountId: z.uuid(), password: z.string().max(256) }) },
        async (ctx) => {
          const { accountId, password } = ctx.body
          const hash = await ctx.context.password.hash(password)
          const known = await ctx.context.internalAdapter.findCredentialAccount(accountId)
          if (known) await ctx.context.internalAdapter.updatePassword(accountId, hash)
          else await ctx.context.internalAdapter.createAccount({ userId: accountId, providerId: 'credential', accountId, password: hash })
          return ctx.json({ accountId })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
