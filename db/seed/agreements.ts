/**
 * Agreements that authorities made public: Paris presented three that existed and three to create, with the domains of two; the Département signed
 * one in Genoa in October 2017; Nantes and Québec a declaration for 2024–2025; Nice licensed its carnival for China for five years. The papers are
 * not public: each says where it is known from. The days within a mission or a month that the sources do not tell, and every person but the elected
 * members in their public role, are fictitious.
 */
export const organisations = {
  paris: { name: 'Ville de Paris', kind: 'municipality', country: 'FR', city: 'Paris', timeZone: 'Europe/Paris', founder: 'hortense' },
  nice: {
    name: 'Métropole Nice Côte d’Azur',
    kind: 'intermunicipal',
    country: 'FR',
    city: 'Nice',
    timeZone: 'Europe/Paris',
    founder: 'armand',
  },
} as const

const roles = ['administrator', 'officer'] as const
export const accounts = {
  hortense: { name: 'Hortense Malaquais', email: 'hortense.malaquais@paris.demo', locale: 'fr', roles, of: 'paris' },
  armand: { name: 'Armand Cimiez', email: 'armand.cimiez@nice.demo', locale: 'fr', roles, of: 'nice' },
} as const

type Text = { readonly fr: string; readonly en: string }
type SeedDomain = { readonly title: Text; readonly pledges: readonly Text[] }

/** Where Paris is known from; undated, and written after 26 January 2009, which stands for its day. */
const parisSource = 'Présentation des accords économiques et scientifiques de Paris avec des villes étrangères, vers 2009'
export const paris = {
  source: parisSource,
  attestedOn: '2009-01-26',
  existing: [
    {
      city: 'Montréal',
      party: 'Ville de Montréal',
      country: 'CA',
      title: { fr: 'Accord de coopération Paris–Montréal', en: 'Paris–Montréal cooperation agreement' },
      object: {
        fr: 'Encourager, soutenir et accroître les échanges entre les deux villes, comme leurs maires en sont convenus.',
        en: 'To encourage, support and increase exchanges between the two cities, as their mayors agreed.',
      },
      domains: [
        { title: { fr: 'Transport et aménagement urbain', en: 'Transport and urban planning' }, pledges: [] },
        {
          title: { fr: 'Design', en: 'Design' },
          pledges: [
            { fr: 'Faire une place au design dans l’aménagement de la ville', en: 'Give design a place in the planning of the city' },
            { fr: 'Participer chacun aux salons de l’autre', en: 'Take part in each other’s trade fairs' },
            { fr: 'Échanger des expositions', en: 'Exchange exhibitions' },
            { fr: 'Accueillir de jeunes designers en résidence', en: 'Host young designers in residence' },
          ],
        },
        {
          title: { fr: 'Économie sociale', en: 'Social economy' },
          pledges: [
            {
              fr: 'Partager les bonnes pratiques d’insertion, d’abord les outils financiers et la création d’entreprise',
              en: 'Share good practice in integration through work, first of all financial tools and the creation of businesses',
            },
          ],
        },
        {
          title: { fr: 'Sciences de la vie', en: 'Life sciences' },
          pledges: [{ fr: 'Coopérer en neurosciences, face au vieillissement', en: 'Cooperate in neuroscience, as populations age' }],
        },
        {
          title: { fr: 'Villes de savoir', en: 'Cities of knowledge' },
          pledges: [
            { fr: 'Rapprocher les établissements de haut savoir', en: 'Bring institutions of higher learning closer' },
            { fr: 'Rapprocher les structures qui accueillent les étudiants étrangers', en: 'Bring closer those who host foreign students' },
          ],
        },
      ],
    },
    {
      city: 'San Francisco',
      party: 'City and County of San Francisco',
      country: 'US',
      title: { fr: 'Accord de coopération Paris–San Francisco', en: 'Paris–San Francisco cooperation agreement' },
      object: { fr: 'Coopérer sur le plan économique et culturel.', en: 'To cooperate in economy and culture.' },
      /** Renewed in Paris for two years. */
      renewal: { on: '2009-01-26', place: 'Paris', months: 24 },
      domains: [
        {
          title: { fr: 'Pont numérique à 10 Gbit/s', en: 'Digital bridge at 10 Gbit/s' },
          pledges: [
            {
              fr: 'Ouvrir le pont aux entreprises, aux chercheurs et aux étudiants, avec les partenaires publics et privés',
              en: 'Open the bridge to companies, researchers and students, with public and private partners',
            },
          ],
        },
        {
          title: { fr: 'Téléprésence', en: 'Telepresence' },
          pledges: [
            {
              fr: 'Installer dans chaque ville des lieux de visioconférence ouverts',
              en: 'Set up open videoconference places in each city',
            },
          ],
        },
        {
          title: { fr: 'Essor international des PME et des jeunes pousses', en: 'International growth of SMEs and start-ups' },
          pledges: [
            {
              fr: 'Faciliter leur accueil dans les pôles des deux villes',
              en: 'Make their reception easier in the clusters of both cities',
            },
          ],
        },
        {
          title: { fr: 'Échanges d’expertise culturelle', en: 'Exchanges of cultural expertise' },
          pledges: [
            { fr: 'Échanger sur les grandes opérations et entre institutions', en: 'Exchange on large events and between institutions' },
          ],
        },
      ],
    },
    {
      city: 'Shanghai',
      party: 'Municipalité de Shanghai',
      country: 'CN',
      title: { fr: 'Accord de coopération Paris–Shanghai', en: 'Paris–Shanghai cooperation agreement' },
      object: { fr: 'Coopérer sur le plan économique et scientifique.', en: 'To cooperate in economy and science.' },
      domains: [],
    },
  ],
  planned: [
    { city: 'Rio de Janeiro', title: { fr: 'Accord à créer avec Rio de Janeiro', en: 'Agreement to create with Rio de Janeiro' } },
    { city: 'Delhi', title: { fr: 'Accord à créer avec Delhi', en: 'Agreement to create with Delhi' } },
    { city: 'Chicago', title: { fr: 'Accord à créer avec Chicago', en: 'Agreement to create with Chicago' } },
  ],
} as const satisfies {
  readonly source: string
  readonly attestedOn: string
  readonly existing: readonly {
    readonly city: string
    readonly party: string
    readonly country: string
    readonly title: Text
    readonly object: Text
    readonly renewal?: { readonly on: string; readonly place: string; readonly months: number }
    readonly domains: readonly SeedDomain[]
  }[]
  readonly planned: readonly { readonly city: string; readonly title: Text }[]
}

export const genoa = {
  source: 'Rapport à la commission permanente du 8 février 2019',
  signedOn: '2017-10-19',
  place: 'Gênes',
  parties: ['Comune di Genova', 'Città metropolitana di Genova'],
  title: {
    fr: 'Accord de coopération avec la Ville et la Métropole de Gênes',
    en: 'Cooperation agreement with Genoa and its metropolitan city',
  },
  object: {
    fr: 'Renouveler la coopération des deux territoires autour de thèmes qu’ils ont choisis ensemble.',
    en: 'To renew the cooperation of both territories around themes they chose together.',
  },
  domains: [
    { title: { fr: 'Mobilité des jeunes', en: 'Youth mobility' }, pledges: [] },
    { title: { fr: 'Réparation navale', en: 'Ship repair' }, pledges: [] },
    { title: { fr: 'Tourisme', en: 'Tourism' }, pledges: [] },
  ],
} as const

export const quebec = {
  source: 'Communiqué de Nantes Métropole, mai 2024',
  signedOn: '2024-05-27',
  place: 'Québec',
  from: '2024-01-01',
  months: 24,
  cooperationSince: 2013,
  party: 'Ville de Québec',
  title: { fr: 'Déclaration commune 2024–2025 avec la Ville de Québec', en: 'Joint declaration 2024–2025 with Québec City' },
  object: {
    fr: 'Soutenir en priorité les projets des acteurs des deux territoires dans trois domaines.',
    en: 'To support first the projects of the actors of both territories in three domains.',
  },
  signatories: [
    {
      of: 'Nantes Métropole',
      name: 'Johanna Rolland',
      capacity: { fr: 'Maire de Nantes, présidente de Nantes Métropole', en: 'Mayor of Nantes, president of Nantes Métropole' },
    },
    { of: 'Ville de Québec', name: 'Bruno Marchand', capacity: { fr: 'Maire de Québec', en: 'Mayor of Québec City' } },
  ],
  domains: [
    {
      title: { fr: 'Culture', en: 'Culture' },
      pledges: [
        { fr: 'Croiser les mobilités d’artistes', en: 'Let artists of each city work in the other' },
        { fr: 'Échanger des œuvres', en: 'Exchange works' },
      ],
    },
    {
      title: { fr: 'Francophonie', en: 'French-speaking world' },
      pledges: [{ fr: 'Promouvoir le fait français, d’abord au sein de l’AIMF', en: 'Promote the French language, first within the AIMF' }],
    },
    {
      title: { fr: 'Développement économique', en: 'Economic development' },
      pledges: [
        {
          fr: 'Mettre en relation les filières et les entreprises, notamment du numérique et des industries créatives',
          en: 'Put sectors and companies in touch, above all in digital and creative industries',
        },
      ],
    },
  ],
  /** Fictitious. */
  actions: [
    {
      domain: 0,
      title: 'Ouvrir deux résidences croisées d’artistes',
      ownOwner: 'Direction de la culture',
      theirOwner: 'Service de la culture',
      dueOn: '2025-03-31',
      evidence: 'Bilan des résidences, printemps 2025',
    },
    {
      domain: 2,
      title: 'Accueillir dix entreprises du numérique à Québec',
      ownOwner: 'Nantes Saint-Nazaire',
      theirOwner: 'Développement économique',
      dueOn: '2025-11-30',
      evidence: null,
    },
  ],
} as const

export const xiamen = {
  source: 'Document du projet opérationnel de Nice, 2017',
  party: 'Ville de Xiamen',
  title: { fr: 'Licence de la marque «\u00A0Carnaval de Nice\u00A0» à Xiamen', en: 'Licence of the brand “Carnaval de Nice” to Xiamen' },
  object: {
    fr: 'Confier à Xiamen, seule en Chine, la marque du carnaval.',
    en: 'To entrust the brand of the carnival to Xiamen, alone in China.',
  },
  brand: 'Carnaval de Nice',
  country: 'CN',
  from: '2017-05-01',
  months: 60,
  firstEditionOn: '2017-05-05',
} as const
