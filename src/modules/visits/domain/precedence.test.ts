import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { type GuestId, type RankPlace, inOrderOfPrecedence } from './precedence.ts'

const rank = (code: string, place: number, decreeRank: number | null): RankPlace => ({ code, place, decreeRank, name: {}, source: {} })
const ranks = [
  rank('prefect', 10, 1),
  rank('deputy', 20, 2),
  rank('mayor', 70, 7),
  rank('foreign_mayor', 72, null),
  rank('staff', 300, null),
]
const guest = (name: string, rankCode: string, since: string | null = null, invites = false) => ({
  id: name as GuestId,
  name,
  rankCode,
  sinceOn: since === null ? null : asLocalDate(since),
  invites,
})
const order = (...guests: ReturnType<typeof guest>[]) => inOrderOfPrecedence(guests, ranks).map(({ name }) => name)

describe('the order of precedence', () => {
  test('is that of the ranks, a foreign mayor after the mayor who receives', () => {
    expect(order(guest('Agent', 'staff'), guest('Turin', 'foreign_mayor'), guest('Maire', 'mayor'), guest('Préfète', 'prefect'))).toEqual([
      'Préfète',
      'Maire',
      'Turin',
      'Agent',
    ])
  })

  test('puts the authority that invites second, after the representative of the State', () => {
    expect(order(guest('Députée', 'deputy'), guest('Maire', 'mayor', null, true), guest('Préfète', 'prefect'))).toEqual([
      'Préfète',
      'Maire',
      'Députée',
    ])
    expect(order(guest('Députée', 'deputy'), guest('Préfète', 'prefect', null, true))).toEqual(['Préfète', 'Députée'])
  })

  test('within a rank is that of first elections, those nobody dated last, then of the alphabet', () => {
    expect(
      order(
        guest('Zoé', 'deputy'),
        guest('Élise', 'deputy'),
        guest('Fabien', 'deputy'),
        guest('Récente', 'deputy', '2022-06-19'),
        guest('Ancienne', 'deputy', '2012-06-17'),
      ),
    ).toEqual(['Ancienne', 'Récente', 'Élise', 'Fabien', 'Zoé'])
  })

  test('puts a rank it does not know last', () => {
    expect(order(guest('Inconnue', 'queen'), guest('Agent', 'staff'))).toEqual(['Agent', 'Inconnue'])
  })

  test('is the same whatever the order the guests were listed in, and loses nobody', () => {
    const anyGuest = fc
      .record({
        name: fc.constantFrom('Ana', 'Bo', 'Chloé'),
        rankCode: fc.constantFrom(...ranks.map(({ code }) => code)),
        sinceOn: fc.constantFrom(null, '2012-06-17', '2022-06-19'),
      })
      .map(({ name, rankCode, sinceOn }) => guest(name, rankCode, sinceOn))
    const listed = fc
      .array(anyGuest, { maxLength: 12 })
      .map((guests) => guests.map((one, index) => ({ ...one, id: `${index}` as GuestId })))
    fc.assert(
      fc.property(
        listed.chain((guests) => fc.tuple(fc.constant(guests), fc.shuffledSubarray(guests, { minLength: guests.length }))),
        ([guests, shuffled]) => {
          expect(inOrderOfPrecedence(shuffled, ranks)).toEqual(inOrderOfPrecedence(guests, ranks))
          expect(inOrderOfPrecedence(guests, ranks)).toHaveLength(guests.length)
        },
      ),
    )
  })
})
