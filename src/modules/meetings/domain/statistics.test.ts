import { expect, test } from 'vitest'
import type { OrganisationId } from '#platform/actor.ts'
import type { ParticipantId } from './participant.ts'
import { type StatisticsInput, statisticsOf } from './statistics.ts'

const company = (id: string, circleId: string, organisationId: string, target = 2) => ({
  id: id as ParticipantId,
  name: id,
  circleId,
  organisationId: organisationId as OrganisationId,
  organisationName: organisationId,
  target,
})
const meeting = (oneId: string, otherId: string, slotId: string) => ({ id: `${oneId}${otherId}`, oneId, otherId, slotId })

/** A and B ask, X and Y receive; a morning of three slots and an afternoon of two. */
const input: StatisticsInput = {
  participants: [company('A', 'home', 'city'), company('B', 'home', 'port'), company('X', 'host', 'city'), company('Y', 'host', 'city', 0)],
  circles: [
    { id: 'home', name: {} },
    { id: 'host', name: {} },
  ],
  slots: ['1', '2', '3', '4', '5'].map((id, index) => ({ id, stretch: index < 3 ? 0 : 1 })),
  meetings: [meeting('A', 'X', '1'), meeting('A', 'Y', '3'), meeting('B', 'X', '4'), meeting('B', 'Y', '5')],
  outcomes: [
    { meetingId: 'AX', participantId: 'A', state: 'held', nextStep: 'second_meeting' },
    { meetingId: 'AX', participantId: 'X', state: 'held', nextStep: 'second_meeting' },
    { meetingId: 'AY', participantId: 'A', state: 'they_missed', nextStep: 'none' },
    { meetingId: 'BX', participantId: 'B', state: 'held', nextStep: 'quote' },
    { meetingId: 'BX', participantId: 'X', state: 'they_missed', nextStep: 'none' },
  ],
  wishes: [
    { participantId: 'A', aboutId: 'X', degree: 'must', state: 'accepted' },
    { participantId: 'A', aboutId: 'B', degree: 'like', state: 'declined' },
    { participantId: 'B', aboutId: 'Y', degree: 'like', state: 'noted' },
    { participantId: 'B', aboutId: 'A', degree: 'no', state: 'noted' },
    { participantId: 'Y', aboutId: 'X', degree: 'must', state: 'withdrawn' },
  ],
}

test('a meeting is counted by what both sides say, and a dispute nowhere else', () => {
  const { meetings, states, nextSteps } = statisticsOf(input)
  expect(meetings).toBe(4)
  expect(states).toEqual({ held: 1, one_missed: 0, other_missed: 1, both_missed: 0, disputed: 1, unknown: 1 })
  expect(Object.values(states).reduce((sum, count) => sum + count)).toBe(meetings)
  expect(nextSteps).toMatchObject({ second_meeting: 1, quote: 1 })
})

test('who did not come is counted on their side, and idle slots between two meetings of one stretch on both', () => {
  const { companies } = statisticsOf(input)
  expect(companies.map(({ name, meetings, held, missed, gaps }) => [name, meetings, held, missed, gaps])).toEqual([
    ['A', 2, 1, 0, 1],
    ['B', 2, 0, 0, 0],
    ['X', 2, 1, 0, 0],
    ['Y', 2, 0, 1, 0],
  ])
})

test('requests withdrawn, noted or refused beforehand are not asked; wishes are held in either direction', () => {
  const { requests, wishes } = statisticsOf(input)
  expect(requests).toEqual({ accepted: 1, declined: 1, expired: 0, open: 0 })
  expect(wishes).toEqual({ must: 1, mustHeld: 1, like: 2, likeHeld: 1 })
})

test('groups and partners add up to the whole', () => {
  const { share, byCircle, byKeeper, distribution } = statisticsOf({ ...input, meetings: input.meetings.slice(0, 3), outcomes: [] })
  expect(byKeeper.map(({ name, companies, meetings }) => [name, companies, meetings])).toEqual([
    ['city', 3, 5],
    ['port', 1, 1],
  ])
  for (const parts of [byCircle, byKeeper]) {
    expect(parts.reduce((sum, { meetings }) => sum + meetings, 0)).toBe(share.meetings)
    expect(parts.reduce((sum, { companies }) => sum + companies, 0)).toBe(share.companies)
  }
  expect(share).toMatchObject({ fewest: 1, most: 2, belowTarget: 1 })
  expect(distribution).toEqual([
    { meetings: 1, companies: 2 },
    { meetings: 2, companies: 2 },
  ])
})
