import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Leg, Partner } from './mission.ts'
import { decideLegPartners, takesPart } from './partner-legs.ts'

const leg = (id: string): Leg => ({
  id,
  cityId: null,
  cityName: { fr: id },
  country: 'CA',
  startsOn: asLocalDate('2024-05-24'),
  endsOn: asLocalDate('2024-05-27'),
  timeZone: 'America/Toronto',
})
const seat = (id: string, role: Partner['role'], legIds: readonly string[] = []): Partner => ({
  id,
  organisationId: id as OrganisationId,
  name: id,
  role,
  workstream: {},
  leftAt: null,
  accountsClosedOn: null,
  ratifiedOn: null,
  isWorkspace: true,
  version: 1,
  legIds,
})
const legs = [leg('quebec'), leg('montreal')]

test('a city that receives one leg is not at the other', () => {
  const partners = [seat('nantes', 'lead'), seat('cci', 'co_organiser'), seat('ville-de-quebec', 'host')]

  expect(decideLegPartners({ legs, partners }, 'montreal', ['cci'])).toEqual({
    ok: true,
    value: [{ partnerId: 'ville-de-quebec', legIds: ['quebec'] }],
  })
})

test('the lead takes part in every leg, whatever is ticked', () => {
  expect(decideLegPartners({ legs, partners: [seat('nantes', 'lead')] }, 'quebec', [])).toEqual({ ok: true, value: [] })
})

test('a partner takes part in one leg at least', () => {
  const partners = [seat('ville-de-quebec', 'host', ['quebec'])]

  expect(decideLegPartners({ legs, partners }, 'quebec', [])).toEqual({
    ok: false,
    problem: { code: 'a_partner_takes_one_leg_at_least', partnerName: 'ville-de-quebec' },
  })
})

test('a leg of another mission is unknown', () => {
  expect(decideLegPartners({ legs, partners: [] }, 'milan', [])).toEqual({ ok: false, problem: { code: 'leg_unknown' } })
})

test('once written, exactly those who were ticked take part in the leg, and nothing else moved', () => {
  const some = fc.subarray(legs.map(({ id }) => id))
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (taken, ticked) => {
      const partners = taken.map((legIds, index) => seat(`partner-${index}`, 'partner', legIds.length === legs.length ? [] : legIds))
      const chosen = partners.filter((_, index) => ticked[index]).map(({ id }) => id)
      const decided = decideLegPartners({ legs, partners }, 'quebec', chosen)
      if (!decided.ok) {
        expect(decided.problem.code).toBe('a_partner_takes_one_leg_at_least')
        return
      }
      const changes = new Map(decided.value.map(({ partnerId, legIds }) => [partnerId, legIds]))
      for (const partner of partners) {
        const after = { legIds: changes.get(partner.id) ?? partner.legIds }
        expect(takesPart(after, 'quebec')).toBe(chosen.includes(partner.id))
        expect(takesPart(after, 'montreal')).toBe(takesPart(partner, 'montreal'))
      }
    }),
  )
})
