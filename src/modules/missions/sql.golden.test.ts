import type { Instant } from '#platform/pure/instant.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import type { MissionId } from './domain/mission.ts'
import type { PartnerInvitationId } from './domain/partnership.ts'
import * as cardReferences from './sql/card-references.ts'
import * as contacts from './sql/contacts.ts'
import * as legs from './sql/legs.ts'
import * as list from './sql/list.ts'
import * as missions from './sql/missions.ts'
import * as ownPart from './sql/own-part.ts'
import * as partners from './sql/partners.ts'
import type { TaskId } from './domain/task.ts'
import * as invitations from './sql/invitations.ts'
import type { MessageId } from './domain/message.ts'
import * as messages from './sql/messages.ts'
import * as handover from './sql/handover.ts'
import * as tasks from './sql/tasks.ts'
import * as workstreams from './sql/workstreams.ts'

const show = statementsOf(import.meta.dirname)
const title = { fr: 'Essai' }
const digest = Buffer.alloc(32, 7)
const nothing = '01900000-0000-7000-8000-000000000003'
const inAFortnight = '2026-03-16T08:00:00.000Z' as Instant
const leg = {
  cityId: null,
  cityName: title,
  country: 'FR',
  startsOn: asLocalDate('2027-03-01'),
  endsOn: asLocalDate('2027-03-02'),
  timeZone: 'Europe/Paris',
}

show('sql/list.ts', list, {
  listMissions: {
    'a page of them all': ({ tx, department }) => [tx, department, { limit: 20 }],
    'open ones that match, after a line': ({ tx, department, miami }) => [
      tx,
      department,
      { limit: 20, search: 'gene', isOpen: true, after: miami },
    ],
  },
  countMissions: {
    'all of them': ({ tx, department }) => [tx, department],
    'those that match': ({ tx, department }) => [tx, department, 'gene'],
  },
})

show('sql/missions.ts', missions, {
  loadMission: ({ tx, miami }) => [tx, miami],
  lockMission: ({ tx, miami }) => [tx, miami],
  insertMission: ({ tx, department, now }) => [
    tx,
    { id: '01900000-0000-7000-8000-000000000001' as MissionId, kind: 'outgoing', title, purpose: {}, state: 'preparation' },
    department,
    now,
  ],
  updateMission: ({ tx, hamburg }) => [tx, hamburg, { title, state: 'confirmed' }],
  replaceObjectives: ({ tx, hamburg }) => [tx, hamburg, [title, title]],
  replaceThemes: ({ tx, hamburg }) => [tx, hamburg, [title]],
  listThemes: ({ tx, department }) => [tx, department],
})

show('sql/partners.ts', partners, {
  insertPartner: ({ tx, hamburg, card, now }) => [tx, hamburg, { organisationId: card, role: 'host', workstream: {} }, now],
  updatePartner: ({ tx, hamburgSeat }) => [tx, hamburgSeat, { workstream: title }],
  replacePartnerLegs: ({ tx, hamburg, hamburgSeat }) => [tx, hamburg, [{ partnerId: hamburgSeat, legIds: [] }]],
})

show('sql/legs.ts', legs, {
  listCitiesGoneTo: ({ tx }) => [tx],
  replaceLegs: ({ tx, hamburg }) => [tx, hamburg, [leg, { ...leg, startsOn: leg.endsOn }]],
})

show('sql/own-part.ts', ownPart, {
  loadMandate: ({ tx, miami, department }) => [tx, miami, department],
  saveMandate: ({ tx, hamburg, today }) => [tx, hamburg, { decidedBy: 'assembly', decidedOn: today, reference: '12' }],
  loadNarrative: ({ tx, miami }) => [tx, miami],
  saveNarrative: ({ tx, miami }) => [tx, miami, title],
})

show('sql/invitations.ts', invitations, {
  listInvitations: ({ tx, miami }) => [tx, miami],
  lockOpenInvitation: ({ tx, hamburg }) => [tx, hamburg, nothing],
  addInvitation: ({ tx, hamburg, genoa, now }) => [
    tx,
    {
      missionId: hamburg,
      invitedOrganisationId: genoa,
      seatId: null,
      organisationName: 'Essai',
      email: null,
      language: 'fr',
      role: 'host',
      workstream: title,
      message: '',
      tokenDigest: null,
      invitedAt: now,
      expiresAt: inAFortnight,
    },
  ],
  renewInvitation: ({ tx, now }) => [
    tx,
    nothing as PartnerInvitationId,
    { tokenDigest: digest, invitedAt: now, expiresAt: inAFortnight },
  ],
  revokeInvitation: ({ tx, now, account }) => [tx, nothing as PartnerInvitationId, now, account],
  listReceived: ({ tx, now }) => [tx, now],
  openOffer: ({ databases, now }) => [databases, digest, now],
  takeSeat: {
    'by the link': ({ tx, now }) => [tx, { digest }, now],
    'by the organisation that was asked': ({ tx, now }) => [tx, { id: nothing }, now],
  },
  foundAndTakeSeat: ({ databases, now, account }) => [
    databases,
    digest,
    now,
    [account, nothing, 'Essai', 'port', 'IT', null, 'EUR', 'Europe/Rome', 'en'],
  ],
  decline: ({ tx, now }) => [tx, { digest }, now, 'Essai'],
  loadToldInvitation: ({ owner }) => [owner, nothing],
})

show('sql/tasks.ts', tasks, {
  listTasks: {
    'of a mission': ({ tx, miami }) => [tx, { missionId: miami, limit: 300 }],
    'open ones an organisation owes': ({ tx, department }) => [tx, { owner: department, state: 'open', limit: 20 }],
  },
  lockTask: ({ tx, miami }) => [tx, miami, nothing],
  addTask: ({ tx, hamburg, department, today, now }) => [
    tx,
    {
      missionId: hamburg,
      isShared: true,
      title: 'Essai',
      ownerOrganisationId: department,
      ownerAccountId: null,
      ownerName: null,
      dueOn: today,
      aboutNoun: 'mission',
      aboutId: null,
      aboutLabel: '',
      createdAt: now,
    },
  ],
  changeTask: {
    'its words': ({ tx }) => [tx, nothing as TaskId, { title: 'Essai' }, false],
    'its term': ({ tx, today }) => [tx, nothing as TaskId, { dueOn: today }, true],
  },
  completeTask: ({ tx, now, account }) => [tx, nothing as TaskId, { at: now, by: account, name: 'Ange' }],
  listDueTasks: ({ owner, today }) => [owner, today],
  noteReminder: ({ owner, now }) => [owner, nothing as TaskId, 'before', now],
})

show('sql/workstreams.ts', workstreams, {
  listWorkstreams: ({ tx, miami }) => [tx, miami],
  addWorkstream: ({ tx, hamburg, hamburgSeat }) => [tx, hamburg, { label: title, partnerId: hamburgSeat }],
  removeWorkstream: ({ tx, hamburg }) => [tx, hamburg, nothing],
  listSignOffs: ({ tx, miami }) => [tx, miami],
  addSignOff: ({ tx, hamburg, now }) => [tx, hamburg, { signedAt: now, signedName: 'Ange' }],
  withdrawSignOff: ({ tx, hamburg, department, now }) => [tx, hamburg, department, { at: now, name: 'Ange' }],
})

show('sql/messages.ts', messages, {
  listMessages: ({ tx, miami }) => [tx, { missionId: miami, noun: 'mission', id: null }, 200],
  lockOwnMessage: ({ tx, miami, account }) => [tx, miami, nothing, account],
  addMessage: ({ tx, hamburg, now }) => [
    tx,
    {
      missionId: hamburg,
      isShared: false,
      aboutNoun: 'mission',
      aboutId: null,
      aboutLabel: '',
      body: 'Essai',
      authorName: 'Ange',
      writtenAt: now,
    },
  ],
  changeMessage: {
    'its words': ({ tx, now }) => [tx, nothing as MessageId, { body: 'Essai', editedAt: now }],
    'retracted': ({ tx, now }) => [tx, nothing as MessageId, { body: null, retractedAt: now }],
  },
  countThreads: ({ tx, miami }) => [tx, miami],
  loadToldMessage: ({ owner }) => [owner, nothing],
})

show('sql/handover.ts', handover, {
  listHolders: ({ tx }) => [tx],
  passTasks: ({ tx, account }) => [tx, account, { accountId: account, name: 'Ange' }],
  passInvitations: ({ tx, account }) => [tx, account, account],
})

show('sql/card-references.ts', cardReferences, {
  moveCards: {
    'of an organisation': ({ tx, card }) => [tx, { kind: 'organisation', from: card, to: card, only: { 'missions.partner': [card] } }],
    'of a person': ({ tx }) => [tx, { kind: 'person', from: nothing, to: nothing, only: { 'missions.shared_contact': [nothing] } }],
  },
})

show('sql/contacts.ts', contacts, {
  listContacts: ({ tx, miami, today }) => [tx, miami, today],
  listSharesOfPerson: ({ tx }) => [tx, nothing],
  insertContact: refusedBy('a_shared_contact_is_ones_own_card', ({ tx, hamburg, now }) => [
    tx,
    hamburg,
    { personId: nothing, facts: ['email'], toEveryone: false, readerIds: [nothing], purpose: '' },
    now,
  ]),
  deleteContact: ({ tx, miami }) => [tx, miami, nothing],
})
