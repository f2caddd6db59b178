import { type Spread, spreadOf } from './statistics.ts'

/** One thing to time. `run` does it once, or several times, and answers the milliseconds of one. */
export type Runner = { readonly what: string; readonly run: () => Promise<number> }

/** The times of one runner, one for each pass, in milliseconds. */
export type Times = { readonly what: string; readonly times: readonly number[] }

/**
 * Runs everyone in turn, pass after pass, each pass beginning with the next one: what else the machine does then falls on all alike,
 * and a ratio taken within a pass holds where an absolute time does not. After so many seconds, three passes are enough.
 */
export async function race<Name extends string>(
  runners: Readonly<Record<Name, Runner>>,
  { passes, warmUps = 2, seconds = 12 }: { readonly passes: number; readonly warmUps?: number; readonly seconds?: number },
): Promise<Readonly<Record<Name, Times>>> {
  const entries = Object.entries<Runner>(runners).map(([name, runner]) => ({ name: name as Name, runner, times: [] as number[] }))
  const deadline = performance.now() + seconds * 1000
  for (let pass = -warmUps; pass < passes && (pass < 3 || performance.now() < deadline); pass += 1) {
    const first = (pass + warmUps) % entries.length
    for (const { runner, times } of [...entries.slice(first), ...entries.slice(0, first)]) {
      const time = await runner.run()
      if (pass >= 0) times.push(time)
    }
  }
  const outcome: Partial<Record<Name, Times>> = {}
  for (const { name, runner, times } of entries) outcome[name] = { what: runner.what, times }
  return outcome as Record<Name, Times>
}

/** Milliseconds of one of `count` runs, one after the other. */
export async function timed(run: () => Promise<unknown>, count = 1): Promise<number> {
  const started = performance.now()
  for (let done = 0; done < count; done += 1) await run()
  return (performance.now() - started) / count
}

/** What a measure found: a time, and how many times its floor that is. */
export type Finding = {
  readonly what: string
  readonly time: Spread
  readonly floor: { readonly what: string; readonly time: Spread } | null
  readonly ratio: Spread | null
  /** The ratio the product promises not to exceed. */
  readonly limit?: number
  readonly note?: string
}

/** Compares within each pass. */
export function against(subject: Times, floor: Times, more: Pick<Finding, 'limit' | 'note'> = {}): Finding {
  return {
    what: subject.what,
    time: spreadOf(subject.times),
    floor: { what: floor.what, time: spreadOf(floor.times) },
    ratio: spreadOf(subject.times.map((time, pass) => time / (floor.times[pass] ?? Number.NaN))),
    ...more,
  }
}

export function alone(subject: Times, note?: string): Finding {
  return { what: subject.what, time: spreadOf(subject.times), floor: null, ratio: null, ...(note === undefined ? {} : { note }) }
}

/** A promise not kept. */
export function isBroken({ ratio, limit }: Finding): boolean {
  return ratio !== null && limit !== undefined && ratio.median > limit
}
