import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import type { Auth } from '../auth.ts'
import { clientNetwork, networkHeader } from '../domain/client-network.ts'

/**
 * The only addresses of the sign-in library that answer over HTTP: the return from the identity provider, and the two
 * ceremonies of passkeys, which need a script. Everything else passes through our pages, which count the tries.
 */
export function authApp(auth: Auth): Hono {
  const app = new Hono()
  app.get('/callback/oidc', async (c) => {
    const library = await auth.withProvider().catch(() => null)
    return library ? library.handler(inside(c, auth)) : c.redirect('/connexion?error=provider_failed')
  })
  app.get('/passkey/generate-register-options', (c) => auth.handler(inside(c, auth)))
  app.post('/passkey/verify-registration', (c) => auth.handler(inside(c, auth)))
  app.get('/passkey/generate-authenticate-options', (c) => counted(c, auth))
  app.post('/passkey/verify-authentication', (c) => counted(c, auth))
  app.all('*', (c) => c.notFound())
  return app
}

async function counted(c: Context, auth: Auth): Promise<Response> {
  const request = inside(c, auth)
  const network = request.headers.get(networkHeader) ?? ''
  const counted = await auth.limits.count('ceremony', network, network)
  if (!counted.ok) return c.json({ code: counted.problem.code, minutes: counted.problem.minutes }, 429)
  const answer = await auth.handler(request)
  if (c.req.method === 'POST' && answer.ok) await auth.limits.forgive('ceremony', network, network)
  return answer
}

/** The request as the library may see it: at our public address, with the network we saw rather than the one it claims. */
function inside(c: Context, auth: Auth): Request {
  const { pathname, search } = new URL(c.req.url)
  const request = new Request(`${auth.publicUrl}${pathname}${search}`, c.req.raw)
  request.headers.set(networkHeader, networkOf(c, auth))
  return request
}

/** Where a request comes from, for whoever counts tries. */
export function networkOf(c: Context, auth: Auth): string {
  const remote = c.env?.incoming ? getConnInfo(c).remote.address : undefined
  return clientNetwork(remote, c.req.header('x-forwarded-for'), auth.isTrustingProxy)
}
