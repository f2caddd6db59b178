import { describe, expect, it } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { AGREEMENT_MISSING_CODES } from './agreement-completeness.ts'
import { MISSING_FACT_CODES, blockingCount, daysFromReturnToVote, missingFacts, type MissingFact } from './completeness.ts'
import type { MissionFacts, ReportFacts } from './facts.ts'
import { RATIFICATION_2017 } from './ratification-2017.fixture.ts'

function withMission(index: number, change: Partial<MissionFacts>): ReportFacts {
  const missions = RATIFICATION_2017.missions.map((mission, position) =>
    position === index ? Object.assign({}, mission, change) : mission,
  )
  return { ...RATIFICATION_2017, missions }
}

const withMeeting = (change: Partial<ReportFacts['meeting']>): ReportFacts => ({
  ...RATIFICATION_2017,
  meeting: { ...RATIFICATION_2017.meeting, ...change },
})

/** What a change makes missing, beside the three mandates that the real missions lack. */
function newlyMissing(facts: ReportFacts): readonly MissingFact[] {
  const known = new Set(missingFacts(RATIFICATION_2017, 'fr').map((fact) => JSON.stringify(fact)))
  return missingFacts(facts, 'fr').filter((fact) => !known.has(JSON.stringify(fact)))
}

const genoa = { missionId: 'genoa' }
const milan = { missionId: 'milan' }

describe('the missions of 2017', () => {
  it('lack only their three mandates, which warn with the days from return to vote', () => {
    const missing = missingFacts(RATIFICATION_2017, 'fr')

    expect(missing.map(({ code, missionId, days }) => [code, missionId, days])).toEqual([
      ['mandate_missing', 'genoa', 476],
      ['mandate_missing', 'miami', 455],
      ['mandate_missing', 'milan', 428],
    ])
    expect(blockingCount(missing)).toBe(0)
    expect(RATIFICATION_2017.missions.map((mission) => daysFromReturnToVote(mission, RATIFICATION_2017.meeting.date))).toEqual([
      476, 455, 428,
    ])
  })
})

describe('an act that lacks something', () => {
  const cases: [string, ReportFacts, MissingFact[]][] = [
    ['a reference', { ...RATIFICATION_2017, reference: ' ' }, [{ code: 'reference_missing', who: 'assembly', severity: 'blocks' }]],
    ['an object', { ...RATIFICATION_2017, object: { en: 'Only English' } }, [{ code: 'object_missing', who: 'lead', severity: 'blocks' }]],
    ['a fiscal year', { ...RATIFICATION_2017, fiscalYear: null }, [{ code: 'fiscal_year_missing', who: 'finance', severity: 'blocks' }]],
    ['a signatory', { ...RATIFICATION_2017, signatory: null }, [{ code: 'signatory_missing', who: 'authority', severity: 'blocks' }]],
    [
      'a place of signature',
      { ...RATIFICATION_2017, authority: { ...RATIFICATION_2017.authority, place: null } },
      [{ code: 'place_missing', who: 'authority', severity: 'warns' }],
    ],
    ['a chair', withMeeting({ chair: null }), [{ code: 'chair_missing', who: 'assembly', severity: 'blocks' }]],
    ['a rapporteur', withMeeting({ rapporteurs: [] }), [{ code: 'rapporteur_missing', who: 'assembly', severity: 'blocks' }]],
    ['dates', withMission(0, { departure: null }), [{ ...genoa, code: 'dates_missing', who: 'lead', severity: 'blocks' }]],
    [
      'dates in order',
      withMission(0, { departure: asLocalDate('2017-10-21') }),
      [{ ...genoa, code: 'dates_inverted', who: 'lead', severity: 'blocks' }],
    ],
    [
      'a return after its last leg',
      withMission(0, { legs: [{ place: { name: {}, at: {} }, from: asLocalDate('2017-10-19'), to: asLocalDate('2017-10-22') }] }),
      [{ ...genoa, code: 'leg_outside_mission', who: 'lead', severity: 'blocks' }],
    ],
    [
      'objectives',
      withMission(0, { objectives: [{ fr: ' ' }] }),
      [{ ...genoa, code: 'objectives_missing', who: 'lead', severity: 'blocks' }],
    ],
    [
      'content',
      { ...RATIFICATION_2017, contents: RATIFICATION_2017.contents.filter((section) => !section.missionIds.includes('milan')) },
      [{ ...milan, code: 'content_missing', who: 'lead', severity: 'blocks' }],
    ],
    ['a single head', withMission(0, headless(false)), [{ ...genoa, code: 'head_missing', who: 'lead', severity: 'blocks' }]],
    ['one head only', withMission(0, headless(true)), [{ ...genoa, code: 'several_heads', who: 'lead', severity: 'warns' }]],
    [
      'a euro rate',
      withMission(0, { unconverted: [{ currency: 'USD', amountMinor: '12000', lineCount: 2 }] }),
      [{ ...genoa, code: 'unconverted_currency', who: 'finance', severity: 'blocks', currency: 'USD' }],
    ],
    [
      'one cent in a category',
      withMission(0, { expensesByCategory: [{ category: 'transport', amountCents: '117786', lineCount: 1 }] }),
      [{ ...genoa, code: 'categories_do_not_add_up', who: 'finance', severity: 'blocks', expectedCents: '117787', foundCents: '117786' }],
    ],
    [
      'one cent in the grand total',
      { ...RATIFICATION_2017, grandTotalCents: '13910895' },
      [{ code: 'missions_do_not_add_up', who: 'finance', severity: 'blocks', expectedCents: '13910895', foundCents: '13910894' }],
    ],
    [
      'a prior mandate',
      withMission(0, { mandate: { votedOn: asLocalDate('2017-10-24'), reference: '88' } }),
      [{ ...genoa, code: 'mandate_after_departure', who: 'assembly', severity: 'warns', days: 5 }],
    ],
  ]

  it.each(cases)('says that it lacks %s, and who can give it', (_lack, facts, missing) => {
    expect(newlyMissing(facts)).toEqual(missing)
  })

  it('needs members, and then no mandate for the elected', () => {
    expect(missingFacts(withMission(0, { members: [] }), 'fr').filter((fact) => fact.missionId === 'genoa')).toEqual([
      { ...genoa, code: 'members_missing', who: 'lead', severity: 'blocks' },
    ])
  })

  it('needs its expenses, and refuses negative ones', () => {
    const none = newlyMissing(withMission(0, { expensesByCategory: [] }))
    const negative = newlyMissing(
      withMission(0, {
        expensesByCategory: [
          { category: 'transport', amountCents: '-1', lineCount: 1 },
          { category: 'meals', amountCents: '117788', lineCount: 1 },
        ],
      }),
    )

    expect(none.map((fact) => fact.code)).toEqual(['expenses_missing', 'categories_do_not_add_up'])
    expect(negative.map((fact) => fact.code)).toEqual(['negative_amount'])
  })

  it('cannot ratify a mission that is not over, nor nothing at all', () => {
    const early = missingFacts(withMeeting({ date: asLocalDate('2017-11-01') }), 'fr').filter((fact) => fact.code === 'mission_not_over')
    const empty = missingFacts({ ...RATIFICATION_2017, missions: [], contents: [], grandTotalCents: '0' }, 'fr')

    expect(early.map((fact) => fact.missionId)).toEqual(['miami', 'milan'])
    expect(empty.map((fact) => fact.code)).toEqual(['no_mission'])
  })

  it('without a meeting date, does not guess the days to the vote', () => {
    const missing = missingFacts(withMeeting({ date: null }), 'fr')

    expect(missing.filter((fact) => fact.code === 'mandate_missing').map((fact) => 'days' in fact)).toEqual([false, false, false])
    expect(missing.map((fact) => fact.code)).toContain('meeting_date_missing')
  })

  it('names a mandate voted on the day of departure or before as prior', () => {
    expect(
      missingFacts(withMission(0, { mandate: { votedOn: asLocalDate('2017-10-19'), reference: null } }), 'fr').map(
        (fact) => fact.missionId,
      ),
    ).toEqual(['miami', 'milan'])
  })

  it('has a test for every code', () => {
    const inTable = cases.flatMap(([, , missing]) => missing.map((fact) => fact.code))
    const alone = [
      'mandate_missing',
      'members_missing',
      'expenses_missing',
      'negative_amount',
      'mission_not_over',
      'no_mission',
      'meeting_date_missing',
    ]
    const seen = new Set<string>([...inTable, ...alone])

    // Those of an agreement are in compose-agreement.test.ts.
    expect(MISSING_FACT_CODES.filter((code) => !seen.has(code))).toEqual(AGREEMENT_MISSING_CODES)
  })
})

/** No head at all, or two. */
function headless(twice: boolean): Partial<MissionFacts> {
  const members = RATIFICATION_2017.missions[0]?.members ?? []
  return { members: members.map((member, index) => Object.assign({}, member, { isHead: twice && index < 2 })) }
}
