import type { Config } from '#platform/config.ts'
import { openDatabaseServer } from '../database-server.ts'
import type { Parts } from '../running.ts'
import { loadBuiltProduct, loadWebBuild } from '../web-build.ts'
import type { Run } from './command.ts'

export const start: Run = (config) => keepRunning(config, { hasWeb: true, hasWorker: true })

export const web: Run = (config) => keepRunning(config, { hasWeb: true, hasWorker: false })

export const worker: Run = (config) => keepRunning(config, { hasWeb: false, hasWorker: true })

/** PostgreSQL starts in a process of its own while the product is loaded, which would keep its launch waiting: hence launched first. */
async function keepRunning(config: Config, parts: Parts): Promise<number> {
  const stopped = stopSignal()
  const launched = Promise.withResolvers<void>()
  const database = openDatabaseServer(config, { adopt: true, onLaunch: launched.resolve })
  // Settles also when there is nothing to launch; a failure is reported where the database is awaited.
  await Promise.race([launched.promise, database.catch(() => {})])
  const built = await loadBuiltProduct()
  const { runUntil } = built ?? (await import('../running.ts'))
  const loadWeb = async () => built?.webBuild ?? loadWebBuild(() => console.log('Building the web application (once per version) …'))
  return runUntil(stopped, { config, parts, database, loadWeb })
}

/**
 * Listens for as long as the process lives: Ctrl-C in a terminal reaches npm, the bootstrap and us, and the first two pass it on.
 * A repeated signal without a listener would end the process at once, and leave PostgreSQL behind.
 */
function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done())
  })
}
