import { asLocalDate } from '#platform/pure/local-date.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { CriterionId } from './domain/interest.ts'
import type { RequestFacts, RequestId } from './domain/request.ts'
import type { VisitId } from './domain/visit.ts'
import * as desk from './sql/desk.ts'
import * as letters from './sql/letters.ts'
import * as memory from './sql/memory.ts'
import * as requests from './sql/requests.ts'
import * as visits from './sql/visits.ts'

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
})

show('sql/visits.ts', visits, {
  loadVisit: ({ tx, miami }) => [tx, miami],
  addVisit: ({ tx, hamburg }) => [tx, hamburg, visit],
  updateVisit: ({ tx }) => [tx, nothing as VisitId, visit],
})
