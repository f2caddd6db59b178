import { expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type Memory, countMemories } from './memory.ts'

const aMemory = (over: Partial<Memory>): Memory => ({
  kind: 'visit',
  id: 'one',
  title: {},
  who: 'Ville de Turin',
  city: { fr: 'Turin' },
  on: asLocalDate('2015-05-04'),
  nearness: 'city',
  state: null,
  ...over,
})

test('what is only planned is no memory: it is counted apart and is not the last time', () => {
  const today = asLocalDate('2026-11-22')
  const memories = [
    aMemory({}),
    aMemory({ id: 'two', on: today }),
    aMemory({ id: 'three', on: asLocalDate('2027-01-01') }),
    aMemory({ id: 'four', kind: 'mission', on: asLocalDate('2027-02-01') }),
    aMemory({ id: 'five', kind: 'request', on: asLocalDate('2027-03-01') }),
    aMemory({ id: 'six', on: null }),
  ]

  expect(countMemories(memories, 0, today)).toEqual({ requests: 1, visits: 3, missions: 0, agreements: 0, planned: 2, lastYear: 2026 })
})
