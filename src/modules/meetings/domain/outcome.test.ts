import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type OutcomeState, meetingState, outcomeStates } from './outcome.ts'

test.each<[OutcomeState | null, OutcomeState | null, ReturnType<typeof meetingState>]>([
  [null, null, null],
  ['held', null, 'held'],
  ['held', 'held', 'held'],
  ['they_missed', null, 'other_missed'],
  ['we_missed', null, 'one_missed'],
  [null, 'they_missed', 'one_missed'],
  ['they_missed', 'we_missed', 'other_missed'],
  ['we_missed', 'we_missed', 'both_missed'],
  ['they_missed', 'they_missed', 'both_missed'],
  ['held', 'they_missed', 'disputed'],
  ['we_missed', 'held', 'disputed'],
])('one says %s, the other %s: %s', (one, other, state) => {
  expect(meetingState(one, other)).toBe(state)
})

test('it does not matter who is called one', () => {
  const said = fc.constantFrom(null, ...outcomeStates)
  const turned = { one_missed: 'other_missed', other_missed: 'one_missed' } as const
  fc.assert(
    fc.property(said, said, (one, other) => {
      const state = meetingState(one, other)
      expect(meetingState(other, one)).toBe(state === 'one_missed' || state === 'other_missed' ? turned[state] : state)
    }),
  )
})
