import { expect, test } from 'vitest'
import { type Described, affinityOf, pointsOf } from './affinity.ts'

const nobody: Described = { country: null, sectors: [], offers: [], needs: [], languages: [], sectorCodes: [], stage: null, markets: [] }

test('what one offers and the other looks for is said in words, whatever the accents', () => {
  const one = { ...nobody, offers: ['Câbles'], needs: ['port'], languages: ['fr'] }
  const other = { ...nobody, offers: ['Port', 'eau'], needs: ['cables'], languages: ['en'] }

  const reasons = affinityOf(one, other)
  expect(reasons).toEqual([
    { kind: 'offers_my_need', words: ['Port'] },
    { kind: 'needs_my_offer', words: ['cables'] },
    { kind: 'no_common_language', words: [] },
  ])
  expect(pointsOf(reasons)).toBe(5)
})

test('codes of one division, a country one sells in and the same stage weigh', () => {
  const one: Described = { ...nobody, country: 'FR', sectorCodes: ['nace:62.01', 'cpv:72000000'], stage: 'growth', markets: ['US'] }
  const other: Described = { ...nobody, country: 'US', sectorCodes: ['nace:62.09', 'cpv:48000000'], stage: 'growth', markets: ['FR', 'CA'] }

  const reasons = affinityOf(one, other)
  expect(reasons).toEqual([
    { kind: 'same_trade', words: ['nace:62'] },
    { kind: 'in_my_market', words: ['US'] },
    { kind: 'in_their_market', words: ['FR'] },
    { kind: 'same_stage', words: ['growth'] },
  ])
  expect(pointsOf(reasons)).toBe(7)
})

test('two of one country find no market at each other’s', () => {
  const both: Described = { ...nobody, country: 'FR', markets: ['FR'] }
  expect(affinityOf(both, both)).toEqual([])
})

test('a meeting held before weighs more than an event in common', () => {
  expect(pointsOf(affinityOf(nobody, nobody, 'met_before'))).toBe(3)
  expect(pointsOf(affinityOf(nobody, nobody, 'same_event_before'))).toBe(1)
})

test('two who said nothing have nothing for or against them', () => {
  expect(affinityOf(nobody, nobody)).toEqual([])
})
