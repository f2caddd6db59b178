import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')

export type Running = {
  readonly url: string
  readonly child: ChildProcess
  /** Asks to stop as Ctrl-C does, and waits. Answers the exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
}

/** `escale start` in a process of its own, with the embedded database in `folder`, as an operator runs it. */
export async function startEscale(folder: string, env: Record<string, string> = {}): Promise<Running> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const said: string[] = []
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), ESCALE_DATA: folder, ESCALE_LOG: 'error', ...env },
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  const gone = new Promise<number | null>((done) => child.once('exit', done))
  for (const deadline = Date.now() + 60_000; ; await pause(40)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`escale start did not open:\n${said.join('')}`)
    const isReady = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) break
  }
  return {
    url,
    child,
    stop: async () => {
      // In a terminal every process of the chain gets the signal, and passes it on to those it started.
      for (let passing = 0; passing < 3; passing++) child.kill('SIGINT')
      const code = await gone
      // What it said last is all there is to tell why it did not end well.
      if (code !== 0) console.error(said.slice(-20).join(''))
      return code
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
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
