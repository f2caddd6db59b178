// One event of the product's problem, in a process of its own: node engine/bench/rich-event.ts NAME SECONDS SEED prints one line of JSON.
import type { Plan, Problem } from '../problem.ts'
import { brokerageEvent, drawEvent, type EventShape } from '../rich/event.fixture.ts'
import { createRichSearch } from '../rich/rich-search.ts'
import { explainUnheld } from '../explain/reasons.ts'
import { verifyPlan } from '../verify.ts'

/** Events drawn by `drawEvent`, by name. */
export const richEvents: Readonly<Record<string, EventShape>> = {
  'event-450': brokerageEvent,
  'event-450-tight': { ...brokerageEvent, tables: 56, interpreters: 18 },
  'event-2000': {
    ...brokerageEvent,
    homes: 800,
    hosts: 1_080,
    wishes: 20_000,
    days: 3,
    slotsADay: 12,
    tables: 600,
    addresses: 60,
    interpreters: 120,
    target: 6,
    quota: 30,
  },
}

/** What the process tells. Seconds begin when the problem is in memory. */
export type RichMeasure = {
  readonly name: string
  readonly people: number
  readonly wishes: number
  readonly firstSeconds: number | null
  /** To the first plan whose musts and targets meet their bound; null when that was not reached. */
  readonly provenSeconds: number | null
  readonly mustsAndTargets: { readonly missed: number; readonly bound: number }
  readonly wishWeight: { readonly held: number; readonly atMost: number }
  readonly breaks: number
  readonly idle: number
  readonly isJudgedRight: boolean
  readonly secondsPerReason: number
  readonly absences: readonly { readonly bound: number; readonly moves: number | null; readonly seconds: number | null }[]
  readonly megabytes: number
}

if (import.meta.main) {
  const [name = 'event-450', seconds = '20', seed = '1'] = process.argv.slice(2)
  const shape = richEvents[name]
  if (shape === undefined) throw new Error(`there is no event called ${name}: ${Object.keys(richEvents).join(', ')}`)
  console.log(JSON.stringify(measureEvent(name, drawEvent(shape, Number(seed)), Number(seconds), Number(seed))))
}

function measureEvent(name: string, problem: Problem, seconds: number, seed: number): RichMeasure {
  const since = stopwatch()
  const search = createRichSearch(problem, seed)
  const top = 1 + Math.max(...problem.target)
  const isTop = () =>
    search
      .best()
      ?.levels.subarray(0, top)
      .every((value, i) => value <= (search.bound()?.[i] ?? 0)) ?? false
  let firstSeconds: number | null = null
  let provenSeconds: number | null = null
  while (since() < seconds && search.step(1_000, () => since() >= seconds)) {
    if (search.best() !== null) firstSeconds ??= since()
    if (isTop()) provenSeconds ??= since()
  }
  const best = search.best()
  const bound = search.bound()
  if (best === null || bound === null) throw new Error(`${name}: no plan after ${seconds} s`)
  const sum = (levels: Int32Array) => levels.subarray(0, top).reduce((total, value) => total + value, 0)
  const weight = problem.weight.reduce((total, value) => total + value, 0)
  const { violations, levels } = verifyPlan(problem, best.plan)
  return {
    name,
    people: problem.personCount,
    wishes: problem.meetingCount,
    firstSeconds,
    provenSeconds,
    mustsAndTargets: { missed: sum(best.levels), bound: sum(bound) },
    wishWeight: { held: weight - best.levels[top], atMost: weight - bound[top] },
    breaks: best.levels[top + 1],
    idle: best.levels[top + 2],
    isJudgedRight: violations.length === 0 && levels.every((value, i) => value === best.levels[i]),
    secondsPerReason: reasonSeconds(problem, best.plan),
    absences: [3, 20, 160].map((person) => planAnew(problem, best.plan, person, seed)),
    megabytes: process.resourceUsage().maxRSS / 1024,
  }
}

function reasonSeconds(problem: Problem, plan: Plan): number {
  const since = stopwatch()
  const { length } = explainUnheld(problem, plan)
  return since() / Math.max(1, length)
}

/** The person is away on the last day: the fewest meetings that have to move, and how long it takes to find so few. */
function planAnew(problem: Problem, plan: Plan, person: number, seed: number): RichMeasure['absences'][number] {
  const lastDay = problem.dayOf[problem.slotCount - 1]
  const personFree = problem.personFree.slice()
  for (let t = 0; t < problem.slotCount; t++) if (problem.dayOf[t] === lastDay) personFree[person * problem.slotCount + t] = 0
  const since = stopwatch()
  const search = createRichSearch({ ...problem, personFree, current: plan, levels: ['moves', ...problem.levels] }, seed)
  const bound = search.bound()?.[0] ?? 0
  while (since() < 5 && (search.best()?.levels[0] ?? Infinity) > bound) search.step(200, () => false)
  const moves = search.best()?.levels[0] ?? null
  return { bound, moves, seconds: moves === bound ? since() : null }
}

function stopwatch(): () => number {
  const start = performance.now()
  return () => (performance.now() - start) / 1000
}
