import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { parseInstant } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { Amount, DateRange, LocalizedText, QualifiedFigure, ZonedTime } from './format.tsx'
import { htmlOf, wordsOf } from './html-of.tsx'

test('an amount is written for people and for machines', () => {
  expect(htmlOf(<Amount cents={13_910_894n} currency="EUR" />)).toMatch(/<data value="139108.94"[^>]*>139\u202F108,94\u00A0€<\/data>/)
  expect(wordsOf(htmlOf(<Amount cents={13_910_894n} currency="EUR" />, { locale: 'en' }))).toBe('€139,108.94')
  expect(wordsOf(htmlOf(<Amount cents={-48_020n} currency="EUR" bare />))).toBe('−480,20')
})

test('a text in the language of the reader stands alone', () => {
  expect(htmlOf(<LocalizedText content={{ fr: 'Gênes', en: 'Genoa' }} />, { locale: 'en' })).toBe('Genoa')
})

test('a text not translated yet keeps its language and says so in the reader’s', () => {
  const html = htmlOf(<LocalizedText content={{ it: 'Genova' }} />, { locale: 'en' })

  expect(html).toContain('<span lang="it">Genova</span>')
  expect(wordsOf(html)).toBe('Genova not translated yet')
})

test('a text shown on purpose in another language carries that language', () => {
  expect(htmlOf(<LocalizedText content={{ fr: 'Gênes', en: 'Genoa' }} locale="en" />)).toBe('<span lang="en">Genoa</span>')
})

test('an absent text is said to be absent', () => {
  expect(wordsOf(htmlOf(<LocalizedText content={{ fr: ' ' }} />))).toBe('non renseigné')
})

test('a moment is given on the clocks of its zone, named', () => {
  const html = htmlOf(<ZonedTime instant={valueOf(parseInstant('2017-11-04T13:30:00Z'))} zone={asTimeZone('America/New_York')} />)

  expect(html).toContain('<time dateTime="2017-11-04T09:30">')
  expect(wordsOf(html)).toContain('(heure de New York)')
})

test('a period and a qualified figure read as their source gives them', () => {
  expect(wordsOf(htmlOf(<DateRange from={asLocalDate('2017-10-19')} to={asLocalDate('2017-10-20')} format="sentence" />))).toBe(
    'du 19 au 20 octobre 2017',
  )
  expect(
    wordsOf(htmlOf(<QualifiedFigure figure={{ value: 50, qualifier: 'about' }} noun={{ one: 'entreprise', other: 'entreprises' }} />)),
  ).toBe('une cinquantaine d’entreprises')
})
