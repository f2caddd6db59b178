import { expect, test } from 'vitest'
import { isLocale, localeForHeader } from './locale.ts'

test('the interface speaks French and English only', () => {
  expect(['fr', 'en', 'de', 'FR', '', null].map(isLocale)).toEqual([true, true, false, false, false, false])
})

test.each([
  ['en-GB,en;q=0.9', 'en'],
  ['de-DE,de;q=0.9,en;q=0.8,fr;q=0.7', 'en'],
  ['en;q=0.4, fr-CA;q=0.8', 'fr'],
  ['en;q=0, *;q=0.1', 'fr'],
  ['ja', 'fr'],
  ['en;q=abc', 'fr'],
  ['', 'fr'],
  [null, 'fr'],
])('the header %s is answered in %s', (header, locale) => {
  expect(localeForHeader(header)).toBe(locale)
})
