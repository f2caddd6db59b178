// npm run bench:engine: the instances that ship with the engine, each in a process of its own, and what an independent judge says.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { measure, type Measure } from './measure.ts'
import { type BenchInstance, type FileSet, instancesOf } from './sets.ts'
import { installPeers, measurePeer, peerCell, type PeerMeasure, peers, peerSummary } from './peers.ts'
import { pageWith } from './page.ts'
import { benchRich } from './rich.ts'
import { cellsOf, heading, isWrong, row, summary } from './table.ts'
import { readWords, secondsOf, type SetName, type Words } from './words.ts'

let words: Words
try {
  words = readWords(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(2)
}
/** What is said of each set. */
const sections = new Map<SetName, string[]>()
let section: string[] = []
const empty = { name: 'empty', file: join(import.meta.dirname, 'instances/empty.json'), optimum: 0 } as const
const started = await measure(empty, { seconds: 10, seed: 1, threads: words.threads })
let wrong = 0
for (const set of words.sets) {
  const loadBefore = load()
  section = []
  sections.set(set, section)
  wrong += set === 'rich' ? benchRich(words, say) : await benchFiles(set)
  say(
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, one process at a time on ${availableParallelism()} cores, seed ${words.seed}, ${words.threads} thread${words.threads > 1 ? 's' : ''}.`,
    `The process alone, with nothing to plan: ${started.totalSeconds.toFixed(2)} s, ${started.processorSeconds.toFixed(2)} s of processor.`,
    `Load of the machine, one minute's mean, at the beginning and at the end: ${loadBefore} and ${load()}; ${words.threads} is what the measurements themselves make.`,
  )
}
if (words.isWritten) {
  const file = join(import.meta.dirname, '../../docs/benchmarks-engine.md')
  writeFileSync(file, pageWith(sections, existsSync(file) ? readFileSync(file, 'utf8') : ''))
  spawnSync(join(import.meta.dirname, '../../node_modules/.bin/oxfmt'), [file])
}
process.exit(wrong === 0 ? 0 : 1)

/** Runs the instances of a set. @returns how many were answered wrongly */
async function benchFiles(set: FileSet): Promise<number> {
  const instances = instancesOf(set).filter(({ name }) => words.only.length === 0 || words.only.some((part) => name.includes(part)))
  if (instances.length === 0) return 0
  const seconds = words.seconds ?? secondsOf[set]
  say('', `## ${set}, ${seconds} s at most`, '', ...heading())
  const measures: Measure[] = []
  for (const instance of instances) {
    const measured = await measure(instance, { seconds, seed: words.seed, threads: words.threads })
    measures.push(measured)
    say(row(cellsOf(measured)))
  }
  say('', ...summary(set, measures))
  if (words.withPeers) compareWithPeers(instances, measures, seconds)
  return measures.filter(isWrong).length
}

function compareWithPeers(instances: readonly BenchInstance[], measures: readonly Measure[], seconds: number): void {
  installPeers()
  const kinds = Object.keys(peers) as (keyof typeof peers)[]
  say('', 'The same instances by others, each in a process of its own; × is their time over ours where both settle.', '')
  say(`| Instance | ${kinds.map((peer) => peers[peer]).join(' | ')} |`, `| --- | ${kinds.map(() => '---:').join(' | ')} |`)
  const pairs: (readonly [Measure, PeerMeasure])[] = []
  for (const [i, instance] of instances.entries()) {
    const theirs = kinds.map((peer) => measurePeer(peer, instance, seconds))
    pairs.push(...theirs.map((one) => [measures[i], one] as const))
    say(`| ${instance.name} | ${theirs.map((one) => peerCell(measures[i], one)).join(' | ')} |`)
  }
  say(
    '',
    ...kinds.map(
      (peer) =>
        `- ${peerSummary(
          peer,
          pairs.filter(([, theirs]) => theirs.peer === peer),
        )}`,
    ),
  )
}

/** On the terminal at once, and in the page. */
function say(...lines: readonly string[]): void {
  section.push(...lines)
  for (const line of lines) console.log(line)
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
