import { asId } from '#platform/pure/ids.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { asTimeZone } from '#platform/pure/time-zone.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { RequirementKey } from './domain/requirement.ts'
import type { Segment, SegmentDraft } from './domain/segment.ts'
import * as attendance from './sql/attendance.ts'
import * as handover from './sql/handover.ts'
import * as orders from './sql/orders.ts'
import * as requirements from './sql/requirements.ts'
import * as rooms from './sql/rooms.ts'
import * as rules from './sql/rules.ts'
import * as segments from './sql/segments.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const key: RequirementKey = { memberId: asId(nothing), kind: 'visa', country: 'US' }
const day = asLocalDate('2017-11-04')

show('sql/requirements.ts', requirements, {
  listRequirements: ({ tx, miami }) => [tx, miami],
  listEvidence: ({ tx, member }) => [tx, [member]],
  listPassportTerms: ({ tx, miami }) => [tx, miami, nothing],
  readReadiness: ({ tx, miami }) => [tx, miami],
  waitingOfMissions: ({ tx, miami }) => [tx, [miami]],
  lockItems: ({ tx, miami }) => [tx, miami],
  markItems: refusedBy('an_item_is_of_who_sends_the_member', ({ tx, miami }) => [tx, [{ missionId: miami, key }], { state: 'to_do' }, null]),
  assignItems: refusedBy('an_item_is_of_who_sends_the_member', ({ tx, miami }) => [
    tx,
    [{ missionId: miami, key }],
    { owner: null, dueOn: day },
  ]),
  listDueItems: ({ owner }) => [owner, day],
  noteReminder: {
    'before the term': ({ owner, now }) => [owner, asId(nothing), 'before', now],
    'on its day': ({ owner, now }) => [owner, asId(nothing), 'due', now],
  },
})

show('sql/handover.ts', handover, {
  listItemHolders: ({ tx }) => [tx],
  passItems: ({ tx, account }) => [tx, account, { accountId: account, name: 'Ange' }],
})

show('sql/rules.ts', rules, {
  listDefaultRules: ({ tx }) => [tx],
  listCountryRules: ({ tx }) => [tx, day, ['US']],
  loadHomeCountry: ({ tx }) => [tx],
  listOwnRules: ({ tx }) => [tx],
  saveOwnRule: ({ tx }) => [tx, { kind: 'visa', country: 'JP', isAsked: true, categories: ['staff'], noticeDays: 10 }],
  removeOwnRule: ({ tx }) => [tx, nothing],
  loadSignatory: ({ tx }) => [tx],
  saveSignatory: ({ tx }) => [tx, { name: 'Essai', capacity: 'Président', authority: '', place: 'Marseille' }],
})

const order = {
  memberId: asId<'member'>(nothing),
  year: 2017,
  number: 1,
  issuedOn: day,
  validFrom: day,
  validUntil: day,
  facts: '{}',
  digest: Buffer.alloc(32),
}
show('sql/orders.ts', orders, {
  listOrders: { 'of a mission': ({ tx, miami }) => [tx, miami], 'of members': ({ tx, member }) => [tx, null, [member]] },
  loadOrder: ({ tx }) => [tx, nothing],
  nextNumber: ({ tx }) => [tx, 2017],
  insertOrders: refusedBy('a_travel_order_is_for_staff', ({ tx, miami }) => [tx, [{ missionId: miami, ...order }]]),
  withdrawOrder: ({ tx }) => [tx, asId(nothing), day, 'Reporté'],
})

const draft: SegmentDraft = {
  mode: 'flight',
  carrier: 'Essai',
  number: 'ES 1',
  fromPlace: 'Marseille',
  toPlace: 'Miami',
  departsAt: '2017-11-04T09:00:00.000Z' as Instant,
  departsZone: asTimeZone('Europe/Paris'),
  arrivesAt: '2017-11-04T19:00:00.000Z' as Instant,
  arrivesZone: asTimeZone('America/New_York'),
  seats: null,
  note: '',
  isShared: false,
  bookingId: null,
}
show('sql/segments.ts', segments, {
  listSegments: ({ tx, miami }) => [tx, miami],
  lockSegment: ({ tx, miami }) => [tx, miami, nothing],
  insertSegment: ({ tx, miami }) => [tx, miami, draft],
  updateSegment: ({ tx }) => [tx, asId(nothing), draft],
  deleteSegment: ({ tx }) => [tx, asId(nothing)],
  savePassengers: refusedBy('a_passenger_follows_the_segment', ({ tx, miami, member, coach }) => [
    tx,
    miami,
    { ...draft, id: asId(coach) } as Segment,
    [member],
  ]),
  listBookings: ({ tx, miami }) => [tx, miami],
  insertBooking: ({ tx, miami }) => [tx, miami, { label: 'Groupe', locator: 'ABC123' }],
})

show('sql/rooms.ts', rooms, {
  listLodgings: ({ tx, miami }) => [tx, miami],
  insertLodging: ({ tx, miami }) => [tx, miami, { name: 'Essai', address: '', isShared: false }],
  deleteLodging: ({ tx, miami }) => [tx, miami, nothing],
  insertRooms: refusedBy('a_room_of_the_lodging', ({ tx, miami }) => [tx, miami, nothing, ['1'], 2]),
  insertStays: refusedBy('a_stay_in_a_room_of_ones_own', ({ tx, miami, member }) => [
    tx,
    miami,
    nothing,
    [member],
    { arrivesOn: day, leavesOn: asLocalDate('2017-11-05') },
  ]),
  deleteStay: ({ tx, miami }) => [tx, miami, nothing],
  listAdequacies: ({ tx }) => [tx, ['US'], day],
})

show('sql/attendance.ts', attendance, {
  listBadges: ({ tx, miami }) => [tx, miami],
  insertBadges: refusedBy('a_badge_is_of_who_sends_the_member', ({ tx, miami, department }) => [
    tx,
    miami,
    [{ memberId: asId(nothing), organisationId: department, code: 'ABCDEFGHIJKLMNOP' }],
  ]),
  holderOf: ({ tx, miami }) => [tx, miami, 'ABCDEFGHIJKLMNOP'],
  listAttendance: ({ tx, miami }) => [tx, miami, nothing],
  countAttendance: ({ tx, miami }) => [tx, miami],
  insertAttendance: refusedBy('at_an_item_of_the_mission', ({ tx, miami, department, member, now }) => [
    tx,
    { id: nothing, missionId: miami, organisationId: department, itemId: nothing, memberId: member, way: 'list', notedAt: now, notedName: 'Essai' },
  ]),
  deleteAttendance: ({ tx }) => [tx, nothing, nothing],
})
