import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Desk } from './desk.ts'
import { deskAfter } from './desk-said.ts'
import { type DeskOutcome, isSameOutcome, mergedOutcome, toldAfter } from './desk-outcome.ts'
import { type OutcomeDraft, nextSteps, outcomeStates } from './outcome.ts'

const word = (facts: Partial<OutcomeDraft> = {}): OutcomeDraft => ({
  state: 'held',
  nextStep: 'none',
  nextStepOn: null,
  nextStepWords: '',
  ...facts,
})
const quote = word({ nextStep: 'quote' })
const day = '2017-11-20' as LocalDate

describe('two words about one side of a meeting', () => {
  test.each([
    ['the same', quote, quote, quote],
    ['one says what comes next', word(), quote, quote],
    [
      'one has the day, the other the words',
      { ...quote, nextStepOn: day },
      { ...quote, nextStepWords: 'Two lots' },
      { ...quote, nextStepOn: day, nextStepWords: 'Two lots' },
    ],
    ['held or not', word(), word({ state: 'they_missed' }), null],
    ['a quote or a visit', quote, word({ nextStep: 'visit' }), null],
    ['two days', { ...quote, nextStepOn: day }, { ...quote, nextStepOn: '2017-11-21' as LocalDate }, null],
  ])('%s', (_name, one, other, merged) => {
    expect(mergedOutcome(one, other)).toEqual(merged)
  })

  test('whoever spoke first, the same is made of them, and nothing either said is lost', () => {
    const draft = fc.record({
      state: fc.constantFrom(...outcomeStates),
      nextStep: fc.constantFrom(...nextSteps),
      nextStepOn: fc.constantFrom(null, day, '2017-11-21' as LocalDate),
      nextStepWords: fc.constantFrom('', 'Two lots', 'Three'),
    })
    fc.assert(
      fc.property(draft, draft, (one, other) => {
        const merged = mergedOutcome(one, other)
        expect(mergedOutcome(other, one)).toEqual(merged)
        if (merged === null) return
        for (const each of [one, other]) expect(isSameOutcome(mergedOutcome(merged, each) ?? word(), merged)).toBe(true)
      }),
    )
  })
})

describe('a word on the day', () => {
  const known: DeskOutcome = { ...quote, meetingId: 'm', participantId: 'A', saidName: 'Lucie', version: 1 }
  const desk = { told: [known] } as unknown as Desk
  const said = { ...word({ state: 'we_missed' }), meetingId: 'm', participantId: 'A' }

  test('shows at once, and once: on what it was said about, and never over something newer', () => {
    const after = toldAfter(desk, { ...said, version: 1 })
    expect(after.told).toEqual([{ ...said, saidName: 'Lucie', version: 2 }])
    expect(toldAfter(after, { ...said, version: 1 })).toBe(after)
    expect(toldAfter(desk, { ...said, version: 0 })).toBe(desk)
  })

  test('two words said one after the other without a network both count', () => {
    const empty = { told: [] } as unknown as Desk
    const entries = [0, 1].map((version) => ({
      saidAt: '2017-11-06T09:00:00.000Z' as Desk['now'],
      said: { kind: 'outcome' as const, ...said, version, nextStep: version === 0 ? ('none' as const) : ('visit' as const) },
    }))
    expect(entries.reduce(deskAfter, empty).told).toMatchObject([{ nextStep: 'visit', version: 2 }])
  })
})
