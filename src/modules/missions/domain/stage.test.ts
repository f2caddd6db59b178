import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type StageFacts, decideJourney, stageOfLine } from './stage.ts'

const own: StageFacts['own'] = {
  memberCount: 2,
  electedCount: 1,
  hasHead: true,
  mandateDecidedOn: null,
  expenseCount: 3,
  accountsClosedOn: null,
  hasAct: false,
  ratifiedOn: null,
}
const facts: StageFacts = {
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
  expect(stageOfLine({ ...facts, accountsClosedOn: null, ratifiedOn: null }, asLocalDate(today))).toBe(current)
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
