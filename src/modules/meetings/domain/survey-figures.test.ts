import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { isReminderDue, stageTerm } from './survey-dates.ts'
import { type AskedCompany, figuresByStage } from './survey-figures.ts'
import { stages } from './survey.ts'

const silent: AskedCompany = {
  stage: 'week',
  participantId: 'a',
  followUp: null,
  quotes: null,
  contracts: null,
  jobs: null,
  valueCents: null,
  valueCurrency: null,
  valueQualifier: null,
  completedAt: null,
}
const answer = (facts: Partial<AskedCompany>): AskedCompany => ({
  ...silent,
  followUp: 'yes',
  completedAt: '2018-01-01T00:00:00.000Z' as Instant,
  ...facts,
})

describe('figures', () => {
  test('a company that answers again is counted once, by its latest word; what is new is told apart', () => {
    const [, second, third] = figuresByStage([
      answer({ stage: 'week', quotes: 2 }),
      answer({ stage: 'months3', quotes: 3, contracts: 1, valueCents: 500_000n, valueCurrency: 'EUR', valueQualifier: 'expected' }),
      answer({ stage: 'months3', participantId: 'b', contracts: 2, valueCents: 100_000n, valueCurrency: 'EUR', valueQualifier: 'signed' }),
      answer({ stage: 'months6', contracts: 2, valueCents: 450_000n, valueCurrency: 'EUR', valueQualifier: 'signed' }),
      { ...silent, stage: 'months6', participantId: 'b' },
    ])
    expect(second?.counts.contracts).toEqual({ total: 3, isNew: 3, companies: 2 })
    expect(second?.counts.quotes).toEqual({ total: 3, isNew: 1, companies: 1 })
    expect(third?.counts.contracts).toEqual({ total: 4, isNew: 1, companies: 2 })
    expect(third?.values).toEqual([{ cents: 550_000n, currency: 'EUR', qualifier: 'signed' }])
    expect(third).toMatchObject({ asked: 2, answered: 1, complete: 1, followUps: { yes: 1, not_yet: 0, no: 0 } })
  })

  test('one tap answers the first question and nothing else', () => {
    const [week] = figuresByStage([{ ...silent, followUp: 'not_yet' }])
    expect(week).toMatchObject({ asked: 1, answered: 1, complete: 0, followUps: { yes: 0, not_yet: 1, no: 0 } })
    expect(week?.counts.quotes).toEqual({ total: 0, isNew: 0, companies: 0 })
  })

  test('whatever companies say, the new of all stages is the total of the last, and nobody is in it twice', () => {
    const said = fc.record({
      stage: fc.constantFrom(...stages),
      participantId: fc.constantFrom('a', 'b', 'c', 'd'),
      quotes: fc.option(fc.nat(50)),
    })
    const surveys = fc.uniqueArray(said, { selector: ({ stage, participantId }) => `${stage} ${participantId}`, minLength: 1 })
    fc.assert(
      fc.property(surveys, (facts) => {
        const figures = figuresByStage(facts.map((each) => answer(each)))
        const latest = new Map<string, number>()
        for (const stage of stages)
          for (const each of facts) if (each.stage === stage && each.quotes !== null) latest.set(each.participantId, each.quotes)
        const expected = [...latest.values()].reduce((sum, quotes) => sum + quotes, 0)
        expect(figures.at(-1)?.counts.quotes.total).toBe(expected)
        expect(figures.reduce((sum, { counts }) => sum + counts.quotes.isNew, 0)).toBe(expected)
      }),
    )
  })
})

describe('dates', () => {
  const miami = asTimeZone('America/New_York')
  const lastDay = asLocalDate('2017-11-07')

  test('a stage opens at nine on the clocks of the meetings, in winter as in summer', () => {
    expect(stageTerm('week', lastDay, miami).opensAt).toBe('2017-11-14T14:00:00.000Z')
    expect(stageTerm('months6', lastDay, miami)).toEqual({ opensAt: '2018-05-07T13:00:00.000Z', closesAt: '2018-06-21T13:00:00.000Z' })
    expect(stageTerm('months3', asLocalDate('2017-11-30'), miami).opensAt).toBe('2018-02-28T14:00:00.000Z')
  })

  test('the silent are reminded after a week and after three, and never a third time', () => {
    const askedOn = asLocalDate('2017-11-14')
    expect(isReminderDue(askedOn, 0, miami, '2017-11-21T13:59:00.000Z' as Instant)).toBe(false)
    expect(isReminderDue(askedOn, 0, miami, '2017-11-21T14:00:00.000Z' as Instant)).toBe(true)
    expect(isReminderDue(askedOn, 1, miami, '2017-12-04T14:00:00.000Z' as Instant)).toBe(false)
    expect(isReminderDue(askedOn, 1, miami, '2017-12-05T14:00:00.000Z' as Instant)).toBe(true)
    expect(isReminderDue(askedOn, 2, miami, '2018-12-05T14:00:00.000Z' as Instant)).toBe(false)
  })
})
