import type { Localized } from '../../src/platform/pure/localized.ts'

/**
 * Delegations that ask the Département to be received. Everything here is invented to show the product at work, and says so; the cities exist, the
 * requests and the people do not.
 */
export const desk = {
  slug: 'departement-des-bouches-du-rhone',
  welcome: {
    fr: 'Vous souhaitez rencontrer le Département et ses partenaires ? Dites-nous qui vous êtes, quand vous pensez venir et ce que vous aimeriez voir.',
    en: 'Do you wish to meet the Département and its partners? Tell us who you are, when you think of coming and what you would like to see.',
  } satisfies Localized,
}

export const criteria = [
  {
    kind: 'country',
    value: 'IT',
    fr: 'L’Italie est voisine et nous y menons un accord',
    en: 'Italy is a neighbour, and we have an agreement there',
    weight: 2,
    partner: '',
  },
  {
    kind: 'topic',
    value: 'tourisme, tourism, turismo, croisières, cruises',
    fr: 'Le tourisme est au cœur de nos missions',
    en: 'Tourism is at the heart of our missions',
    weight: 2,
    partner: 'Provence Tourisme',
  },
  {
    kind: 'topic',
    value: 'port, ports, logistique, logistics',
    fr: 'La logistique portuaire est une filière cible',
    en: 'Port logistics is a target sector',
    weight: 2,
    partner: 'Grand port maritime de Marseille',
  },
  { kind: 'known', value: '', fr: 'Nous les avons déjà rencontrés', en: 'We have met them before', weight: 2, partner: '' },
  {
    kind: 'size',
    value: '30',
    fr: 'Un groupe de cette taille demande des moyens que nous n’avons pas seuls',
    en: 'A group of this size takes means we do not have alone',
    weight: -2,
    partner: '',
  },
] as const

const someone = { contactPhone: '', headName: '', headCapacity: '' }

/** Waiting for an answer. */
export const waiting = [
  {
    ...someone,
    language: 'fr',
    asker: 'Comune di Genova, direction du port (demande fictive)',
    askerKind: 'authority',
    country: 'IT',
    city: 'Gênes',
    contactName: 'Bruna Esempio',
    contactEmail: 'bruna.esempio@genova.example',
    headName: 'Bruna Esempio',
    headCapacity: 'Directrice de la promotion du port',
    peopleCount: 9,
    topics: 'Croisières et tourisme portuaire',
    purpose:
      'Nous préparons l’accueil des croisiéristes dans le centre ancien. Nous aimerions voir vos quais, puis parler avec ceux qui accueillent les passagers.',
    wishedInDays: [75, 77],
    receivedDaysAgo: 6,
  },
  {
    ...someone,
    language: 'en',
    asker: 'Lakeside Chamber of Trade (fictitious)',
    askerKind: 'network',
    country: 'CA',
    city: 'Toronto',
    contactName: 'Sam Sample',
    contactEmail: 'sam.sample@lakeside.example',
    peopleCount: 45,
    topics: 'Logistics',
    purpose: 'Forty-five companies wish to discover your logistics platforms during one day.',
    wishedInDays: null,
    receivedDaysAgo: 2,
  },
] as const

export const redirected = {
  ...someone,
  language: 'en',
  asker: 'Northern Film School (fictitious)',
  askerKind: 'academic',
  country: 'GB',
  city: 'Leeds',
  contactName: 'Kim Sample',
  contactEmail: 'kim.sample@film.example',
  peopleCount: 15,
  topics: 'Film studios',
  purpose: 'Our students would like to visit film studios.',
  receivedDaysAgo: 20,
  to: 'Provence Promotion',
  reason: 'Film shoots are followed by the economic development agency.',
} as const

export const declined = {
  ...someone,
  language: 'fr',
  asker: 'Agence de voyages Exemple (fictive)',
  askerKind: 'company',
  country: 'BE',
  city: 'Liège',
  contactName: 'Camille Exemple',
  contactEmail: null,
  peopleCount: 50,
  topics: 'Visite de groupe',
  purpose: 'Nous cherchons une visite guidée pour nos clients.',
  receivedDaysAgo: 30,
  reason: 'Le Département reçoit des délégations officielles et n’organise pas de visites touristiques.',
} as const

/** Expected: the mission is open. */
export const accepted = {
  ...someone,
  language: 'fr',
  asker: 'Ville de Turin (demande fictive)',
  askerKind: 'authority',
  country: 'IT',
  city: 'Turin',
  contactName: 'Piero Esempio',
  contactEmail: 'piero.esempio@torino.example',
  headName: 'Livia Esempio',
  headCapacity: 'Adjointe au maire, relations internationales',
  peopleCount: 8,
  topics: 'Artisanat et tourisme',
  purpose: 'Nous souhaitons comprendre comment le territoire promeut ses artisans.',
  receivedDaysAgo: 45,
  inDays: [40, 42],
  hostCity: 'Marseille',
  title: { fr: 'Accueil d’une délégation de Turin (fictif)', en: 'Reception of a delegation from Turin (fictitious)' },
} as const
