import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchWords, withSwappedLetters } from './search-words.ts'

test.each([
  ['Gênes', [['genes']]],
  ['Ville de Nice', [['ville'], ['nice']]],
  ['L’Œuvre-des Mers', [['oeuvre'], ['mers']]],
  ['la', [['la']]],
  ['de la', [['de'], ['la']]],
  ['王小明', [['王小明']]],
  ['CCI CCI', [['cci']]],
  ['  %_\\ ', []],
  ['', []],
])('the question « %s » is made of the words %j', (text, words) => {
  expect(searchWords(text)).toEqual(words)
})

test('a very long question keeps its six longest words', () => {
  const words = searchWords('un deux trois quatre cinquante sixieme septembre huitaine neuvaine dizaine')

  expect(words).toHaveLength(6)
  expect(words.map(([word]) => word)).toEqual(['cinquante', 'septembre', 'huitaine', 'neuvaine', 'sixieme', 'dizaine'])
})

test('two neighbouring letters may have changed places', () => {
  expect(withSwappedLetters([['mimai']])).toEqual([['mimai', 'immai', 'mmiai', 'miami', 'mimia']])
})

test('a word of three letters has too few to guess from', () => {
  expect(withSwappedLetters([['cci']])).toEqual([['cci']])
})

test('whatever is typed, the forms of a word begin with the word itself, and never are too many', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const words = searchWords(text)
      const swapped = withSwappedLetters(words)
      expect(swapped.map(([first]) => [first])).toEqual(words)
      expect(swapped.every((forms) => forms.length <= 12 && new Set(forms).size === forms.length)).toBe(true)
    }),
  )
})
