import type { MiddlewareHandler } from 'hono'
import type { Services } from '#platform/context.ts'
import { closePocket } from '#modules/pocket/index.ts'
import { deviceSecret, farewellHeaders } from '#modules/pocket/routes/device-cookie.ts'

/** Whoever signs out of Escale leaves nothing on the device: the pocket is closed with the session, and the browser forgets what it kept. */
export function closePocketToo(services: Services): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.req.method !== 'POST' || c.res.status >= 400) return
    const secret = await deviceSecret(services, c.req.raw)
    if (!secret) return
    await closePocket(services, secret)
    for (const [name, value] of await farewellHeaders(services)) c.res.headers.append(name, value)
  }
}
