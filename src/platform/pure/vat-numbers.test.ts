import { expect, test } from 'vitest'
import { hasVatShape, passesFrenchVatKey } from './vat-numbers.ts'

test('a number has the shape of its own country', () => {
  const numbers = ['ATU12345678', 'BE0123456789', 'DE123456789', 'EL123456789', 'ESA12345674', 'IE1234567FA', 'PL1234567890', 'XIGD001']
  const others = ['AT12345678', 'BE2123456789', 'DE12345678', 'GR123456789', 'ES12345678', 'GB123456789', 'FRIO303265045', '', 'DE']

  expect(numbers.filter((number) => !hasVatShape(number))).toEqual([])
  expect(others.filter(hasVatShape)).toEqual([])
})

test('the key of a French number follows from its SIREN, keys with letters are left to the register', () => {
  expect(['FR40303265045', 'FR41303265045', 'FRK7303265045', 'DE123456789'].map(passesFrenchVatKey)).toEqual([true, false, true, true])
})
