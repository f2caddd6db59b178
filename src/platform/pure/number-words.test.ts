import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberInWords } from './number-words.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const anyNumber = fc.integer({ min: 0, max: 999_999 })

describe('numbers in words', () => {
  test.each([
    [0, 'zéro', 'zero'],
    [1, 'un', 'one'],
    [16, 'seize', 'sixteen'],
    [17, 'dix-sept', 'seventeen'],
    [20, 'vingt', 'twenty'],
    [21, 'vingt et un', 'twenty-one'],
    [22, 'vingt-deux', 'twenty-two'],
    [70, 'soixante-dix', 'seventy'],
    [71, 'soixante et onze', 'seventy-one'],
    [77, 'soixante-dix-sept', 'seventy-seven'],
    [80, 'quatre-vingts', 'eighty'],
    [81, 'quatre-vingt-un', 'eighty-one'],
    [91, 'quatre-vingt-onze', 'ninety-one'],
    [99, 'quatre-vingt-dix-neuf', 'ninety-nine'],
    [100, 'cent', 'one hundred'],
    [101, 'cent un', 'one hundred and one'],
    [180, 'cent quatre-vingts', 'one hundred and eighty'],
    [200, 'deux cents', 'two hundred'],
    [201, 'deux cent un', 'two hundred and one'],
    [1000, 'mille', 'one thousand'],
    [1001, 'mille un', 'one thousand and one'],
    [1990, 'mille neuf cent quatre-vingt-dix', 'one thousand nine hundred and ninety'],
    [2000, 'deux mille', 'two thousand'],
    [21_000, 'vingt et un mille', 'twenty-one thousand'],
    [80_000, 'quatre-vingt mille', 'eighty thousand'],
    [200_000, 'deux cent mille', 'two hundred thousand'],
    [139_108, 'cent trente-neuf mille cent huit', 'one hundred and thirty-nine thousand one hundred and eight'],
    [
      999_999,
      'neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf',
      'nine hundred and ninety-nine thousand nine hundred and ninety-nine',
    ],
  ])('%i is « %s », "%s"', (value, french, english) => {
    expect(numberInWords(value, 'fr')).toBe(french)
    expect(numberInWords(value, 'en')).toBe(english)
  })

  test.each([
    [1, 'une'],
    [21, 'vingt et une'],
    [61, 'soixante et une'],
    [71, 'soixante et onze'],
    [81, 'quatre-vingt-une'],
    [101, 'cent une'],
    [1001, 'mille une'],
    [21_000, 'vingt et un mille'],
    [21_021, 'vingt et un mille vingt et une'],
    [20, 'vingt'],
  ])('%i before a feminine noun is « %s »', (value, words) => {
    expect(numberInWords(value, 'fr', 'feminine')).toBe(words)
  })

  test('two numbers never share their words, in either language and gender', () => {
    fc.assert(
      fc.property(
        anyNumber,
        anyNumber,
        fc.constantFrom('fr' as const, 'en' as const),
        fc.constantFrom('masculine' as const, 'feminine' as const),
        (a, b, locale, gender) => {
          expect(numberInWords(a, locale, gender) === numberInWords(b, locale, gender)).toBe(a === b)
        },
      ),
    )
    for (const locale of ['fr', 'en'] as const) {
      expect(new Set(Array.from({ length: 10_000 }, (_, value) => numberInWords(value, locale))).size).toBe(10_000)
    }
  })

  test('the words are only those of the language', () => {
    const french =
      /^(?:zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cents?|mille|et|[ -])+$/
    const english =
      /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|and|[ -])+$/

    fc.assert(
      fc.property(anyNumber, (value) => {
        expect(numberInWords(value, 'fr')).toMatch(french)
        expect(numberInWords(value, 'fr')).not.toMatch(/ {2}|--|[ -]$/)
        expect(numberInWords(value, 'en')).toMatch(english)
      }),
    )
  })

  test('no other number is written in words', () => {
    for (const value of [-1, 1.5, 1_000_000, Number.NaN]) expect(() => numberInWords(value, 'fr')).toThrow('from 0 to 999 999')
  })
})
