import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type MemberFacts, changedFields, factFields, factsOf, isFrozen } from './change.ts'

const ana: MemberFacts = {
  givenName: 'Ana',
  familyName: 'Arnal',
  category: 'staff',
  capacity: { fr: 'Cheffe', en: 'Head' },
  represents: null,
}

test('a delegation is frozen the day after the date, and never without one', () => {
  const freeze = { frozenOn: asLocalDate('2027-02-10') }

  expect(isFrozen(freeze, asLocalDate('2027-02-10'))).toBe(false)
  expect(isFrozen(freeze, asLocalDate('2027-02-11'))).toBe(true)
  expect(isFrozen(null, asLocalDate('2027-02-11'))).toBe(false)
})

test('only what differs is named, whatever the order in which languages were written', () => {
  expect(changedFields(ana, { ...ana, capacity: { en: 'Head', fr: 'Cheffe' } })).toEqual([])
  expect(changedFields(ana, { ...ana, givenName: 'Anna', represents: 'Grappe' })).toEqual(['givenName', 'represents'])
})

test('the old facts with the fields that differ taken from the new ones are the new facts', () => {
  const facts = fc.record({
    givenName: fc.string(),
    familyName: fc.string(),
    category: fc.constantFrom('staff' as const, 'guest' as const),
    capacity: fc.dictionary(fc.constantFrom('fr', 'en'), fc.string()),
    represents: fc.option(fc.string()),
  })
  fc.assert(
    fc.property(facts, facts, (was, becomes) => {
      const changed = changedFields(was, becomes)
      const applied = Object.fromEntries(factFields.map((field) => [field, changed.includes(field) ? becomes[field] : was[field]]))
      expect(applied).toEqual(factsOf(becomes))
    }),
  )
})
