import { compareDates, type LocalDate, partsOf } from '#platform/pure/local-date.ts'
import type { Localized } from '#platform/pure/localized.ts'

/** Its twin is in 0108_planned_events.sql. */
export const measures = ['missions', 'visits', 'events', 'agreements'] as const
export type Measure = (typeof measures)[number]

/** What an organisation does abroad or receives. */
export const workKinds = ['mission', 'visit', 'event', 'agreement'] as const
export type WorkKind = (typeof workKinds)[number]

/** How far an agreement that nobody signed has come. */
export const pipelineStages = ['idea', 'negotiation', 'voted'] as const
export type PipelineStage = (typeof pipelineStages)[number]

/** A mission, a visit, an event or an agreement, as far as a strategy looks at it. */
export type Work = {
  readonly kind: WorkKind
  readonly id: string
  readonly title: Localized
  /** The first day, or the day of signature; null when none is known yet. */
  readonly on: LocalDate | null
  /** Of an agreement nobody signed. */
  readonly stage: PipelineStage | null
  readonly destinationIds: readonly string[]
  readonly objectiveIds: readonly string[]
  /** Fields of the plan that its themes name. */
  readonly fieldIds: readonly string[]
  readonly hasThemes: boolean
}

export type Target = {
  readonly destinationId: string | null
  readonly objectiveId: string | null
  readonly year: number
  readonly measure: Measure
  readonly planned: number
}

/** `planned` is null where nobody said how many. */
export type Cell = { readonly planned: number | null; readonly done: number; readonly ahead: number }
export type Cells = Readonly<Record<Measure, Cell>>

const measureOf: Readonly<Record<WorkKind, Measure>> = {
  mission: 'missions',
  visit: 'visits',
  event: 'events',
  agreement: 'agreements',
}

/** Its day has come. */
export function isDone({ on, stage }: Pick<Work, 'on' | 'stage'>, today: LocalDate): boolean {
  return stage === null && on !== null && compareDates(on, today) <= 0
}

/** What is of these years. Work without a day is of every year to come: it may still be of any. */
export function worksOf(works: readonly Work[], years: readonly number[], today: LocalDate): Work[] {
  const isOpenYear = years.some((year) => year >= partsOf(today).year)
  return works.filter(({ on }) => (on === null ? isOpenYear : years.includes(partsOf(on).year)))
}

/** Counts these works, and adds up these targets. */
export function countCells(works: readonly Work[], targets: readonly Target[], today: LocalDate): Cells {
  const cell = (measure: Measure): Cell => {
    const counted = works.filter(({ kind }) => measureOf[kind] === measure)
    const done = counted.filter((work) => isDone(work, today)).length
    const stated = targets.filter((target) => target.measure === measure)
    const planned = stated.length === 0 ? null : stated.reduce((sum, target) => sum + target.planned, 0)
    return { planned, done, ahead: counted.length - done }
  }
  return { missions: cell('missions'), visits: cell('visits'), events: cell('events'), agreements: cell('agreements') }
}

/** One line of the comparison: a destination, an objective or a year, with what was counted for it. */
export type Line = { readonly id: string; readonly cells: Cells; readonly works: readonly Work[] }

export type Coverage = {
  readonly destinations: readonly Line[]
  readonly objectives: readonly Line[]
  readonly years: readonly Line[]
  /** Each work once, wherever it goes and whatever it serves. */
  readonly total: Cells
  /** Destinations where something was done. */
  readonly reached: number
  /** Of the period, and without an objective of the plan. */
  readonly untied: readonly Work[]
  /** Counted like the rest, at no priority destination. */
  readonly elsewhere: readonly Work[]
}

type Compared = {
  readonly objectives: readonly { readonly id: string }[]
  readonly destinations: readonly { readonly id: string }[]
  readonly targets: readonly Target[]
}

/** Compares what a plan wanted in these years with what was done, on a day. */
export function compareWithPlan(plan: Compared, all: readonly Work[], years: readonly number[], today: LocalDate): Coverage {
  const works = worksOf(all, years, today)
  const targets = plan.targets.filter(({ year }) => years.includes(year))
  const line = (id: string, ofIt: readonly Work[], stated: readonly Target[]): Line => ({
    id,
    cells: countCells(ofIt, stated, today),
    works: ofIt,
  })
  const destinations = plan.destinations.map(({ id }) =>
    line(
      id,
      works.filter(({ destinationIds }) => destinationIds.includes(id)),
      targets.filter(({ destinationId }) => destinationId === id),
    ),
  )
  const ofPlan = new Set(plan.objectives.map(({ id }) => id))
  return {
    destinations,
    objectives: plan.objectives.map(({ id }) =>
      line(
        id,
        works.filter(({ objectiveIds }) => objectiveIds.includes(id)),
        targets.filter(({ objectiveId }) => objectiveId === id),
      ),
    ),
    years: years.map((year) =>
      line(
        String(year),
        works.filter(({ on }) => on !== null && partsOf(on).year === year),
        targets.filter((target) => target.year === year && target.destinationId !== null),
      ),
    ),
    total: countCells(
      works,
      targets.filter(({ destinationId }) => destinationId !== null),
      today,
    ),
    reached: destinations.filter(({ works: there }) => there.some((work) => isDone(work, today))).length,
    untied: works.filter(({ objectiveIds }) => !objectiveIds.some((id) => ofPlan.has(id))),
    elsewhere: works.filter(({ destinationIds }) => destinationIds.length === 0),
  }
}
