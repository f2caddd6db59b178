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
