import { parseArgs } from 'node:util'

export const setNames = ['published', 'tight', 'big', 'zero', 'rich'] as const
export type SetName = (typeof setNames)[number]

/** What `npm run bench:engine` was asked. */
export type Words = {
  readonly sets: readonly SetName[]
  /** Parts of names; an instance is run when it has one of them. All are when there is none. */
  readonly only: readonly string[]
  /** Null for the time each set has. */
  readonly seconds: number | null
  readonly seed: number
  readonly threads: number
  readonly withPeers: boolean
  /** Whether to rewrite docs/benchmarks-engine.md. */
  readonly isWritten: boolean
}

/** Seconds an instance of a set has at most. */
export const secondsOf: Readonly<Record<SetName, number>> = { published: 60, tight: 60, big: 100, zero: 30, rich: 20 }

export const usage =
  'npm run bench:engine [-- --set published|tight|big|zero|rich] [--seconds N] [--seed S] [--threads T] [--peers] [--write] [PART OF A NAME …]'

/** @throws with the usage */
export function readWords(args: readonly string[]): Words {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { set: { ...text, multiple: true }, seconds: text, seed: text, threads: text, peers: flag, write: flag },
    allowPositionals: true,
  })
  const sets = values.set ?? [...setNames]
  if (values.write && positionals.length > 0) throw new Error(`the page speaks of whole sets, hence no names beside --write: ${usage}`)
  const unknown = sets.find((name) => !(setNames as readonly string[]).includes(name))
  if (unknown !== undefined) throw new Error(`there is no set called ${unknown}: ${usage}`)
  return {
    sets: sets as SetName[],
    only: positionals,
    seconds: values.seconds === undefined ? null : positive(values.seconds),
    seed: values.seed === undefined ? 1 : positive(values.seed),
    threads: values.threads === undefined ? 1 : positive(values.threads),
    withPeers: values.peers ?? false,
    isWritten: values.write ?? false,
  }
}

function positive(given: string): number {
  const value = Number(given)
  if (!(value > 0)) throw new Error(`${given} is not a number above 0: ${usage}`)
  return value
}
