import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LOCALES } from './locale.ts'
import { ok } from './outcome.ts'
import { formatQualified, parseQualified, QUALIFIERS } from './qualified.ts'

fc.configureGlobal({ seed: 2017, numRuns: 500 })

const companies = { fr: { one: 'entreprise', other: 'entreprises' }, en: { one: 'company', other: 'companies' } }

describe('writing a qualified figure', () => {
  test.each([
    [52, 'exact', '52', '52', '52'],
    [50, 'atLeast', 'plus de 50', '+ de 50', 'more than 50'],
    [50, 'about', 'une cinquantaine', '≈ 50', 'about 50'],
    [37, 'about', 'environ 37', '≈ 37', 'about 37'],
    [1000, 'about', 'un millier', '≈ 1\u202F000', 'about 1,000'],
    [200, 'about', 'environ 200', '≈ 200', 'about 200'],
    [12_129, 'exact', '12\u202F129', '12\u202F129', '12,129'],
  ] as const)('%i, %s', (value, qualifier, prose, compact, english) => {
    expect(formatQualified({ value, qualifier }, 'fr')).toBe(prose)
    expect(formatQualified({ value, qualifier }, 'fr', 'compact')).toBe(compact)
    expect(formatQualified({ value, qualifier }, 'en')).toBe(english)
  })

  test('a noun agrees, and follows a collective with « de » or « d’ »', () => {
    expect(formatQualified({ value: 50, qualifier: 'about' }, 'fr', 'prose', companies.fr)).toBe('une cinquantaine d’entreprises')
    expect(formatQualified({ value: 100, qualifier: 'about' }, 'fr', 'prose', { one: 'personne', other: 'personnes' })).toBe(
      'une centaine de personnes',
    )
    expect(formatQualified({ value: 50, qualifier: 'atLeast' }, 'fr', 'prose', companies.fr)).toBe('plus de 50 entreprises')
    expect(formatQualified({ value: 1, qualifier: 'exact' }, 'fr', 'prose', companies.fr)).toBe('1 entreprise')
    expect(formatQualified({ value: 50, qualifier: 'atLeast' }, 'en', 'compact', companies.en)).toBe('50+ companies')
  })
})

describe('reading a qualified figure', () => {
  test.each([
    ['52', 52, 'exact'],
    ['1 250', 1250, 'exact'],
    ['1.250', 1250, 'exact'],
    ['1,250', 1250, 'exact'],
    ['+ de 50', 50, 'atLeast'],
    ['+50', 50, 'atLeast'],
    ['50+', 50, 'atLeast'],
    ['plus de 20', 20, 'atLeast'],
    ['Plus d’une centaine', 100, 'atLeast'],
    ['au moins 10', 10, 'atLeast'],
    ['≥ 10', 10, 'atLeast'],
    ['over 300', 300, 'atLeast'],
    ['une cinquantaine', 50, 'about'],
    ['Cinquantaine', 50, 'about'],
    ['près d’une cinquantaine', 50, 'about'],
    ['près de 50', 50, 'about'],
    ['un millier', 1000, 'about'],
    ['environ 37', 37, 'about'],
    ['~ 37', 37, 'about'],
    ['about a dozen', 12, 'about'],
    ['a hundred', 100, 'about'],
  ] as const)('« %s » is %i, %s', (text, value, qualifier) => {
    expect(parseQualified(text)).toEqual(ok({ value, qualifier }))
  })

  test.each(['beaucoup', 'quelques', '-5', '1,5', '12 34', '50 entreprises', '++5', '9'.repeat(16)])('« %s » is refused', (text) => {
    expect(parseQualified(text)).toEqual({ ok: false, problem: { code: 'figure_unreadable', text } })
  })

  test('no figure is told apart from an unreadable one', () => {
    expect(parseQualified(' ')).toEqual({ ok: false, problem: { code: 'figure_empty' } })
  })

  test('every figure we write is read back with its qualifier', () => {
    const anyValue = fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 999_999_999_999 }))
    const anyStyle = fc.constantFrom('prose' as const, 'compact' as const)

    fc.assert(
      fc.property(anyValue, fc.constantFrom(...QUALIFIERS), fc.constantFrom(...LOCALES), anyStyle, (value, qualifier, locale, style) => {
        expect(parseQualified(formatQualified({ value, qualifier }, locale, style))).toEqual(ok({ value, qualifier }))
      }),
    )
  })
})
