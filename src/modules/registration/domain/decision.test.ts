import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Application, type ApplicationId, applicationStates, nextHand } from './application.ts'
import { decideStep, decisions, openDecisions, planDecisions } from './decision.ts'
import { openPlaces } from './places.ts'

const sender = { isSender: true, isOrganiser: false }
const organiser = { isSender: false, isOrganiser: true }
const both = { isSender: true, isOrganiser: true }
const nobody = { isSender: false, isOrganiser: false }

describe('one decision', () => {
  test.each([
    ['the sender endorses', 'received', 'approve', sender, true, 'endorsed'],
    ['the organiser gives a place', 'endorsed', 'approve', organiser, true, 'approved'],
    ['or a rank, when no place is left', 'endorsed', 'approve', organiser, false, 'waiting'],
    ['one yes is enough for who is both', 'received', 'approve', both, true, 'approved'],
    ['the sender asks for more', 'received', 'incomplete', sender, true, 'incomplete'],
    ['the sender says no to what it waits for', 'incomplete', 'refuse', sender, true, 'refused'],
    ['the organiser says no', 'endorsed', 'refuse', organiser, true, 'refused'],
    ['even to who waits', 'waiting', 'refuse', organiser, false, 'refused'],
  ] as const)('%s', (_, state, decision, hand, hasPlace, expected) => {
    expect(decideStep({ state }, decision, hand, hasPlace)).toMatchObject({ ok: true, value: { state: expected } })
  })

  test.each([
    ['the sender about what it has endorsed', 'endorsed', 'approve', sender, 'not_yours'],
    ['the organiser before the sender', 'received', 'approve', organiser, 'not_yours'],
    ['anybody else', 'received', 'approve', nobody, 'not_yours'],
    ['who waits is not served out of turn', 'waiting', 'approve', organiser, 'waits_its_turn'],
    ['what waits for its applicant is not approved', 'incomplete', 'approve', sender, 'over'],
    ['what is over stays so', 'refused', 'approve', sender, 'over'],
    ['what is only begun is nobody’s', 'draft', 'refuse', sender, 'over'],
  ] as const)('refused: %s', (_, state, decision, hand, code) => {
    expect(decideStep({ state }, decision, hand, true)).toEqual({ ok: false, problem: { code } })
  })

  test('someone who is neither sender nor organiser decides nothing, and whose turn it is decides something', () => {
    for (const state of applicationStates) {
      expect(openDecisions({ state }, nobody)).toEqual([])
      const hand = nextHand(state)
      expect(openDecisions({ state }, both).length > 0).toBe(
        hand === 'sender' || hand === 'organiser' || state === 'waiting' || state === 'incomplete',
      )
    }
  })
})

describe('several at once', () => {
  const anApplication = fc.record({
    id: fc.uuid().map((id) => id as ApplicationId),
    state: fc.constantFrom(...applicationStates),
    organisationId: fc.constantFrom('a', 'b').map((id) => id as OrganisationId),
    endorsedAt: fc.integer({ min: 0, max: 9 }).map((minute) => `2026-01-01T00:0${minute}:00.000Z` as Instant),
    submittedAt: fc.constant(null),
  })
  const some = fc.uniqueArray(anApplication, { selector: ({ id }) => id, maxLength: 30 })

  test('never give more places than are open, and leave none open while somebody waits', () => {
    fc.assert(
      fc.property(some, fc.nat(5), fc.nat(5), (applications, a, b) => {
        const open = new Map([
          ['a', a],
          ['b', b],
        ])
        const planned = planDecisions(applications, 'approve', () => both, open)

        for (const [organisation, places] of open) {
          const states = planned
            .filter(({ application }) => application.organisationId === organisation)
            .map(({ step }) => (step.ok ? step.value.state : null))
          const given = states.filter((state) => state === 'approved').length
          const waiting = states.filter((state) => state === 'waiting').length
          expect(given).toBeLessThanOrEqual(places)
          if (waiting > 0) expect(given).toBe(places)
        }
      }),
    )
  })

  test('serve whoever was endorsed first, in whatever order they were ticked', () => {
    fc.assert(
      fc.property(some, fc.nat(5), (applications, places) => {
        const plan = (given: readonly (typeof applications)[number][]) =>
          planDecisions(given, 'approve', () => both, new Map([['a', places]])).map(({ application: { id }, step }) => [id, step])

        expect(plan(applications.toReversed())).toEqual(plan(applications))
      }),
    )
  })

  test('decide each as it would be alone, places apart', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...decisions), (applications, decision) => {
        const planned = planDecisions(applications, decision, () => both, new Map())
        for (const { application, step } of planned) expect(step).toEqual(decideStep(application as Application, decision, both, true))
      }),
    )
  })
})

test('open places are those left once everyone who waits is served; without a quota there is no end to them', () => {
  expect(openPlaces({ places: 5, taken: 2, waiting: 1 })).toBe(2)
  expect(openPlaces({ places: 5, taken: 4, waiting: 3 })).toBe(0)
  expect(openPlaces({ places: null, taken: 99, waiting: 0 })).toBe(Number.POSITIVE_INFINITY)
})
