import { asLocalDate } from '#platform/pure/local-date.ts'
import { statementsOf } from '#tests/statements/golden.ts'
import type { MissionId } from './domain/mission.ts'
import * as sql from './sql.ts'

const show = statementsOf(import.meta.dirname)
const title = { fr: 'Essai' }
const leg = {
  cityId: null,
  cityName: title,
  country: 'FR',
  startsOn: asLocalDate('2027-03-01'),
  endsOn: asLocalDate('2027-03-02'),
  timeZone: 'Europe/Paris',
}

show('sql.ts', sql, {
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
  loadMission: ({ tx, miami }) => [tx, miami],
  lockMission: ({ tx, miami }) => [tx, miami],
  insertMission: ({ tx, department, now }) => [
    tx,
    { id: '01900000-0000-7000-8000-000000000001' as MissionId, kind: 'outgoing', title, purpose: {}, state: 'preparation' },
    department,
    now,
  ],
  updateMission: ({ tx, hamburg }) => [tx, hamburg, { title, state: 'confirmed' }],
  insertPartner: ({ tx, hamburg, genoa, now }) => [tx, hamburg, { organisationId: genoa, role: 'host', workstream: {} }, now],
  updatePartner: ({ tx, hamburgSeat }) => [tx, hamburgSeat, { workstream: title }],
  replaceLegs: ({ tx, hamburg }) => [tx, hamburg, [leg, { ...leg, startsOn: leg.endsOn }]],
  replaceObjectives: ({ tx, hamburg }) => [tx, hamburg, [title, title]],
  replaceThemes: ({ tx, hamburg }) => [tx, hamburg, [title]],
  loadMandate: ({ tx, miami, department }) => [tx, miami, department],
  saveMandate: ({ tx, hamburg, today }) => [tx, hamburg, { decidedBy: 'assembly', decidedOn: today, reference: '12' }],
  loadNarrative: ({ tx, miami }) => [tx, miami],
  saveNarrative: ({ tx, miami }) => [tx, miami, title],
  listThemes: ({ tx, department }) => [tx, department],
})
