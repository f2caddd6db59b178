import type { Instant } from '#platform/pure/instant.ts'
import { refusedBy, statementsOf } from '#tests/statements/golden.ts'
import * as cardRows from './sql/card-rows.ts'
import * as cities from './sql/cities.ts'
import * as duplicates from './sql/duplicates.ts'
import * as exports from './sql/exports.ts'
import * as matches from './sql/matches.ts'
import * as merges from './sql/merges.ts'
import * as organisations from './sql/organisations.ts'
import * as people from './sql/people.ts'
import * as retention from './sql/retention.ts'
import * as search from './sql/search.ts'

const show = statementsOf(import.meta.dirname)
const facts = { name: 'Essai', names: {}, kind: 'company', country: 'FR', cityId: null, cityName: 'Nice', website: null } as const
const siren = { scheme: 'FR-SIREN', value: '221300015' } as const
const locode = { scheme: 'UN-LOCODE', value: 'FRMRS' } as const
const person = {
  givenName: 'Ange',
  familyName: 'Essai',
  honorific: null,
  originalScript: null,
  preferredLanguage: null,
  email: null,
  phone: null,
  legalBasis: 'public_task',
  consentedOn: null,
  consentSource: null,
  lastContactOn: null,
} as const
const affiliation = { capacity: { fr: 'Directrice' }, startsOn: null, endsOn: null, protocolRank: null }

show('sql/cities.ts', cities, {
  listCities: ({ tx }) => [tx],
  loadCity: ({ tx, city }) => [tx, city],
  findCityByName: ({ tx }) => [tx, 'Gênes'],
})

show('sql/organisations.ts', organisations, {
  listWorkspaceOrganisations: ({ tx }) => [tx],
  loadOrganisation: ({ tx, department }) => [tx, department],
  lockOrganisation: ({ tx, card }) => [tx, card],
  lockDirectory: ({ tx, department }) => [tx, department],
  findByIdentifiers: ({ tx, department }) => [tx, [siren, locode], department],
  findByName: ({ tx }) => [tx, 'Essai', 'FR'],
  insertOrganisation: ({ tx, department }) => [tx, facts, department, [siren, locode]],
  updateOrganisation: ({ tx, card }) => [tx, card, facts],
  replaceIdentifiers: ({ tx, card }) => [tx, card, [siren], [locode]],
  listOrganisations: ({ tx }) => [tx, { limit: 20, offset: 20 }],
  listOrganisationsAfter: ({ tx, department }) => [tx, department, 20],
  listOrganisationCards: ({ tx, card }) => [tx, [card], 20],
  listOrganisationNames: ({ tx }) => [tx, 20],
  listOrganisationsOfCity: ({ tx, city }) => [tx, city],
})

show('sql/matches.ts', matches, {
  listMatches: ({ tx, person: id }) => [tx, [{ n: 0, id, givenName: 'Ange', familyName: 'Essai', email: 'ange@example.org' }]],
})

show('sql/retention.ts', retention, {
  listRetentionRules: ({ tx, today }) => [tx, today],
  listCardsOlderThan: ({ tx, today }) => [tx, today, 20],
  insertErasure: ({ tx, person: id, now }) => [tx, { cardId: id, reason: 'rule', stayed: { delegations: 1, applications: 0 }, recordedAt: now }],
  forgetHistory: ({ tx, person: id }) => [tx, id],
  listErasures: ({ tx }) => [tx, 20],
})

show('sql/exports.ts', exports, {
  insertExport: ({ tx, now }) => [tx, { format: 'csv', question: 'Gênes', personCount: 2, organisationCount: 0, recordedAt: now }],
})

show('sql/people.ts', people, {
  loadPerson: ({ tx, person: id }) => [tx, id],
  lockPerson: ({ tx, person: id }) => [tx, id],
  listPeople: ({ tx, today }) => [tx, today, { limit: 20, offset: 20 }],
  listPeopleAfter: ({ tx, person: id }) => [tx, id, 20],
  listPeopleCards: ({ tx, person: id }) => [tx, [id], 20],
  listAffiliatedPeople: ({ tx, department }) => [tx, department],
  listPeopleOfCity: ({ tx, city, today }) => [tx, city, today],
  findNamesake: ({ tx }) => [tx, person],
  insertPerson: ({ tx }) => [tx, person],
  updatePerson: ({ tx, person: id }) => [tx, id, person],
  deletePerson: ({ tx, person: id }) => [tx, id],
  insertAffiliation: ({ tx, person: id, department }) => [tx, id, department, affiliation],
  updateAffiliation: ({ tx, affiliation: id }) => [tx, id, affiliation],
  deleteAffiliation: ({ tx, affiliation: id }) => [tx, id],
})

show('sql/search.ts', search, {
  search: ({ tx, today }) => [
    tx,
    { words: [['miami']], threshold: 0.4, identifier: '', country: null, kind: null, today, limit: 20, offset: 0 },
  ],
  countCards: ({ tx }) => [tx],
})

const nobody = '01900000-0000-7000-8000-000000000003'
const rows = { card: `{"id": "${nobody}"}`, affiliations: '[]', identifiers: '[]' }
const merged = {
  kind: 'person',
  keptId: nobody,
  goneId: '01900000-0000-7000-8000-000000000004',
  goneName: 'Ange Essai',
  keptVersion: 2,
  keptBefore: rows,
  goneBefore: rows,
  moved: {},
  mergedAt: '2026-03-02T08:00:00.000Z' as Instant,
} as const

show('sql/duplicates.ts', duplicates, {
  listPeoplePairs: ({ tx }) => [tx, 20],
  listOrganisationPairs: ({ tx }) => [tx, 20],
  tellApart: ({ tx, person: id }) => [tx, id, nobody],
})

show('sql/card-rows.ts', cardRows, {
  readCardRows: ({ tx, person: id }) => [tx, 'person', id],
  moveAffiliations: ({ tx, person: id }) => [tx, { kind: 'person', from: id, to: id }, []],
  moveIdentifiers: ({ tx, card }) => [tx, card, card, []],
  dropMergedCard: {
    'a person': ({ tx, person: id }) => [tx, 'person', id],
    'an organisation': ({ tx, card }) => [tx, 'organisation', card],
  },
  writeCardBack: refusedBy('family_name_is_not_empty', ({ tx, department }) => [
    tx,
    'person',
    { card: JSON.stringify({ id: nobody, organisation_id: department, given_name: '', family_name: '', version: 1, created_at: 'now', legal_basis: 'contract' }) },
  ]),
  restoreFacts: ({ tx }) => [tx, 'person', rows],
  writeRowsBack: ({ tx }) => [tx, rows],
})

show('sql/merges.ts', merges, {
  insertMerge: ({ tx }) => [tx, merged],
  lockMerge: ({ tx }) => [tx, nobody],
  markUndone: ({ tx, now }) => [tx, nobody, now],
  listMerges: ({ tx }) => [tx, 20],
  forgetMergesOf: ({ tx }) => [tx, nobody],
})
