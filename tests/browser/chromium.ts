import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A Chromium that needs nothing installed: binary, fonts and libraries come from the package @sparticuz/chromium,
 * unpacked once per version under .escale. The package's own default flags switch security off, so none of them is used.
 */
export async function chromium(): Promise<{ executablePath: string; args: string[] }> {
  const root = join(import.meta.dirname, '../..')
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string }
  const cache = join(root, '.escale', `chromium-${version}`)
  mkdirSync(cache, { recursive: true })
  process.env.TMPDIR = cache
  // The package brings the libraries of a bare Linux along only where it believes to be on such a system.
  process.env.AWS_EXECUTION_ENV = 'nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  // The package's own font configuration points at folders of another system; without any font Chromium stops.
  const fontConfig = join(cache, 'fonts.conf')
  writeFileSync(
    fontConfig,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_FILE = fontConfig
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  }
}
