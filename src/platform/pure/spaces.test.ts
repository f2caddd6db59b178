import { expect, test } from 'vitest'
import { MINUS_SIGN, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, plainSpaces } from './spaces.ts'

test('the special characters have the code points their names promise', () => {
  const codePoints = [NO_BREAK_SPACE, NARROW_NO_BREAK_SPACE, MINUS_SIGN].map((character) => character.codePointAt(0)?.toString(16))

  expect(codePoints).toEqual(['a0', '202f', '2212'])
})

test('every kind of space, tab and line break becomes one plain space', () => {
  expect(plainSpaces('\uFEFF 1\u202F234,56\u00A0€\r\n\t(net)\u2009')).toBe('1 234,56 € (net)')
})
