// npm test: every check of the house, one after the other, then one closing line.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.escale/reports')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const withoutBrowser = process.argv.includes('--no-browser')

type Counts = { passed: number; failed: number; skipped: number }
type Check = { readonly name: string; readonly command: readonly [string, ...string[]]; readonly count?: () => Counts }

const vitestReport = join(reports, 'vitest.json')
const browserReport = join(reports, 'browser.json')

const checks: readonly Check[] = [
  { name: 'route types', command: [bin('react-router'), 'typegen'] },
  { name: 'format', command: [bin('oxfmt'), '--check', '.'] },
  // Before whatever looks at types: the product knows the engine by what this declares.
  { name: 'types of the engine', command: [bin('tsc'), '-p', 'engine'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [bin('tsc'), '--noEmit'] },
  { name: 'types of the engine’s tests and bench', command: [bin('tsc'), '--noEmit', '-p', 'engine/bench'] },
  { name: 'schema', command: [process.execPath, 'scripts/db-dump.ts', '--check'] },
  // Before the tests: several of them serve it, and two builds at once would write over each other.
  { name: 'web build', command: [process.execPath, 'scripts/build.ts'] },
  {
    name: 'tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile=${vitestReport}`],
    count: countVitest,
  },
  ...(withoutBrowser ? [] : [{ name: 'browser journeys', command: [bin('playwright'), 'test'], count: countBrowser } satisfies Check]),
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const cluster = keepTestCluster()
await cluster.ready
const total: Counts = { passed: 0, failed: 0, skipped: 0 }
for (const { name, command, count } of checks) {
  console.log(`\n— ${name}`)
  const [program, ...args] = command
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, FORCE_COLOR: '0' } })
  const counts = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
  const isClean = done.status === 0
  total.passed += count ? counts.passed : Number(isClean)
  total.skipped += counts.skipped
  // A runner that failed without naming a test still counts as a failure.
  total.failed += count ? Math.max(counts.failed, Number(!isClean)) : Number(!isClean)
}
cluster.stop()
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

/** One cluster for every step; the steps find it running and leave it so. */
function keepTestCluster(): { ready: Promise<void>; stop(): void } {
  const child = spawn(process.execPath, ['scripts/test-cluster.ts'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  const ready = new Promise<void>((done, fail) => {
    child.stdout.once('data', () => done())
    child.once('exit', (code) => fail(new Error(`the test cluster ended with ${code}`)))
  })
  return { ready, stop: () => child.stdin.end() }
}

function countVitest(): Counts {
  const report = readReport<{ numPassedTests: number; numFailedTests: number; numPendingTests: number }>(vitestReport)
  return report
    ? { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests }
    : { passed: 0, failed: 1, skipped: 0 }
}

function countBrowser(): Counts {
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(browserReport)
  return report
    ? { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected, skipped: report.stats.skipped }
    : { passed: 0, failed: 1, skipped: 0 }
}

function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}
