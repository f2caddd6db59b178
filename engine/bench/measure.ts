import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import type { BenchInstance } from './sets.ts'

/** What one run of the command gave, in a process of its own. Seconds are from the start of that process. */
export type Measure = {
  readonly name: string
  readonly optimum: BenchInstance['optimum']
  readonly status: string
  readonly objective: number | null
  readonly bound: number | null
  readonly firstSeconds: number | null
  /** To the last better plan. */
  readonly bestSeconds: number | null
  /** To the end, hence to the proof when there is one. */
  readonly totalSeconds: number
  /** Of one processor, whatever else the machine was doing. */
  readonly processorSeconds: number
  readonly megabytes: number
  /** Whether the judge accepts the plan and its objective; null without a plan. */
  readonly isJudgedRight: boolean | null
}

export type Terms = { readonly seconds: number; readonly seed: number; readonly threads: number }

const root = join(import.meta.dirname, '../..')
const usageHook = join(import.meta.dirname, 'tell-usage.mjs')

/** Runs `escale schedule` on an instance and has its plan judged. */
export async function measure({ name, file, optimum }: BenchInstance, { seconds, seed, threads }: Terms): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'escale-bench-'))
  const out = join(folder, 'plan.json')
  const words = ['schedule', file, '--seconds', seconds, '--seed', seed, '--threads', threads, '--out', out].map(String)
  const before = performance.now()
  const said = await answerOf(['--import', usageHook, join(root, 'src/app/cli.ts'), ...words])
  const totalSeconds = (performance.now() - before) / 1000
  const solution = JSON.parse(readFileSync(out, 'utf8')) as Solution
  rmSync(folder, { recursive: true })
  const [kilobytes = 0, processorSeconds = 0] = (/^used (\S+) (\S+)$/m.exec(said.stderr) ?? []).slice(1).map(Number)
  const better = [...said.stdout.matchAll(/^o (\S+) \d+$/gm)].map(([, at]) => Number(at))
  const verdict = solution.objective === null ? null : check(JSON.parse(readFileSync(file, 'utf8')), solution)
  return {
    name,
    optimum,
    status: solution.status,
    objective: solution.objective,
    bound: solution.bound,
    firstSeconds: better[0] ?? null,
    bestSeconds: better.at(-1) ?? null,
    totalSeconds,
    processorSeconds,
    megabytes: kilobytes / 1024,
    isJudgedRight: verdict && verdict.ok && verdict.breaks === solution.objective,
  }
}

type Solution = {
  readonly status: string
  readonly objective: number | null
  readonly bound: number | null
  readonly schedule: Readonly<Record<string, number>>
}

function answerOf(args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (text: Buffer) => (stdout += text.toString()))
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()))
    child.once('error', fail)
    child.once('close', (code) =>
      code === 0 ? done({ stdout, stderr }) : fail(new Error(`escale schedule ended with ${code}: ${stderr}`)),
    )
  })
}
