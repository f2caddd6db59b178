import { expect, test } from 'vitest'
import { codesOf, divisionName, divisionOf, readSectorCode } from './nomenclatures.ts'

test.each([
  ['nace', '62.01Z', 'nace:62.01'],
  ['nace', '6201z', 'nace:62.01'],
  ['nace', '62', 'nace:62'],
  ['nace', '62.0', 'nace:62.0'],
  ['cpv', '72000000-5', 'cpv:72000000'],
  ['cpv', '72', 'cpv:72000000'],
] as const)('%s %s is read as %s', (scheme, typed, code) => {
  expect(readSectorCode(scheme, typed)).toBe(code)
})

test.each([
  ['nace', '04'],
  ['nace', '34.10'],
  ['nace', 'A'],
  ['nace', '62.011'],
  ['cpv', '01000000'],
  ['cpv', '7200'],
] as const)('%s has no %s', (scheme, typed) => {
  expect(readSectorCode(scheme, typed)).toBeNull()
})

test('two codes are of one division, which has a name in both languages', () => {
  expect(divisionOf('nace:62.01')).toBe(divisionOf('nace:62.09'))
  expect(divisionName('cpv:72000000')).toEqual({ fr: 'Services de technologies de l’information', en: 'IT services' })
  expect(divisionName('other:1')).toEqual({})
  expect(codesOf(['nace:62.01', 'cpv:72000000'], 'cpv')).toEqual(['72000000'])
})
