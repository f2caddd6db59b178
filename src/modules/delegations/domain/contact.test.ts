import { describe, expect, test } from 'vitest'
import { decideContact, readPhone } from './contact.ts'

test.each([
  ['04 91 00 12 34', '+33491001234'],
  ['04.91.00.12.34', '+33491001234'],
  ['+33 (0)4 91 00 12 34', '+33491001234'],
  ['0033 4 91 00 12 34', '+33491001234'],
  ['+1-305-555-0100', '+13055550100'],
  ['+39 010\u00a0557\u202f1', '+390105571'],
  ['  ', null],
  ['0262 20 20 20', undefined],
  ['0694 12 34 56', undefined],
  ['305 555 0100', undefined],
  ['poste 12', undefined],
  ['+', undefined],
])('« %s » is the number %s', (typed, number) => {
  expect(readPhone(typed)).toBe(number)
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
