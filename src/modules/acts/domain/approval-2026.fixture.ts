import { asLocalDate } from '#platform/pure/local-date.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import type { ReportFacts } from './facts.ts'

/** An agreement that a département puts before its assembly, between three parties and without expense; everything in it is invented. */
export const PORTOBELLO: AgreementFacts = {
  id: 'portobello',
  title: { fr: 'Accord de coopération avec Portobello', en: 'Cooperation agreement with Portobello' },
  object: {
    fr: 'Rapprocher les ports et les écoles des trois territoires.',
    en: 'Bring closer the ports and schools of the three territories.',
  },
  parties: [
    { id: 'rochebrune', name: 'Département de Rochebrune', isState: false, ground: null },
    { id: 'city', name: 'Comune di Portobello', isState: false, ground: null },
    { id: 'metropolis', name: 'Città metropolitana di Portobello', isState: false, ground: null },
  ],
  domains: [
    {
      id: 'ports',
      title: { fr: 'Ports et logistique', en: 'Ports and logistics' },
      pledges: [
        { id: 'ships', title: { fr: 'Accueillir chaque année une école de navigation', en: 'Welcome a school of seamanship every year' } },
        { id: 'data', title: { fr: 'Échanger les données de fret', en: 'Exchange freight data' } },
      ],
    },
    {
      id: 'youth',
      title: { fr: 'Jeunesse', en: 'Youth' },
      pledges: [{ id: 'stays', title: { fr: 'Ouvrir vingt séjours aux collégiens', en: 'Open twenty stays to pupils' } }],
    },
  ],
  term: { months: 24, runsFrom: null, lastDay: null },
  forecast: { cents: '0', currency: 'EUR' },
  forecastNote: '',
  texts: [
    { id: 'fr', body: 'Les parties coopèrent.\n\nElles échangent leurs élèves.', isAuthentic: true },
    { id: 'it', body: 'Le parti cooperano.', isAuthentic: true },
  ],
}

/** With a State, money and a term of stated days: everything an agreement may say. */
export const WITH_A_STATE: AgreementFacts = {
  ...PORTOBELLO,
  parties: [
    ...PORTOBELLO.parties.slice(0, 1),
    {
      id: 'state',
      name: 'République de Portobello',
      isState: true,
      ground: {
        label: {
          fr: 'Mise en œuvre d’un accord international que l’État a approuvé',
          en: 'Carrying out an international agreement the State approved',
        },
        on: asLocalDate('2026-01-12'),
      },
    },
  ],
  term: { months: null, runsFrom: asLocalDate('2026-07-01'), lastDay: asLocalDate('2028-06-30') },
  forecast: { cents: '1250000', currency: 'EUR' },
  forecastNote: 'En deux versements égaux.',
}

export const APPROVAL_2026: ReportFacts = {
  authority: {
    id: 'rochebrune',
    name: { fr: 'Conseil départemental de Rochebrune', en: 'Rochebrune Departmental Council' },
    gender: 'masculine',
    kind: 'department',
    siret: null,
    directorates: [{ fr: 'Direction des relations internationales', en: 'Directorate for International Relations' }],
    place: 'Rochebrune',
  },
  reference: '26-114',
  meeting: {
    body: { fr: 'Commission permanente', en: 'Standing Committee' },
    bodyGender: 'feminine',
    date: asLocalDate('2026-03-20'),
    chair: {
      givenName: 'Ana',
      familyName: 'Béal',
      gender: 'feminine',
      capacity: { fr: 'Présidente du Conseil départemental', en: 'President of the Departmental Council' },
    },
    rapporteurs: [{ givenName: 'Luc', familyName: 'Ferran', gender: 'masculine', capacity: null }],
  },
  object: { fr: 'Approbation de l’accord avec Portobello', en: 'Approval of the agreement with Portobello' },
  fiscalYear: null,
  proposer: null,
  signatory: {
    givenName: 'Ana',
    familyName: 'Béal',
    gender: 'feminine',
    capacity: { fr: 'Présidente du Conseil départemental', en: 'President of the Departmental Council' },
  },
  missions: [],
  agreement: PORTOBELLO,
  contents: [],
  currency: 'EUR',
  grandTotalCents: '0',
}
