import { asTimeZone } from '#platform/pure/time-zone.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { EventId } from './domain/event.ts'
import type { ParticipantId } from './domain/participant.ts'
import { suggestionsOf } from './domain/suggestion-run.ts'
import * as cardReferences from './sql/card-references.ts'
import * as earlierContacts from './sql/earlier-contacts.ts'
import * as legs from './sql/legs.ts'
import * as outcomeLinks from './sql/outcome-links.ts'
import * as outcomes from './sql/outcomes.ts'
import * as desk from './sql/desk.ts'
import * as participants from './sql/participants.ts'
import * as plans from './sql/plans.ts'
import * as profiles from './sql/profiles.ts'
import * as setup from './sql/setup.ts'
import * as suggestions from './sql/suggestions.ts'
import * as surveyQuestions from './sql/survey-questions.ts'
import * as surveys from './sql/surveys.ts'
import * as surveyLetters from './sql/survey-letters.ts'
import * as slotOffers from './sql/slot-offers.ts'
import * as told from './sql/told.ts'
import * as travellers from './sql/travellers.ts'
import * as wishes from './sql/wishes.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const other = '01900000-0000-7000-8000-000000000004'
const title = { fr: 'Essai' }
const opensAt = '2017-10-01T04:00:00.000Z' as Instant
const closesAt = '2017-11-01T04:00:00.000Z' as Instant
const terms = { title, slotMinutes: 20, pauseMinutes: 5, nearMinutes: 0, farMinutes: 15, opensAt, closesAt, answerDays: 10 }
const figures = { target: 1, meetingQuota: 2, requestQuota: 3 }
const profile = { circleId: nothing, name: 'Essai', city: '', country: null, sectors: [], offers: [], needs: [], languages: [], externalKey: null, ...figures }
const digest = Buffer.alloc(32)
const ofNoEvent = 'a_circle_of_the_event'

show('sql/setup.ts', setup, {
  listEvents: ({ tx, miami }) => [tx, miami],
  loadEvent: ({ tx, miami }) => [tx, miami, nothing],
  lockEvent: ({ tx, miami }) => [tx, miami, nothing],
  insertEvent: refusedBy('a_leg_with_meetings_stays', ({ tx, hamburg }) => [
    tx,
    hamburg,
    { ...terms, id: other as EventId, legId: nothing, preset: 'tables', timeZone: asTimeZone('UTC') },
  ]),
  updateEvent: ({ tx }) => [tx, nothing, terms],
  listSlots: ({ tx }) => [tx, nothing],
  replaceSlots: ({ tx, hamburg }) => [tx, hamburg, nothing, []],
  listCircles: ({ tx }) => [tx, nothing],
  insertCircle: refusedBy(ofNoEvent, ({ tx, hamburg }) => [tx, hamburg, nothing, other, { kind: 'home', name: title, ...figures }]),
  updateCircle: ({ tx }) => [tx, nothing, other, { kind: 'home', name: title, ...figures }],
  updateFiguresOf: ({ tx }) => [tx, { id: other, version: 1, kind: 'home', name: title, ...figures }, { kind: 'home', name: title, ...figures }],
  deleteCircle: ({ tx }) => [tx, nothing, other],
  listRules: ({ tx }) => [tx, nothing],
  insertRule: refusedBy('a_rule_of_the_event', ({ tx, hamburg }) => [
    tx,
    hamburg,
    nothing,
    { fromId: other, toId: nothing, isAnswered: true, company: ['escort'] },
  ]),
  deleteRule: ({ tx }) => [tx, nothing, other],
  listResources: ({ tx }) => [tx, nothing],
  insertResource: refusedBy('a_resource_of_the_event', ({ tx, hamburg }) => [tx, hamburg, nothing, { kind: 'vehicle', name: 'Essai', languages: [] }]),
  deleteResource: ({ tx }) => [tx, nothing, other],
  listSpots: ({ tx }) => [tx, nothing],
  insertSpots: refusedBy('a_spot_of_the_event', ({ tx, hamburg }) => [
    tx,
    hamburg,
    nothing,
    [{ name: 'Table 1', district: '', address: '', participantId: null, legId: other }],
  ]),
  deleteSpot: ({ tx }) => [tx, nothing, other],
})

show('sql/legs.ts', legs, {
  listEventLegs: ({ tx }) => [tx, nothing],
  insertEventLeg: refusedBy('a_leg_of_the_event', ({ tx, hamburg }) => [tx, hamburg, nothing, other, 'UTC']),
  deleteEventLeg: ({ tx }) => [tx, nothing, other],
  listPresences: ({ tx }) => [tx, nothing],
  insertPresences: refusedBy('a_leg_of_a_participant', ({ tx, hamburg }) => [
    tx,
    hamburg,
    nothing,
    [{ participantId: other, legId: other }],
  ]),
  replacePresences: ({ tx, hamburg }) => [tx, hamburg, nothing, other, []],
})

show('sql/participants.ts', participants, {
  listParticipants: ({ tx }) => [tx, nothing],
  loadParticipant: ({ tx }) => [tx, nothing, other],
  insertParticipants: ({ tx, hamburg }) => [tx, hamburg, nothing, []],
  updateParticipant: ({ tx }) => [tx, other as ParticipantId, profile],
  deleteParticipant: ({ tx }) => [tx, nothing],
  listRepresentatives: ({ tx }) => [tx, nothing],
  insertRepresentatives: ({ tx, hamburg }) => [tx, hamburg, nothing, []],
  updateRepresentative: ({ tx }) => [tx, nothing, 1, { givenName: '', familyName: 'Essai', job: '', consents: [] }],
  replaceContact: {
    'that there is': refusedBy('42501', ({ tx, hamburg }) => [
      tx,
      hamburg,
      nothing,
      { id: other, participantId: other, email: 'a@example.org', phone: null },
    ]),
    'of nobody any more': ({ tx, hamburg }) => [tx, hamburg, nothing, { id: other, participantId: other, email: null, phone: null }],
  },
  deleteRepresentative: ({ tx }) => [tx, nothing, other],
  listAbsences: ({ tx }) => [tx, nothing],
  insertAbsences: ({ tx, hamburg }) => [tx, hamburg, nothing, []],
  replaceAbsences: {
    'of somebody': ({ tx, hamburg }) => [tx, hamburg, nothing, { kind: 'representative', id: other }, []],
    'of something': ({ tx, hamburg }) => [tx, hamburg, nothing, { kind: 'resource', id: other }, []],
  },
})

const ofACompany = { sectorCodes: ['nace:62.01'], stage: 'growth' as const, markets: ['US'], knownBy: 'Essai', shown: ['stage' as const] }

show('sql/profiles.ts', profiles, {
  loadProfile: ({ tx }) => [tx, nothing],
  readShownProfiles: ({ tx }) => [tx, nothing],
  putProfile: ({ tx }) => [tx, nothing, 0, ofACompany],
  insertProfiles: ({ tx }) => [tx, []],
  profileOfLink: ({ databases, now }) => [databases, digest, now],
  profileByLink: ({ databases: { web }, now }) => [web, digest, 1, { ...ofACompany, sectors: [], offers: [], needs: [], languages: [] }, now],
})

show('sql/earlier-contacts.ts', earlierContacts, {
  listEarlierContacts: ({ tx, now }) => [tx, nothing, other, now],
  contactsOfLink: ({ databases, now }) => [databases, digest, now],
})

show('sql/outcome-links.ts', outcomeLinks, {
  meetingsOfLink: ({ databases, now }) => [databases, digest, now],
  tellByLink: ({ databases: { web }, now }) => [web, digest, nothing, saidOfIt, 0, now],
})

const shown = suggestionsOf({ ...ofACompany, ...profile }, [])

show('sql/suggestions.ts', suggestions, {
  keepSuggestions: ({ tx, now }) => [tx, nothing, shown, 'Essai', now],
  suggestionsByLink: ({ databases: { web }, now }) => [web, digest, shown, now],
  suggestionsOfLink: ({ databases, now }) => [databases, digest, now],
  listSuggestionRuns: ({ tx }) => [tx, nothing],
  readSuggestionRuns: { 'of one company': ({ tx }) => [tx, nothing, other], 'of all': ({ tx }) => [tx, nothing, null] },
  forgetSuggestions: ({ owner, now }) => [owner, now],
})

show('sql/slot-offers.ts', slotOffers, {
  listOffers: ({ tx }) => [tx, nothing],
  insertOffer: refusedBy('three_slots_of_the_event', ({ tx, hamburg, now }) => [
    tx,
    { missionId: hamburg, eventId: nothing, wishId: other, hostId: other, slotIds: [nothing, other, nothing], offeredAt: now },
  ]),
  withdrawOffers: ({ tx }) => [tx, nothing],
  chooseSlot: ({ tx, now }) => [tx, nothing, other, other, now],
  chooseSlotByLink: ({ databases: { web }, now }) => [web, digest, nothing, other, now],
  offersOfLink: ({ databases, now }) => [databases, digest, now],
})

show('sql/travellers.ts', travellers, {
  listTravellers: ({ tx }) => [tx, nothing],
  setMember: ({ tx }) => [tx, nothing, null],
  listMeetingsOfTravellers: ({ tx }) => [tx, [nothing]],
})

show('sql/told.ts', told, {
  listTold: ({ owner }) => [owner, nothing, [other]],
  loadToldEvent: ({ owner }) => [owner, nothing],
  listToldNames: ({ owner }) => [owner, nothing],
})

show('sql/wishes.ts', wishes, {
  listWishes: ({ tx }) => [tx, nothing],
  listReceivedRequests: ({ tx }) => [tx, nothing, other],
  putWishes: ({ tx, now }) => [tx, nothing, [{ aboutId: other, degree: 'like', motive: '' }], now],
  answerRequests: ({ tx, now }) => [tx, [{ wishId: nothing, accepts: true, reason: '' }], now],
  expireRequests: ({ tx, now }) => [tx, nothing, now],
  listAllowances: ({ tx }) => [tx, nothing],
  replaceLink: refusedBy('a_link_of_the_event', ({ tx, hamburg, now }) => [
    tx,
    { eventId: nothing, missionId: hamburg, participantId: other, tokenDigest: digest, language: 'en', madeAt: now, expiresAt: '2100-01-01T00:00:00.000Z' as Instant },
  ]),
  endLink: ({ tx, now }) => [tx, nothing, now],
  loadStandingLink: ({ tx }) => [tx, nothing],
  openLink: ({ databases, now }) => [databases, digest, now],
  answerByLink: ({ databases: { web }, now }) => [web, digest, { wishId: nothing, accepts: true, reason: '' }, now],
  wishByLink: ({ databases: { web }, now }) => [web, digest, { aboutId: nothing, degree: 'like', motive: '' }, now],
  awayByLink: ({ databases: { web }, now }) => [web, digest, nothing, [], now],
})

show('sql/plans.ts', plans, {
  listMeetings: {
    'of an event': ({ tx }) => [tx, nothing],
    'of a participant': ({ tx }) => [tx, nothing, other],
  },
  boardStamp: ({ tx }) => [tx, nothing],
  moveMeeting: ({ tx }) => [tx, nothing, { one: nothing, other, slotId: other, spotId: other, people: [] }],
  countPlan: ({ tx }) => [tx, nothing],
  deleteMeetings: ({ tx }) => [tx, []],
  insertMeetings: ({ tx, hamburg }) => [tx, { missionId: hamburg, eventId: nothing, runId: null }, []],
  setLocked: ({ tx }) => [tx, nothing, other, true],
  listRuns: ({ tx }) => [tx, nothing],
  loadRun: ({ tx }) => [tx, nothing, 1],
  insertRun: refusedBy('a_run_of_the_event', ({ tx, hamburg, now }) => [
    tx,
    hamburg,
    nothing,
    { id: other, seed: 1, rounds: 10, movesAllowed: null, digest, text: '{}', wished: 1 },
    now,
  ]),
  cancelRun: ({ tx, now }) => [tx, nothing, 1, now],
  markApplied: ({ tx, now }) => [tx, nothing, now],
  clearApplied: ({ tx }) => [tx, nothing],
  startRun: ({ owner }) => [owner, nothing],
  noteProgress: ({ owner }) => [owner, nothing, { rounds: 1, best: [1], bound: [0] }],
  finishRun: ({ owner, now }) => [owner, nothing, null, now],
})

const day = '2017-11-06' as LocalDate
const atTheDesk = { eventId: nothing, representativeId: other, day, way: 'list' as const, notedName: 'Essai' }

show('sql/desk.ts', desk, {
  listArrivals: ({ tx }) => [tx, nothing, day],
  insertArrival: refusedBy('an_arrival_of_the_event', ({ tx, hamburg, now }) => [tx, { id: other, missionId: hamburg, notedAt: now, ...atTheDesk }]),
  deleteArrival: ({ tx }) => [tx, other, day],
  findByName: ({ tx }) => [tx, nothing, 'Essai'],
  moveToSpot: ({ tx }) => [tx, nothing, other, true],
  replaceAttendance: ({ tx }) => [tx, nothing, other, other],
})

const saidOfIt = { state: 'held' as const, nextStep: 'none' as const, nextStepOn: null, nextStepWords: '', saidName: 'Essai' }
const two = { eventId: nothing, oneId: nothing, otherId: other }

show('sql/outcomes.ts', outcomes, {
  listOutcomes: {
    'of an event': ({ tx }) => [tx, nothing],
    'of a meeting': ({ tx }) => [tx, nothing, other],
  },
  putOutcome: {
    again: ({ tx, hamburg, now }) => [tx, { missionId: hamburg, eventId: nothing, meetingId: other, participantId: other }, { ...saidOfIt, saidAt: now }, 1],
    'for the first time': refusedBy('a_side_tells_its_own_meeting', ({ tx, hamburg, now }) => [
      tx,
      { missionId: hamburg, eventId: nothing, meetingId: other, participantId: other },
      { ...saidOfIt, saidAt: now },
      0,
    ]),
  },
  countHeld: ({ tx }) => [tx, nothing],
  loadNote: ({ tx }) => [tx, [nothing, other]],
  putNote: {
    again: ({ tx, hamburg }) => [tx, { missionId: hamburg, ...two }, { body: 'Essai', writtenName: 'Essai' }, 1],
    'for the first time': refusedBy('a_note_of_the_event', ({ tx, hamburg }) => [
      tx,
      { missionId: hamburg, ...two },
      { body: 'Essai', writtenName: 'Essai' },
      0,
    ]),
  },
  deleteNote: ({ tx }) => [tx, { oneId: nothing, otherId: other }, 1],
  listShownContacts: ({ tx }) => [tx, nothing],
  insertKeptContact: refusedBy('a_contact_is_a_card', ({ tx, hamburg, now }) => [
    tx,
    { missionId: hamburg, eventId: nothing, representativeId: other, personId: other, keptAt: now },
  ]),
})

const answered = { followUp: 'yes' as const, quotes: 1, contracts: null, jobs: null, valueCents: null, valueCurrency: null, valueQualifier: null, words: '' }

show('sql/surveys.ts', surveys, {
  endOf: ({ tx }) => [tx, nothing],
  listRounds: ({ tx }) => [tx, nothing],
  replaceRounds: refusedBy('a_round_of_the_event', ({ tx, hamburg }) => [tx, hamburg, nothing, ['week']]),
  listSurveys: {
    'of an event': ({ tx }) => [tx, nothing],
    'of a company': ({ tx }) => [tx, nothing, other],
  },
  enterAnswer: ({ tx, now }) => [tx, nothing, answered, { version: 1, name: 'Essai', now }],
  openSurvey: ({ databases, now }) => [databases, digest, now],
  tapSurvey: ({ databases, now }) => [databases, digest, 'yes', now],
  answerSurvey: ({ databases, now }) => [databases, digest, answered, 1, now],
})

show('sql/survey-questions.ts', surveyQuestions, {
  listEventQuestions: ({ tx }) => [tx, nothing, day],
  listAskedQuestions: ({ tx }) => [tx, nothing],
  saveEventQuestion: refusedBy('a_question_of_the_event', ({ tx, hamburg }) => [
    tx,
    hamburg,
    nothing,
    { measure: 'quotes', stages: ['week'], wording: title },
  ]),
  deleteEventQuestion: ({ tx }) => [tx, nothing, 'quotes'],
})

show('sql/survey-letters.ts', surveyLetters, {
  listWaitingRounds: ({ owner, now }) => [owner, now],
  beginRound: ({ owner, now }) => [owner, nothing, day, { now, expiresAt: '2100-01-01T00:00:00.000Z' as Instant }],
  listSilentSurveys: ({ owner, now }) => [owner, now],
  noteReminder: ({ owner }) => [owner, nothing, 0],
  listReaders: ({ owner, now }) => [owner, [nothing], now],
  insertSurveyLink: refusedBy('a_link_to_a_survey', ({ owner, hamburg, now }) => [
    owner,
    { missionId: hamburg, eventId: nothing, surveyId: other, representativeId: other },
    { digest, language: 'en', now },
  ]),
})

show('sql/card-references.ts', cardReferences, {
  moveKeptContacts: ({ tx }) => [tx, { kind: 'person', from: nothing, to: other }],
})
