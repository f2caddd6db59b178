/**
 * Strategies that authorities made public: Nice listed twenty priority destinations for 2016–2020 with three objectives and seven themes, and said which
 * countries it works on with its region; Paris presented seven strategic sectors that exclude no other, and six priority cities; the Département recalled
 * the purposes of its missions. The period of Paris is the municipal term in which the presentation was given; that of the Département the years it reports on.
 */

const region = 'Région Provence-Alpes-Côte d’Azur'

export const nice = {
  title: { fr: 'Stratégie internationale 2016–2020', en: 'International strategy 2016–2020' },
  purpose: {
    fr: 'Des missions multi-partenariales et multi-filières à l’échelle métropolitaine.',
    en: 'Missions of many partners and sectors, at the scale of the metropolis.',
  },
  source: 'Une coopération internationale multi-partenaire, Métropole Nice Côte d’Azur',
  fromYear: 2016,
  toYear: 2020,
  destinationLimit: 20,
  objectives: [
    { fr: 'Faire rayonner le territoire métropolitain et le rendre visible', en: 'Make the metropolis known and visible abroad' },
    {
      fr: 'Rassembler les acteurs locaux autour d’une stratégie internationale partagée',
      en: 'Gather local actors around a shared international strategy',
    },
    { fr: 'Nouer des liens économiques solides et attirer des investisseurs', en: 'Build solid economic ties and attract investors' },
  ],
  themes: [
    { fr: 'Ville intelligente et durable', en: 'Smart and sustainable city' },
    { fr: 'Performance énergétique', en: 'Energy performance' },
    { fr: 'Promotion économique du territoire', en: 'Economic promotion of the area' },
    { fr: 'Innovation', en: 'Innovation and start-ups' },
    { fr: 'Prévention des risques et sécurité', en: 'Risk prevention and security' },
    { fr: 'Culture', en: 'Arts and culture' },
    { fr: 'Santé et recherche', en: 'Health and research' },
  ],
  destinations: [
    'Abidjan',
    'Gdańsk',
    'Haifa',
    'Hangzhou',
    'Houston',
    'Londres',
    'Moscou',
    'Nuremberg',
    'Québec',
    'Rio de Janeiro',
    'Saint-Pétersbourg',
    'Salt Lake City',
    'Singapour',
    'Sousse',
    'Stockholm',
    'Tel-Aviv',
    'Turin',
    'Tokyo',
    'Xiamen',
    'Zhuhai',
  ],
  /** « Traitées avec la Région »: Russia, China and the United States. */
  sharedWith: region,
  shared: ['Moscou', 'Saint-Pétersbourg', 'Hangzhou', 'Xiamen', 'Zhuhai', 'Houston', 'Salt Lake City'],
  /** What the licence of Xiamen serves: rank of the objective. */
  ties: [{ agreement: 'Carnaval de Nice', objectives: [0] }],
} as const

export const paris = {
  title: { fr: 'Attractivité internationale de Paris', en: 'International attractiveness of Paris' },
  purpose: {
    fr: 'Favoriser l’échange, l’innovation et l’internationalisation des acteurs économiques et scientifiques parisiens.',
    en: 'Foster exchange, innovation and an international reach among the businesses and scientists of Paris.',
  },
  source: 'Présentation des accords économiques et scientifiques de Paris avec des villes étrangères, vers 2009',
  fromYear: 2008,
  toYear: 2014,
  destinationLimit: 6,
  objectives: [
    {
      fr: 'Favoriser l’innovation et l’internationalisation des acteurs parisiens',
      en: 'Foster innovation and an international reach in Paris',
    },
    { fr: 'Contribuer au rayonnement et à l’attractivité de Paris', en: 'Contribute to the renown and attractiveness of Paris' },
    { fr: 'Faire des accords un levier pour l’emploi', en: 'Make agreements a lever for jobs' },
  ],
  sectors: [
    { fr: 'Technologies de l’information et de la communication', en: 'Information and communication technology' },
    { fr: 'Biotechnologies', en: 'Biotechnology' },
    { fr: 'Éco-activités', en: 'Green technology' },
    { fr: 'Mode, design et luxe', en: 'Fashion, design and luxury' },
    { fr: 'Secteur financier', en: 'Finance' },
    { fr: 'Économie sociale et solidaire', en: 'Social economy' },
    { fr: 'Tourisme d’affaires et des particuliers', en: 'Business and leisure tourism' },
  ],
  destinations: ['Montréal', 'San Francisco', 'Shanghai', 'Rio de Janeiro', 'Delhi', 'Chicago'],
  ties: [
    { agreement: 'Paris–Montréal', objectives: [0, 1] },
    { agreement: 'Paris–San Francisco', objectives: [0, 2] },
    { agreement: 'Paris–Shanghai', objectives: [0] },
  ],
} as const

export const department = {
  title: { fr: 'Relations extérieures du Département', en: 'External relations of the Département' },
  purpose: {},
  source: 'Rapport 122.55 à la commission permanente du 8 février 2019',
  fromYear: 2017,
  toYear: 2018,
  destinationLimit: 3,
  objectives: [
    { fr: 'Mettre en œuvre les accords de coopération institutionnelle', en: 'Carry out the institutional cooperation agreements' },
    { fr: 'Promouvoir la Provence, son économie et son tourisme', en: 'Promote Provence, its economy and its tourism' },
    {
      fr: 'S’inspirer de dispositifs publics exemplaires transférables en Provence',
      en: 'Learn from exemplary public schemes that Provence could adopt',
    },
  ],
  destinations: ['Gênes', 'Miami', 'Milan'],
  ties: [
    { mission: 'Gênes', objectives: [0, 1] },
    { mission: 'Miami', objectives: [0, 1, 2] },
    { mission: 'Milan', objectives: [2] },
    { agreement: 'Métropole de Gênes', objectives: [0] },
  ],
  /** What the three missions were planned to be. */
  planned: [
    { destination: 'Gênes', year: 2017, missions: 1, agreements: 1 },
    { destination: 'Miami', year: 2017, missions: 1 },
    { destination: 'Milan', year: 2017, missions: 1 },
  ],
} as const
