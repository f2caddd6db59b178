import { type Spread, spreadOf } from './statistics.ts'

/** One thing to time. `run` does it once and answers how many milliseconds it took, what it had to prepare left out. */
export type Runner = { readonly what: string; readonly run: () => Promise<number> }

/** The times of one runner, one for each pass, in milliseconds. */
export type Times = { readonly what: string; readonly times: readonly number[] }

type Course = {
  readonly passes: number
  /** How often each runs in a pass; of these, the quicker quarter counts. */
  readonly runs?: number
  /** After so many, the passes made are enough, but never less than three. */
  readonly seconds?: number
}

/**
 * Runs everyone in turn, there and back, so that nobody always finds warm what its neighbour just read. What else the machine does
 * falls on all alike, and a ratio taken within a pass holds where an absolute time does not. Of the runs of a pass the quicker quarter counts,
 * since what a shared machine adds is never negative. The first pass warms up and is left out.
 */
export async function race<Name extends string>(
  runners: Readonly<Record<Name, Runner>>,
  { passes, runs = 1, seconds = 12 }: Course,
): Promise<Readonly<Record<Name, Times>>> {
  const entries = Object.entries<Runner>(runners).map(([name, { what, run }]) => ({ name: name as Name, what, run, times: [] as number[] }))
  const deadline = performance.now() + seconds * 1000
  for (let pass = 0; pass <= passes && (pass <= 3 || performance.now() < deadline); pass += 1) {
    const taken = entries.map(() => [] as number[])
    for (let round = 0; round < runs; round += 1) {
      for (let turn = 0; turn < entries.length; turn += 1) {
        const at = round % 2 === 0 ? turn : entries.length - 1 - turn
        taken[at]?.push((await entries[at]?.run()) ?? Number.NaN)
      }
    }
    if (pass > 0) entries.forEach(({ times }, at) => times.push(spreadOf(taken[at] ?? []).low))
  }
  const outcome: Partial<Record<Name, Times>> = {}
  for (const { name, what, times } of entries) outcome[name] = { what, times }
  return outcome as Record<Name, Times>
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
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
