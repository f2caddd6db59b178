import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as product from './product.ts'
import type { WebBuild } from './server.ts'

const root = join(import.meta.dirname, '../..')
const stampFile = join(root, 'build/.stamp')

export type Product = Pick<typeof product, 'runUntil'> & { readonly webBuild: WebBuild }

/** Loads the built web application, building it first when its sources changed since. */
export async function loadWebBuild(onBuild: () => void = () => {}): Promise<WebBuild> {
  const stamp = sourcesDigest()
  if (!isBuilt(stamp)) {
    onBuild()
    await build()
    writeFileSync(stampFile, stamp)
  }
  return (await importBuild()).webBuild
}

/** The product as one file, or null while what was built is not of the present sources. */
export async function loadBuiltProduct(): Promise<Product | null> {
  return isBuilt(sourcesDigest()) ? importBuild() : null
}

function isBuilt(stamp: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

async function importBuild(): Promise<Product> {
  return (await import(pathToFileURL(join(root, 'build/server/index.js')).href)) as Product
}

/** One digest of everything the web application, and the demonstration, are made from. */
export function sourcesDigest(): string {
  const hash = createHash('sha256')
  const files = ['src', 'db', 'public']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|golden\.\w+)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of [
    ...files.sort(),
    ...['package-lock.json', 'vite.config.ts', 'react-router.config.ts'].map((name) => join(root, name)),
  ]) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function build(): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/.bin/react-router'), 'build'], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', fail)
    child.on('exit', (code) =>
      code === 0 ? done() : fail(new Error(`The web application could not be built:\n${Buffer.concat(said).toString('utf8')}`)),
    )
  })
}
