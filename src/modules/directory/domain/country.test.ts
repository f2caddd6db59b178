import { expect, test } from 'vitest'
import { countryChoices, countryCodes, countryName, countryNamed, isCountry } from './country.ts'

test.each(['FR', 'IT', 'RE', 'PF', 'XK', 'GB', 'TW'])('%s is a country or a territory', (code) => {
  expect(isCountry(code)).toBe(true)
})

test.each(['EU', 'UN', 'EZ', 'ZZ', 'XA', 'DD', 'SU', 'UK', 'AN', 'fr', 'FRA', ''])('« %s » is not', (code) => {
  expect(isCountry(code)).toBe(false)
})

test('the 249 codes of ISO 3166-1 and Kosovo are offered, each once', () => {
  expect(countryCodes).toHaveLength(250)
  expect(new Set(countryCodes).size).toBe(250)
})

test.each([
  ['Italie', 'IT'],
  ['italy', 'IT'],
  ['ÉTATS-UNIS', 'US'],
  ['  viet nam ', 'VN'],
  ['cote d’ivoire', 'CI'],
])('the country named %s is %s', (text, code) => {
  expect(countryNamed(text)).toBe(code)
})

test.each(['', 'Ital', 'Piémont', 'FR'])('no country is guessed from « %s »', (text) => {
  expect(countryNamed(text)).toBeNull()
})

test('a country is named in the language of the reader, an unknown code by itself', () => {
  expect([countryName('DE', 'fr'), countryName('DE', 'en'), countryName('DD', 'fr')]).toEqual(['Allemagne', 'Germany', 'DD'])
})

test('the list follows the alphabet, accents aside', () => {
  const labels = countryChoices('fr').map(({ label }) => label)

  expect(labels.indexOf('Égypte')).toBeLessThan(labels.indexOf('Finlande'))
  expect(labels.indexOf('Égypte')).toBeGreaterThan(labels.indexOf('Danemark'))
})
