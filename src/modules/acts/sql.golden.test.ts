import { createHash } from 'node:crypto'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { statementsOf } from '#tests/statements/golden.ts'
import type { ActHeader } from './domain/act-header.ts'
import * as acts from './sql/acts.ts'
import * as ledgerSums from './sql/ledger-sums.ts'
import * as templates from './sql/templates.ts'
import * as writeActs from './sql/write-acts.ts'

const show = statementsOf(import.meta.dirname)
const header: ActHeader = {
  authorityName: { fr: 'Département' },
  authorityGender: 'masculine',
  directorates: [],
  place: null,
  body: { fr: 'Commission permanente' },
  bodyGender: 'feminine',
  chair: null,
  rapporteurs: [],
  proposer: null,
  signatory: null,
}
const meetingOn = asLocalDate('2027-02-05')
const frame = { language: 'fr', reference: '12', object: { fr: 'Essai' }, header, fiscalYear: 2027, meetingOn } as const
const body = { fr: 'Essai' }

show('sql/acts.ts', acts, {
  loadAct: ({ tx, draftAct }) => [tx, draftAct],
  lockAct: ({ tx, draftAct }) => [tx, draftAct],
  findActByReference: ({ tx }) => [tx, '122.55'],
  listActs: {
    'a page': ({ tx }) => [tx, { limit: 20, offset: 20 }],
    'after a line': ({ tx, draftAct }) => [tx, { limit: 20, after: draftAct }],
  },
  listActsAbout: ({ tx, miami, draftAct }) => [tx, { missionIds: [miami], agreementIds: [draftAct] }],
  countActs: ({ tx }) => [tx],
  missionsWithAct: ({ tx, miami }) => [tx, [miami]],
  runningActs: ({ tx, miami, hamburg }) => [tx, [miami, hamburg]],
  agreementsWithAct: ({ tx }) => [tx],
  loadActAbout: ({ tx, draftAct }) => [tx, draftAct],
  latestHeader: ({ tx }) => [tx],
  loadSnapshot: ({ tx, draftAct }) => [tx, draftAct],
})

show('sql/ledger-sums.ts', ledgerSums, {
  sumLinesByMission: ({ tx, miami, hamburg, department }) => [tx, [miami, hamburg], department],
  sumAllLines: ({ tx, miami, hamburg, department }) => [tx, [miami, hamburg], department, 'EUR'],
})

show('sql/templates.ts', templates, {
  listTemplates: ({ tx }) => [tx],
  saveTemplate: {
    'something left': ({ tx }) => [tx, 'report', 'opening.body', body],
    'nothing left': ({ tx }) => [tx, 'report', 'opening.body', {}],
  },
  lockTemplates: ({ tx, department }) => [tx, department],
})

show('sql/write-acts.ts', writeActs, {
  insertAct: ({ tx }) => [tx, frame, { kind: 'ratification', agreementId: null, subjectCode: '5.6' }],
  updateFrame: ({ tx, draftAct }) => [tx, draftAct, { ...frame, convenedOn: null }],
  updateAct: ({ tx, draftAct }) => [tx, draftAct, { budgetName: 'Essai' }],
  replaceMissions: ({ tx, draftAct, hamburg }) => [tx, draftAct, [hamburg]],
  insertSnapshot: ({ tx, draftAct }) => [tx, draftAct, { text: '{}', hash: createHash('sha256').update('{}').digest('hex') }],
})
