import type { Config } from '#platform/config.ts'
import { openDatabaseServer } from '../database-server.ts'
import type { Parts } from '../running.ts'
import { loadWebBuild, loadWhole, makeWhole } from '../web-build.ts'
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
  const whole = await loadWhole()
  if (whole) return whole.runUntil(stopped, { config, parts, database, web: Promise.resolve(whole.webBuild) })
  // Builds in a process of its own while we load: the longest of all a first start does.
  const web = parts.hasWeb ? loadWebBuild(() => console.log('Building the web application (once per version) …')) : undefined
  // Its failure is reported where it is awaited.
  web?.catch(() => {})
  const { runUntil } = await import('../running.ts')
  const onOpen = () => void makeWhole().catch((error: Error) => console.error(`The next start will be slower: ${error.message}`))
  return runUntil(stopped, { config, parts, database, web, onOpen })
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
