import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { AgreementId } from './domain/agreement.ts'
import * as cardReferences from './sql/card-references.ts'
import * as acts from './sql/acts.ts'
import * as agreements from './sql/agreements.ts'
import * as committee from './sql/committee.ts'
import * as licences from './sql/licences.ts'
import * as links from './sql/mission-links.ts'
import * as notices from './sql/notices.ts'
import * as papers from './sql/papers.ts'
import * as pledges from './sql/pledges.ts'
import * as signatures from './sql/signatures.ts'
import * as reopenings from './sql/reopenings.ts'

const show = statementsOf(import.meta.dirname)
const nothing = '01900000-0000-7000-8000-000000000003' as AgreementId
const title = { fr: 'Essai' }
const day = asLocalDate('2027-02-05')
const facts: agreements.AgreementFacts = {
  type: 'twinning',
  title,
  object: title,
  scopes: ['economic'],
  country: 'IT',
  cityId: null,
  cityName: title,
  cooperationSince: 2013,
  unproven: null,
  forecast: { cents: 0n, currency: 'EUR' },
  forecastNote: '',
  term: { runsFrom: day, months: null, lastDay: null },
}

show('sql/acts.ts', acts, {
  loadActOfAgreement: ({ tx }) => [tx, nothing],
  loadTransmission: ({ tx }) => [tx, nothing],
})

show('sql/agreements.ts', agreements, {
  listAgreements: {
    everything: ({ tx, today }) => [tx, { limit: 25 }, today],
    'searched and filtered': ({ tx, today, city }) => [
      tx,
      { search: 'Gênes', type: 'twinning', country: 'IT', cityId: city, limit: 25 },
      today,
    ],
  },
  listSigned: ({ tx }) => [tx],
  loadAgreement: ({ tx }) => [tx, nothing],
  lockAgreement: ({ tx }) => [tx, nothing],
  insertAgreement: ({ tx }) => [tx, facts, null],
  updateAgreement: ({ tx }) => [tx, nothing, facts],
  updateLife: ({ tx }) => [tx, nothing, { votedOn: day, voteReference: '12' }],
  deleteAgreement: ({ tx }) => [tx, nothing],
  replaceParties: refusedBy('party_of_an_own_agreement', ({ tx, department }) => [
    tx,
    nothing,
    [{ organisationId: department, stateGround: null, stateGroundOn: null }],
  ]),
  replaceSignatories: refusedBy('signatory_of_an_own_agreement', ({ tx }) => [
    tx,
    nothing,
    [{ partyId: nothing, name: 'Essai', capacity: title }],
  ]),
  listStateGrounds: ({ tx }) => [tx],
})

show('sql/signatures.ts', signatures, {
  listSignaturesNaming: ({ tx }) => [tx, ['Ana Béal']],
  listPapersNaming: ({ tx }) => [tx, ['Ana Béal']],
})

show('sql/reopenings.ts', reopenings, {
  listReopenings: ({ tx }) => [tx, nothing],
  insertReopening: refusedBy('reopening_of_an_own_agreement', ({ tx }) => [
    tx,
    nothing,
    nothing,
    { version: 1, state: 'done', closedOn: day, evidence: 'Essai', reopenedOn: day, reason: 'Essai' },
  ]),
})

show('sql/pledges.ts', pledges, {
  listDomains: ({ tx }) => [tx, nothing],
  insertDomain: refusedBy('domain_of_an_own_agreement', ({ tx }) => [tx, nothing, title, [title]]),
  insertPledges: refusedBy('pledge_of_an_own_agreement', ({ tx }) => [tx, nothing, nothing, [title]]),
  updateDomain: ({ tx }) => [tx, nothing, title],
  updatePledge: ({ tx }) => [tx, nothing, title, 1],
  deletePledges: ({ tx }) => [tx, [nothing]],
  deleteDomain: ({ tx }) => [tx, nothing],
  insertAction: refusedBy('action_of_an_own_agreement', ({ tx }) => [
    tx,
    nothing,
    { pledgeId: nothing, title: 'Essai', ownOwner: 'Essai', theirOwner: '', dueOn: null },
  ]),
  updateAction: ({ tx }) => [tx, nothing, { state: 'under_way', evidence: '', closedOn: null }],
  listDueActions: ({ tx, today }) => [tx, today, 20],
})

const licence: licences.LicenceFacts = {
  licenseeId: nothing,
  brand: 'Essai',
  isExclusive: true,
  startsOn: day,
  termMonths: 12,
  lastDay: asLocalDate('2028-02-04'),
  fee: null,
  feeNote: '',
  countries: ['CN'],
}
show('sql/licences.ts', licences, {
  loadLicence: ({ tx }) => [tx, nothing],
  saveLicence: refusedBy('licence_of_an_own_agreement', ({ tx }) => [tx, nothing, licence]),
  endLicence: ({ tx }) => [tx, nothing, day],
  insertEdition: refusedBy('an_edition_is_held_under_its_licence', ({ tx }) => [
    tx,
    nothing,
    nothing,
    { number: 1, heldOn: day, theme: null, jury: null, themeChosenOn: null },
  ]),
})

const meeting = { heldOn: day, place: '', ownChair: '', theirChair: '', attendees: 'Essai', minutes: '' }
show('sql/committee.ts', committee, {
  listCommitteeMeetings: ({ tx }) => [tx, nothing],
  loadCommitteeMeeting: ({ tx }) => [tx, nothing, nothing],
  insertCommitteeMeeting: refusedBy('meeting_of_an_own_agreement', ({ tx }) => [tx, nothing, meeting]),
  updateCommitteeMeeting: ({ tx }) => [tx, nothing, meeting],
})

show('sql/papers.ts', papers, {
  listWordings: ({ tx }) => [tx, nothing],
  saveWording: refusedBy('wording_of_an_own_agreement', ({ tx }) => [tx, nothing, { language: 'fr', body: 'Essai', isAuthentic: true }]),
  listAmendments: ({ tx }) => [tx, nothing],
  insertAmendment: refusedBy('amendment_of_an_own_agreement', ({ tx }) => [
    tx,
    nothing,
    { number: 1, signedOn: day, voteReference: '', summary: 'Essai', prolongsTo: null },
  ]),
})

show('sql/mission-links.ts', links, {
  listMissionsOfAgreement: ({ tx }) => [tx, nothing],
  listAgreementsOfMission: ({ tx, miami }) => [tx, miami],
  insertMissionLink: refusedBy('link_of_an_own_agreement', ({ tx, miami }) => [tx, nothing, miami, 'signed']),
  deleteMissionLink: ({ tx, miami }) => [tx, nothing, miami],
})

const ending = { id: nothing, organisationId: '' as never, title, lastDay: day, sent: [] }
show('sql/notices.ts', notices, {
  listEnding: ({ owner, today }) => [owner, today, day],
  noteNotice: refusedBy('notice_of_an_own_agreement', ({ owner, department, now }) => [
    owner,
    { ...ending, organisationId: department },
    12,
    now as Instant,
  ]),
})

show('sql/card-references.ts', cardReferences, {
  moveParties: ({ tx, card }) => [tx, { kind: 'organisation', from: card, to: card, only: { 'agreements.party': [card] } }],
})
