/**
 * The meetings of Miami, around what the announcement gives: forty companies, two hundred meetings. Hosts, wishes and answers are fictitious.
 * Days are those of the mission; times are on the clocks of Miami.
 */
export const event = {
  title: { fr: 'Rendez-vous d’affaires de Miami', en: 'Miami business meetings' },
  opensOn: '2017-09-15T04:00:00.000Z',
  answeredOn: '2017-10-02T14:00:00.000Z',
  closesOn: '2017-10-28T03:59:00.000Z',
  days: '2017-11-07 9h-12h30\n2017-11-07 14h-17h\n2017-11-08 9h-12h30\n2017-11-08 14h-17h',
  tables: 12,
  /** Short: the demonstration loads in the time of a first start. */
  rounds: 8,
  /** Each company is meant to have five meetings, hence the two hundred of the announcement. */
  meetingsPerCompany: 5,
} as const

type Sector = 'digital' | 'health' | 'tourism' | 'aviation' | 'port'

/** What companies of a sector offer and look for, in the words of both sides. */
export const sectors: Readonly<
  Record<Sector, { readonly fr: string; readonly offers: readonly string[]; readonly needs: readonly string[] }>
> = {
  digital: { fr: 'Numérique', offers: ['logiciels', 'capteurs'], needs: ['distributeur', 'centres de données'] },
  health: { fr: 'Santé', offers: ['dispositifs médicaux', 'télémédecine'], needs: ['essais cliniques', 'distributeur'] },
  tourism: { fr: 'Tourisme', offers: ['séjours', 'savoir-faire'], needs: ['agences de voyages', 'distributeur'] },
  aviation: { fr: 'Aéronautique', offers: ['pièces composites', 'maintenance'], needs: ['donneurs d’ordres', 'certification'] },
  port: { fr: 'Port et mer', offers: ['réparation navale', 'logistique'], needs: ['armateurs', 'terminaux'] },
}

/** Those who receive: name, sector, what they offer, what they look for, languages besides English. */
export const hosts: readonly (readonly [
  name: string,
  sector: Sector,
  offers: readonly string[],
  needs: readonly string[],
  others: readonly string[],
])[] = [
  ['Mangrove Systems', 'digital', ['distributeur'], ['logiciels'], ['es']],
  ['Coral Key Data', 'digital', ['centres de données'], ['capteurs'], ['es']],
  ['Sawgrass Software', 'digital', ['distributeur'], ['logiciels'], []],
  ['Biscayne Cloud', 'digital', ['centres de données'], ['logiciels'], ['es', 'fr']],
  ['Palmetto Sensors', 'digital', ['distributeur'], ['capteurs'], ['es']],
  ['Little River Mobility', 'digital', ['distributeur'], ['logiciels'], []],
  ['Everglade Clinics', 'health', ['essais cliniques'], ['télémédecine'], ['es']],
  ['Bayfront Medical Supply', 'health', ['distributeur'], ['dispositifs médicaux'], ['es']],
  ['Heron Diagnostics', 'health', ['essais cliniques'], ['dispositifs médicaux'], []],
  ['Lemon City Care', 'health', ['distributeur'], ['télémédecine'], ['es', 'fr']],
  ['Royal Palm Research', 'health', ['essais cliniques'], ['dispositifs médicaux'], ['es']],
  ['Flamingo Journeys', 'tourism', ['agences de voyages'], ['séjours'], ['es']],
  ['Ocean Drive Retail', 'tourism', ['distributeur'], ['savoir-faire'], ['es']],
  ['Sunset Cruises', 'tourism', ['agences de voyages'], ['séjours'], []],
  ['Coconut Grove Imports', 'tourism', ['distributeur'], ['savoir-faire'], ['es', 'fr']],
  ['Banyan Hotels', 'tourism', ['agences de voyages'], ['séjours'], ['es']],
  ['Seagrape Wines', 'tourism', ['distributeur'], ['savoir-faire'], []],
  ['Pelican Airframes', 'aviation', ['donneurs d’ordres'], ['pièces composites'], ['es']],
  ['Opa Aviation Services', 'aviation', ['certification'], ['maintenance'], ['es']],
  ['Skyway Rotors', 'aviation', ['donneurs d’ordres'], ['maintenance'], []],
  ['Tamiami Simulators', 'aviation', ['certification'], ['pièces composites'], ['es']],
  ['Government Cut Shipping', 'port', ['armateurs'], ['réparation navale'], ['es']],
  ['Dodge Terminals', 'port', ['terminaux'], ['logistique'], ['es']],
  ['Keys Towing', 'port', ['armateurs'], ['réparation navale'], []],
  ['Gulf Stream Freight', 'port', ['terminaux'], ['logistique'], ['es', 'fr']],
]

/** Interpreters of the delegation, fictitious. */
export const interpreters: readonly (readonly [name: string, languages: readonly string[]])[] = [
  ['Noa Imbert', ['fr', 'en']],
  ['Inès Carbonel', ['fr', 'en', 'es']],
  ['Hugo Sénéchal', ['fr', 'en']],
]

/** One company in five speaks French only. */
export const speaksFrenchOnly = (rank: number) => rank % 5 === 4

/** Six hosts for each company, spread over all of them: three it must meet, three it would like to. */
export const hostsWishedBy = (rank: number): readonly number[] => Array.from({ length: 6 }, (_, k) => (rank * 3 + k * 7) % hosts.length)

/** A host declines now and then the last wish of a company, never so many that a company has fewer than five left. */
export const isDeclined = (rank: number, wish: number) => wish === 5 && rank % 4 === 1
