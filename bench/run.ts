// npm run bench [-- name …]: measures what bench/measures says, each thing against its floor; without names, writes docs/benchmarks.md too.
import '#app/production.ts'
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadWebBuild } from '#app/web-build.ts'
import { openGround } from './ground.ts'
import { describeMachine, loadNow } from './machine.ts'
import type { Measure } from './measure.ts'
import { benchmarksPage } from './page.ts'
import { type Measured, headers, rowOf, textTable } from './presentation.ts'
import { isBroken } from './race.ts'

const root = join(import.meta.dirname, '..')
const folder = join(import.meta.dirname, 'measures')
const known = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`No measure is named ${unknown.join(' or ')}; there are: ${known.join(', ')}`)
  process.exit(2)
}

const ground = await openGround()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void ground.close().finally(() => process.exit(130)))
try {
  const measured = await measureAll(asked.length > 0 ? asked : known)
  if (asked.length === 0) await writePage(measured)
  const broken = measured.flatMap(({ findings }) => findings.filter(isBroken))
  for (const { what, limit } of broken) console.error(`${what}: beyond ${limit} times its floor`)
  if (broken.length > 0) process.exitCode = 1
} finally {
  await ground.close()
}

async function measureAll(names: readonly string[]): Promise<Measured[]> {
  await loadWebBuild()
  const modules = await Promise.all(names.map((name) => import(join(folder, `${name}.ts`)) as Promise<{ measure: Measure }>))
  const measured: Measured[] = []
  for (const { measure } of modules.toSorted((one, other) => one.measure.rank - other.measure.rank)) {
    const [started, before] = [performance.now(), loadNow()]
    const findings = await measure.run(ground)
    const seconds = (performance.now() - started) / 1000
    measured.push({ measure, findings, seconds, load: [before, loadNow()] })
    console.log(`\n${measure.title} (${Math.round(seconds)} s)\n${textTable([headers, ...findings.map(rowOf)])}`)
  }
  return measured
}

async function writePage(measured: readonly Measured[]): Promise<void> {
  const page = join(root, 'docs/benchmarks.md')
  const machine = await describeMachine(await ground.emptyDatabase())
  writeFileSync(page, benchmarksPage(measured, machine, new Date().toISOString().slice(0, 10)))
  execFileSync(join(root, 'node_modules/.bin/oxfmt'), [page], { cwd: root, stdio: 'ignore' })
}
