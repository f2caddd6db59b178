import { describe, expect, test } from 'vitest'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { PlannedMeeting, Snapshot } from '../snapshot.ts'
import { brokenRules } from './broken-rules.ts'
import { isUpheld, judgeRun } from './verdict.ts'

const slot = (id: string, day = '2017-11-06') => {
  const at = `${day}T14:00:00.000Z` as Instant
  return { id, date: asLocalDate(day), stretch: 0, startsAt: at, endsAt: at }
}
const party = (id: string, languages: readonly string[] = ['fr']) => ({
  id,
  target: 1,
  quota: 2,
  languages,
  people: [{ id: `${id}’s`, away: [] as string[] }],
})
const pair = (one: string, other: string) => ({ one, other, isMust: false, weight: 5, company: [] })
/** Two companies, two hosts, the second of whom receives far away and speaks English; three slots, one table. */
const snapshot: Snapshot = {
  slotMinutes: 20,
  pauseMinutes: 5,
  nearMinutes: 10,
  farMinutes: 40,
  slots: [slot('s1'), slot('s2'), slot('s3')],
  participants: [party('A'), party('B'), party('X'), party('Y', ['en'])],
  resources: [{ id: 'Ines', kind: 'interpreter', languages: ['fr', 'en'], away: ['s3'] }],
  spots: [
    { id: 'table', participantId: null, district: '' },
    { id: 'lost', participantId: null, district: '', away: ['s1'] },
    { id: 'office', participantId: 'Y', district: 'port' },
  ],
  pairs: [pair('A', 'X'), pair('B', 'X'), pair('A', 'Y'), pair('B', 'Y')],
  current: [],
  movesAllowed: null,
}
const meeting = (one: string, other: string, slotId: string, spotId = 'table', people: readonly string[] = []): PlannedMeeting => ({
  one,
  other,
  slotId,
  spotId,
  people: [`${one}’s`, `${other}’s`, ...people],
})
const whole = [meeting('A', 'X', 's1'), meeting('B', 'X', 's2'), meeting('B', 'Y', 's1', 'office', ['Ines'])]
const kinds = (meetings: readonly PlannedMeeting[], at = snapshot) => brokenRules(at, meetings).map(({ kind }) => kind)

describe('the judge of a plan', () => {
  test('finds nothing in a plan that keeps the rules, and everybody who breaks one', () => {
    expect(kinds([meeting('A', 'X', 's1'), meeting('B', 'X', 's2')])).toEqual([])
    expect(kinds(whole)).toEqual(['too_far'])
  })

  test.each([
    ['not_wished', [meeting('X', 'A', 's1')]],
    ['met_twice', [meeting('A', 'X', 's1'), meeting('A', 'X', 's2')]],
    ['nowhere', [meeting('A', 'X', 's9')]],
    ['wrong_spot', [meeting('A', 'X', 's1', 'office')]],
    ['nobody_for', [meeting('A', 'Y', 's1', 'office')]],
    ['stranger', [meeting('A', 'X', 's1', 'table', ['Ines'])]],
    ['away', [meeting('A', 'Y', 's3', 'office', ['Ines'])]],
    ['spot_away', [{ ...meeting('A', 'X', 's1'), spotId: 'lost' }]],
    ['spot_taken', [meeting('A', 'X', 's1'), { ...meeting('B', 'X', 's1'), people: ['B’s', 'nobody'] }]],
    ['twice_at_once', [meeting('A', 'X', 's1'), meeting('B', 'X', 's1')]],
    ['quota', [meeting('A', 'X', 's1'), meeting('B', 'X', 's2'), meeting('X', 'Y', 's3', 'office')]],
  ])('sees %s', (kind, meetings) => {
    expect(kinds(meetings)).toContain(kind)
  })

  test('sees a locked meeting that moved, and counts what moved besides', () => {
    const [first, second] = [meeting('A', 'X', 's1'), meeting('B', 'X', 's2')]
    const again: Snapshot = {
      ...snapshot,
      movesAllowed: 1,
      current: [
        { ...first, isLocked: true },
        { ...second, isLocked: false },
      ],
    }
    const moved = [meeting('A', 'X', 's2'), meeting('B', 'X', 's1')]

    expect(kinds(moved, again)).toEqual(['lock_broken'])
    expect(judgeRun(again, { meetings: moved, levels: [] }).moves).toEqual({ made: 2, allowed: 1 })
    expect(isUpheld(judgeRun(again, { meetings: [first, meeting('B', 'X', 's3')], levels: [] }))).toBe(true)
  })

  test('counts every level again, and tells the one that differs', () => {
    const line = (level: 'wishes' | 'idle' | 'breaks', best: number) => ({ level, depth: 0, best, bound: 0 })
    const meetings = [meeting('A', 'X', 's1'), meeting('B', 'X', 's3')]

    const { differing, waits } = judgeRun(snapshot, { meetings, levels: [line('wishes', 10), line('breaks', 1), line('idle', 4)] })

    expect(differing).toEqual([{ ...line('idle', 4), counted: 1 }])
    expect(waits).toEqual({ most: 1, fewest: 0 })
  })
})
