import { flushCompileCache } from 'node:module'
import { serve } from '@hono/node-server'
import type { Config } from '#platform/config.ts'
import type { EmbeddedPostgres } from '#platform/embedded-postgres.ts'
import { type Worker, startWorker } from '#platform/worker.ts'
import { demoAccounts, loadDemoOnce } from './demo/index.ts'
import { type WebBuild, buildServer } from './server.ts'
import { type House, openHouse } from './services.ts'
import { tasks } from './tasks.ts'

export type Parts = { readonly hasWeb: boolean; readonly hasWorker: boolean }

type Run = {
  readonly config: Config
  readonly parts: Parts
  readonly database: Promise<EmbeddedPostgres | null>
  /** The pages, perhaps still being built. */
  readonly web: Promise<WebBuild> | undefined
  /** Once requests are answered. */
  readonly onOpen?: () => void
}

/** Runs until a signal asks to stop; then ends in order: no new request, running ones finish, jobs finish, database last. */
export async function runUntil(
  stopped: Promise<void>,
  { config, parts: { hasWeb, hasWorker }, database, web, onOpen }: Run,
): Promise<number> {
  const house = await openHouse(config, { adopt: true, database })
  let running: Worker | null = null
  try {
    if (config.ESCALE_DEMO) await loadDemoOnce(house)
    const built = hasWeb ? await web : undefined
    const listening = built ? await listen(house, built) : null
    running = hasWorker ? await startWorker({ services: house.services, tasks }) : null
    if (listening) await sayWhere(config, house)
    else console.log('The worker is running. Ctrl-C stops it.')
    // Now rather than at the end: a process that is killed would keep nothing for the next start.
    flushCompileCache()
    onOpen?.()
    await stopped
    await listening?.close()
  } finally {
    // Before the database: a worker left alone would look for it for ever.
    await running?.stop()
    await house.close()
  }
  return 0
}

/** @throws with a sentence that names PORT when the port is taken. */
export async function listen(house: House, built: WebBuild): Promise<{ readonly port: number; close(): Promise<void> }> {
  const app = buildServer({ services: house.services, auth: house.auth, web: built })
  const { PORT, HOST } = house.services.config
  return new Promise((done, fail) => {
    const server = serve({ fetch: app.fetch, port: PORT, hostname: HOST }, (info) =>
      done({
        port: info.port,
        close: () =>
          new Promise<void>((closed) => {
            server.close(() => closed())
            if ('closeIdleConnections' in server) server.closeIdleConnections()
            setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5_000).unref()
          }),
      }),
    )
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${PORT} is taken: set PORT to another, for example PORT=3001 npm start`, { cause: error })
          : error,
      ),
    )
  })
}

async function sayWhere(config: Config, house: House): Promise<void> {
  const lines = [`Escale is open on ${house.services.publicUrl}`]
  const accounts = config.ESCALE_DEMO ? await demoAccounts(house) : []
  if (accounts.length > 0) {
    lines.push('', 'Demo accounts, one click each on the sign-in page (fictitious people):')
    for (const account of accounts)
      lines.push(`  ${account.email.padEnd(34)} ${account.name}, ${account.organisation} (${account.roles.join(', ')})`)
  }
  console.log([...lines, '', 'Ctrl-C stops everything.'].join('\n'))
}
