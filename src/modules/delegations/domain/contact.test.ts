import { describe, expect, test } from 'vitest'
import { decideContact, readPhone } from './contact.ts'

test.each([
  ['04 91 00 12 34', '+33491001234'],
  ['0262 20 20 20', '+262262202020'],
  ['  ', null],
])('« %s » is the number %s', (typed, number) => {
  expect(readPhone(typed)).toEqual({ ok: true, value: number })
})

test.each(['305 555 0100', 'poste 12', '+'])('« %s » is refused', (typed) => {
  expect(readPhone(typed)).toEqual({ ok: false, problem: { code: 'phone_is_international' } })
})

describe('a contact', () => {
  test('is trimmed, and what is empty is nothing', () => {
    expect(decideContact({ email: ' ana@example.org ', phone: '', notes: ' ' })).toEqual({
      ok: true,
      value: { email: 'ana@example.org', phone: null, notes: null },
    })
  })

  test.each([['ana'], ['ana@'], ['ana@example.org, zoe@example.org']])('is refused the address « %s »', (email) => {
    expect(decideContact({ email, phone: null, notes: null })).toEqual({ ok: false, problem: { code: 'email_is_one_address' } })
  })
})
