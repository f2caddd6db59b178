import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { ApplicationId, Words } from './domain/application.ts'
import type { LetterId } from './domain/letter.ts'
import type { LinkId } from './domain/link.ts'
import * as cardReferences from './sql/card-references.ts'
import * as sql from './sql.ts'
import * as applications from './sql/applications.ts'
import * as changes from './sql/changes.ts'
import * as letters from './sql/letters.ts'
import * as needs from './sql/needs.ts'
import * as passports from './sql/passports.ts'
import * as retention from './sql/retention.ts'
import * as substitutions from './sql/substitutions.ts'
import * as applicants from './sql/public.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003'
const day = asLocalDate('2026-03-02')
const digest = Buffer.alloc(32, 7)
const later = '2026-03-16T08:00:00.000Z' as Instant
const words: Words = {
  language: 'fr',
  givenName: 'Ange',
  familyName: 'Essai',
  category: 'guest',
  represents: '',
  capacity: '',
  email: 'a@fictif.example',
  phone: '',
  answers: {},
}
const letterWords = { subject: 'Essai', paragraphs: [], facts: [], link: 'Essai' }

show('sql.ts', sql, {
  holdPlaces: ({ tx, miami, department }) => [tx, miami, [department]],
  listPlaces: ({ tx, miami }) => [tx, miami],
  saveQuota: {
    'the first': ({ tx, hamburg, department }) => [tx, hamburg, department, 12, 0],
    'another one': ({ tx, hamburg, department }) => [tx, hamburg, department, 14, 1],
  },
  removeQuota: ({ tx, hamburg, department }) => [tx, hamburg, department, 1],
  listLinks: ({ tx, miami, now }) => [tx, miami, now],
  addLink: ({ tx, hamburg, now }) => [
    tx,
    hamburg,
    {
      kind: 'personal',
      givenName: 'Ange',
      familyName: 'Essai',
      represents: null,
      email: null,
      language: 'fr',
      places: 1,
      tokenDigest: digest,
      createdAt: now,
      expiresAt: later,
    },
  ],
  lockLink: ({ tx, hamburg }) => [tx, hamburg, nothing],
  changeLink: {
    'another address': ({ tx }) => [tx, nothing as LinkId, { tokenDigest: digest, expiresAt: later }],
    'the end of it': ({ tx, now }) => [tx, nothing as LinkId, { revokedAt: now }],
  },
})

show('sql/applications.ts', applications, {
  listApplications: ({ tx, miami }) => [tx, miami, { states: ['received'], limit: 50 }],
  pageApplications: ({ tx, miami }) => [tx, miami, 'received', nothing, 20],
  countApplications: ({ tx, miami }) => [tx, miami],
  loadApplication: ({ tx, miami }) => [tx, miami, nothing],
  lockApplications: ({ tx, miami }) => [tx, miami, [nothing]],
  loadContact: ({ tx }) => [tx, nothing],
  nameCard: ({ tx, person }) => [tx, nothing, person],
  moveApplication: ({ tx, now }) => [tx, nothing, { state: 'endorsed', changedAt: now, decidedName: 'Ange', endorsedAt: now, reason: null }],
  givePlace: refusedBy('each_step_has_who_may_take_it', ({ tx, now }) => [tx, nothing, 'Ange', now]),
  takePlaceBack: refusedBy('each_step_has_who_may_take_it', ({ tx, now }) => [tx, nothing, { state: 'endorsed', waitingSince: null }, now]),
  withdrawFor: ({ tx, now }) => [tx, nothing, now],
  listNamesakes: ({ tx, miami }) => [tx, { id: nothing as ApplicationId, missionId: miami, memberId: null }],
  listCountedTwice: ({ tx, miami }) => [tx, miami],
  promoteWaiting: ({ owner, hamburg, department, now }) => [owner, hamburg, department, now],
  loadToldApplication: ({ owner }) => [owner, nothing],
  forgetKnocks: ({ owner, now }) => [owner, now],
})

show('sql/letters.ts', letters, {
  listLetters: ({ tx }) => [tx, nothing],
  listHeldLetters: ({ tx, miami, department }) => [tx, miami, department],
  lockHeldLetter: ({ tx, department }) => [tx, nothing, department],
  addLetters: ({ tx, miami, department, applicant, now }) => [
    tx,
    [
      {
        applicationId: applicant,
        missionId: miami,
        senderId: department,
        kind: 'endorsed',
        language: 'fr',
        words: letterWords,
        formerState: 'received',
        formerWaitingSince: null,
        writtenAt: now,
        leavesAt: later,
      },
    ],
  ],
  sendLetterNow: ({ tx, now }) => [tx, nothing as LetterId, now],
  undoLetter: ({ tx, now }) => [tx, nothing as LetterId, now],
  lockDueLetters: ({ owner, now }) => [owner, now],
  markLetterSent: ({ owner, now }) => [owner, nothing as LetterId, now],
  addPromotionLetter: ({ owner, now }) => [owner, { applicationId: nothing, kind: 'promoted', words: letterWords, formerWaitingSince: now, now }],
})

show('sql/public.ts', applicants, {
  openLink: ({ tx, now }) => [tx, digest, now],
  listRegisteredBy: ({ tx }) => [tx, digest],
  openApplication: ({ tx, now }) => [
    tx,
    { linkDigest: digest, requestDigest: digest, id: nothing as ApplicationId, secretDigest: digest, words },
    now,
  ],
  readOwnApplication: ({ tx }) => [tx, digest],
  changeApplication: ({ tx, now }) => [tx, { secretDigest: digest, words, isSent: true, verifyDigest: digest }, now],
  renewVerification: ({ tx, now }) => [tx, digest, digest, now],
  verifyAddress: ({ tx, now }) => [tx, digest, now],
  withdrawOwn: ({ tx, now }) => [tx, digest, now],
})

show('sql/needs.ts', needs, {
  readOwnNeeds: ({ tx }) => [tx, digest],
  writeOwnNeeds: ({ tx, now }) => [tx, digest, { wishes: '', rooming: '', diet: '', access: '' }, now],
  loadNeeds: ({ tx }) => [tx, nothing],
  listDiets: ({ tx, miami }) => [tx, miami],
})

show('sql/passports.ts', passports, {
  readOwnPassport: ({ tx }) => [tx, digest],
  writeOwnPassport: ({ tx, now }) => [tx, digest, { keyId: 'k1', sealed: digest, expiresOn: day }, now],
  eraseOwnPassport: ({ tx }) => [tx, digest],
  listAsks: ({ tx, miami }) => [tx, miami],
  changeAsks: ({ tx, hamburg }) => [tx, hamburg, ['DE'], ['US']],
  listReaders: ({ tx, miami }) => [tx, miami],
  listNamedReaders: ({ tx }) => [tx, day],
  nameReader: ({ tx, hamburg }) => [tx, hamburg, 1, 'personne@fictif.example'],
  removeReader: ({ tx, hamburg }) => [tx, hamburg, 1],
  listToldPassports: ({ tx, miami }) => [tx, miami],
  readSealedPassports: ({ tx, miami, now }) => [tx, miami, [nothing], 'page', now],
  listReadings: ({ tx, miami }) => [tx, miami],
  lockSealedOtherwise: ({ owner }) => [owner, 'k1'],
  sealedPerKey: ({ owner }) => [owner],
  sealAgain: ({ owner }) => [owner, nothing, { keyId: 'k1', sealed: digest }],
})

show('sql/retention.ts', retention, {
  listOverdue: ({ owner }) => [owner, day],
  purgeOverdue: ({ owner, now }) => [owner, now],
  listOwnOverdue: ({ tx }) => [tx, day],
  listPurges: ({ tx }) => [tx],
})

const facts = { givenName: 'Ange', familyName: 'Essai', category: 'guest', capacity: {}, represents: null } as const

show('sql/changes.ts', changes, {
  readOwnFacts: ({ tx }) => [tx, digest],
  changeOwnFacts: ({ tx, now }) => [tx, digest, { givenName: 'Ange', familyName: 'Essai', capacity: '', represents: '' }, now],
  askSubstitution: ({ tx, now }) => [
    tx,
    { formerId: nothing, successorId: nothing as ApplicationId, named: null, reason: 'Essai' },
    [{ kind: 'replaced', language: 'fr', words: letterWords, formerState: 'approved', formerWaitingSince: null }],
    facts,
    now,
  ],
  acceptSubstitution: ({ tx, now }) => [tx, nothing, now, later],
})

show('sql/substitutions.ts', substitutions, {
  listSuccessors: ({ tx, miami, department }) => [tx, { id: nothing as ApplicationId, missionId: miami, organisationId: department }],
  substitutePlace: {
    'to someone who applied': ({ tx, now }) => [tx, { formerId: nothing, successorId: nothing as ApplicationId, named: null, reason: 'Essai' }, now],
    'to a person named': ({ tx, now }) => [
      tx,
      { formerId: nothing, successorId: nothing as ApplicationId, named: { words, secretDigest: digest }, reason: 'Essai' },
      now,
    ],
  },
  undoSubstitution: ({ tx, now }) => [tx, nothing, now],
})

show('sql/card-references.ts', cardReferences, {
  applicationsOfPerson: ({ tx, person }) => [tx, person],
  moveContacts: ({ tx, person }) => [tx, { kind: 'person', from: person, to: person, only: { 'registration.application_contact': [person] } }],
})
