/** Applications of the demonstration. Every person, organisation and word here is fictitious, and says so. */
export type DemoApplicant = {
  readonly language: 'fr' | 'en'
  readonly givenName: string
  readonly familyName: string
  readonly category: 'elected' | 'staff' | 'guest' | 'company' | 'academic' | 'cultural' | 'press' | 'interpreter'
  readonly represents: string
  readonly capacity: string
  readonly email: string
  readonly answers: Readonly<Record<string, string>>
  /** How far the application goes. */
  readonly until: 'draft' | 'unverified' | 'received' | 'incomplete' | 'refused' | 'withdrawn' | 'decided'
  readonly reason?: string
}

type Relay = {
  readonly mission: 'genoa' | 'miami' | 'milan' | 'hamburg'
  readonly by: 'claire' | 'giulia'
  readonly relay: string
  readonly people: readonly DemoApplicant[]
}

/** Places of partners at Miami, by the names of their cards. */
export const miamiPlaces: Readonly<Record<string, number>> = {
  'CCI Marseille Provence': 20,
  'Grand port maritime de Marseille': 4,
  Euroméditerranée: 2,
}

export const relays: readonly Relay[] = [
  {
    mission: 'miami',
    by: 'claire',
    relay: 'Grappe Voiles du Sud (fictive)',
    people: [
      {
        language: 'fr',
        givenName: 'Aurore',
        familyName: 'Exemple-Reçue',
        category: 'company',
        represents: 'Voilerie Imaginaire (fictive)',
        capacity: 'Directrice commerciale',
        email: 'aurore@fictif.example',
        answers: { activity: 'Voiles et gréements', expects: 'Des chantiers nautiques', motivation: 'Trouver un distributeur en Floride.' },
        until: 'received',
      },
      {
        language: 'en',
        givenName: 'Basil',
        familyName: 'Exemple-Reçu',
        category: 'academic',
        represents: 'Institut Fictif de la mer',
        capacity: 'Professor',
        email: 'basil@fictif.example',
        answers: { field: 'Coastal oceanography' },
        until: 'received',
      },
      {
        language: 'fr',
        givenName: 'Cyprien',
        familyName: 'Exemple-À-Compléter',
        category: 'press',
        represents: 'Le Courrier Fictif',
        capacity: 'Reporter',
        email: 'cyprien@fictif.example',
        answers: { outlet: 'Le Courrier Fictif' },
        until: 'incomplete',
        reason: 'Précisez les jours où vous seriez présent.',
      },
      {
        language: 'fr',
        givenName: 'Edgar',
        familyName: 'Exemple-Refusé',
        category: 'guest',
        represents: '',
        capacity: 'Amateur de croisières',
        email: 'edgar@fictif.example',
        answers: {},
        until: 'refused',
        reason: 'La mission est réservée aux professionnels.',
      },
      {
        language: 'fr',
        givenName: 'Flavie',
        familyName: 'Exemple-Retirée',
        category: 'cultural',
        represents: 'Théâtre Supposé (fictif)',
        capacity: 'Metteuse en scène',
        email: 'flavie@fictif.example',
        answers: { discipline: 'Théâtre' },
        until: 'withdrawn',
      },
      {
        language: 'fr',
        givenName: 'Gaspard',
        familyName: 'Exemple-À-Confirmer',
        category: 'company',
        represents: 'Cordages Rêvés (fictive)',
        capacity: 'Président',
        email: 'gaspard@fictif.example',
        answers: { activity: 'Cordages' },
        until: 'unverified',
      },
      {
        language: 'fr',
        givenName: 'Hortense',
        familyName: 'Exemple-Brouillon',
        category: 'company',
        represents: '',
        capacity: '',
        email: '',
        answers: {},
        until: 'draft',
      },
    ],
  },
  {
    mission: 'genoa',
    by: 'giulia',
    relay: 'Associazione Immaginaria (fittizia)',
    people: [
      {
        language: 'en',
        givenName: 'Ines',
        familyName: 'Esempio-Sostenuta',
        category: 'cultural',
        represents: 'Associazione Immaginaria (fittizia)',
        capacity: 'Curator',
        email: 'ines@fittizio.example',
        answers: { discipline: 'Photography' },
        until: 'decided',
      },
    ],
  },
  {
    mission: 'hamburg',
    by: 'claire',
    relay: 'Lycée de la Mer (fictif)',
    people: [
      {
        language: 'fr',
        givenName: 'Joachim',
        familyName: 'Exemple-Accepté',
        category: 'academic',
        represents: 'Lycée de la Mer (fictif)',
        capacity: 'Proviseur',
        email: 'joachim@fictif.example',
        answers: { field: 'Apprentissage portuaire' },
        until: 'decided',
      },
      {
        language: 'fr',
        givenName: 'Karine',
        familyName: 'Exemple-Passeport',
        category: 'academic',
        represents: 'Lycée de la Mer (fictif)',
        capacity: 'Professeure d’allemand',
        email: 'karine@fictif.example',
        answers: { field: 'Apprentissage portuaire' },
        until: 'decided',
      },
      {
        language: 'fr',
        givenName: 'Léon',
        familyName: 'Exemple-À-Corriger',
        category: 'academic',
        represents: 'Lycée de la Mer (fictif)',
        capacity: 'Chef de travaux',
        email: 'leon@fictif.example',
        answers: { field: 'Apprentissage portuaire' },
        until: 'decided',
      },
    ],
  },
  {
    mission: 'milan',
    by: 'claire',
    relay: 'Club des Pontons (fictif)',
    people: [
      {
        language: 'fr',
        givenName: 'Delphine',
        familyName: 'Exemple-En-Attente',
        category: 'company',
        represents: 'Ponton Inventé SAS (fictive)',
        capacity: 'Gérante',
        email: 'delphine@fictif.example',
        answers: { activity: 'Pontons flottants' },
        until: 'decided',
      },
    ],
  },
]

/** What people of Hamburg do once they have a place. The passport is fictitious: no State writes such a number. */
export const hamburgTravellers = {
  country: 'DE',
  readers: [
    [1, 'claire.aubanel@departement.demo'],
    [2, 'roland.escoffier-blanc@departement.demo'],
  ],
  told: { email: 'karine@fictif.example', number: 'FICTIF0000042', issuedBy: 'FR', lastsDays: 1500 },
  frozenDaysAgo: 3,
  corrections: [
    {
      email: 'karine@fictif.example',
      givenName: 'Karine',
      familyName: 'Exemple-Passeport',
      capacity: 'Professeure d’allemand maritime',
      represents: 'Lycée de la Mer (fictif)',
      isAccepted: true,
    },
    {
      email: 'leon@fictif.example',
      givenName: 'Léon',
      familyName: 'Exemple-À-Corriger',
      capacity: 'Directeur des formations',
      represents: 'Lycée de la Mer (fictif)',
      isAccepted: false,
    },
  ],
} as const
