import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { statementsOf } from '#tests/statements/golden.ts'
import type { MemberId } from './domain/member.ts'
import * as cardReferences from './sql/card-references.ts'
import * as changes from './sql/changes.ts'
import * as counts from './sql/counts.ts'
import * as members from './sql/members.ts'
import * as ownMembers from './sql/own-members.ts'
import * as subDelegation from './sql/sub-delegation.ts'
import * as travels from './sql/travels.ts'

const show = statementsOf(import.meta.dirname)
const names = { givenName: 'Ange', familyName: 'Essai', category: 'staff', function: 'member' } as const
const values = { ...names, capacity: {}, represents: null, externalKey: null }
const contact = { email: 'ange@example.org', phone: null, notes: null }
const noContact = { email: null, phone: null, notes: null }
const newMember = '01900000-0000-7000-8000-000000000002' as MemberId

show('sql/members.ts', members, {
  listMembers: ({ tx, miami }) => [tx, miami],
  pageMembers: ({ tx, miami, member }) => [tx, miami, member, 20],
  listRepresented: ({ tx, miami }) => [tx, miami],
  loadMember: ({ tx, miami, member }) => [tx, miami, member],
})

show('sql/counts.ts', counts, {
  countByPartner: ({ tx, miami }) => [tx, miami],
  countMembers: ({ tx, miami, department }) => [tx, miami, department],
  stageFactsOfMissions: ({ tx, miami, hamburg, department }) => [tx, [miami, hamburg], department],
})

show('sql/own-members.ts', ownMembers, {
  loadOwnMember: ({ tx, miami, member, department }) => [tx, miami, member, department],
  lockOwnMember: ({ tx, miami, member, department }) => [tx, miami, member, department],
  insertMember: ({ tx, hamburg }) => [tx, hamburg, { ...values, state: 'registered' }],
  updateMember: ({ tx, member }) => [tx, member, { capacity: {}, state: 'withdrawn' }],
  saveContact: {
    'something left': ({ tx, miami, member }) => [tx, miami, member, contact],
    'nothing left': ({ tx, miami, member }) => [tx, miami, member, noContact],
  },
  releaseHead: ({ tx, hamburg, department }) => [tx, hamburg, department],
  findWithdrawn: ({ tx, miami, department }) => [tx, miami, department, { ...values, contact }],
})

show('sql/sub-delegation.ts', subDelegation, {
  lockSubDelegation: ({ tx, miami, department }) => [tx, miami, department],
  loadSubDelegation: ({ tx, miami, department }) => [tx, miami, department],
  foldTexts: ({ tx }) => [tx, ['Gênes', 'Milan']],
  insertMembers: ({ tx, hamburg }) => [tx, hamburg, [{ ...values, id: newMember }]],
  updateMembers: ({ tx, member }) => [tx, [{ ...values, id: member }]],
  saveContacts: ({ tx, miami, member }) => [tx, miami, [{ ...contact, memberId: member }]],
  listOwnMembers: ({ tx, miami, department }) => [tx, miami, department],
})

show('sql/travels.ts', travels, {
  lastTravels: ({ tx, person }) => [tx, [person]],
  travelsOfPerson: ({ tx, person }) => [tx, person],
})

const nothing = asId<'changeRequest'>('01900000-0000-7000-8000-000000000003')
const day = asLocalDate('2017-10-01')

show('sql/changes.ts', changes, {
  loadFreeze: ({ tx, miami }) => [tx, miami],
  saveFreeze: {
    'the first': ({ tx, hamburg }) => [tx, hamburg, day, 0],
    'another day': ({ tx, hamburg }) => [tx, hamburg, day, 1],
    'none any longer': ({ tx, hamburg }) => [tx, hamburg, null, 1],
  },
  listChangeRequests: ({ tx, miami, member }) => [tx, miami, { states: ['open'], memberId: member }],
  lockOpenRequest: ({ tx, miami }) => [tx, miami, nothing],
  addChangeRequest: ({ tx, miami, member, now }) => [
    tx,
    {
      missionId: miami,
      memberId: member,
      askedName: 'Ange',
      askedAt: now,
      was: { ...names, capacity: {}, represents: null },
      becomes: { ...names, givenName: 'Angèle', capacity: {}, represents: null },
    },
  ],
  acceptChange: ({ tx, now }) => [tx, nothing, now],
  refuseChange: ({ tx, now }) => [tx, nothing, { reason: 'Essai', decidedName: 'Ange', decidedAt: now }],
})

show('sql/card-references.ts', cardReferences, {
  moveMembers: ({ tx, person }) => [tx, { kind: 'person', from: person, to: person, only: { 'delegations.member': [person] } }],
})
