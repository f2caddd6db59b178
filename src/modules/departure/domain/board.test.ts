import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { MemberId } from '#modules/delegations/index.ts'
import { boardOf, isLate } from './board.ts'
import { type Requirement, requirementKinds, requirementStates } from './requirement.ts'

const aRequirement = (facts: Partial<Requirement> = {}): Requirement => ({
  memberId: 'ana' as MemberId,
  kind: 'insurance',
  country: null,
  dueOn: asLocalDate('2027-03-01'),
  state: 'to_do',
  doneOn: null,
  reference: '',
  fileId: null,
  because: null,
  ownerAccountId: null,
  ownerName: null,
  version: 0,
  ...facts,
})
const people = [{ id: 'ana' }, { id: 'bob' }, { id: 'cam' }]

test('who waits for something comes first, and the nearest term is what blocks first', () => {
  const board = boardOf(people, [
    aRequirement({ memberId: 'bob' as MemberId, kind: 'visa', country: 'CA', dueOn: asLocalDate('2027-02-10') }),
    aRequirement({ memberId: 'cam' as MemberId, dueOn: asLocalDate('2027-02-01') }),
    aRequirement({ memberId: 'ana' as MemberId, state: 'done', doneOn: asLocalDate('2027-01-05') }),
  ])

  expect(board.rows.map(({ person, isReady }) => [person.id, isReady])).toEqual([
    ['bob', false],
    ['cam', false],
    ['ana', true],
  ])
  expect(board.blocking.map(({ kind, waiting }) => [kind, ...waiting.map(({ memberId }) => memberId)])).toEqual([
    ['insurance', 'cam'],
    ['visa', 'bob'],
  ])
  expect(board.columns).toEqual([
    { kind: 'insurance', country: null },
    { kind: 'visa', country: 'CA' },
  ])
})

test('nothing is late once done, nor on its very day', () => {
  const today = asLocalDate('2027-03-02')

  expect(isLate(aRequirement(), today)).toBe(true)
  expect(isLate(aRequirement(), asLocalDate('2027-03-01'))).toBe(false)
  expect(isLate(aRequirement({ state: 'not_needed' }), today)).toBe(false)
})

test('whatever is asked, each person is on the board once, and is ready exactly when nothing of theirs is to do', () => {
  const requirement = fc.record({
    memberId: fc.constantFrom('ana', 'bob', 'cam', 'gone'),
    kind: fc.constantFrom(...requirementKinds),
    country: fc.constantFrom(null, 'US', 'CA'),
    state: fc.constantFrom(...requirementStates),
    dueOn: fc.constantFrom('2027-02-01', '2027-03-01').map(asLocalDate),
  })
  const unique = fc.uniqueArray(requirement, { selector: ({ memberId, kind, country }) => `${memberId}${kind}${country}` })
  fc.assert(
    fc.property(unique, (drawn) => {
      const requirements = drawn.map((facts) => aRequirement({ ...facts, memberId: facts.memberId as MemberId }))
      const board = boardOf(people, requirements)

      expect(board.rows.map(({ person }) => person.id).toSorted()).toEqual(['ana', 'bob', 'cam'])
      for (const { person, isReady } of board.rows) {
        expect(isReady).toBe(!requirements.some(({ memberId, state }) => memberId === person.id && state === 'to_do'))
      }
      expect(board.readyCount).toBe(board.rows.filter(({ isReady }) => isReady).length)
      expect(board.blocking.flatMap(({ waiting }) => waiting)).toHaveLength(
        requirements.filter(({ memberId, state }) => state === 'to_do' && memberId !== 'gone').length,
      )
      const terms = board.blocking.map(({ dueOn }) => dueOn)
      expect(terms).toEqual(terms.toSorted())
    }),
  )
})
