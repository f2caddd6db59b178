import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'

describe('text fit for print', () => {
  it.each([
    ['two lines\r\nand a\ttab', 'two lines and a tab'],
    ['nul\u0000 bell\u0007 mark\uFEFF', 'nul bell mark'],
    ['invoice \u202Egnp.exe\u202C', 'invoice gnp.exe'],
    ['lone \uD800 surrogate', 'lone \uFFFD surrogate'],
    ['cafe\u0301', 'café'],
    ['139\u202F108,94\u00A0€', '139\u202F108,94\u00A0€'],
  ])('%j becomes %j', (typed, printed) => {
    expect(cleanText(typed)).toBe(printed)
  })

  it('opens a word too long for a line every thirty characters, accents kept whole', () => {
    const printed = cleanText('é'.repeat(65))

    expect(printed.split('\u200B').map((piece) => piece.length)).toEqual([30, 30, 5])
  })

  it('leaves words that a hyphen already divides', () => {
    expect(cleanText('Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson')).toBe('Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson')
  })

  it('is well formed, of one line, and settled at once, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const printed = cleanText(typed)

        expect(printed.isWellFormed()).toBe(true)
        expect(['\n', '\r', '\u0000', '\u202E', '\uFFFF'].filter((control) => printed.includes(control))).toEqual([])
        expect(cleanText(printed)).toBe(printed)
      }),
    )
  })
})
