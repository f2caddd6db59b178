/** What was arranged before the departure for Miami. All of it is fictitious: who signs, policies, numbers and dates. */

export const signatories = {
  department: {
    name: 'Aurore Fontvieille-Sainz',
    capacity: 'La directrice générale des services, par délégation de la présidente du Conseil départemental',
    authority: 'l’arrêté fictif n° 2017-041 portant délégation de signature',
    place: 'Marseille',
  },
  marseille: {
    name: 'Gaspard Vallier-Roux',
    capacity: 'Le directeur général des services, par délégation du maire',
    authority: 'l’arrêté fictif n° 2017-118 portant délégation de signature',
    place: 'Marseille',
  },
} as const

export const orders = {
  issuedOn: '2017-10-16',
  validFrom: '2017-11-04',
  validUntil: '2017-11-10',
  transport: 'Avion Marseille – Miami, autocar et taxi sur place',
  expenses: 'Transport et hébergement payés par l’organisation ; repas indemnisés sur état de frais',
  /** The order of this person was withdrawn, and another issued to them. */
  withdrawn: { familyName: 'Istria', because: 'Dates avancées d’un jour, puis rétablies' },
  /** Nobody signed an order for this one in time. */
  without: 'Roquevaire',
} as const

export const insurance = { on: '2017-10-02', reference: 'Police collective fictive n° ASV-2017-4471' } as const
export const passports = { on: '2017-09-20', reference: 'Validité vérifiée, titre rendu à son titulaire' } as const
export const esta = { on: '2017-10-10', reference: 'Autorisation ESTA vérifiée' } as const
/** These two had their authorisation only later: it is still to do in the demonstration. */
export const withoutEsta = ['Roquevaire', 'Benazet'] as const
export const notInsured = { familyName: 'Varage', because: 'Assuré par son propre contrat professionnel' } as const

export const booking = { label: 'Groupe Département, agence fictive Littoral Voyages', locator: 'FICT17' } as const

/** Hours as clocks show them at each end; the airline and its numbers are invented. */
export const journeys = [
  {
    mode: 'flight',
    carrier: 'Air Exemple',
    number: 'AX 401',
    from: ['Marseille-Provence', '2017-11-04', '07:10', 'Europe/Paris'],
    to: ['Paris-Charles-de-Gaulle', '2017-11-04', '08:40', 'Europe/Paris'],
    seats: null,
    shared: false,
  },
  {
    mode: 'flight',
    carrier: 'Air Exemple',
    number: 'AX 12',
    from: ['Paris-Charles-de-Gaulle', '2017-11-04', '10:30', 'Europe/Paris'],
    to: ['Miami', '2017-11-04', '15:05', 'America/New_York'],
    seats: null,
    shared: false,
  },
  {
    mode: 'coach',
    carrier: 'Autocars fictifs de Biscayne',
    number: '',
    from: ['Aéroport de Miami', '2017-11-04', '16:15', 'America/New_York'],
    to: ['Biscayne Court Hotel', '2017-11-04', '17:00', 'America/New_York'],
    seats: 30,
    shared: true,
  },
  {
    mode: 'flight',
    carrier: 'Air Exemple',
    number: 'AX 13',
    from: ['Miami', '2017-11-09', '18:30', 'America/New_York'],
    to: ['Paris-Charles-de-Gaulle', '2017-11-10', '09:00', 'Europe/Paris'],
    seats: null,
    shared: false,
  },
] as const

/** The City’s people take the coach of the Département too. */
export const coachNumber = 2

export const lodging = { name: 'Biscayne Court Hotel', address: 'Biscayne Boulevard, Miami, FL' } as const
export const nights = { arrivesOn: '2017-11-04', leavesOn: '2017-11-09' } as const
/** Twin rooms first, then single ones; two people of the delegation sleep at friends’. */
export const rooms = {
  twins: ['301', '302', '303', '304'],
  singles: ['401', '402', '403', '404', '405', '406', '407', '408', '409', '410'],
} as const
