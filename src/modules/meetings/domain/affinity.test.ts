import { expect, test } from 'vitest'
import { affinityOf } from './affinity.ts'

const nobody = { sectors: [], offers: [], needs: [], languages: [] }

test('what one offers and the other looks for is said in words, whatever the accents', () => {
  const one = { ...nobody, offers: ['Câbles'], needs: ['port'], languages: ['fr'] }
  const other = { ...nobody, offers: ['Port', 'eau'], needs: ['cables'], languages: ['en'] }

  expect(affinityOf(one, other)).toEqual({
    points: 5,
    reasons: [{ kind: 'offers_my_need', words: ['Port'] }, { kind: 'needs_my_offer', words: ['cables'] }, { kind: 'no_common_language' }],
  })
})

test('two who said nothing have nothing for or against them', () => {
  expect(affinityOf(nobody, nobody)).toEqual({ points: 0, reasons: [] })
})
