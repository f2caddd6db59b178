import { expect, test } from 'vitest'
import { profileOf } from './provider-profile.ts'

test('ProConnect names people by given_name and usual_name, without email_verified nor siret', () => {
  const claims = { sub: 's', email: 'Lea.Roux@Ville.example', given_name: 'Léa', usual_name: 'Roux', uid: '42', isSigned: true }

  expect(profileOf(claims)).toEqual({ id: 's', sub: 's', email: 'lea.roux@ville.example', emailVerified: true, name: 'Léa Roux' })
})

test.each([
  [{ isSigned: false }, false],
  [{ isSigned: true }, true],
  [{ isSigned: true, email_verified: false }, false],
  [{ isSigned: false, email_verified: true }, true],
  [{ isSigned: false, email_verified: 'true' }, true],
  [{ isSigned: false, email_verified: 'yes' }, false],
])('with %j the address counts as verified: %s', (claims, isVerified) => {
  expect(profileOf({ sub: 's', email: 'a@b.example', ...claims })?.emailVerified).toBe(isVerified)
})

test('without an address there is nobody to recognise', () => {
  expect(profileOf({ sub: 's', isSigned: true })).toBeNull()
  expect(profileOf({ sub: '', email: 'a@b.example', isSigned: true })).toBeNull()
})
