import { expect, test } from 'vitest'
import { aMoment } from '../domain/moment.fixture.ts'
import { calendarWords } from './calendar-words.ts'

test('an appointment says what each of its details is, in the words and with the colon of its language', () => {
  const moment = aMoment({ dressCode: { fr: 'Tenue de ville', en: 'Smart casual' } })
  const linesOf = (locale: 'fr' | 'en') =>
    calendarWords(locale, { title: { fr: 'Miami' }, publicUrl: 'https://escale.example' }).linesOf(moment)

  expect(linesOf('fr')).toContain('Code vestimentaire : Tenue de ville')
  expect(linesOf('en')).toContain('Dress code: Smart casual')
})
