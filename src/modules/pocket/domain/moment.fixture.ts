import type { Instant } from '#platform/pure/instant.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { AgendaMoment, Appointment } from './agenda.ts'
import type { CalendarWords } from './calendar.ts'

/** For the tests: a confirmed meeting in Paris, at noon in UTC, unless said otherwise. */
export function aMoment(
  facts: Partial<Omit<AgendaMoment, 'startsAt' | 'endsAt' | 'changedAt'>> & Partial<Record<'startsAt' | 'endsAt', string>> = {},
): AgendaMoment {
  const { startsAt = '2026-06-15T12:00:00.000Z', endsAt = '2026-06-15T13:00:00.000Z', ...others } = facts
  return {
    id: '01900000-0000-7000-8000-00000000000a',
    type: 'official_meeting',
    state: 'confirmed',
    attendance: 'expected',
    title: { fr: 'Rencontre' },
    legId: '01900000-0000-7000-8000-0000000000ff',
    timeZone: asTimeZone('Europe/Paris'),
    venue: null,
    organiser: { id: '01900000-0000-7000-8000-0000000000fe', name: 'Ville de Rochebrune' },
    speakers: [],
    languages: [],
    dressCode: {},
    briefing: {},
    planB: {},
    sequence: 1,
    changedAt: '2026-06-01T08:00:00.000Z' as Instant,
    ...others,
    startsAt: startsAt as Instant,
    endsAt: endsAt as Instant,
  }
}

/** For the tests: a one-to-one meeting with Grove in Miami, on a November morning. */
export function anAppointment(facts: Partial<Pick<Appointment, 'state' | 'sequence' | 'met' | 'spot' | 'address'>> = {}): Appointment {
  return {
    id: '01900000-0000-7000-8000-00000000000b',
    met: ['Grove'],
    city: { fr: 'Miami' },
    spot: 'Table 1',
    address: '',
    startsAt: '2017-11-06T14:00:00.000Z' as Instant,
    endsAt: '2017-11-06T14:25:00.000Z' as Instant,
    timeZone: asTimeZone('America/New_York'),
    sequence: 1,
    changedAt: '2017-10-02T08:00:00.000Z' as Instant,
    state: 'confirmed',
    ...facts,
  }
}

export const someWords: CalendarWords = {
  name: 'Mission',
  typeOf: (type) => type,
  linesOf: ({ briefing }) => (briefing.fr ? [briefing.fr] : []),
  meeting: { title: (met) => `Avec ${met.join(' et ')}`, type: 'Rendez-vous', lines: [] },
}
