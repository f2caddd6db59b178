// npm run bench:engine: the instances that ship with the engine, each in a process of its own, and what an independent judge says.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { measure, type Measure } from './measure.ts'
import { type BenchInstance, instancesOf } from './sets.ts'
import { installPeers, measurePeer, peerCell, type PeerMeasure, peers, peerSummary } from './peers.ts'
import { benchRich } from './rich.ts'
import { cellsOf, heading, isWrong, row, summary } from './table.ts'
import { readWords, secondsOf, type Words } from './words.ts'

let words: Words
try {
  words = readWords(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(2)
}
const loadBefore = load()
const page = [
  '# Benchmarks of the meeting engine',
  '',
  `Written by \`npm run bench:engine -- --write\` on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node}, one process at a time on ${availableParallelism()} cores, seed ${words.seed}, ${words.threads} thread${words.threads > 1 ? 's' : ''}.`,
  'Seconds are those of whoever types the command: they begin with the process. _Known_ is the proven optimum, or the best bound and the best plan others had',
  'after as long (`engine/bench/rivals.ts`). The judge is `engine/bench/check.mjs`, which shares no code with the engine.',
]
const empty = { name: 'empty', file: join(import.meta.dirname, 'instances/empty.json'), optimum: 0 } as const
const started = await measure(empty, { seconds: 10, seed: 1, threads: words.threads })
say(
  '',
  `The process alone, with nothing to plan: ${started.totalSeconds.toFixed(2)} s, ${started.processorSeconds.toFixed(2)} s of processor.`,
)
let wrong = 0
for (const set of words.sets) {
  if (set === 'rich') {
    wrong += benchRich(words, say)
    continue
  }
  const instances = instancesOf(set).filter(({ name }) => words.only.length === 0 || words.only.some((part) => name.includes(part)))
  if (instances.length === 0) continue
  const seconds = words.seconds ?? secondsOf[set]
  say('', `## ${set}, ${seconds} s at most`, '', ...heading())
  const measures: Measure[] = []
  for (const instance of instances) {
    const measured = await measure(instance, { seconds, seed: words.seed, threads: words.threads })
    measures.push(measured)
    say(row(cellsOf(measured)))
  }
  wrong += measures.filter(isWrong).length
  say('', ...summary(set, measures))
  if (words.withPeers) compareWithPeers(instances, measures, seconds)
}
say(
  '',
  `Load of the machine, one minute's mean, when the first measurement began and when the last one ended: ${loadBefore} and ${load()}; ${words.threads} is what the measurements themselves make.`,
)
if (words.isWritten) {
  const file = join(import.meta.dirname, '../../docs/benchmarks-engine.md')
  writeFileSync(file, `${page.join('\n')}\n`)
  spawnSync(join(import.meta.dirname, '../../node_modules/.bin/oxfmt'), [file])
}
process.exit(wrong === 0 ? 0 : 1)

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
  page.push(...lines)
  for (const line of lines) console.log(line)
}

function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
