import { below, randomFrom } from '../random.ts'

/** An instance as the benchmark writes it. */
export type InstanceDocument = {
  readonly name: string
  readonly slots: { readonly count: number; readonly morning: readonly number[]; readonly afternoon: readonly number[] }
  readonly tables: number
  readonly fairness?: number
  readonly participants: readonly { readonly id: string; readonly unavailable: readonly number[] }[]
  readonly meetings: readonly {
    readonly id: string
    readonly a: string
    readonly b: string
    readonly session?: 'morning' | 'afternoon'
    readonly fixedSlot?: number
  }[]
  readonly precedences: readonly (readonly [string, string])[]
}

/** How large an instance is, and how many hundredths of its parts carry each rule. */
export type Shape = {
  readonly slots: number
  readonly people: number
  readonly meetings: number
  readonly tables: number
  readonly awayPercent: number
  readonly sessionPercent: number
  readonly fixedPercent: number
  readonly precedences: number
  readonly fairness: number | undefined
}

/** A tiny instance of the published problem with any of its rules, the same for the same seed. */
export function randomDocument(seed: number): InstanceDocument {
  const { state } = randomFrom(seed)
  const pick = (bound: number) => below(state, bound)
  return documentOf(`random-${seed}`, seed, {
    slots: 2 + pick(4),
    people: 3 + pick(4),
    meetings: 1 + pick(7),
    tables: 1 + pick(3),
    awayPercent: pick(20),
    sessionPercent: pick(50),
    fixedPercent: pick(30),
    precedences: pick(3),
    fairness: pick(2) === 0 ? undefined : pick(3),
  })
}

/** An instance of a given shape. Two people may meet more than once, as in the benchmark they do not: it is allowed. */
export function documentOf(name: string, seed: number, shape: Shape): InstanceDocument {
  const { state } = randomFrom(seed + 1)
  const pick = (bound: number) => below(state, bound)
  const chance = (percent: number) => pick(100) < percent
  const slots = Array.from({ length: shape.slots }, (_, i) => i + 1)
  const noon = Math.ceil(shape.slots / 2)
  const meetings = Array.from({ length: shape.meetings }, (_, i) => {
    const a = pick(shape.people)
    const b = (a + 1 + pick(shape.people - 1)) % shape.people
    return {
      id: `M${i + 1}`,
      a: `P${a + 1}`,
      b: `P${b + 1}`,
      ...(chance(shape.sessionPercent) ? { session: chance(50) ? ('morning' as const) : ('afternoon' as const) } : {}),
      ...(chance(shape.fixedPercent) ? { fixedSlot: 1 + pick(shape.slots) } : {}),
    }
  })
  return {
    name,
    slots: { count: shape.slots, morning: slots.slice(0, noon), afternoon: slots.slice(noon) },
    tables: shape.tables,
    ...(shape.fairness === undefined ? {} : { fairness: shape.fairness }),
    participants: Array.from({ length: shape.people }, (_, i) => ({
      id: `P${i + 1}`,
      unavailable: slots.filter(() => chance(shape.awayPercent)),
    })),
    meetings,
    precedences: Array.from({ length: shape.meetings > 1 ? shape.precedences : 0 }, () => {
      const before = pick(shape.meetings)
      const after = (before + 1 + pick(shape.meetings - 1)) % shape.meetings
      return [`M${before + 1}`, `M${after + 1}`] as const
    }),
  }
}
