import { serve } from '@hono/node-server'
import { type Worker, startWorker } from '#platform/worker.ts'
import type { Config } from '#platform/config.ts'
import { demoAccounts, loadDemoOnce } from '../demo/index.ts'
import { type House, openHouse } from '../services.ts'
import { buildServer } from '../server.ts'
import { tasks } from '../tasks.ts'
import { loadWebBuild } from '../web-build.ts'
import type { Command } from './command.ts'

export const start: Command = {
  usage: 'start',
  purpose: 'set up, then run the web and the worker in one process',
  run: (config) => keepRunning(config, { hasWeb: true, hasWorker: true }),
}

export const web: Command = {
  usage: 'web',
  purpose: 'run the web only; any number of them share a database',
  run: (config) => keepRunning(config, { hasWeb: true, hasWorker: false }),
}

export const worker: Command = {
  usage: 'worker',
  purpose: 'run the background jobs only; any number of them share a database',
  run: (config) => keepRunning(config, { hasWeb: false, hasWorker: true }),
}

type Parts = { readonly hasWeb: boolean; readonly hasWorker: boolean }

/** Runs until a signal asks to stop; then ends in order: no new request, running ones finish, jobs finish, database last. */
async function keepRunning(config: Config, { hasWeb, hasWorker }: Parts): Promise<number> {
  const stopped = stopSignal()
  const webBuild = hasWeb ? loadWebBuild(() => console.log('Building the web application (once per version) …')) : undefined
  // Its failure is reported where it is awaited, below.
  webBuild?.catch(() => {})
  const house = await openHouse(config, { adopt: true })
  let running: Worker | null = null
  try {
    if (config.ESCALE_DEMO) await loadDemoOnce(house)
    running = hasWorker ? await startWorker({ services: house.services, tasks }) : null
    const built = await webBuild
    const listening = built ? await listen(house, built) : null
    if (listening) await sayWhere(config, house)
    else console.log('The worker is running. Ctrl-C stops it.')
    await stopped
    await listening?.close()
  } finally {
    // Before the database, also when the port is taken: a worker left alone would look for its database for ever.
    await running?.stop()
    await house.close()
  }
  return 0
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
}

/** @throws with a sentence that names PORT when the port is taken. */
export async function listen(
  house: House,
  built: Awaited<ReturnType<typeof loadWebBuild>>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
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
