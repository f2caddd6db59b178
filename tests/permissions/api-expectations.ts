import type { Holder } from '#tests/api/keyring.ts'

/** reader, finance, assembly of the Département; an officer of Genoa (foreign), of Marseille (partner), of the Département. They call in this order. */
export type Row = readonly [reader: number, finance: number, assembly: number, foreign: number, partner: number, officer: number]

/**
 * One call of an operation that is accepted from someone who may make it, and what each key gets for it.
 * `$name` stands for an object of tests/api/objects.ts. Without a key, or with one that is none, it is always 401.
 */
export type Expectation = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: Readonly<Record<string, unknown>>
  readonly answers: Row
  /** Calls that must have been made before, each by whom. */
  readonly after?: readonly (readonly [Holder, string])[]
}

const everybody: Row = [200, 200, 200, 200, 200, 200]
/** Miami: the Département and Marseille take part, Genoa does not. */
const partners: Row = [200, 200, 200, 404, 200, 200]
const ownOnly: Row = [200, 200, 200, 404, 404, 200]
const officersAnywhere: Row = [403, 403, 403, 201, 201, 201]
const ownOfficer: Row = [403, 403, 403, 404, 404, 200]

const miami = { missionId: '$miami' } as const

const aMember = { givenName: 'Léa', familyName: 'De la Matrice', category: 'staff' } as const
const anExpense = {
  spentOn: '2017-11-05',
  supplier: 'Taxis de la Matrice',
  category: 'transport',
  amount: { cents: 2470, currency: 'EUR' },
} as const

const directory: Readonly<Record<string, Expectation>> = {
  searchDirectory: { query: '?q=Marseille', answers: everybody },
  listOrganisations: { answers: everybody },
  addOrganisation: { body: { name: 'Club de la Matrice', kind: 'cluster', country: 'FR' }, answers: officersAnywhere },
  readOrganisation: { params: { organisationId: '$card' }, answers: partners },
  changeOrganisation: {
    params: { organisationId: '$card' },
    body: { version: '$cardVersion', website: 'https://example.org' },
    answers: [403, 403, 403, 404, 200, 403],
  },
  listPeople: { answers: everybody },
  addPerson: { body: { familyName: 'Nouvelle', givenName: 'Léa' }, answers: officersAnywhere },
  readPerson: { params: { personId: '$person' }, answers: ownOnly },
  changePerson: { params: { personId: '$person' }, body: { version: '$personVersion', givenName: 'Autre' }, answers: ownOfficer },
  removePerson: { params: { personId: '$person' }, answers: ownOfficer },
  affiliatePerson: {
    params: { personId: '$person' },
    body: { organisationId: '$marseille', capacity: { fr: 'Conseillère' } },
    answers: [403, 403, 403, 404, 404, 201],
  },
  changeAffiliation: {
    params: { personId: '$person', affiliationId: '$affiliation' },
    body: { capacity: { fr: 'Adjointe' } },
    answers: ownOfficer,
  },
  removeAffiliation: { params: { personId: '$person', affiliationId: '$affiliation' }, answers: ownOfficer },
  listCities: { answers: everybody },
  readCity: { params: { cityId: '$city' }, answers: everybody },
}

/** What joins several modules. Cards are private: of the Département for people, of Marseille for the organisation. */
const joined: Readonly<Record<string, Expectation>> = {
  readCityRelation: { params: { cityId: '$city' }, answers: everybody },
  readNetwork: { query: '?with=mission', answers: everybody },
  listDuplicates: { answers: [403, 403, 403, 200, 200, 200] },
  listMerges: { answers: [403, 403, 403, 200, 200, 200] },
  mergePeople: {
    params: { personId: '$person' },
    body: { goneId: '$twinPerson', keptVersion: '$personVersion', goneVersion: '$twinPersonVersion' },
    answers: ownOfficer,
  },
  mergeOrganisations: {
    params: { organisationId: '$card' },
    body: { goneId: '$twinCard', keptVersion: '$cardVersion', goneVersion: '$twinCardVersion', choices: { name: 'kept' } },
    answers: [404, 404, 404, 404, 200, 404],
  },
  undoMerge: { params: { mergeId: '$merge' }, answers: ownOfficer },
}

const strategies: Readonly<Record<string, Expectation>> = {
  listStrategies: { answers: everybody },
  readStrategy: { params: { planId: '$plan' }, answers: ownOnly },
  readStrategyYear: { params: { planId: '$plan', year: '2150' }, answers: ownOnly },
  addPriorityDestination: {
    params: { planId: '$plan' },
    body: { city: 'Singapour', justification: 'Demandée par la matrice' },
    answers: [403, 403, 403, 404, 404, 201],
  },
  // Objectives are one's own: Marseille takes part in the mission, and has none of these.
  tieMissionToObjectives: { params: miami, body: { objectiveIds: ['$objective'] }, answers: ownOfficer },
  tieAgreementToObjectives: { params: { agreementId: '$agreement' }, body: { objectiveIds: ['$objective'] }, answers: ownOfficer },
}

const agreements: Readonly<Record<string, Expectation>> = {
  listAgreements: { answers: everybody },
  readAgreement: { params: { agreementId: '$agreement' }, answers: ownOnly },
  progressAgreementAction: {
    params: { agreementId: '$agreement', actionId: '$agreementAction' },
    body: { version: '$agreementActionVersion', state: 'under_way' },
    answers: ownOfficer,
  },
  reopenAgreementAction: {
    params: { agreementId: '$agreement', actionId: '$closedAction' },
    body: { version: '$closedActionVersion', reason: 'Reprise de la matrice' },
    answers: ownOfficer,
  },
}

const missions: Readonly<Record<string, Expectation>> = {
  listMissions: { answers: everybody },
  createMission: {
    body: { title: { fr: 'Mission de la matrice' }, legs: [{ cityName: { fr: 'Gênes' }, startsOn: '2027-03-01', endsOn: '2027-03-03' }] },
    answers: officersAnywhere,
  },
  readMission: { params: miami, answers: partners },
  changeMission: {
    params: miami,
    body: { version: '$miamiVersion', title: { fr: 'Autre titre' } },
    answers: [403, 403, 403, 404, 200, 409],
  },
  changeMissionState: { params: miami, body: { state: 'cancelled' }, answers: [403, 403, 403, 404, 200, 409] },
  namePartner: {
    params: miami,
    body: { organisationId: '$genoa', role: 'support' },
    answers: [403, 403, 403, 404, 200, 409],
  },
  releasePartner: { params: { ...miami, partnerId: '$cardSeat' }, answers: [403, 403, 403, 404, 200, 409] },
  readOwnPart: { params: miami, answers: partners },
  recordMandate: {
    params: miami,
    body: { decidedBy: 'standing_committee', decidedOn: '2017-10-13', reference: '94.12' },
    answers: [403, 403, 200, 404, 200, 200],
  },
  writeNarrative: {
    params: miami,
    body: { version: '$narrativeVersion', body: { fr: 'Un récit.' } },
    answers: [403, 403, 200, 404, 200, 409],
  },
  closeAccounts: { params: miami, answers: [403, 200, 403, 404, 403, 403] },
  reopenAccounts: { params: miami, answers: [403, 200, 403, 404, 403, 403], after: [['finance', 'closeAccounts']] },
  listMissionHistory: { params: miami, answers: partners },
}

const delegations: Readonly<Record<string, Expectation>> = {
  listMembers: { params: miami, answers: partners },
  readMember: { params: { ...miami, memberId: '$member' }, answers: partners },
  countMembers: { params: miami, answers: partners },
  registerMember: { params: miami, body: aMember, answers: [403, 403, 403, 404, 201, 201] },
  changeMember: {
    params: { ...miami, memberId: '$member' },
    body: { ...aMember, version: '$memberVersion' },
    answers: ownOfficer,
  },
  withdrawMember: { params: { ...miami, memberId: '$member' }, answers: ownOfficer },
  importMembers: { params: miami, body: { rows: [aMember] }, answers: [403, 403, 403, 404, 200, 200] },
}

const expenses: Readonly<Record<string, Expectation>> = {
  listExpenses: { params: miami, answers: partners },
  readExpense: { params: { ...miami, expenseId: '$expense' }, answers: ownOnly },
  totalExpenses: { params: miami, answers: partners },
  recordExpense: { params: miami, body: anExpense, answers: [403, 201, 403, 404, 201, 201] },
  reverseExpense: {
    params: { ...miami, expenseId: '$expense' },
    body: { reason: 'Saisie deux fois' },
    answers: [403, 201, 403, 404, 404, 409],
  },
  correctExpense: {
    params: { ...miami, expenseId: '$expense' },
    body: { ...anExpense, reason: 'Montant mal lu' },
    answers: [403, 201, 403, 404, 404, 409],
  },
}

/** The act of the demonstration: the Département's, hence hidden from those who travelled with it. */
const anAct = { actId: '$act' } as const
const assemblyOnly: Row = [403, 403, 200, 404, 404, 403]
const submitted = [['assembly', 'submitAct']] as const
const voted = [...submitted, ['assembly', 'recordVote']] as const
const aPart = { document: 'report', section: 'opening' } as const

const acts: Readonly<Record<string, Expectation>> = {
  listActs: { answers: everybody },
  openAct: { body: { missionIds: ['$hamburg'] }, answers: [403, 403, 403, 404, 404, 201] },
  readAct: { params: anAct, answers: ownOnly },
  changeAct: { params: anAct, body: { version: '$actVersion', reference: '122.56' }, answers: [403, 403, 200, 404, 404, 409] },
  arrangeActMissions: { params: anAct, body: { missionIds: ['$milan', '$genoaMission'] }, answers: [403, 403, 200, 404, 404, 200] },
  checkAct: { params: anAct, answers: ownOnly },
  listActDifferences: { params: anAct, answers: ownOnly },
  submitAct: { params: anAct, body: { digest: '$actDigest' }, answers: assemblyOnly },
  recordVote: {
    params: anAct,
    body: {
      outcome: 'adopted',
      on: '2019-02-08',
      attendance: { inOffice: 29, present: 25, represented: 2 },
      ballot: { for: 24, against: 1, abstained: 2 },
      deliberationNumber: '19-122',
    },
    answers: assemblyOnly,
    after: submitted,
  },
  deferAct: {
    params: anAct,
    body: { outcome: 'adjourned', on: '2019-02-08', reason: 'Renvoyé à la séance suivante' },
    answers: assemblyOnly,
    after: submitted,
  },
  abandonAct: { params: anAct, body: { reason: 'Refait autrement' }, answers: [403, 403, 200, 404, 404, 409] },
  recordTransmission: {
    params: anAct,
    body: { on: '2019-02-12', receipt: '013-221300015-20190208-19', prefectureId: 'PREF013' },
    answers: assemblyOnly,
    after: voted,
  },
  recordPublication: {
    params: anAct,
    body: { on: '2019-02-14', address: 'https://example.org/19-122' },
    answers: assemblyOnly,
    after: voted,
  },
  registerDeliberation: {
    params: anAct,
    body: { deliberationNumber: '19-122', subjectCode: '5.6', budgetName: 'Budget principal' },
    answers: assemblyOnly,
    after: voted,
  },
  readDeliberationRow: { params: anAct, answers: ownOnly },
  readActFile: { params: { ...anAct, file: 'report.docx' }, answers: ownOnly },
  listActTemplates: { answers: everybody },
  readActTemplate: { params: aPart, answers: everybody },
  editActTemplate: {
    params: aPart,
    body: { digest: '$ownTextDigest', heading: { fr: 'Notre préambule' } },
    answers: [403, 403, 200, 200, 200, 409],
  },
  resetActTemplate: { params: aPart, answers: [403, 403, 200, 200, 200, 200], after: [['officer', 'editActTemplate']] },
}

const programme: Readonly<Record<string, Expectation>> = {
  listProgrammeItems: { params: miami, answers: partners },
  setProgrammeItemState: {
    params: { ...miami, itemId: '$item' },
    body: { state: 'confirmed' },
    answers: [403, 403, 403, 404, 200, 409],
  },
  listProgrammeReleases: { params: miami, answers: partners },
  readProgrammeRelease: { params: { ...miami, number: '1' }, answers: partners },
}

/** Of the Département, received at Miami. A reader has no use for what people answered. */
const anApplication = { ...miami, applicationId: '$application' } as const

const registration: Readonly<Record<string, Expectation>> = {
  listApplications: { params: miami, query: '?state=received', answers: [403, 403, 403, 404, 200, 200] },
  readApplication: { params: anApplication, answers: ownOfficer },
  decideApplication: { params: anApplication, body: { decision: 'refuse', reason: 'Motif de la matrice' }, answers: ownOfficer },
  listPlaces: { params: miami, answers: partners },
  setPlaces: {
    params: { ...miami, organisationId: '$card' },
    body: { places: 900, version: 0 },
    answers: [403, 403, 403, 404, 200, 409],
  },
}

const departure: Readonly<Record<string, Expectation>> = {
  readReadiness: { params: miami, answers: partners },
  listRequirements: { params: miami, answers: [403, 403, 403, 404, 200, 200] },
  listAttendance: { params: { ...miami, itemId: '$item' }, answers: partners },
}

const visits: Readonly<Record<string, Expectation>> = {
  listVisitRequests: { answers: [403, 403, 403, 200, 200, 200] },
  readVisitRequest: { params: { requestId: '$visitRequest' }, answers: ownOfficer },
  enterVisitRequest: { body: { asker: 'Ville de la Matrice', country: 'IT' }, answers: officersAnywhere },
  decideVisitRequest: {
    params: { requestId: '$visitRequest' },
    body: { decision: 'declined', reason: 'Essai de la matrice' },
    answers: ownOfficer,
  },
  listVisits: { answers: everybody },
  readVisit: { params: { missionId: '$reception' }, answers: partners },
  readVisitYear: { params: { year: '2017' }, answers: everybody },
}

const event = { ...miami, eventId: '$meetings' } as const
const organisers: Row = [403, 403, 403, 404, 200, 200]

const meetings: Readonly<Record<string, Expectation>> = {
  listMeetingEvents: { params: miami, answers: partners },
  listMeetingParticipants: { params: event, answers: partners },
  listMeetings: { params: event, answers: partners },
  listMeetingRuns: { params: event, answers: organisers },
  readMeetingRun: { params: { ...event, number: '1' }, answers: organisers },
  startMeetingRun: { params: event, body: { rounds: 1 }, answers: [403, 403, 403, 404, 201, 409] },
  applyMeetingRun: { params: { ...event, number: '1' }, body: {}, answers: [403, 403, 403, 404, 200, 200] },
  listMeetingOutcomes: { params: event, answers: partners },
  tellMeetingOutcome: {
    params: { ...event, meetingId: '$untoldMeeting' },
    body: { participantId: '$untoldOne', state: 'held', nextStep: 'quote' },
    answers: [403, 403, 403, 404, 200, 409],
  },
  readMeetingStatistics: { params: event, answers: organisers },
}

/** Every operation of the API. One that is not here fails the suite. */
export const expectations: Readonly<Record<string, Expectation>> = {
  ...directory,
  ...joined,
  ...strategies,
  ...agreements,
  ...missions,
  ...delegations,
  ...programme,
  ...visits,
  ...meetings,
  ...registration,
  ...departure,
  ...expenses,
  ...acts,
}
