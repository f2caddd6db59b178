import { expect, test } from 'vitest'
import type { OrganisationId, Role } from '#platform/actor.ts'
import { actingMembership } from './acting-organisation.ts'

function aMembership(name: string, ...roles: Role[]) {
  return { organisationId: name as OrganisationId, organisationName: name, roles }
}

const port = aMembership('Port', 'officer')
const city = aMembership('Ville', 'reader')
const region = aMembership('Région', 'administrator')
const session = { isDemo: false, hasSecondFactor: false, organisationId: null, memberships: [port, city] }

test('the first organisation is the default', () => {
  expect(actingMembership(session)).toBe(port)
})

test('the chosen one is kept while one is a member of it', () => {
  expect(actingMembership({ ...session, organisationId: city.organisationId })).toBe(city)
})

test('a chosen one that was left is forgotten', () => {
  expect(actingMembership({ ...session, organisationId: region.organisationId })).toBe(port)
})

test('a member of nothing acts for nothing', () => {
  expect(actingMembership({ ...session, memberships: [] })).toBeNull()
})

test('an administrator without a second factor acts for nothing yet', () => {
  expect(actingMembership({ ...session, memberships: [region] })).toBeNull()
})

test('an administrator with a second factor, or of the demonstration, acts', () => {
  expect(actingMembership({ ...session, memberships: [region], hasSecondFactor: true })).toBe(region)
  expect(actingMembership({ ...session, memberships: [region], isDemo: true })).toBe(region)
})
