import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { daysInclusive } from '#platform/pure/local-date.ts'
import { blockingCount, daysFromReturnToVote, missingFacts } from '../domain/completeness.ts'
import { countByCategory } from '../domain/composition.ts'
import type { ReportFacts } from '../domain/facts.ts'
import { toPlainText } from '../domain/plain-text.ts'
import type { ActId } from '../domain/act.ts'
import { buildDocuments } from './build-documents.ts'
import { checkAct } from './check-act.ts'
import { gatherFacts } from './gather-facts.ts'
import { aCompleteAct, theAct, threeMissions, type World } from './three-missions.fixture.ts'

let world: World
let actId: ActId
let facts: ReportFacts

beforeAll(async () => {
  world = await threeMissions(inject('templateUrl'))
  actId = await aCompleteAct(world)
  const act = await theAct(world, actId)
  facts = await world.read(world.department, (ctx) => gatherFacts(ctx, act))
})
afterAll(() => world.close())

describe('the documents of 2017, entered as data', () => {
  test('give back their amounts to the cent', () => {
    expect(facts.missions.map(({ totalCents }) => totalCents)).toEqual(['117787', '13355852', '437255'])
    expect(facts.grandTotalCents).toBe('13910894')
    for (const mission of facts.missions) {
      expect(mission.expensesByCategory.reduce((sum, { amountCents }) => sum + BigInt(amountCents), 0n)).toBe(BigInt(mission.totalCents))
    }
  })

  test('give back who travelled', () => {
    const counts = facts.missions.map(({ members }) => [members.length, Object.fromEntries(countByCategory(members))])

    expect(counts).toEqual([
      [4, { elected: 2, staff: 2 }],
      [20, { elected: 6, guest: 7, staff: 7 }],
      [4, { elected: 2, guest: 1, staff: 1 }],
    ])
    expect(Object.fromEntries(countByCategory(facts.missions.flatMap(({ members }) => members)))).toEqual({
      elected: 10,
      guest: 8,
      staff: 10,
    })
  })

  test('give back the days on the road, and those from return to vote', () => {
    const days = facts.missions.map(({ departure, return: back }) => departure && back && daysInclusive(departure, back))

    expect(days).toEqual([2, 7, 3])
    expect(facts.missions.map((mission) => daysFromReturnToVote(mission, facts.meeting.date))).toEqual([476, 455, 428])
  })

  test('say a share only where others paid too', () => {
    expect(facts.missions.map(({ ownShareOnly }) => ownShareOnly)).toEqual([false, true, false])
  })

  test('keep the two languages of a narrative apart when they do not correspond', () => {
    const [genoa] = facts.contents

    expect(genoa?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'bullets'])
    expect(genoa?.blocks[0]).toEqual({ kind: 'paragraph', text: { fr: expect.stringContaining('artisans de Provence') } })
  })

  test('lack nothing but the special mandates that nobody voted in time', async () => {
    const { missing } = await world.read(world.department, (ctx) => checkAct(ctx, actId))

    expect(missing.map(({ code, severity, days }) => [code, severity, days])).toEqual([
      ['mandate_missing', 'warns', 476],
      ['mandate_missing', 'warns', 455],
      ['mandate_missing', 'warns', 428],
    ])
  })

  test('are said in the report and the deliberation', async () => {
    const act = await theAct(world, actId)
    const { report, deliberation } = await world.read(world.department, (ctx) => buildDocuments(ctx, act))

    expect(toPlainText(report)).toContain('139\u202F108,94\u00A0€')
    expect(toPlainText(report)).toContain(
      'vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
    )
    expect(toPlainText(deliberation)).toContain('139\u202F108,94\u00A0€')
  })
})

describe('a cent off', () => {
  const doctored: ReadonlyArray<readonly [string, (facts: ReportFacts) => ReportFacts, string]> = [
    ['in the grand total', (any) => ({ ...any, grandTotalCents: '13910893' }), 'missions_do_not_add_up'],
    [
      'in a mission',
      (any) => ({ ...any, missions: any.missions.with(0, { ...mission(any), totalCents: '117788' }) }),
      'categories_do_not_add_up',
    ],
    [
      'in a category',
      (any) => ({
        ...any,
        missions: any.missions.with(0, { ...mission(any), expensesByCategory: mission(any).expensesByCategory.slice(1) }),
      }),
      'categories_do_not_add_up',
    ],
  ]

  function mission({ missions }: ReportFacts) {
    const [first] = missions
    if (first === undefined) throw new Error('there is a mission')
    return first
  }

  test.each(doctored)('%s blocks the act', (_where, doctor, code) => {
    const missing = missingFacts(doctor(facts), 'fr')

    expect(missing.map((fact) => fact.code)).toContain(code)
    expect(blockingCount(missing)).toBeGreaterThan(0)
  })
})
