import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GuestId } from './precedence.ts'
import { proposeSeating } from './propose-seating.ts'
import { defectsOf, reasonOf } from './seating-defects.ts'
import { type Seat, type SeatingFacts, type SeatingTable, type SeatingTableId, readSpot, withGuestAt, writeSpot } from './seating.ts'
import { drawPlaces, facingPlace, neighboursOf, placesOfHonour } from './table-plan.ts'

type Person = SeatingFacts['guests'][number]
const host = (name: string, more: Partial<Person> = {}): Person => ({
  id: name as GuestId,
  side: 'host',
  invites: false,
  interpretsFor: null,
  ...more,
})
const visitor = (name: string, more: Partial<Person> = {}): Person => ({ ...host(name, more), side: 'visitor' })
const table = (name: string, seatCount: number, more: Partial<SeatingTable> = {}): SeatingTable => ({
  id: name as SeatingTableId,
  name,
  seatCount,
  shape: 'round',
  isHead: false,
  ...more,
})
const facts = (guests: readonly Person[], tables: readonly SeatingTable[], more: Partial<SeatingFacts> = {}): SeatingFacts => ({
  guests,
  tables,
  apart: [],
  interpreters: 'behind',
  ...more,
})
/** Who sits at each place of a table, from the first: `-` for nobody. */
const around = (seats: readonly Seat[], { id, seatCount }: SeatingTable) =>
  Array.from({ length: seatCount }, (_, index) => seats.find((seat) => seat.tableId === id && seat.place === index + 1)?.guestId ?? '-')

const hosts = ['H1', 'H2', 'H3', 'H4'].map((name) => host(name))
const visitors = ['V1', 'V2', 'V3', 'V4'].map((name) => visitor(name))

describe('a table', () => {
  test('that is round honours the right of who presides, then the left', () => {
    expect(placesOfHonour(table('a', 6)).map(({ place }) => place)).toEqual([1, 2, 6, 3, 5, 4])
    expect(neighboursOf(table('a', 6), 1)).toEqual([2, 6])
    expect(neighboursOf(table('a', 2), 1)).toEqual([2])
  })

  test('that is long has somebody facing who presides, and two sides that do not touch', () => {
    const long = table('a', 10, { shape: 'long' })

    expect(facingPlace(long)).toBe(6)
    expect(placesOfHonour(long).map(({ place, side }) => `${place} ${side}`)).toEqual([
      '1 own',
      '6 other',
      '2 other',
      '10 other',
      '7 own',
      '5 own',
      '3 own',
      '9 own',
      '8 other',
      '4 other',
    ])
    expect(neighboursOf(long, 3)).toEqual([2])
    expect(neighboursOf(long, 6)).toEqual([7, 5])
  })

  test.each([
    ['round', 7],
    ['round', 2],
    ['long', 8],
    ['long', 2],
    ['long', 40],
  ] as const)('%s of %i is drawn with each place once, within the drawing', (shape, seatCount) => {
    const drawn = drawPlaces(table('a', seatCount, { shape }))

    expect(new Set(drawn.map(({ x, y }) => `${x} ${y}`))).toHaveProperty('size', seatCount)
    expect(drawn.every(({ x, y }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true)
  })

  test('that is long is drawn with neighbours one above the other, and who faces whom opposite', () => {
    const long = table('a', 10, { shape: 'long' })
    const drawn = new Map(drawPlaces(long).map((each) => [each.place, each]))

    expect(drawn.get(6)).toMatchObject({ x: 1, y: drawn.get(1)?.y })
    for (const place of drawn.keys())
      for (const next of neighboursOf(long, place)) {
        expect(drawn.get(next)?.x).toBe(drawn.get(place)?.x)
        expect(Math.abs((drawn.get(next)?.y ?? 0) - (drawn.get(place)?.y ?? 0))).toBeCloseTo(0.25)
      }
  })
})

describe('a proposal', () => {
  test('alternates hosts and guests from who presides, in order of precedence', () => {
    const round = table('a', 8)
    expect(around(proposeSeating(facts([...hosts, ...visitors], [round])), round)).toEqual(['H1', 'V1', 'H2', 'V3', 'H4', 'V4', 'H3', 'V2'])
    const long = table('a', 8, { shape: 'long' })
    const seats = proposeSeating(facts([...hosts, ...visitors], [long]))
    expect(around(seats, long)[(facingPlace(long) ?? 0) - 1]).toBe('V1')
    expect(defectsOf(facts([...hosts, ...visitors], [long]), seats)).toEqual([])
  })

  test('lets who invites preside, even after the representative of the State', () => {
    const round = table('a', 4)
    const guests = [host('Préfète'), host('Maire', { invites: true }), visitor('Turin')]
    expect(around(proposeSeating(facts(guests, [round])), round)).toEqual(['Maire', 'Turin', 'Préfète', '-'])
  })

  test('gives the head table the first of each side, and the others a host and a guest in turn', () => {
    const [a, head, b] = [table('a', 4), table('head', 4, { isHead: true }), table('b', 4)]
    const seats = proposeSeating(facts([...hosts, host('H5'), host('H6'), ...visitors, visitor('V5'), visitor('V6')], [a, head, b]))

    expect(around(seats, head).toSorted()).toEqual(['H1', 'H2', 'V1', 'V2'])
    expect(around(seats, a).toSorted()).toEqual(['H3', 'H5', 'V3', 'V5'])
    expect(around(seats, b).toSorted()).toEqual(['H4', 'H6', 'V4', 'V6'])
  })

  test('seats an interpreter beside their principal, or nowhere when they stand behind', () => {
    const round = table('a', 6)
    const guests = [host('H1'), host('H2'), visitor('V1'), visitor('V2'), visitor('I', { interpretsFor: 'V1' as GuestId })]
    const seats = proposeSeating(facts(guests, [round], { interpreters: 'beside' }))

    expect(defectsOf(facts(guests, [round], { interpreters: 'beside' }), seats).filter(({ code }) => code !== 'sides_together')).toEqual([])
    const seat = seats.find(({ guestId }) => guestId === 'I')
    expect(seat && reasonOf(facts(guests, [round]), seat)).toEqual({ code: 'interprets', forId: 'V1' })
    expect(proposeSeating(facts(guests, [round])).map(({ guestId }) => guestId)).not.toContain('I')
    expect(defectsOf(facts(guests, [round]), proposeSeating(facts(guests, [round])))).toEqual([])
  })

  test('keeps apart those one said, before it alternates', () => {
    const round = table('a', 8)
    const pair = { guestId: 'H1' as GuestId, otherId: 'V1' as GuestId }
    const apart = facts([...hosts, ...visitors], [round], { apart: [{ ...pair, extent: 'neighbours' }] })
    expect(neighboursOf(round, 1).map((place) => around(proposeSeating(apart), round)[place - 1])).not.toContain('V1')

    const two = facts([...hosts, ...visitors], [table('a', 6), table('b', 6)], { apart: [{ ...pair, extent: 'table' }] })
    const seats = proposeSeating(two)
    expect(defectsOf(two, seats).filter(({ code }) => code === 'table_apart')).toEqual([])
    expect(seats).toHaveLength(8)
  })

  test('leaves where they are those one placed by hand', () => {
    const round = table('a', 8)
    const byHand: Seat = { guestId: 'V4' as GuestId, tableId: round.id, place: 2, byHand: true }
    const seats = proposeSeating(facts([...hosts, ...visitors], [round]), [byHand])

    expect(seats).toContainEqual(byHand)
    expect(defectsOf(facts([...hosts, ...visitors], [round]), seats)).toContainEqual({
      code: 'precedence_inverted',
      guestId: 'V2',
      otherId: 'V4',
    })
  })

  const anyFacts = fc
    .record({
      people: fc.array(fc.record({ isHost: fc.boolean(), interprets: fc.option(fc.nat(30)) }), { maxLength: 24 }),
      tables: fc.array(fc.record({ half: fc.integer({ min: 1, max: 8 }), isLong: fc.boolean() }), { maxLength: 4 }),
      apart: fc.array(fc.tuple(fc.nat(23), fc.nat(23), fc.constantFrom('neighbours' as const, 'table' as const)), { maxLength: 5 }),
      interpreters: fc.constantFrom('behind' as const, 'beside' as const),
    })
    .map(({ people, tables, apart, interpreters }) => {
      const ids = people.map((_, index) => `g${String(index).padStart(2, '0')}` as GuestId)
      const isPlain = (index: number) => people[index]?.interprets === null
      return facts(
        people.map(({ isHost, interprets }, index) => {
          const at = interprets === null ? -1 : interprets % people.length
          return (isHost ? host : visitor)(ids[index] ?? '', { interpretsFor: at >= 0 && isPlain(at) ? (ids[at] ?? null) : null })
        }),
        tables.map(({ half, isLong }, index) =>
          table(`t${index}`, half * 2, { shape: isLong ? 'long' : 'round', isHead: index === tables.length - 1 }),
        ),
        {
          interpreters,
          apart: apart.flatMap(([a, b, extent]) => {
            const [guestId, otherId] = [ids[a], ids[b]]
            return guestId && otherId && a !== b ? [{ guestId, otherId, extent }] : []
          }),
        },
      )
    })

  test('seats each person once, no place twice, and nobody stands while a place is free', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const seats = proposeSeating(given)
        const capacity = given.tables.reduce((sum, { seatCount }) => sum + seatCount, 0)
        const toSeat = given.guests.filter(({ interpretsFor }) => given.interpreters === 'beside' || interpretsFor === null).length
        expect(new Set(seats.map(({ guestId }) => guestId))).toHaveProperty('size', seats.length)
        expect(new Set(seats.map(({ tableId, place }) => `${tableId} ${place}`))).toHaveProperty('size', seats.length)
        expect(seats.every(({ tableId, place }) => place <= (given.tables.find(({ id }) => id === tableId)?.seatCount ?? 0))).toBe(true)
        expect(seats).toHaveLength(Math.min(capacity, toSeat))
      }),
    )
  })

  test('is the same each time, and stays as it is when it is all kept by hand', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const seats = proposeSeating(given)
        expect(proposeSeating(given)).toEqual(seats)
        const kept = seats.map((seat) => ({ ...seat, byHand: true }))
        expect(proposeSeating(given, kept)).toEqual(kept)
      }),
    )
  })

  test('alternates wherever as many hosts as guests fill even tables', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), fc.constantFrom('round' as const, 'long' as const), (half, shape) => {
        const both = Array.from({ length: half }, (_, index) => [host(`h${index}`), visitor(`v${index}`)]).flat()
        const given = facts(both, [table('a', half * 2, { shape })])
        expect(defectsOf(given, proposeSeating(given))).toEqual([])
      }),
    )
  })
})

describe('a move by hand', () => {
  const round = table('a', 4)
  const seats = proposeSeating(facts([host('H1'), host('H2'), visitor('V1')], [round]))

  test('swaps two who are seated, and stands up whoever a standing guest replaces', () => {
    expect(around(withGuestAt(seats, 'H2' as GuestId, { tableId: round.id, place: 1 }), round)).toEqual(['H2', 'V1', 'H1', '-'])
    expect(around(withGuestAt(seats, 'new' as GuestId, { tableId: round.id, place: 1 }), round)).toEqual(['new', 'V1', 'H2', '-'])
    expect(around(withGuestAt(seats, 'V1' as GuestId, null), round)).toEqual(['H1', '-', 'H2', '-'])
  })

  test('keeps each person once and each place once, whatever is moved', () => {
    fc.assert(
      fc.property(fc.constantFrom('H1', 'H2', 'V1', 'X'), fc.integer({ min: 1, max: 4 }), (name, place) => {
        const moved = withGuestAt(seats, name as GuestId, { tableId: round.id, place })
        expect(new Set(moved.map(({ guestId }) => guestId))).toHaveProperty('size', moved.length)
        expect(new Set(moved.map((seat) => seat.place))).toHaveProperty('size', moved.length)
      }),
    )
  })
})

test('a place is read as it was written, with who was seen there', () => {
  const id = fc.uuid()
  fc.assert(
    fc.property(fc.record({ tableId: id, place: fc.integer({ min: 1, max: 40 }), seenId: fc.option(id) }), (spot) => {
      expect(readSpot(writeSpot(spot))).toEqual(spot)
    }),
  )
  for (const written of [':1:', 'table:one:', 'table:1:guest:more']) expect(readSpot(written)).toBeNull()
})
