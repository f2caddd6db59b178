import { loadWebBuild } from '#app/web-build.ts'
import { startTestCluster } from '#tests/database.ts'
import { demoTemplate } from '#tests/demo.ts'
import { chromium } from './chromium.ts'

/** Before the journeys: the web application built, Chromium unpacked, and one database with the demonstration to copy from. */
export default async function setup() {
  const cluster = await startTestCluster()
  process.env.ESCALE_TEST_EMPTY = await cluster.template()
  process.env.ESCALE_TEST_DEMO = await demoTemplate(cluster.url)
  await chromium()
  await loadWebBuild()
  return () => cluster.stop()
}
