import type { Config } from '#platform/config.ts'
import { openDatabaseServer } from '../database-server.ts'
import type { Parts } from '../running.ts'
import type { Run } from './command.ts'

export const start: Run = (config) => keepRunning(config, { hasWeb: true, hasWorker: true })

export const web: Run = (config) => keepRunning(config, { hasWeb: true, hasWorker: false })

export const worker: Run = (config) => keepRunning(config, { hasWeb: false, hasWorker: true })

/** PostgreSQL starts in a process of its own, so the product is loaded meanwhile. */
async function keepRunning(config: Config, parts: Parts): Promise<number> {
  const stopped = stopSignal()
  const database = openDatabaseServer(config, true)
  // Its failure is reported where it is awaited.
  database.catch(() => {})
  const { runUntil } = await import('../running.ts')
  return runUntil(stopped, { config, parts, database })
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
