import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { testEnvironment } from '#tests/demo.ts'

const root = join(import.meta.dirname, '../..')

export type Server = {
  readonly url: string
  readonly port: number
  /** Ends it as an operator would: what is under way is finished first. */
  stop(): Promise<void>
  /** Ends it as a power cut would, at once and without a word. */
  kill(): Promise<void>
}

type ServerOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** The port of a server that was here before. */ readonly port?: number
}

/** The product as an operator starts it, in a process of its own, on this database. */
export async function startServer(databaseUrl: string, { env, port: wanted }: ServerOptions = {}): Promise<Server> {
  const port = wanted ?? (await freePort())
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...testEnvironment, DATABASE_URL: databaseUrl, PORT: String(port), ESCALE_URL: url, ...env },
  })
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
    if (hasEnded(child)) throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}`)
    if (await answers(`${url}/readyz`)) return { url, port, stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') }
  }
  await end(child, 'SIGKILL')
  throw new Error('the server was not ready after 60 s')
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  )
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child)) return
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill(signal)
  await gone
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
