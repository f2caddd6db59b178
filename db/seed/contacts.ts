/**
 * Four cards of the Département's directory, invented: those who come to the reception of the delegation of Turin and who ask for a visit from Genoa
 * (db/seed/visits.ts), and someone whose name is also kept in its own script. « Esempio » and « Παράδειγμα » mean « example ».
 */
export const organisations = {
  turin: { name: 'Comune di Torino, relazioni internazionali (fiche fictive)', kind: 'foreign_authority', country: 'IT', city: 'Turin' },
  genoaPort: { name: 'Comune di Genova, direzione del porto (fiche fictive)', kind: 'port', country: 'IT', city: 'Gênes' },
  greekPort: { name: 'Port d’exemple (fiche fictive)', kind: 'port', country: 'GR', city: '' },
} as const

export type ContactOrganisation = keyof typeof organisations

type Contact = {
  readonly card: {
    readonly givenName: string
    readonly familyName: string
    readonly honorific: 'mme' | 'm'
    readonly originalScript: string
    readonly preferredLanguage: string
    readonly email: string
  }
  /** The day somebody agreed to be kept, and how; without it, the public task. */
  readonly consent?: { readonly daysAgo: number; readonly source: string }
  readonly lastContactDaysAgo: number
  readonly positions: ReadonlyArray<{
    readonly fr: string
    readonly en: string
    readonly from: string
    readonly to: string | null
    readonly rank: number | null
  }>
  readonly of: ContactOrganisation
}

export const contacts: readonly Contact[] = [
  {
    card: {
      givenName: 'Livia',
      familyName: 'Esempio',
      honorific: 'mme',
      originalScript: '',
      preferredLanguage: 'it',
      email: 'livia.esempio@torino.example',
    },
    lastContactDaysAgo: 12,
    positions: [
      { fr: 'Conseillère municipale', en: 'City councillor', from: '2016-07-01', to: '2021-10-31', rank: null },
      {
        fr: 'Adjointe au maire, relations internationales',
        en: 'Deputy mayor for international relations',
        from: '2021-11-01',
        to: null,
        rank: 1,
      },
    ],
    of: 'turin',
  },
  {
    card: {
      givenName: 'Piero',
      familyName: 'Esempio',
      honorific: 'm',
      originalScript: '',
      preferredLanguage: 'it',
      email: 'piero.esempio@torino.example',
    },
    lastContactDaysAgo: 45,
    positions: [{ fr: 'Chef du protocole', en: 'Head of protocol', from: '2019-03-01', to: null, rank: 2 }],
    of: 'turin',
  },
  {
    card: {
      givenName: 'Bruna',
      familyName: 'Esempio',
      honorific: 'mme',
      originalScript: '',
      preferredLanguage: 'it',
      email: 'bruna.esempio@genova.example',
    },
    lastContactDaysAgo: 6,
    positions: [{ fr: 'Directrice de la promotion du port', en: 'Director of port promotion', from: '2018-01-01', to: null, rank: null }],
    of: 'genoaPort',
  },
  {
    card: {
      givenName: 'Eleni',
      familyName: 'Paradigma',
      honorific: 'mme',
      originalScript: 'Ελένη Παράδειγμα',
      preferredLanguage: 'el',
      email: 'eleni.paradigma@port.example',
    },
    consent: { daysAgo: 90, source: 'Carte remise sur un salon des ports (exemple fictif)' },
    lastContactDaysAgo: 90,
    positions: [{ fr: 'Responsable de la réparation navale', en: 'Head of ship repair', from: '2020-09-01', to: null, rank: null }],
    of: 'greekPort',
  },
]

/** What passed with the first of them before her delegation comes. */
export const letter = {
  city: 'Turin',
  to: 'Livia',
  daysAgo: 12,
  subject: 'Confirmation des dates de l’accueil (exemple fictif)',
} as const
