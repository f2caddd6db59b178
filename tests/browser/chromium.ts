import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * A Chromium that needs nothing installed: binary, fonts and libraries come from the package @sparticuz/chromium,
 * unpacked once per version under .escale. The package's own default flags switch security off, so none of them is used.
 */
export async function chromium(): Promise<{ executablePath: string; args: string[] }> {
  const { version } = createRequire(import.meta.url)('@sparticuz/chromium/package.json') as { version: string }
  const cache = join(import.meta.dirname, '../../.escale', `chromium-${version}`)
  mkdirSync(cache, { recursive: true })
  process.env.TMPDIR = cache
  // The package brings the libraries of a bare Linux along only where it believes to be on such a system.
  process.env.AWS_EXECUTION_ENV = 'nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return {
    executablePath: await packed.executablePath(),
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
  }
}
