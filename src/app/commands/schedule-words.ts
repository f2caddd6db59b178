import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.ts'

/** What `escale schedule` was asked. */
export type ScheduleWords = {
  readonly file: string
  /** Where to write the plan; null to print only. */
  readonly out: string | null
  /** Infinity when rounds decide alone. */
  readonly seconds: number
  readonly seed: number
  readonly threads: number
  /** Infinity when time decides alone. */
  readonly rounds: number
  readonly isExplained: boolean
}

const secondsByDefault = 60

/** @throws UsageError that says what is expected, and the usage */
export function readScheduleWords(words: readonly string[], usage: string): ScheduleWords {
  const { values, positionals } = parse(words, usage)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError(`Name one instance: escale ${usage}`)
  const rounds = wholeNumber('rounds', values.rounds, { least: 1, otherwise: Infinity }, usage)
  return {
    file,
    out: values.out === undefined || values.out === '-' ? null : values.out,
    seconds: seconds(values.seconds, rounds === Infinity ? secondsByDefault : Infinity, usage),
    seed: wholeNumber('seed', values.seed, { least: 0, otherwise: 1 }, usage),
    threads: wholeNumber('threads', values.threads, { least: 1, otherwise: 1, most: 256 }, usage),
    rounds,
    isExplained: values.explain ?? false,
  }
}

function parse(words: readonly string[], usage: string) {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...words],
      options: { seconds: text, seed: text, threads: text, rounds: text, explain: { type: 'boolean' }, out: text },
      allowPositionals: true,
    })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}: escale ${usage}`)
  }
}

function seconds(given: string | undefined, otherwise: number, usage: string): number {
  if (given === undefined) return otherwise
  const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
  if (value > 0) return value
  throw new UsageError(`--seconds is a number above 0, not ${given}: escale ${usage}`)
}

type Bounds = { readonly least: number; readonly otherwise: number; readonly most?: number }

function wholeNumber(name: string, given: string | undefined, { least, otherwise, most = 2 ** 31 - 1 }: Bounds, usage: string): number {
  if (given === undefined) return otherwise
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN
  if (value >= least && value <= most) return value
  throw new UsageError(`--${name} is a whole number from ${least} to ${most}, not ${given}: escale ${usage}`)
}
