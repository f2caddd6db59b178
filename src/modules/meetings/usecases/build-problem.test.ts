import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { planSnapshot } from './plan-snapshot.ts'

const at = '2017-11-06T14:00:00.000Z' as Instant
const party = (id: string) => ({ id, target: 2, quota: 3, languages: ['fr'], people: [{ id: `${id}’s`, away: [] as string[] }] })
const names = Array.from({ length: 8 }, (_, rank) => String.fromCharCode(66 + 2 * rank))
/** Eight who wish for nearly everybody at three tables in five slots: not all of it can be held. */
const snapshot: Snapshot = {
  slotMinutes: 20,
  pauseMinutes: 5,
  nearMinutes: 0,
  farMinutes: 0,
  slots: Array.from({ length: 5 }, (_, rank) => ({
    id: `s${rank}`,
    date: asLocalDate('2017-11-06'),
    stretch: 0,
    startsAt: at,
    endsAt: at,
  })),
  participants: names.map(party),
  resources: [],
  spots: ['t1', 't2', 't3'].map((id) => ({ id, participantId: null, district: '' })),
  pairs: names.flatMap((one, rank) =>
    names.slice(rank + 1).map((other) => ({ one, other, isMust: (rank + other.length) % 3 === 0, weight: 2 + (rank % 3), company: [] })),
  ),
  current: [],
  movesAllowed: null,
}
const planOf = (of: Snapshot) => planSnapshot(of, { seed: 3, rounds: 3, threads: 1, signal: new AbortController().signal }, () => {})

describe('a plan', () => {
  test('is the same whoever else takes part without a wish, wherever their names come, with all they bring', async () => {
    const alone = await planOf(snapshot)
    const stranger = party('C')
    const among = await planOf({
      ...snapshot,
      participants: [party('A'), ...snapshot.participants.slice(0, 1), stranger, ...snapshot.participants.slice(1), party('Z')],
      resources: [
        { id: 'nobody’s interpreter', kind: 'interpreter', languages: ['fr', 'de'], away: [] },
        { id: 'nobody’s car', kind: 'vehicle', languages: [], away: [] },
      ],
      spots: [{ id: 'C’s', participantId: 'C', district: 'port' }, ...snapshot.spots],
    })

    expect(alone?.meetings.length).toBeGreaterThan(0)
    expect(alone?.unheld.length).toBeGreaterThan(0)
    expect(among).toEqual(alone)
  })
})
