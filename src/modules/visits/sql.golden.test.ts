import { asLocalDate } from '#platform/pure/local-date.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { CriterionId } from './domain/interest.ts'
import type { RequestFacts, RequestId } from './domain/request.ts'
import type { VisitId } from './domain/visit.ts'
import * as desk from './sql/desk.ts'
import * as letters from './sql/letters.ts'
import * as memory from './sql/memory.ts'
import * as requests from './sql/requests.ts'
import * as guests from './sql/guests.ts'
import * as gifts from './sql/gifts.ts'
import * as promises from './sql/promises.ts'
import * as reception from './sql/reception.ts'
import * as seating from './sql/seating.ts'
import * as sequels from './sql/sequels.ts'
import * as titles from './sql/titles.ts'
import * as visits from './sql/visits.ts'
import * as year from './sql/year.ts'
import { asLocalTime } from '#platform/pure/local-time.ts'
import type { GiftId } from './domain/gift.ts'
import type { GuestId } from './domain/precedence.ts'
import type { SeatingId, SeatingTableId } from './domain/seating.ts'
import type { TitleId } from './domain/title.ts'
import type { SlotId } from './domain/slot.ts'
import type { MissionId } from '#modules/missions/index.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const text = { subject: { fr: 'Essai' }, body: { fr: 'Essai' } }
const facts: RequestFacts = {
  language: 'fr',
  asker: 'Essai',
  askerKind: 'authority',
  country: 'US',
  city: 'Miami',
  contactName: 'Ange',
  contactEmail: 'ange@example.org',
  contactPhone: '',
  headName: '',
  headCapacity: '',
  peopleCount: 4,
  wishedFrom: null,
  wishedTo: null,
  topics: 'Port',
  purpose: '',
}
const visit = { visitor: 'Essai', country: 'US', city: 'Miami', headName: '', headCapacity: '', peopleCount: null }

show('sql/requests.ts', requests, {
  listRequests: ({ tx }) => [tx, { states: ['received'], limit: 20 }],
  countRequests: ({ tx }) => [tx],
  loadRequest: ({ tx }) => [tx, nothing],
  findRequestOfMission: ({ tx }) => [tx, nothing as MissionId],
  lockRequest: ({ tx }) => [tx, nothing],
  addRequest: ({ tx, now }) => [tx, { ...facts, source: 'manual', receivedAt: now, original: '' }],
  saveDecision: ({ tx, now }) => [tx, nothing as RequestId, { state: 'declined', decidedAt: now, decidedByName: 'Claire', reason: 'Essai' }],
  openDeskAt: ({ databases }) => [databases, 'essai'],
  receiveRequest: ({ databases, now }) => [databases, 'essai', { key: nothing, networkDigest: Buffer.alloc(32, 7), now, facts }],
  loadToldRequest: ({ owner }) => [owner, nothing],
})

show('sql/desk.ts', desk, {
  loadDesk: ({ tx }) => [tx],
  saveDesk: ({ tx }) => [tx, { slug: 'essai', isOpen: true, welcome: {}, strongFrom: 4 }],
  listCriteria: ({ tx }) => [tx],
  addCriterion: ({ tx }) => [
    tx,
    { kind: 'country', value: 'US', reason: { fr: 'Essai' }, weight: 2, partner: '', validFrom: null, validTo: asLocalDate('2027-01-01') },
  ],
  removeCriterion: ({ tx }) => [tx, nothing as CriterionId],
  listLetterTexts: ({ tx }) => [tx],
  saveLetterText: ({ tx }) => [tx, 'declined', text],
  forgetLetterText: ({ tx }) => [tx, 'declined'],
})

show('sql/letters.ts', letters, {
  listLetters: ({ tx }) => [tx, nothing as RequestId],
  loadLetter: ({ tx }) => [tx, nothing, nothing],
  listLettersTo: ({ tx }) => [tx, { names: ['Ange Prueba'], email: 'ange@example.org' }],
  addLetter: refusedBy('a_letter_answers_a_request', ({ tx, today }) => [
    tx,
    {
      requestId: nothing as RequestId,
      kind: 'declined',
      language: 'fr',
      recipient: 'Ange',
      email: null,
      subject: 'Essai',
      body: 'Essai',
      writtenOn: today,
      writtenByName: 'Claire',
      isSent: false,
    },
  ]),
})

show('sql/memory.ts', memory, {
  listMemories: ({ tx }) => [tx, [{ id: nothing, asker: 'Essai', cities: ['Miami'], country: 'US' }], 40],
  listMet: ({ tx, miami, today }) => [tx, [miami], today],
})

show('sql/visits.ts', visits, {
  listVisits: ({ tx }) => [tx, 20],
  loadVisit: ({ tx, miami }) => [tx, miami],
  addVisit: ({ tx, hamburg }) => [tx, hamburg, visit],
  updateVisit: ({ tx }) => [tx, nothing as VisitId, 1, visit],
})

const times = { day: asLocalDate('2027-03-01'), startTime: asLocalTime('09:00'), endTime: asLocalTime('10:00') }

show('sql/reception.ts', reception, {
  listSlots: {
    'of a mission': ({ tx, miami }) => [tx, miami],
    'one of them': ({ tx, miami }) => [tx, miami, nothing],
  },
  lockSlot: ({ tx, miami }) => [tx, miami, nothing],
  addSlot: refusedBy('a_leg_with_slots_stays', ({ tx, hamburg }) => [
    tx,
    hamburg,
    { ...times, legId: nothing, title: { fr: 'Essai' }, wish: {}, suggestedFor: '' },
  ]),
  saveClaim: ({ tx, now, department }) => [tx, nothing as SlotId, { by: department, at: now, itemId: nothing }],
  deleteSlot: ({ tx, miami }) => [tx, miami, nothing],
  listGreetings: ({ tx, miami }) => [tx, miami],
  addGreeting: ({ tx, hamburg }) => [
    tx,
    hamburg,
    { day: times.day, atTime: times.startTime, what: { fr: 'Essai' }, place: 'Quai', greeter: 'Ange', greeterPhone: '', car: '' },
  ],
  deleteGreeting: ({ tx, miami }) => [tx, miami, nothing],
})

show('sql/guests.ts', guests, {
  listRanks: ({ tx, today }) => [tx, today],
  listGuests: ({ tx, miami }) => [tx, miami],
  addGuest: ({ tx, hamburg }) => [
    tx,
    hamburg,
    { side: 'visitor', name: 'Ana', title: 'Maire', rankCode: 'foreign_mayor', sinceOn: null, invites: false, interpretsFor: null, equivalenceId: null },
  ],
  listGuestsNaming: ({ tx }) => [tx, ['Ana Béal']],
  deleteGuest: ({ tx, miami }) => [tx, miami, nothing],
})

const plan = (missionId: MissionId) => ({ id: nothing as SeatingId, missionId, ...meal, version: 1 })
const meal = { title: { fr: 'Déjeuner' }, heldOn: null, interpreters: 'behind' } as const

show('sql/seating.ts', seating, {
  listSeatings: ({ tx, miami }) => [tx, miami],
  loadSeating: ({ tx, miami }) => [tx, miami, nothing],
  lockSeating: ({ tx, miami }) => [tx, miami, nothing],
  addSeating: ({ tx, hamburg }) => [tx, hamburg, meal],
  updateSeating: ({ tx }) => [tx, nothing as SeatingId, meal],
  deleteSeating: ({ tx }) => [tx, nothing as SeatingId],
  listTables: ({ tx }) => [tx, nothing],
  addTable: refusedBy('a_table_is_of_one_plan', ({ tx, hamburg }) => [
    tx,
    plan(hamburg),
    { name: 'Honneur', shape: 'round', seatCount: 8, isHead: true },
  ]),
  deleteTable: ({ tx }) => [tx, nothing, nothing],
  listSeats: ({ tx }) => [tx, nothing],
  saveSeats: ({ tx, hamburg }) => [
    tx,
    plan(hamburg),
    [{ tableId: nothing as SeatingTableId, place: 1, guestId: nothing as GuestId, byHand: true }],
  ],
  listKeptApart: ({ tx, miami }) => [tx, miami],
  addKeptApart: refusedBy('a_listed_guest_is_apart', ({ tx, hamburg }) => [
    tx,
    hamburg,
    { guestId: nothing as GuestId, otherId: '01900000-0000-7000-8000-000000000009' as GuestId, extent: 'table' },
  ]),
  deleteKeptApart: ({ tx, miami }) => [tx, miami, nothing],
})

const aTitle = {
  country: 'IT',
  title: 'Sindaco di prova',
  equivalent: { fr: 'Maire' },
  rankCode: 'foreign_mayor',
  address: { fr: 'Madame la Maire' },
  validFrom: null,
  validTo: null,
  source: '',
}

show('sql/titles.ts', titles, {
  listTitles: {
    'of an organisation': ({ tx, department }) => [tx, { organisationId: department }],
    'of the guests of a mission': ({ tx, miami }) => [tx, { missionId: miami }],
  },
  lockTitle: ({ tx, department }) => [tx, department, nothing],
  listProposedTitles: ({ tx }) => [tx],
  addTitle: ({ tx }) => [tx, aTitle],
  confirmTitle: ({ tx, today }) => [tx, nothing as TitleId, today, 'Ange'],
  endTitle: ({ tx, today }) => [tx, nothing as TitleId, today],
  deleteTitle: ({ tx }) => [tx, nothing as TitleId],
})

show('sql/sequels.ts', sequels, {
  listSequels: {
    'of visits': ({ tx, miami }) => [tx, { visits: [miami] }],
    'of a mission': ({ tx, miami }) => [tx, { mission: miami }],
    'of an agreement': ({ tx }) => [tx, { agreement: nothing }],
  },
  addSequel: ({ tx, hamburg, miami }) => [tx, hamburg, { becameMissionId: miami, agreementId: null, promiseId: null }],
  deleteSequel: ({ tx }) => [tx, nothing],
})

show('sql/promises.ts', promises, {
  listPromisesOfLastTime: ({ tx, miami }) => [tx, miami],
  listPromises: {
    'of one’s organisation': ({ tx }) => [tx],
    'of a mission': ({ tx, miami }) => [tx, miami],
  },
  listPromisesNaming: ({ tx }) => [tx, ['Ana Béal']],
  addPromise: ({ tx, hamburg }) => [tx, hamburg, { what: 'Essai', promisedBy: 'Ange', promisedTo: 'Ana', isOurs: true, dueOn: null }],
  settlePromise: ({ tx, miami, today }) => [tx, miami, nothing, 'kept', today],
})

show('sql/gifts.ts', gifts, {
  listGifts: {
    'the register': ({ tx }) => [tx],
    'one of them': ({ tx }) => [tx, nothing],
  },
  listGiftsAround: ({ tx, miami }) => [tx, [miami], 'Essai'],
  lockGift: ({ tx }) => [tx, nothing],
  addGift: ({ tx, today }) => [
    tx,
    {
      missionId: null,
      direction: 'received',
      onDay: today,
      description: 'Essai',
      giver: 'Ange',
      recipient: 'Ana',
      valueCents: 12_000n,
      qualifier: 'about',
    },
  ],
  settleGift: ({ tx, today }) => [tx, nothing as GiftId, { disposition: 'handed_over', declaredOn: today, keptWhere: 'Vitrine' }],
  listGiftRules: ({ tx }) => [tx],
  listProposedThresholds: ({ tx }) => [tx],
  addGiftRule: ({ tx }) => [tx, { thresholdCents: 10_000n, validFrom: null, validTo: null, source: 'Essai' }],
})

show('sql/year.ts', year, {
  listMissionsOfYear: ({ tx, department }) => [tx, department, 2017],
  listYears: ({ tx, department }) => [tx, department],
  listStatedCounts: ({ tx }) => [tx, 2017],
  addStatedCount: ({ tx }) => [tx, { year: 2017, measure: 'missions', about: '', value: 13, qualifier: 'exact', source: 'Essai' }],
  deleteStatedCount: ({ tx }) => [tx, nothing],
})
