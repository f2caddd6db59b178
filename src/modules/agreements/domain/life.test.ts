import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type Dates, decideStep, nextSteps, standingOf, type Step, type StepFacts, withdrawable } from './life.ts'

const on = asLocalDate
const never: Dates = {
  negotiatedSince: null,
  votedOn: null,
  signedOn: null,
  transmittedOn: null,
  inForceFrom: null,
  terminatedOn: null,
}
const facts = (dates: Partial<Dates> = {}, more: Partial<StepFacts> = {}): StepFacts => ({
  dates: { ...never, ...dates },
  partyCount: 2,
  stateGroundsOn: [],
  hasObject: true,
  hasForecast: true,
  isUnproven: false,
  isAttested: false,
  ...more,
})
const today = on('2026-03-02')
const voted = { votedOn: on('2025-06-01') }
const signed = { ...voted, signedOn: on('2025-06-15') }
const transmitted = { ...signed, transmittedOn: on('2025-06-20') }
const refusal = (facts: StepFacts, step: Step) => {
  const outcome = decideStep(facts, step, today)
  return outcome.ok ? null : outcome.problem.code
}

describe('what a life does not allow', () => {
  test.each<[string, StepFacts, Step]>([
    ['voted_before_it_is_signed', facts(), { kind: 'sign', on: on('2025-06-15'), proof: 'Paris' }],
    ['voted_before_it_is_signed', facts(voted), { kind: 'sign', on: on('2025-05-31'), proof: 'Paris' }],
    ['an_agreement_binds_two_parties', facts(voted, { partyCount: 1 }), { kind: 'sign', on: on('2025-06-15'), proof: 'Paris' }],
    [
      'a_ground_comes_before_the_signature',
      facts(voted, { stateGroundsOn: [on('2025-06-16')] }),
      { kind: 'sign', on: on('2025-06-15'), proof: 'Monaco' },
    ],
    ['signed_before_it_is_transmitted', facts(voted), { kind: 'transmit', on: on('2025-06-20'), proof: 'AR 12' }],
    ['signed_before_it_is_transmitted', facts(signed), { kind: 'transmit', on: on('2025-06-14'), proof: 'AR 12' }],
    ['transmitted_before_it_is_in_force', facts(signed), { kind: 'enter', on: on('2025-06-20') }],
    ['transmitted_before_it_is_in_force', facts(transmitted), { kind: 'enter', on: on('2025-06-19') }],
    ['in_force_states_object_and_forecast', facts(transmitted, { hasForecast: false }), { kind: 'enter', on: on('2025-06-20') }],
    ['in_force_states_object_and_forecast', facts(transmitted, { hasObject: false }), { kind: 'enter', on: on('2025-06-20') }],
    ['negotiated_before_it_is_voted', facts(voted), { kind: 'negotiate', on: on('2025-06-02'), proof: 'Courrier du 2 juin' }],
    ['terminated_once_signed', facts(voted), { kind: 'terminate', on: on('2025-06-20'), proof: 'Courrier' }],
    ['already_recorded', facts(signed), { kind: 'sign', on: on('2025-06-15'), proof: 'Paris' }],
    ['proof_missing', facts(voted), { kind: 'sign', on: on('2025-06-15'), proof: '  ' }],
    ['proof_missing', facts(), { kind: 'negotiate', on: on('2025-06-02'), proof: ' ' }],
    ['date_in_the_future', facts(), { kind: 'vote', on: on('2026-03-03'), proof: '12' }],
  ])('%s', (code, before, step) => {
    expect(refusal(before, step)).toBe(code)
  })
})

test('a life in order is recorded step by step, and each day may be the same as the one before', () => {
  let dates = never
  const day = on('2025-06-01')
  for (const step of [
    { kind: 'negotiate', on: day, proof: 'Courrier du maire' },
    { kind: 'vote', on: day, proof: '25-114' },
    { kind: 'sign', on: day, proof: 'Québec' },
    { kind: 'transmit', on: day, proof: 'AR 044' },
    { kind: 'enter', on: day },
  ] as const) {
    expect(nextSteps({ dates, isUnproven: false, isAttested: false })).toContain(step.kind)
    const outcome = decideStep(facts(dates), step, today)
    if (!outcome.ok) throw new Error(outcome.problem.code)
    dates = outcome.value
    expect(withdrawable(dates)).toBe(step.kind)
  }

  expect(dates).toEqual({
    negotiatedSince: day,
    votedOn: day,
    signedOn: day,
    transmittedOn: day,
    inForceFrom: day,
    terminatedOn: null,
  })
})

test('an entry into force may be agreed for a day to come; an agreement found in an archive is signed and in force without its papers', () => {
  expect(refusal(facts(transmitted), { kind: 'enter', on: on('2027-01-01') })).toBeNull()
  expect(refusal(facts({}, { isUnproven: true }), { kind: 'sign', on: on('2017-10-19'), proof: 'Gênes' })).toBeNull()
  expect(
    refusal(facts({ signedOn: on('2017-10-19') }, { isUnproven: true, hasForecast: false }), { kind: 'enter', on: on('2017-10-19') }),
  ).toBeNull()
})

describe('where an agreement stands', () => {
  const term = { runsFrom: null, months: null, lastDay: null, prolongedTo: null }
  const inForce = { ...transmitted, inForceFrom: on('2025-06-20') }
  const stands = (dates: Partial<Dates>, more: Partial<Parameters<typeof standingOf>[0]> = {}) =>
    standingOf({ dates: { ...never, ...dates }, term, attestedOn: null, renewedFrom: null, ...more }, today)

  test.each([
    ['idea', stands({})],
    ['negotiation', stands({ negotiatedSince: on('2025-01-01') })],
    ['voted', stands(voted)],
    ['signed', stands(signed)],
    ['transmitted', stands(transmitted)],
    ['transmitted', stands({ ...transmitted, inForceFrom: on('2026-03-03') })],
    ['in_force', stands(inForce)],
    ['in_force', stands({}, { attestedOn: on('2009-01-26') })],
    ['in_force', stands(inForce, { term: { ...term, lastDay: on('2027-03-03') } })],
    ['expiring', stands(inForce, { term: { ...term, lastDay: on('2027-03-02') } })],
    ['expiring', stands(inForce, { term: { ...term, lastDay: today } })],
    ['expired', stands(inForce, { term: { ...term, lastDay: on('2026-03-01') } })],
    ['in_force', stands(inForce, { term: { ...term, lastDay: on('2026-03-01'), prolongedTo: on('2028-03-01') } })],
    ['renewed', stands(inForce, { term: { ...term, lastDay: on('2026-03-01') }, renewedFrom: today })],
    ['expired', stands(inForce, { term: { ...term, lastDay: on('2026-03-01') }, renewedFrom: on('2026-03-03') })],
    ['terminated', stands({ ...inForce, terminatedOn: today }, { renewedFrom: today })],
  ])('%s', (expected, standing) => {
    expect(standing).toBe(expected)
  })
})
