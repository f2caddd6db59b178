import { expect, test } from 'vitest'
import { wholeNames } from './person.ts'

test.each([
  ['Ada', 'Béal', null, ['Ada Béal', 'Béal Ada']],
  ['', 'Béal', null, []],
  ['Ada', '', null, []],
  ['Xiaoming', 'Wang', '王小明', ['Xiaoming Wang', 'Wang Xiaoming', '王小明']],
  ['', 'Wang', '王小明', ['王小明']],
  ['Ada', 'Béal', 'Béal', ['Ada Béal', 'Béal Ada']],
  ['Ada', 'Béal', 'Àda Béal Rossi', ['Ada Béal', 'Béal Ada', 'Àda Béal Rossi']],
])('%s %s (%s) is named by whole names alone', (givenName, familyName, originalScript, names) => {
  expect(wholeNames({ givenName, familyName, originalScript })).toEqual(names)
})
