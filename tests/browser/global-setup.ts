import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { loadWebBuild, sourcesDigest } from '#app/web-build.ts'
import { cloneDatabase, createOnce, databaseUrl, startTestCluster } from '#tests/database.ts'
import { chromium } from './chromium.ts'

export const root = join(import.meta.dirname, '../..')

/** Before the journeys: the web application built, Chromium unpacked, and one database with the demonstration to copy from. */
export default async function setup() {
  const cluster = await startTestCluster()
  const template = await cluster.template()
  const name = `demo_${sourcesDigest().slice(0, 12)}`
  await createOnce(cluster.url, name, async (url) => {
    execFileSync(process.execPath, ['src/app/cli.ts', 'demo'], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, DATABASE_URL: url, ESCALE_DATA: '.escale/browser', ESCALE_SECRET: 'x'.repeat(32) },
    })
  })
  process.env.ESCALE_TEST_DEMO = databaseUrl(cluster.url, name)
  process.env.ESCALE_TEST_EMPTY = template
  await chromium()
  await loadWebBuild()
  return () => cluster.stop()
}

export { cloneDatabase }
