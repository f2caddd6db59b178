import { describe, expect, test } from 'vitest'
import { compose, compositionSentence } from './delegation-words.ts'

describe('in French', () => {
  test.each([
    [{ elected: 2, staff: 2 }, 'quatre membres, dont deux conseillers départementaux et deux agents de la collectivité'],
    [
      { elected: 6, guest: 7, staff: 7 },
      'vingt membres, dont six conseillers départementaux, sept invités et sept agents de la collectivité',
    ],
    [{ elected: 2, guest: 1, staff: 1 }, 'quatre membres, dont deux conseillers départementaux, un invité et un agent de la collectivité'],
    [{ guest: 2 }, 'deux invités'],
    [{ elected: 1 }, 'un conseiller départemental'],
    [{ elected: 0, guest: 0 }, 'aucun membre'],
    [
      { company: 21, academic: 1, cultural: 1, press: 2, interpreter: 1 },
      'vingt-six membres, dont vingt et un représentants d’entreprises, un universitaire, un acteur culturel, deux journalistes et un interprète',
    ],
  ])('%o', (counts, sentence) => {
    expect(compositionSentence(counts, 'fr', 'department')).toBe(sentence)
  })

  test('without one authority, as for a whole mission, the elected are « élus » and the staff « agents »', () => {
    expect(compositionSentence({ elected: 3, staff: 1 }, 'fr')).toBe('quatre membres, dont trois élus et un agent')
  })
})

describe('in English', () => {
  test.each([
    [{ elected: 6, guest: 7, staff: 7 }, 'twenty members: six county councillors, seven guests and seven members of staff'],
    [{ elected: 1, staff: 1 }, 'two members: one county councillor and one member of staff'],
    [{ press: 1 }, 'one journalist'],
    [{}, 'no members'],
  ])('%o', (counts, sentence) => {
    expect(compositionSentence(counts, 'en', 'department')).toBe(sentence)
  })
})

test('categories come in the order of an act, whatever the order they were counted in, each with its count', () => {
  expect(compose({ staff: 7, guest: 7, press: 0, elected: 6 }, 'fr', 'region')).toEqual({
    members: 'vingt membres',
    parts: [
      { category: 'elected', count: 6, words: 'six conseillers régionaux' },
      { category: 'guest', count: 7, words: 'sept invités' },
      { category: 'staff', count: 7, words: 'sept agents de la collectivité' },
    ],
  })
})
