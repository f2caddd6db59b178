import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { decideState, openDecisions } from './decisions.ts'
import { missionStates } from './mission.ts'

const departure = asLocalDate('2017-11-04')
const before = asLocalDate('2017-10-01')
const after = asLocalDate('2017-12-01')
const open = { accountsClosedOn: null }
const closed = { accountsClosedOn: asLocalDate('2017-12-20') }
const mission = { state: 'confirmed' as const, startsOn: departure, partners: [open] }

const wordings = (given: Parameters<typeof openDecisions>[0], today = before) => openDecisions(given, today).map(({ wording }) => wording)

describe('what can be decided', () => {
  test('an idea is prepared or cancelled', () => {
    expect(wordings({ ...mission, state: 'idea' })).toEqual(['prepare', 'cancel'])
  })

  test('a mission in preparation is confirmed, and until it leaves may become an idea again', () => {
    expect(wordings({ ...mission, state: 'preparation' })).toEqual(['confirm', 'back_to_idea', 'cancel'])
    expect(wordings({ ...mission, state: 'preparation' }, after)).toEqual(['confirm', 'did_not_take_place'])
  })

  test('a confirmed mission steps back until it leaves; afterwards it can only be said not to have taken place', () => {
    expect(wordings(mission)).toEqual(['unconfirm', 'cancel'])
    expect(wordings(mission, departure)).toEqual(['did_not_take_place'])
    expect(wordings(mission, after)).toEqual(['did_not_take_place'])
  })

  test('nothing is left to decide once a partner closed its accounts', () => {
    expect(wordings({ ...mission, partners: [open, closed] }, after)).toEqual([])
  })

  test('a cancelled mission can be taken up again', () => {
    expect(wordings({ ...mission, state: 'cancelled' })).toEqual(['resume'])
  })

  test('one decision at most is the way on, and none after the return', () => {
    for (const state of missionStates) {
      expect(openDecisions({ ...mission, state }, before).filter(({ isForward }) => isForward).length).toBeLessThanOrEqual(1)
    }
    expect(openDecisions(mission, after).some(({ isForward }) => isForward)).toBe(false)
  })
})

test.each([
  ['the state it is in', mission, 'confirmed', before, 'already_in_this_state'],
  ['confirmed, without dates', { ...mission, state: 'idea', startsOn: null }, 'confirmed', before, 'confirmed_needs_dates'],
  ['an idea, once it left', mission, 'idea', departure, 'departed_is_not_an_idea'],
  ['preparation, once it left', mission, 'preparation', departure, 'departed_stays_confirmed'],
  ['cancelled, once accounted for', { ...mission, partners: [closed] }, 'cancelled', after, 'accounted_for_took_place'],
] as const)('a mission is refused %s', (_what, given, state, today, code) => {
  expect(decideState(given, state, today)).toEqual({ ok: false, problem: { code } })
})
