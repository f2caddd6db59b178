import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import type { RequestHandler, RouterContextProvider, ServerBuild, createRequestHandler } from 'react-router'
import type { Services } from '#platform/context.ts'
import { ping } from '#platform/db.ts'
import { filesApp } from '#platform/files.ts'
import type { Visitor } from '#platform/web.ts'
import type { SignInDoor } from '#modules/identity/auth/door.ts'
import { type Auth, authApp, networkOf } from '#modules/identity/auth.ts'
import { resolveVisitor } from '#modules/identity/visitor.ts'
import { apiApp } from './api.ts'
import { closePocketToo } from './close-pocket-too.ts'
import { type Metrics, openMetrics } from './metrics.ts'

/** What the built web application hands to the server: React Router's build, and our door for context keys. */
export type WebBuild = ServerBuild & {
  readonly entry: {
    readonly module: {
      /** That of the build: a context made by one React Router is unknown to another. */
      readonly createRequestHandler: typeof createRequestHandler
      makeContext(services: Services, visitor: Visitor, door: SignInDoor): RouterContextProvider
    }
  }
}

type Env = { Variables: { requestId: string; nonce: string } }

export const clientFolder = join(import.meta.dirname, '../../build/client')

/**
 * Hono outside: health, metrics, API, files, sign-in protocol, static assets. React Router inside: the pages.
 * The order below is the order in which a request meets them.
 */
export function buildServer({
  services,
  auth,
  web,
  isDevelopment = false,
}: {
  services: Services
  auth: Auth
  /** The build, or how to get the present one while it is being edited. */
  web: WebBuild | (() => Promise<WebBuild>)
  isDevelopment?: boolean
}): Hono<Env> {
  const app = new Hono<Env>()
  const metrics = openMetrics()
  const build = typeof web === 'function' ? web : () => Promise.resolve(web)
  let pages: RequestHandler | undefined

  app.use(observe(services, metrics))
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    await ping(services.db)
    return c.text('ready')
  })
  app.get('/metrics', async (c) => {
    const token = services.config.METRICS_TOKEN
    if (token && c.req.header('authorization') !== `Bearer ${token}`) return c.text('a bearer token is needed', 401)
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
  app.use(
    '/assets/*',
    serveStatic({ root: clientFolder, onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable') }),
  )
  app.use('/favicon.svg', serveStatic({ root: clientFolder }))
  app.use('/poche/icones/*', serveStatic({ root: clientFolder }))
  if (!isDevelopment) app.use(secureHeaders(services))
  app.use(
    '/poche/service-worker.js',
    serveStatic({
      root: clientFolder,
      onFound: (_path, c) => {
        c.header('Service-Worker-Allowed', '/')
        c.header('Cache-Control', 'no-cache')
      },
    }),
  )
  app.route('/fichiers', filesApp(services))
  app.use(compress())
  app.route('/api/auth', authApp(auth))
  app.route('/api', apiApp(services))
  // By a form, or by the script that sends it.
  for (const path of ['/deconnexion', '/deconnexion.data']) app.use(path, closePocketToo(services))
  app.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === new URL(services.publicUrl).origin }))
  app.all('*', async (c) => {
    const visitor = await resolveVisitor(services, auth, c.req.raw, c.get('nonce'), c.get('requestId'))
    const entry = (await build()).entry.module
    pages ??= entry.createRequestHandler(build, isDevelopment ? 'development' : 'production')
    return pages(c.req.raw, entry.makeContext(services, visitor, { auth, network: networkOf(c, auth) }))
  })
  app.onError((error, c) => {
    services.log.error({ err: error, requestId: c.get('requestId'), path: loggedPath(c.req.path) }, 'request failed')
    return c.text(`Service unavailable. Request ${c.get('requestId')}`, c.req.path === '/readyz' ? 503 : 500)
  })
  return app
}

/** A path as the log may keep it: links that open something by themselves lose their token. */
function loggedPath(path: string): string {
  return path.replace(/^\/(invitation|partenariat|fichiers|poche\/ouvrir|poche\/calendrier)\/[^/]+/, '/$1/…')
}

/** Gives each request a number, measures it, and logs it in one line without any personal data. */
function observe(services: Services, metrics: Metrics): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now()
    c.set('requestId', randomBytes(8).toString('hex'))
    c.set('nonce', randomBytes(16).toString('base64'))
    await next()
    c.header('X-Request-Id', c.get('requestId'))
    const seconds = (performance.now() - started) / 1000
    metrics.observe(c.req.method, c.res.status, seconds)
    services.log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        path: loggedPath(c.req.path),
        status: c.res.status,
        ms: Math.round(seconds * 1000),
      },
      'request',
    )
  }
}

/**
 * Strict content security policy: scripts by nonce only, nothing from elsewhere.
 * Style attributes are allowed because accessible widgets position themselves with them; style elements are not.
 */
function secureHeaders(services: Services): MiddlewareHandler<Env> {
  const isHttps = services.publicUrl.startsWith('https:')
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    if (!headers.has('Content-Security-Policy')) {
      headers.set(
        'Content-Security-Policy',
        [
          `default-src 'none'`,
          `script-src 'self' 'nonce-${c.get('nonce')}'`,
          `style-src 'self'`,
          `style-src-attr 'unsafe-inline'`,
          `img-src 'self'`,
          `font-src 'self'`,
          `connect-src 'self'`,
          `form-action 'self'`,
          `frame-src 'self'`,
          `frame-ancestors 'self'`,
          `base-uri 'none'`,
          `object-src 'none'`,
          `manifest-src 'self'`,
        ].join('; '),
      )
    }
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Referrer-Policy', 'same-origin')
    // The camera reads badges, once the browser was asked; the policy of the first page stands for all that follow.
    headers.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    if (isHttps) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  }
}
