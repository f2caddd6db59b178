import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { htmlOf, wordsOf } from '#ui/html-of.tsx'
import type { Happening } from './city-sheet.ts'
import { CityResults } from './city-results.tsx'
import { CityTimeline } from './city-sheet-parts.tsx'

const today = asLocalDate('2026-03-02')
const letter: Happening = {
  key: 'letter',
  kind: 'letter',
  direction: 'sent',
  on: today,
  title: { fr: 'Vœux du maire' },
  who: '',
  id: 'b1f0c9de-0000-7000-8000-000000000001',
}
const visit: Happening = {
  ...letter,
  key: 'visit',
  kind: 'request',
  direction: null,
  on: asLocalDate('2026-03-03'),
  title: { fr: 'Délégation du port' },
}

test('the story of a relation marks what is to come, from tomorrow on', () => {
  const story = wordsOf(
    htmlOf(<CityTimeline happenings={[visit, letter, { ...letter, key: 'undated', on: null }]} today={today} mayKeep={false} />),
  )

  expect(story.match(/à venir/g)).toHaveLength(1)
  expect(story).toContain('Délégation du port à venir')
})

test('what came of a relation is said with its figures, and a promise nobody made is no promise kept', () => {
  const shown = (promisesKept: number, promisesMade: number) =>
    wordsOf(htmlOf(<CityResults results={{ signed: 2, promisesKept, promisesMade, meetings: [] }} />))

  expect(shown(1, 3)).toContain('Promesses tenues 1 sur 3')
  expect(shown(0, 0)).toContain('aucune promesse notée')
  expect(shown(0, 0)).toContain('Accords signés 2')
})
