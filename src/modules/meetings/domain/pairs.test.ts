import { describe, expect, test } from 'vitest'
import type { ParticipantId } from './participant.ts'
import { pairsOf } from './pairs.ts'
import type { Degree, WishState } from './wish.ts'

const participants = ['a', 'b', 'c'].map((id) => ({ id: id as ParticipantId, circleId: id === 'c' ? 'host' : 'home' }))
const rules = [{ fromId: 'home', toId: 'host', company: ['escort' as const] }]
const wish = (participantId: string, aboutId: string, degree: Degree, state: WishState) => ({ participantId, aboutId, degree, state })
const pairs = (...wishes: ReturnType<typeof wish>[]) => pairsOf(participants, rules, wishes)

describe('a pair is made', () => {
  test('by a wish that expects no answer, with what the rule asks to come along', () => {
    expect(pairs(wish('a', 'c', 'like', 'noted'))).toEqual([{ one: 'a', other: 'c', isMust: false, weight: 2, company: ['escort'] }])
  })

  test('by a request that was accepted, worth more', () => {
    expect(pairs(wish('a', 'c', 'must', 'accepted'))).toEqual([{ one: 'a', other: 'c', isMust: true, weight: 5, company: ['escort'] }])
  })

  test('by two open requests that answer each other, once', () => {
    expect(pairs(wish('b', 'a', 'like', 'open'), wish('a', 'b', 'must', 'open'))).toEqual([
      { one: 'a', other: 'b', isMust: true, weight: 6, company: [] },
    ])
  })

  test('by the side that was accepted when the other only asks', () => {
    expect(pairs(wish('a', 'b', 'must', 'open'), wish('b', 'a', 'like', 'accepted'))).toEqual([
      { one: 'b', other: 'a', isMust: false, weight: 3, company: [] },
    ])
  })
})

test.each(['open', 'declined', 'expired', 'withdrawn'] as const)('a request that is %s makes no pair', (state) => {
  expect(pairs(wish('a', 'c', 'must', state))).toEqual([])
})

test('a no of either side unmakes the pair', () => {
  expect(pairs(wish('a', 'c', 'must', 'accepted'), wish('c', 'a', 'no', 'noted'))).toEqual([])
  expect(pairs(wish('a', 'c', 'no', 'noted'), wish('c', 'a', 'must', 'accepted'))).toEqual([])
})
