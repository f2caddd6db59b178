import { describe, expect, test } from 'vitest'
import { isLanguageTag, isMissing, languagesOf, pick, withText } from './localized.ts'

const genoa = { fr: 'Gênes', en: 'Genoa', it: 'Genova' }

describe('a text in several languages', () => {
  test('a reader gets their own language when it is there', () => {
    expect(pick(genoa, 'fr')).toEqual({ text: 'Gênes', language: 'fr', isTranslated: true })
    expect(pick(genoa, 'it')).toEqual({ text: 'Genova', language: 'it', isTranslated: true })
  })

  test('a variant of the language counts as the language, an exact one is preferred', () => {
    expect(pick({ 'fr-CA': 'Fin de semaine', en: 'Weekend' }, 'fr')).toEqual({
      text: 'Fin de semaine',
      language: 'fr-CA',
      isTranslated: true,
    })
    expect(pick(genoa, 'en-GB')).toEqual({ text: 'Genoa', language: 'en', isTranslated: true })
    expect(pick({ 'fr-CA': 'Fin de semaine', fr: 'Week-end' }, 'fr').text).toBe('Week-end')
  })

  test('otherwise French, then English, then the others in order, marked as not translated', () => {
    expect(pick(genoa, 'de')).toEqual({ text: 'Gênes', language: 'fr', isTranslated: false })
    expect(pick({ it: 'Genova', en: 'Genoa' }, 'fr')).toEqual({ text: 'Genoa', language: 'en', isTranslated: false })
    expect(pick({ 'pt-BR': 'Gênova', it: 'Genova' }, 'fr')).toEqual({ text: 'Genova', language: 'it', isTranslated: false })
  })

  test('blank and absent texts are missing', () => {
    expect(pick({ fr: '  ', en: 'Genoa' }, 'fr').text).toBe('Genoa')
    expect(pick({ fr: undefined }, 'fr')).toEqual({ text: '', language: 'und', isTranslated: false })
    expect(isMissing({ fr: ' ' }, 'fr')).toBe(true)
    expect(isMissing(genoa, 'en')).toBe(false)
  })

  test('names inherited by every object are not languages', () => {
    expect(pick({}, 'constructor')).toEqual({ text: '', language: 'und', isTranslated: false })
  })

  test('languages are listed with those of the interface first', () => {
    expect(languagesOf({ it: 'a', de: 'b', en: 'c', fr: 'd', es: '' })).toEqual(['fr', 'en', 'de', 'it'])
  })

  test('one text is replaced, or removed when it becomes blank', () => {
    expect(withText(genoa, 'en', 'Genova')).toEqual({ fr: 'Gênes', en: 'Genova', it: 'Genova' })
    expect(withText(genoa, 'it', ' ')).toEqual({ fr: 'Gênes', en: 'Genoa' })
    expect(genoa.it).toBe('Genova')
  })
})

test('language tags are those of BCP 47, in canonical form', () => {
  const tags = ['fr', 'en', 'pt-BR', 'zh-Hant', 'arz', 'FR', 'french', 'fr_FR', 'fr-', '', null]

  expect(tags.filter(isLanguageTag)).toEqual(['fr', 'en', 'pt-BR', 'zh-Hant', 'arz'])
})
