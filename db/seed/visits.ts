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

/** What prepares the reception of the delegation of Turin: invented, like the delegation. */
export const slots = [
  {
    fr: 'Atelier d’un artisan du territoire',
    en: 'Workshop of a craftsman',
    wish: 'Une heure avec un artisan qui exporte.',
    day: 1,
    from: '09:30',
    to: '11:00',
    for: 'Ville de Marseille',
  },
  { fr: 'Quais de croisière', en: 'Cruise quays', wish: '', day: 1, from: '14:30', to: '16:00', for: '' },
] as const

export const greetings = [
  {
    fr: 'Arrivée du train',
    en: 'Arrival of the train',
    day: 0,
    at: '11:20',
    place: 'Gare Saint-Charles, voie A',
    greeter: 'Claire Aubanel',
    phone: '+33465710031',
    car: 'Minibus du Département',
  },
  {
    fr: 'Entrée de l’hôtel du Département',
    en: 'Entrance of the Département',
    day: 0,
    at: '12:10',
    place: 'Hôtel du Département',
    greeter: 'Service du protocole (fictif)',
    phone: '+33465710042',
    car: '',
  },
] as const

export const promises = [
  { what: 'Envoyer le répertoire des artisans qui exportent', by: 'Le Département', to: 'La Ville de Turin', isOurs: true, inDays: 60 },
  { what: 'Proposer une date pour une visite de retour', by: 'La Ville de Turin', to: 'Le Département', isOurs: false, inDays: -3 },
] as const

export const gifts = [
  {
    description: 'Gravure ancienne de la ville',
    giver: 'Délégation de Turin (fictive)',
    recipient: 'Présidence du Département',
    cents: 24_000n,
    qualifier: 'about',
  },
  {
    description: 'Boîte de chocolats',
    giver: 'Délégation de Turin (fictive)',
    recipient: 'Direction des relations internationales',
    cents: 3_500n,
    qualifier: 'about',
  },
] as const

/** What the documents state, each with its source. Those of Nice are noted by the Département, about another authority. */
const nice2016 = 'Nice Côte d’Azur, « Une coopération internationale multi-partenaire », chiffres clés 2016'
const marseille2017 = 'Ville de Marseille, communiqué sur la mission à Miami, novembre 2017 : « plus de 96 délégations reçues cette année »'
export const stated = [
  { year: 2016, measure: 'delegations_received', about: 'Nice Côte d’Azur', value: 52, qualifier: 'exact', source: nice2016, by: 'claire' },
  { year: 2016, measure: 'hosted_events', about: 'Nice Côte d’Azur', value: 32, qualifier: 'exact', source: nice2016, by: 'claire' },
  { year: 2016, measure: 'missions', about: 'Nice Côte d’Azur', value: 13, qualifier: 'exact', source: nice2016, by: 'claire' },
  { year: 2017, measure: 'delegations_received', about: '', value: 96, qualifier: 'atLeast', source: marseille2017, by: 'lucie' },
] as const

/** Functions, and fictitious persons for the visitors. `interpretsFor` names another of the list. */
export const guests = [
  { side: 'host', name: 'La présidente du Département', title: '', rank: 'departmental_president', invites: true },
  { side: 'host', name: 'Le directeur des relations internationales', title: '', rank: 'director' },
  { side: 'host', name: 'La conseillère déléguée à l’international', title: '', rank: 'departmental_councillor' },
  { side: 'host', name: 'Le président de la chambre de métiers', title: '', rank: 'institution_president' },
  { side: 'host', name: 'Le directeur général de l’agence du tourisme', title: '', rank: 'director_general' },
  { side: 'host', name: 'Interprète du Département', title: '', rank: 'staff', interpretsFor: 'La présidente du Département' },
  {
    side: 'visitor',
    name: 'Livia Esempio',
    title: 'Adjointe au maire de Turin',
    rank: 'foreign_deputy_mayor',
    bears: 'Assessore comunale',
  },
  {
    side: 'visitor',
    name: 'Dario Esempio',
    title: 'Conseiller municipal de Turin',
    rank: 'foreign_councillor',
    bears: 'Consigliere comunale',
  },
  { side: 'visitor', name: 'Le consul général d’Italie', title: '', rank: 'consul_general' },
  { side: 'visitor', name: 'Marta Esempio', title: 'Directrice du tourisme de Turin', rank: 'director' },
  { side: 'visitor', name: 'Renzo Esempio', title: 'Président d’un groupement d’artisans', rank: 'institution_president' },
  { side: 'visitor', name: 'Ilaria Esempio', title: 'Interprète', rank: 'staff', interpretsFor: 'Livia Esempio' },
] as const

/** Two titles taken over from what is proposed; one is confirmed, the other shows that it is not. */
export const italianTitles = [
  { title: 'Assessore comunale', isConfirmed: true },
  { title: 'Consigliere comunale', isConfirmed: false },
] as const

/** The lunch of the first day: two who represent rival crafts are kept at two tables, as anyone who plans a meal learns to. */
export const lunch = {
  title: { fr: 'Déjeuner d’accueil', en: 'Welcome lunch' },
  interpreters: 'behind',
  tables: [
    { name: 'Table d’honneur', shape: 'long', seatCount: 6, isHead: true },
    { name: 'Table des métiers', shape: 'round', seatCount: 6, isHead: false },
  ],
  apart: { one: 'Renzo Esempio', other: 'Le président de la chambre de métiers', extent: 'neighbours' },
} as const

/** « Née d’une visite spontanée, voici 2 ans à Marseille, d’une délégation de Miami » (Ville de Marseille, announcement of the mission of November 2017). */
export const miami2015 = {
  title: {
    fr: 'Visite spontanée sur l’accueil des croisiéristes (2015)',
    en: 'Unannounced visit about welcoming cruise passengers (2015)',
  },
  purpose: {
    fr: 'Une délégation vient comprendre comment le territoire attire toujours plus de croisiéristes. Le jour n’est pas dans les documents.',
    en: 'A delegation comes to learn how the territory draws ever more cruise passengers. The documents do not give the day.',
  },
  visit: { visitor: 'Délégation de Miami', country: 'US', city: 'Miami', headName: '', headCapacity: '', peopleCount: null },
} as const
