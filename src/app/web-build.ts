import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as product from './product.ts'
import type { WebBuild } from './server.ts'

const root = join(import.meta.dirname, '../..')
const server = join(root, 'build/server')

export type Product = Pick<typeof product, 'runUntil'> & { readonly webBuild: WebBuild }

/** What is built, and the file that says from which sources. */
const pages = { file: join(server, 'index.js'), stamp: join(root, 'build/.stamp') }
const whole = { file: join(server, 'whole.js'), stamp: join(root, 'build/.whole-stamp') }

/** Loads the built web application, building it first when its sources changed since. */
export async function loadWebBuild(onBuild: () => void = () => {}): Promise<WebBuild> {
  const stamp = sourcesDigest()
  if (!isOf(pages, stamp)) {
    onBuild()
    await build()
    writeFileSync(pages.stamp, stamp)
  }
  return (await load(pages)).webBuild
}

/** The product with all it is made of as one file, or null while there is none of the present sources. */
export async function loadWhole(): Promise<Product | null> {
  const stamp = sourcesDigest()
  // Its pages ask for the assets of the present build.
  return isOf(whole, stamp) && isOf(pages, stamp) ? load(whole) : null
}

/** Makes that one file of the present build, for the next start: no start waits for it. */
export async function makeWhole(): Promise<void> {
  const stamp = sourcesDigest()
  if (isOf(whole, stamp) || !isOf(pages, stamp)) return
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: pages.file,
    platform: 'node',
    external: (id) => id.startsWith('#') || apart.some((name) => id === name || id.startsWith(`${name}/`)),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    logLevel: 'silent',
  })
  const made = `${whole.file}.${process.pid}.js`
  try {
    await bundle.write({ file: made, format: 'esm', codeSplitting: false })
    renameSync(made, whole.file)
    writeFileSync(whole.stamp, stamp)
  } finally {
    await bundle.close()
    rmSync(made, { force: true })
  }
}

/** Packages left as they are installed: they start threads from files of their own, look for their neighbours on the disk, or are seldom needed. */
const apart = ['pg', 'pino', 'piscina', 'graphile-worker', 'nodemailer', 'exceljs', 'docx', 'rolldown']

type Built = { readonly file: string; readonly stamp: string }

function isOf({ file, stamp }: Built, digest: string): boolean {
  return existsSync(file) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
}

async function load({ file }: Built): Promise<Product> {
  return (await import(pathToFileURL(file).href)) as Product
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
