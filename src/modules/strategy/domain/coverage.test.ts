import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, asLocalDate, partsOf } from '#platform/pure/local-date.ts'
import { compareWithPlan, countCells, isDone, measures, type Target, type Work, workKinds } from './coverage.ts'

const today = asLocalDate('2026-03-02')
const destinations = ['d1', 'd2', 'd3'].map((id) => ({ id }))
const objectives = ['o1', 'o2'].map((id) => ({ id }))
const years = [2025, 2026, 2027]

const aWork = (change: Partial<Work> = {}): Work => ({
  kind: 'mission',
  id: 'm',
  title: { fr: 'Mission' },
  on: asLocalDate('2025-05-04'),
  stage: null,
  destinationIds: [],
  objectiveIds: [],
  fieldIds: [],
  hasThemes: false,
  ...change,
})

const works = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...workKinds),
    id: fc.uuid(),
    title: fc.constant({ fr: 'Titre' }),
    on: fc.option(fc.integer({ min: -900, max: 900 }).map((days) => addDays(today, days))),
    stage: fc.constant(null),
    destinationIds: fc.subarray(['d1', 'd2', 'd3']),
    objectiveIds: fc.subarray(['o1', 'o2', 'of another plan']),
    fieldIds: fc.constant([]),
    hasThemes: fc.constant(false),
  }),
  { selector: ({ id }) => id },
)
const targets = fc.array(
  fc.record({
    destinationId: fc.constantFrom('d1', 'd2', 'd3'),
    objectiveId: fc.constant(null),
    year: fc.constantFrom(...years),
    measure: fc.constantFrom(...measures),
    planned: fc.nat(9),
  }),
)

describe('what is done', () => {
  test('today counts, tomorrow is ahead, and what has no day is not done', () => {
    expect(isDone({ on: today, stage: null }, today)).toBe(true)
    expect(isDone({ on: addDays(today, 1), stage: null }, today)).toBe(false)
    expect(isDone({ on: null, stage: 'idea' }, today)).toBe(false)
  })

  test('each kind of work is counted under its own measure, and under no other', () => {
    for (const [kind, measure] of [
      ['mission', 'missions'],
      ['visit', 'visits'],
      ['event', 'events'],
      ['agreement', 'agreements'],
    ] as const) {
      const cells = countCells([aWork({ kind })], [], today)
      expect(measures.filter((each) => cells[each].done > 0)).toEqual([measure])
    }
  })

  test('zero planned is said, nothing planned is not zero', () => {
    const zero: Target = { destinationId: 'd1', objectiveId: null, year: 2025, measure: 'missions', planned: 0 }
    const { missions, visits } = countCells([], [zero], today)
    expect([missions.planned, visits.planned]).toEqual([0, null])
  })
})

describe('planned against done', () => {
  const plan = { objectives, destinations, targets: [] as Target[] }

  test('work at two destinations counts at both, and once in the whole', () => {
    fc.assert(
      fc.property(works, (all) => {
        const { destinations: lines, total } = compareWithPlan(plan, all, years, today)
        const counted = all.filter(({ kind, on }) => kind === 'mission' && (on === null || years.includes(partsOf(on).year)))
        expect(total.missions.done + total.missions.ahead).toBe(counted.length)
        const atDestinations = lines.reduce((sum, { cells }) => sum + cells.missions.done + cells.missions.ahead, 0)
        expect(atDestinations).toBe(counted.reduce((sum, { destinationIds }) => sum + destinationIds.length, 0))
      }),
    )
  })

  test('years add up to what of the period has a day', () => {
    fc.assert(
      fc.property(works, (all) => {
        const { years: lines, total } = compareWithPlan(plan, all, years, today)
        for (const measure of measures) {
          expect(lines.reduce((sum, { cells }) => sum + cells[measure].done, 0)).toBe(total[measure].done)
        }
      }),
    )
  })

  test('what is planned at destinations adds up to the whole, year by year', () => {
    fc.assert(
      fc.property(targets, (stated) => {
        const { years: lines, total } = compareWithPlan({ ...plan, targets: stated }, [], years, today)
        for (const measure of measures) {
          const sum = lines.reduce((planned, { cells }) => planned + (cells[measure].planned ?? 0), 0)
          expect(sum).toBe(total[measure].planned ?? 0)
        }
      }),
    )
  })

  test('every work of the period serves an objective of the plan or is listed, never both, never neither', () => {
    fc.assert(
      fc.property(works, (all) => {
        const { untied, objectives: lines } = compareWithPlan(plan, all, years, today)
        const served = new Set(lines.flatMap((line) => line.works.map(({ id }) => id)))
        for (const work of all) {
          const isOfPeriod = work.on === null || years.includes(partsOf(work.on).year)
          expect([served.has(work.id), untied.some(({ id }) => id === work.id)].filter(Boolean)).toHaveLength(isOfPeriod ? 1 : 0)
        }
      }),
    )
  })

  test('an objective of another strategy does not tie a work to this one', () => {
    const stray = aWork({ objectiveIds: ['of another plan'] })
    expect(compareWithPlan(plan, [stray], years, today).untied).toEqual([stray])
  })

  test('work without a day is of the years to come, not of a period that is over', () => {
    const idea = aWork({ on: null })
    expect(compareWithPlan(plan, [idea], years, today).total.missions.ahead).toBe(1)
    expect(compareWithPlan(plan, [idea], [2024, 2025], today).total.missions.ahead).toBe(0)
  })

  test('a destination is reached once something was done there', () => {
    const ahead = aWork({ on: addDays(today, 3), destinationIds: ['d1'] })
    expect(compareWithPlan(plan, [ahead], years, today).reached).toBe(0)
    expect(compareWithPlan(plan, [ahead, aWork({ id: 'n', destinationIds: ['d1'] })], years, today).reached).toBe(1)
  })
})
