import { expect, test } from 'vitest'
import { agreementsConcerned } from './concerned.ts'
import { standings } from './life.ts'

const genoa = { country: 'IT', cityId: 'genoa', cityName: { fr: 'Gênes', en: 'Genoa' }, standing: 'in_force' as const }

test('a city is known by its card, or by one of its names, accents and capitals aside', () => {
  expect(agreementsConcerned([genoa], [{ country: 'IT', cityId: 'genoa', names: [] }])).toEqual([genoa])
  expect(agreementsConcerned([genoa], [{ country: 'IT', cityId: null, names: ['GENES '] }])).toEqual([genoa])
  expect(agreementsConcerned([genoa], [{ country: 'IT', cityId: 'milan', names: ['Milan'] }])).toEqual([])
  expect(agreementsConcerned([genoa], [{ country: 'US', cityId: null, names: ['Genoa'] }])).toEqual([])
})

test('what has ended is at stake no more; what is to be made is', () => {
  const places = [{ country: 'IT', cityId: 'genoa', names: [] }]
  const concerned = standings.filter((standing) => agreementsConcerned([{ ...genoa, standing }], places).length > 0)
  expect(concerned).toEqual(['idea', 'negotiation', 'voted', 'in_force', 'expiring'])
})
