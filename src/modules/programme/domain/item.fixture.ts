import type { OrganisationId } from '#platform/actor.ts'
import { type Instant, atLocalTime } from '#platform/pure/instant.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { Item, ItemId } from './item.ts'
import type { Surroundings } from './warnings.ts'

const newYork = asTimeZone('America/New_York')

/** For the tests: a moment on the clocks of Miami. */
export function at(date: string, time: string): Instant {
  return valueOf(atLocalTime(asLocalDate(date), asLocalTime(time), newYork, 'first')).instant
}

type Facts = Partial<Omit<Item, 'id'>> & { readonly id?: string; readonly on?: string; readonly from?: string; readonly to?: string }

/** For the tests: a conference for everyone on 6 November 2017, from 9 to 10, unless said otherwise. */
export function anItem({ id = 'a', on = '2017-11-06', from = '09:00', to = '10:00', ...facts }: Facts): Item {
  const lastDay = to > from ? on : addDays(asLocalDate(on), 1)
  return {
    id: id as ItemId,
    organiserId: 'city' as OrganisationId,
    organiserName: 'Ville de Rochebrune',
    legId: 'miami',
    venueId: null,
    trackId: null,
    vehicleId: null,
    type: 'conference',
    state: 'confirmed',
    attendance: 'expected',
    audience: 'everyone',
    themeId: null,
    organisationIds: [],
    memberIds: [],
    title: { fr: `Moment ${id}` },
    startsAt: at(on, from),
    endsAt: at(lastDay, to),
    timeZone: newYork,
    skippedStart: null,
    capacity: null,
    speakers: [],
    across: [],
    languages: [],
    interpretersNeeded: 0,
    interpreters: [],
    dressCode: {},
    briefing: {},
    planB: {},
    version: 1,
    ...facts,
  }
}

/** For the tests: three travellers in Miami, two halls half an hour apart, a cupboard for one, and a car for two. */
export const aroundMiami: Surroundings = {
  legs: [{ id: 'miami', country: 'US', startsOn: asLocalDate('2017-11-04'), endsOn: asLocalDate('2017-11-10') }],
  venues: [
    { id: 'hall', capacity: 100 },
    { id: 'port', capacity: null },
    { id: 'closet', capacity: 1 },
  ],
  travelTimes: [{ oneVenueId: 'hall', otherVenueId: 'port', minutes: 30, mode: 'coach' }],
  vehicles: [{ id: 'car', name: 'Berline', seats: 2 }],
  travellers: [
    { id: 'ana', organisationId: 'city', category: 'elected', legIds: [] },
    { id: 'bob', organisationId: 'department', category: 'company', legIds: [] },
    { id: 'cam', organisationId: 'department', category: 'interpreter', legIds: [] },
  ],
  sectors: new Map([['bob', ['port']]]),
  holidays: [{ country: 'US', day: asLocalDate('2017-11-10'), name: { fr: 'Jour des anciens combattants' }, source: '5 U.S.C. § 6103' }],
  unavailable: [],
  aboard: [],
  meeting: [],
}
