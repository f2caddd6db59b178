import { expect, test } from 'vitest'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { plainSpaces } from '#platform/pure/spaces.ts'
import { shownValue } from './shown-value.ts'

const row = {
  amountCents: 117787,
  currency: 'EUR',
  baseCents: 5,
  spentOn: '2017-10-19',
  takenAt: '2019-02-08T09:30:00.123456+00:00',
  isShared: false,
  title: { fr: 'Gênes', it: 'Genova' },
  roles: ['officer', 'finance'],
  notes: null,
  names: {},
  country: 'IT',
  language: 'en',
}

test.each([
  ['amountCents', '1 177,87 €'],
  ['baseCents', '5'],
  ['spentOn', '19 octobre 2017'],
  ['takenAt', 'vendredi 8 février 2019 à 10 h 30 (heure de Paris)'],
  ['isShared', 'non'],
  ['title', 'Gênes (fr), Genova (it)'],
  ['roles', 'Relations internationales, Finances'],
  ['country', 'Italie'],
  ['language', 'anglais'],
  ['notes', 'rien'],
  ['names', 'rien'],
  ['neverThere', 'rien'],
])('%s is read as « %s »', (column, shown) => {
  const text = shownValue(row, 'identity.membership', column, { locale: 'fr', zone: asTimeZone('Europe/Paris') })

  expect(plainSpaces(text)).toBe(shown)
})
