import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Instant, addMinutes } from '#platform/pure/instant.ts'
import { type FrozenItem, type ProgrammeContent, contentOf, emptyProgramme, freeze, inOrder, programmeFor, thaw } from './content.ts'
import { type Delta, applyDelta, changesByMember, changesOf, deltaBetween } from './delta.ts'
import { anItem, aroundMiami, at } from './item.fixture.ts'
import type { Item } from './item.ts'

fc.configureGlobal({ seed: 2024, numRuns: 300 })

const members = ['ana', 'bob', 'cam']
const changesFor = (delta: Delta, member: string) => changesByMember(delta).get(member) ?? []
const concernedBy = (delta: Delta) => [...changesByMember(delta).keys()].toSorted()

const [base] = contentOf(draft([anItem({})])).items
const eight = at('2017-11-06', '08:00')
const anyFrozen = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    shift: fc.integer({ min: 0, max: 6 }),
    people: fc.uniqueArray(fc.constantFrom(...members)),
    state: fc.constantFrom('tentative', 'confirmed', 'cancelled'),
    title: fc.constantFrom('Signature', 'Visite', 'Soirée'),
  })
  .map(({ shift, people, state, title, id }): FrozenItem => {
    const startsAt: Instant = addMinutes(eight, shift * 60)
    return {
      ...(base as FrozenItem),
      id,
      startsAt,
      endsAt: addMinutes(startsAt, 60),
      people: people.toSorted(),
      state: state as Item['state'],
      title: { fr: title },
    }
  })
const anyProgramme = fc
  .record({
    items: fc.uniqueArray(anyFrozen, { selector: ({ id }) => id }),
    tracks: fc.constantFrom([], [{ id: 't', name: { fr: 'Économie' } }]),
  })
  .map(({ items, tracks }): ProgrammeContent => ({ legs: [], tracks, items: inOrder(items) }))

function draft(items: readonly Item[]) {
  return { items, venues: [], tracks: [], vehicles: [], legs: [], travellers: aroundMiami.travellers, sectors: aroundMiami.sectors }
}

describe('a delta', () => {
  test('applied to the old programme gives the new one, to the byte', () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, (before, after) => {
        const reached = applyDelta(deltaBetween(before, after), before)

        expect(freeze(reached).text).toBe(freeze(after).text)
      }),
    )
  })

  test('seen by one person, makes their own old programme into their own new one', () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, fc.constantFrom(...members), (before, after, member) => {
        const mine = programmeFor(before, [member])
        const delta = deltaBetween(mine, programmeFor(after, [member]))

        expect(applyDelta(delta, mine)).toEqual(programmeFor(after, [member]))
      }),
    )
  })

  test('of a programme with itself concerns nobody', () => {
    fc.assert(
      fc.property(anyProgramme, (programme) => {
        expect(concernedBy(deltaBetween(programme, programme))).toEqual([])
      }),
    )
  })

  test('concerns exactly those whose own items to attend differ, and tells them each change once', () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, (before, after) => {
        const delta = deltaBetween(before, after)
        const toAttend = (programme: ProgrammeContent, member: string) =>
          programmeFor(programme, [member])
            .items.filter(({ state }) => state !== 'cancelled')
            .map(({ id, startsAt, title, state }) => ({ id, startsAt, title, state }))
        for (const member of members) {
          const differs = JSON.stringify(toAttend(before, member)) !== JSON.stringify(toAttend(after, member))
          const told = changesFor(delta, member).map(({ after: { id } }) => id)

          expect(concernedBy(delta).includes(member)).toBe(differs)
          expect(new Set(told).size).toBe(told.length)
        }
      }),
    )
  })
})

describe('what people are told', () => {
  const one = contentOf(
    draft([anItem({ id: 'a' }), anItem({ id: 'b', from: '11:00', to: '12:00', audience: 'members', memberIds: ['ana'] })]),
  )

  test('the first release is new to each of those invited, and to no other', () => {
    const delta = deltaBetween(emptyProgramme, one)

    expect(changesOf(delta).map(({ kind }) => kind)).toEqual(['new', 'new'])
    expect(changesFor(delta, 'bob').map(({ after }) => after.id)).toEqual(['a'])
    expect(concernedBy(delta)).toEqual(members)
  })

  test.each([
    ['moved', { from: '12:00', to: '13:00' }],
    ['changed', { dressCode: { fr: 'Tenue de ville' } }],
    ['changed', { across: ['La doyenne du quartier'] }],
    ['changed', { interpreters: ['Camille Arnoux'] }],
    ['cancelled', { state: 'cancelled' }],
  ] as const)('%s', (kind, change) => {
    const next = contentOf(
      draft([anItem({ id: 'a' }), anItem({ id: 'b', from: '11:00', to: '12:00', audience: 'members', memberIds: ['ana'], ...change })]),
    )

    expect(changesFor(deltaBetween(one, next), 'ana').map((said) => said.kind)).toEqual([kind])
    expect(changesFor(deltaBetween(one, next), 'bob')).toEqual([])
  })

  test('someone no longer invited hears it is off for them, and someone else invited that it is new', () => {
    const next = contentOf(
      draft([anItem({ id: 'a' }), anItem({ id: 'b', from: '11:00', to: '12:00', audience: 'members', memberIds: ['bob'] })]),
    )
    const delta = deltaBetween(one, next)

    expect([changesFor(delta, 'ana')[0]?.kind, changesFor(delta, 'bob')[0]?.kind]).toEqual(['cancelled', 'new'])
    expect(changesOf(delta)).toEqual([])
  })
})

test('where nobody is named across the table, a release is the text it was before that could be said', () => {
  expect(freeze(contentOf(draft([anItem({})]))).text).not.toContain('across')
})

test('a frozen programme has one text and one digest, whatever the order it was written in', () => {
  const items = [anItem({ id: 'a' }), anItem({ id: 'b', audience: 'members', memberIds: ['cam', 'ana'] })]
  const frozen = freeze(contentOf(draft(items)))

  expect(freeze(contentOf(draft(items.toReversed()))).digest.equals(frozen.digest)).toBe(true)
  expect(thaw(frozen.text)).toEqual(contentOf(draft(items)))
})
