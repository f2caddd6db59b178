import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { sourcesDigest } from '#app/web-build.ts'
import { createOnce, databaseUrl } from './database.ts'

const root = join(import.meta.dirname, '..')

/** What a process of the tests is told, so that it never touches the folder of `npm start`. */
export const testEnvironment = {
  ESCALE_DATA: '.escale/tests',
  ESCALE_SECRET: 'x'.repeat(32),
  ESCALE_LOG: 'error',
  NODE_ENV: 'production',
} as const

/** One database with the demonstration, loaded by the product's own command, to be copied by each test that needs it. */
export async function demoTemplate(serverUrl: string): Promise<string> {
  const name = `demo_${sourcesDigest().slice(0, 12)}`
  await createOnce(serverUrl, name, async (url) => {
    execFileSync(process.execPath, ['src/app/cli.ts', 'demo'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...testEnvironment, DATABASE_URL: url },
    })
  })
  return databaseUrl(serverUrl, name)
}
