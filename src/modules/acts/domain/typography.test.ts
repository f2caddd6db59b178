import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typeset } from './typography.ts'

describe('words set for an act', () => {
  it.each([
    ['Est-ce utile ? Voici :', 'Est-ce utile\u202F? Voici\u00A0:'],
    ["l'accord d'Aix", 'l’accord d’Aix'],
    ['rapport n° 122.55 de Mme Vassal et de M. Borel', 'rapport n°\u00A0122.55 de Mme\u00A0Vassal et de M.\u00A0Borel'],
    ['vu l’article L3131-1', 'vu l’article\u00A0L3131-1'],
  ])('hardens %j in French', (typed, printed) => {
    expect(typeset(typed, 'fr')).toBe(printed)
  })

  it('leaves English punctuation alone', () => {
    expect(typeset("the council's vote : why ?", 'en')).toBe('the council’s vote : why ?')
  })

  it('settles at once', () => {
    const word = fc.constantFrom('Vu', "l'article", 'n°', '12', ':', '?', '« oui »', 'Mme', 'Vassal', '10:30', 'M.', "aujourd'hui")

    fc.assert(
      fc.property(fc.array(word), (words) => {
        const once = typeset(words.join(' '), 'fr')

        expect(typeset(once, 'fr')).toBe(once)
      }),
    )
  })
})
