import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldAccents, joinWithAnd, plural } from './text.ts'

fc.configureGlobal({ seed: 2017, numRuns: 300 })

describe('folding accents', () => {
  test.each([
    ['Gênes', 'genes'],
    ['ÉLU·E À L’ŒUVRE', "elu·e a l'oeuvre"],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['Θεσσαλονίκη', 'θεσσαλονικη'],
    ['Ｍａｒｓｅｉｌｌｅ', 'marseille'],
    ['がく', 'がく'],
    ['서울', '서울'],
  ])('%s is searched as %s', (text, folded) => {
    expect(foldAccents(text)).toBe(folded)
  })

  test('a folded text is already folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldAccents(foldAccents(text))).toBe(foldAccents(text))
      }),
    )
  })
})

describe('lists and plurals', () => {
  test.each([
    [[], ''],
    [['Gênes'], 'Gênes'],
    [['Gênes', 'Miami'], 'Gênes et Miami'],
    [['Gênes', 'Miami', 'Milan'], 'Gênes, Miami et Milan'],
  ])('the list %j reads « %s »', (words, sentence) => {
    expect(joinWithAnd(words, 'fr')).toBe(sentence)
  })

  test('English joins with "and", without a comma before it', () => {
    expect(joinWithAnd(['Genoa', 'Miami', 'Milan'], 'en')).toBe('Genoa, Miami and Milan')
  })

  test('French counts 0 and 1 in the singular, English only 1', () => {
    const french = [0, 1, 1.5, 2, -1, 20].map((count) => plural(count, 'fr', { one: 'invité', other: 'invités' }))
    const english = [0, 1, 1.5, 2].map((count) => plural(count, 'en', { one: 'guest', other: 'guests' }))

    expect(french).toEqual(['invité', 'invité', 'invité', 'invités', 'invité', 'invités'])
    expect(english).toEqual(['guests', 'guest', 'guests', 'guests'])
  })

  test('a French million takes its own form, or the plural when none is given', () => {
    expect(plural(1_000_000, 'fr', { one: 'habitant', other: 'habitants', many: 'd’habitants' })).toBe('d’habitants')
    expect(plural(1_000_000, 'fr', { one: 'habitant', other: 'habitants' })).toBe('habitants')
  })
})
