import { expect, test } from 'vitest'
import { isLanguage, languageChoices, languageName } from './language.ts'

test('a language is named in the language of the reader, an unknown code by itself', () => {
  expect([languageName('it', 'fr'), languageName('it', 'en'), languageName('xx', 'fr')]).toEqual(['italien', 'Italian', 'xx'])
})

test.each(['iw', 'mo', 'tl', 'FR', 'fra', ''])('« %s » is not a language code in use', (code) => {
  expect(isLanguage(code)).toBe(false)
})

test('the languages of the missions are all offered', () => {
  const offered = languageChoices('fr').map(({ value }) => value)

  expect(offered).toEqual(expect.arrayContaining(['fr', 'en', 'it', 'ar', 'zh', 'ja', 'pl', 'ru', 'he', 'pt', 'es', 'de', 'sv', 'hi']))
})
