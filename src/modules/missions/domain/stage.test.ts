import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type StageFacts, decideJourney, stageOfLine } from './stage.ts'

const own: StageFacts['own'] = {
  memberCount: 2,
  electedCount: 1,
  hasHead: true,
  waitingCount: 0,
  mandateDecidedOn: null,
  expenseCount: 3,
  accountsClosedOn: null,
  hasAct: false,
  ratifiedOn: null,
}
const facts: StageFacts = {
  kind: 'outgoing',
  state: 'confirmed',
  startsOn: asLocalDate('2017-11-04'),
  endsOn: asLocalDate('2017-11-10'),
  today: asLocalDate('2017-12-01'),
  objectiveCount: 3,
  own,
}
const statesOf = (given: StageFacts) => Object.fromEntries(decideJourney(given).steps.map(({ stage, state }) => [stage, state]))

test('a mission whose mandate was never voted shows the mandate as missed for ever', () => {
  expect(statesOf(facts)).toEqual({
    idea: 'done',
    preparation: 'done',
    mandated: 'missed',
    confirmed: 'done',
    on_the_road: 'done',
    returned: 'current',
    accounts_closed: 'next',
    ratified: 'next',
  })
})

test('a ratified mission has arrived: no stage is under way any more', () => {
  const ratified = { ...facts, own: { ...own, accountsClosedOn: asLocalDate('2019-02-08'), ratifiedOn: asLocalDate('2019-02-08') } }

  expect(statesOf(ratified)).toMatchObject({ returned: 'done', accounts_closed: 'done', ratified: 'done' })
  expect(decideJourney(ratified).current).toBe('ratified')
})

test('a mandate voted after departure does not count as prior', () => {
  const late = { ...facts, own: { ...own, mandateDecidedOn: asLocalDate('2019-02-08') } }

  expect(statesOf(late).mandated).toBe('missed')
})

test('a mandate voted on the day of departure is prior', () => {
  const prior = { ...facts, own: { ...own, mandateDecidedOn: asLocalDate('2017-11-04') } }

  expect(statesOf(prior).mandated).toBe('done')
})

test.each(['incoming', 'event'] as const)('a mission of kind %s waits for neither delegation nor mandate', (kind) => {
  const received: StageFacts = {
    ...facts,
    kind,
    state: 'preparation',
    today: asLocalDate('2017-10-01'),
    own: { ...own, memberCount: 0, electedCount: 0, hasHead: false },
  }

  expect(decideJourney(received)).toMatchObject({ blockers: ['not_confirmed'], needsNoMandate: true })
  expect(statesOf({ ...received, state: 'confirmed' }).mandated).toBe('done')
})

test('a delegation without elected members needs no mandate', () => {
  expect(statesOf({ ...facts, own: { ...own, electedCount: 0 } }).mandated).toBe('done')
})

test.each([
  ['the day before departure', '2017-11-03', 'confirmed'],
  ['the day of departure', '2017-11-04', 'on_the_road'],
  ['the last day', '2017-11-10', 'on_the_road'],
  ['the day after return', '2017-11-11', 'returned'],
])('on %s a confirmed mission stands where its legs say', (_day, today, current) => {
  expect(decideJourney({ ...facts, today: asLocalDate(today) }).current).toBe(current)
  expect(stageOfLine({ ...facts, accountsClosedOn: null, ratifiedOn: null, mandateDecidedOn: null }, asLocalDate(today))).toBe(current)
})

test('a confirmed mission says before it leaves that people lack something, after the mandate', () => {
  const before = { ...facts, today: asLocalDate('2017-10-01'), own: { ...own, waitingCount: 2 } }

  expect(decideJourney(before).blockers).toEqual(['mandate_to_vote', 'people_not_ready'])
  expect(decideJourney({ ...before, today: asLocalDate('2017-11-05') }).blockers).toEqual([])
})

test('each stage names what blocks the next one', () => {
  const blockers = (given: Partial<StageFacts>, part: Partial<StageFacts['own']> = {}) =>
    decideJourney({ ...facts, ...given, own: { ...own, ...part } }).blockers

  expect(blockers({ state: 'idea', startsOn: null, endsOn: null, objectiveCount: 0 })).toEqual(['no_leg', 'no_objective'])
  expect(blockers({ state: 'preparation', today: asLocalDate('2017-10-01') }, { hasHead: false })).toEqual(['no_head', 'mandate_to_vote'])
  expect(blockers({})).toEqual(['accounts_open'])
  expect(blockers({}, { expenseCount: 0 })).toEqual(['no_expense'])
  expect(blockers({}, { accountsClosedOn: asLocalDate('2017-12-20') })).toEqual(['act_to_build'])
  expect(blockers({}, { accountsClosedOn: asLocalDate('2017-12-20'), hasAct: true })).toEqual(['act_to_vote'])
  expect(blockers({}, { accountsClosedOn: asLocalDate('2017-12-20'), ratifiedOn: asLocalDate('2019-02-08') })).toEqual([])
})

test('a cancelled mission goes nowhere and nothing blocks it', () => {
  const journey = decideJourney({ ...facts, state: 'cancelled' })

  expect(journey.current).toBe('cancelled')
  expect(journey.blockers).toEqual([])
  expect(journey.steps.at(-1)?.state).toBe('cancelled')
})

test('a mission described in full waits to be put in preparation, then to be confirmed: the next step is never a mystery', () => {
  const before = { ...facts, today: asLocalDate('2017-10-01') }
  const voted = { ...own, mandateDecidedOn: asLocalDate('2017-09-15') }

  expect(decideJourney({ ...before, state: 'idea' }).blockers).toEqual(['not_prepared'])
  expect(decideJourney({ ...before, state: 'preparation', own: { ...own, electedCount: 0 } }).blockers).toEqual(['not_confirmed'])
  expect(decideJourney({ ...before, state: 'preparation', own: voted })).toMatchObject({ current: 'mandated', blockers: ['not_confirmed'] })
})

test('a mandate voted before anybody is named leaves the delegation to be named', () => {
  const early = { ...own, memberCount: 0, electedCount: 0, hasHead: false, mandateDecidedOn: asLocalDate('2017-09-15') }

  expect(decideJourney({ ...facts, state: 'preparation', today: asLocalDate('2017-10-01'), own: early }).blockers).toEqual(['no_member'])
})

test('a mission whose departure passed unconfirmed asks only whether it took place', () => {
  expect(decideJourney({ ...facts, state: 'preparation' }).blockers).toEqual(['departed_unconfirmed'])
})

test('a mandate still to be voted is missed only once the mission has left', () => {
  const onTheDay = { ...facts, today: asLocalDate('2017-11-04') }

  expect(statesOf({ ...facts, today: asLocalDate('2017-10-01') }).mandated).toBe('next')
  expect(statesOf(onTheDay).mandated).toBe('next')
  expect(statesOf({ ...facts, today: asLocalDate('2017-11-05') }).mandated).toBe('missed')
})

test('a partner nobody travels for has missed no mandate', () => {
  const support = { ...facts, own: { ...own, memberCount: 0, electedCount: 0, hasHead: false } }

  expect(statesOf(support).mandated).toBe('done')
  expect(decideJourney(support).needsNoMandate).toBe(true)
  expect(decideJourney({ ...support, today: asLocalDate('2017-10-01') }).needsNoMandate).toBe(false)
})

test('a line of the list shows the mandate that was voted, as the ribbon does', () => {
  const line = { ...facts, state: 'preparation' as const, accountsClosedOn: null, ratifiedOn: null }
  const today = asLocalDate('2017-10-01')

  expect(stageOfLine({ ...line, mandateDecidedOn: asLocalDate('2017-09-15') }, today)).toBe('mandated')
  expect(stageOfLine({ ...line, mandateDecidedOn: asLocalDate('2019-02-08') }, today)).toBe('preparation')
})
