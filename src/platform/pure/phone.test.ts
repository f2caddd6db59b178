import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { valueOf } from './outcome.ts'
import { formatPhone, parsePhone } from './phone.ts'

test.each([
  ['04 91 13 00 00', '+33491130000'],
  ['04.91.13.00.00', '+33491130000'],
  ['+33 (0)4 91 13 00 00', '+33491130000'],
  ['0033 4 91 13 00 00', '+33491130000'],
  ['+39 010 557111', '+39010557111'],
  ['+1 (305) 555-0123', '+13055550123'],
  ['0262 48 70 00', '+262262487000'],
  ['0690 12 34 56', '+590690123456'],
])('%s is the number %s', (typed, phone) => {
  expect(parsePhone(typed)).toEqual({ ok: true, value: phone })
})

test.each(['010 557111', '305 555 0123', '1234'])('%s is refused for want of a country', (typed) => {
  expect(parsePhone(typed)).toEqual({ ok: false, problem: { code: 'phone_needs_its_country', text: typed } })
})

test.each(['standard', '04 91 13 00 0x', '+', '+12', '++33491130000', '+1234567890123456'])('%s is no number', (typed) => {
  expect(parsePhone(typed)).toEqual({ ok: false, problem: { code: 'phone_malformed', text: typed } })
})

test('a French number is read two figures by two, a foreign one as it is dialled', () => {
  expect(formatPhone('+33491130000')).toBe('+33\u00A04\u00A091\u00A013\u00A000\u00A000')
  expect(formatPhone('+39010557111')).toBe('+39010557111')
})

test('what is shown is read back as the same number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+[1-9]\d{5,14}$/), (phone) => {
      expect(valueOf(parsePhone(formatPhone(phone)))).toBe(phone)
    }),
  )
})
