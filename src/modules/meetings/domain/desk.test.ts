import { withoutSent } from '#platform/pure/kept.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { LocalTime } from '#platform/pure/local-time.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { type Desk, type DeskMeeting, freeSpots, lateAt, shownSlot, substitutesFor } from './desk.ts'
import { type KeptSaid, type Said, afterReply, deskAfter, deskWith } from './desk-said.ts'
import { proposeWalkIn } from './walk-in.ts'

const at = (time: string) => `2017-11-06T${time}:00.000Z` as Instant
const slot = (id: string, from: string, to: string) => ({
  id,
  startsAt: at(from),
  endsAt: at(to),
  from: from as LocalTime,
  to: to as LocalTime,
})
const company = (id: string, languages: readonly string[] = ['fr']) => ({ id, name: id, circleId: 'home', languages, isTold: true })
const person = (id: string, participantId: string) => ({ id, participantId, name: id, job: '' })
const meeting = (id: string, slotId: string, spotId: string, people: readonly string[], oneId = 'A', otherId = 'B'): DeskMeeting => ({
  id,
  oneId,
  otherId,
  slotId,
  spotId,
  people,
})

/** Three slots, two tables; A has two people, B, C and D one each. */
const desk: Desk = {
  zone: asTimeZone('UTC'),
  day: '2017-11-06' as LocalDate,
  now: at('09:00'),
  nearMinutes: 0,
  farMinutes: 15,
  slots: [slot('s1', '09:00', '09:20'), slot('s2', '09:25', '09:45'), slot('s3', '09:50', '10:10')],
  spots: [
    { id: 't1', name: 'Table 1', district: '', participantId: null },
    { id: 't2', name: 'Table 2', district: '', participantId: null },
  ],
  participants: [company('A'), company('B'), company('C'), company('D', ['en'])],
  people: [person('a1', 'A'), person('a2', 'A'), person('b1', 'B'), person('c1', 'C'), person('d1', 'D')],
  resources: [{ id: 'i', kind: 'interpreter', name: 'I', languages: ['fr', 'en'] }],
  rules: [{ fromId: 'home', toId: 'home', company: [] }],
  meetings: [meeting('m1', 's1', 't1', ['a1', 'b1'])],
  arrived: { b1: at('08:55') },
  told: [],
  away: [],
  metElsewhere: [],
}

describe('what the desk shows', () => {
  test('the slot of the moment on the day itself, the first on another day, and the one that was chosen', () => {
    expect(shownSlot(desk, at('09:22'), null)?.id).toBe('s2')
    expect(shownSlot(desk, '2026-01-01T00:00:00.000Z' as Instant, null)?.id).toBe('s1')
    expect(shownSlot(desk, at('09:22'), 's3')?.id).toBe('s3')
    expect(shownSlot({ ...desk, slots: [] }, at('09:22'), null)).toBeNull()
  })

  test('who is expected and has not come, and for how long', () => {
    expect(lateAt(desk, slot('s1', '09:00', '09:20'), at('09:07'))).toEqual([
      { person: person('a1', 'A'), meeting: desk.meetings[0], minutes: 7 },
    ])
    expect(lateAt(desk, slot('s1', '09:00', '09:20'), at('08:00'))[0]?.minutes).toBe(0)
  })

  test('who may come instead, and what stands in the way', () => {
    const busy = { ...desk, meetings: [...desk.meetings, meeting('m2', 's1', 't2', ['a2', 'c1'], 'A', 'C')] }
    const [held] = desk.meetings as [DeskMeeting]
    expect(substitutesFor(desk, held, 'a1')).toEqual([{ person: person('a2', 'A'), conflict: null }])
    expect(substitutesFor(busy, held, 'a1')).toEqual([{ person: person('a2', 'A'), conflict: busy.meetings[1] }])
    expect(substitutesFor({ ...desk, away: [{ whoId: 'a2', slotId: 's1' }] }, held, 'a1')[0]?.conflict).toBe('away')
    expect(substitutesFor(desk, held, 'b1')).toEqual([])
  })
})

describe('a walk-in meeting', () => {
  test('takes the first slot in common and a free table, and whoever of the two has arrived', () => {
    const [one, two] = [
      proposeWalkIn(desk, 'A', 'C', at('09:01')),
      proposeWalkIn({ ...desk, arrived: { a2: at('08:00') } }, 'A', 'C', at('09:46')),
    ]
    expect(one).toEqual({ oneId: 'A', otherId: 'C', slotId: 's1', spotId: 't2', people: ['a2', 'c1'] })
    expect(two).toEqual({ oneId: 'A', otherId: 'C', slotId: 's3', spotId: 't1', people: ['a2', 'c1'] })
  })

  test('brings an interpreter where there is no language in common', () => {
    expect(proposeWalkIn(desk, 'C', 'D', at('09:00'))).toMatchObject({ people: ['c1', 'd1', 'i'] })
    expect(proposeWalkIn({ ...desk, resources: [] }, 'C', 'D', at('09:00'))).toEqual({ why: 'no_free_resource' })
  })

  test('says why there is none', () => {
    expect(proposeWalkIn(desk, 'A', 'A', at('09:00'))).toEqual({ why: 'same_participant' })
    expect(proposeWalkIn(desk, 'B', 'A', at('09:00'))).toEqual({ why: 'two_participants_meet_once' })
    expect(proposeWalkIn({ ...desk, metElsewhere: [{ oneId: 'C', otherId: 'B' }] }, 'B', 'C', at('09:00'))).toEqual({
      why: 'two_participants_meet_once',
    })
    expect(proposeWalkIn({ ...desk, people: desk.people.slice(0, 3) }, 'A', 'C', at('09:00'))).toEqual({ why: 'nobody_comes' })
    expect(proposeWalkIn(desk, 'B', 'C', at('10:11'))).toEqual({ why: 'no_common_slot' })
    expect(proposeWalkIn({ ...desk, spots: [] }, 'B', 'C', at('09:00'))).toEqual({ why: 'no_free_spot' })
    const lost = desk.slots.flatMap(({ id }) => ['t1', 't2'].map((whoId) => ({ whoId, slotId: id })))
    expect(proposeWalkIn({ ...desk, away: lost }, 'B', 'C', at('09:00'))).toEqual({ why: 'no_free_spot' })
  })

  test('leaves time for the way from one address to another', () => {
    const far = {
      ...desk,
      farMinutes: 30,
      spots: [desk.spots[0] as Desk['spots'][number], { id: 'c', name: 'C', district: 'Port', participantId: 'C' }],
    }
    expect(proposeWalkIn(far, 'B', 'C', at('09:00'))).toMatchObject({ slotId: 's3', spotId: 'c' })
  })

  test('whatever the day, nobody and nothing is in two places at once', () => {
    const ids = desk.participants.map(({ id }) => id)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 }), (pairs) => {
        const after = pairs.reduce<Desk>((day, [a, b], index) => {
          const proposal = proposeWalkIn(day, a, b, at('09:00'))
          return 'why' in proposal
            ? day
            : deskAfter(day, { saidAt: at('09:00'), said: { kind: 'walk_in', meetingId: `w${index}`, ...proposal } })
        }, desk)
        const taken = after.meetings.flatMap(({ slotId, spotId, people }) => [spotId, ...people].map((who) => `${slotId} ${who}`))
        expect(new Set(taken).size).toBe(taken.length)
      }),
    )
  })
})

describe('what was done without a network', () => {
  const entry = (key: string, said: Said, facts: Partial<KeptSaid> = {}): KeptSaid => ({
    key,
    saidAt: at('09:02'),
    said,
    state: 'waiting',
    ...facts,
  })
  const move = entry('1', { kind: 'move', meetingId: 'm1', fromSpotId: 't1', spotId: 't2' })
  const swap = entry('2', { kind: 'swap', meetingId: 'm1', fromId: 'a1', toId: 'a2' })
  const arrival = entry('3', { kind: 'arrival', personId: 'a2', day: desk.day })

  test('shows at once, done twice it is the same, and what was refused is as if it had not been', () => {
    const shown = deskWith(desk, [move, swap, arrival])
    expect(shown.meetings[0]).toMatchObject({ spotId: 't2', people: ['a2', 'b1'] })
    expect(shown.arrived.a2).toBe(at('09:02'))
    expect(deskWith(shown, [move, swap, arrival])).toEqual(shown)
    expect(deskWith(desk, [{ ...move, state: 'refused', code: 'moved_meanwhile' }])).toEqual(desk)
    expect(freeSpots(shown, 's1').map(({ id }) => id)).toEqual(['t1'])
  })

  test('is answered one by one: kept, or refused with its reason; what was sent goes, save the last', () => {
    const kept = afterReply([move, swap], move, { kind: 'refused', code: 'moved_meanwhile' })
    expect(kept).toEqual([{ ...move, state: 'refused', code: 'moved_meanwhile' }, swap])
    const badge = entry('4', { kind: 'badge', code: 'X', day: desk.day })
    const answered = { kind: 'kept', personId: 'a1' } as const
    const sent = afterReply(afterReply([...kept, badge, arrival], badge, answered), arrival, answered)
    expect(withoutSent(sent).map(({ key }) => key)).toEqual(['1', '2', '3'])
    expect(deskWith(desk, sent).arrived.a1).toBe(at('09:02'))
  })
})
