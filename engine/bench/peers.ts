import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from './check.mjs'
import type { Measure } from './measure.ts'
import type { PeerAnswer } from './peers/solve.ts'
import type { BenchInstance } from './sets.ts'
import { geometricMean } from './table.ts'

const root = join(import.meta.dirname, '../..')
const given = join(import.meta.dirname, 'peers')
/** Outside the sources: the solvers weigh some three hundred megabytes. */
const folder = join(root, '.escale/bench-peers')

export const peers = { 'cp-sat': 'CP-SAT (or-tools-wasm 0.9.1)', highs: 'HiGHS (highs 1.15.3)' } as const
type Peer = keyof typeof peers

/** What a peer gave in a process of its own, on the same machine right after the engine. */
export type PeerMeasure = {
  readonly peer: Peer
  readonly name: string
  readonly status: string
  /** Null without a plan that the judge accepts. */
  readonly objective: number | null
  readonly totalSeconds: number
}

/** Installs the peers once, from their own lock. @throws when npm could not */
export function installPeers(): void {
  if (existsSync(join(folder, 'node_modules/highs')) && existsSync(join(folder, 'node_modules/or-tools-wasm'))) return
  cpSync(given, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') })
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) throw new Error('the peers could not be installed; what npm says is above')
}

export function measurePeer(peer: Peer, { name, file }: BenchInstance, seconds: number): PeerMeasure {
  const before = performance.now()
  const { stdout } = spawnSync(process.execPath, [join(given, 'solve.ts'), peer, folder, file, String(seconds)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 27,
    // A peer that does not look at its clock is ended a little later.
    timeout: (seconds + 30) * 1000,
  })
  const totalSeconds = (performance.now() - before) / 1000
  const last = stdout.trim().split('\n').at(-1) ?? ''
  const answer: PeerAnswer = last.startsWith('{')
    ? (JSON.parse(last) as PeerAnswer)
    : { status: 'no answer', objective: null, schedule: {} }
  const isRight = answer.objective !== null && check(JSON.parse(readFileSync(file, 'utf8')), answer).ok
  return { peer, name, status: answer.status, objective: isRight ? answer.objective : null, totalSeconds }
}

/** What a peer gave beside what the engine gave: `4 in 12.1 s (× 15)`, the ratio when both settled the instance. */
export function peerCell(ours: Measure, theirs: PeerMeasure): string {
  const value = theirs.objective ?? (theirs.status === 'infeasible' ? 'none' : 'no plan')
  return isSettled(theirs) && isSettled(ours)
    ? `${value} in ${theirs.totalSeconds.toFixed(2)} s (× ${(theirs.totalSeconds / ours.totalSeconds).toFixed(1)})`
    : `${value}, ${isSettled(theirs) ? 'settled' : 'open'} after ${theirs.totalSeconds.toFixed(1)} s`
}

/** How a peer compares over a set, on what both settled, and on the plans of what it did not. */
export function peerSummary(peer: Peer, pairs: readonly (readonly [Measure, PeerMeasure])[]): string {
  const both = pairs.filter(([ours, theirs]) => isSettled(ours) && isSettled(theirs))
  const ratio = geometricMean(both.map(([ours, theirs]) => theirs.totalSeconds / ours.totalSeconds))
  const worse = pairs.filter(([ours, theirs]) => ours.objective !== null && (theirs.objective ?? Infinity) > ours.objective).length
  return `${peers[peer]}: settles ${pairs.filter(([, theirs]) => isSettled(theirs)).length} of ${pairs.length}, × ${ratio.toFixed(1)} the engine's time on the ${both.length} both settle; a worse plan or none on ${worse}.`
}

function isSettled({ status }: { readonly status: string }): boolean {
  return status === 'optimal' || status === 'infeasible'
}
