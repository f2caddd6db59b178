/**
 * The demonstration: three missions of 2017 as the Département des Bouches-du-Rhône reported them to its standing committee
 * on 8 February 2019 (dates, purposes, composition, amounts), and Miami as the Ville de Marseille announced it.
 * Public officials appear in the public roles those documents give them. Every other person, every supplier and the
 * detail of the lines are fictitious; the totals are those of the report.
 */

export type DemoMember = readonly [
  givenName: string,
  familyName: string,
  category: 'elected' | 'staff' | 'guest',
  capacityFr: string,
  capacityEn: string,
]
export type DemoExpense = {
  readonly on: string
  readonly supplier: string
  readonly label: string
  readonly category: string
  readonly cents: bigint
  /** Euros for one dollar, where the line was paid in dollars. */
  readonly dollarRate?: string
}

const councillor = ['Conseiller départemental', 'Departmental councillor'] as const
const councillorF = ['Conseillère départementale', 'Departmental councillor'] as const
const officer = ['Chargé de mission aux relations internationales', 'International relations officer'] as const
const officerF = ['Chargée de mission aux relations internationales', 'International relations officer'] as const

export const genoaWorkstreams = [
  { fr: 'Coopération institutionnelle', en: 'Institutional cooperation' },
  { fr: 'Promotion de l’artisanat', en: 'Promotion of crafts' },
] as const

/** Fictitious words of fictitious people. */
export const genoaMessages = [
  {
    by: 'claire',
    isShared: true,
    body: 'Exemple fictif : les artisans partent à six heures, le car attend devant l’Hôtel du Département.',
  },
  { by: 'giulia', isShared: true, body: 'Fictitious example: we welcome you in front of the town hall, an interpreter will be there.' },
  { by: 'claire', isShared: false, body: 'Exemple fictif, entre nous : il manque encore deux signatures sur les ordres de mission.' },
] as const

/** Fictitious, like everything people write to each other in the demonstration. */
export const genoaTasks = [
  { by: 'claire', title: 'Envoyer à Gênes la liste des artisans (exemple fictif)', owner: 'department', isShared: true, inDays: 12 },
  { by: 'giulia', title: 'Send the photographs of the signing (fictitious example)', owner: 'genoa', isShared: true, inDays: 20 },
  { by: 'claire', title: 'Relire le compte rendu avant de le partager (exemple fictif)', owner: 'department', isShared: false, inDays: 8 },
] as const

export const genoa = {
  key: 'genoa',
  title: { fr: 'Mission à Gênes', en: 'Mission to Genoa' },
  city: 'Gênes',
  from: '2017-10-19',
  to: '2017-10-20',
  themes: ['Mobilité des jeunes', 'Réparation navale', 'Tourisme'],
  narrative: {
    fr: [
      'La délégation a accompagné les artisans de Provence présents à la manifestation « Bonjour Provence », dont le succès croît chaque année.',
      '',
      'Un nouvel accord de coopération a été signé entre le Département, la Ville et la Métropole de Gênes. Les échanges ont porté sur :',
      '- la mobilité des jeunes ;',
      '- la réparation navale ;',
      '- le tourisme.',
    ].join('\n'),
    en: 'The delegation went with the craftspeople of Provence to the event “Bonjour Provence”. A new cooperation agreement was signed between the Department, the City and the Metropolitan City of Genoa.',
  },
  members: [
    ['Roland', 'Escoffier-Blanc', 'elected', ...councillor],
    ['Mireille', 'Santoni-Royer', 'elected', ...councillorF],
    ['Claire', 'Aubanel', 'staff', ...officerF],
    ['Bastien', 'Ollivary', 'staff', ...officer],
  ] satisfies DemoMember[],
  expenses: [
    {
      on: '2017-10-05',
      supplier: 'Autocars du Garlaban',
      label: 'Minibus Marseille–Gênes, aller et retour',
      category: 'transport',
      cents: 51_200n,
    },
    { on: '2017-10-20', supplier: 'Albergo della Lanterna', label: 'Quatre chambres, une nuit', category: 'lodging', cents: 43_600n },
    { on: '2017-10-20', supplier: 'Trattoria del Molo', label: 'Deux repas de travail', category: 'meals', cents: 18_737n },
    { on: '2017-10-20', supplier: 'Péages et stationnement', label: 'Sur état de frais', category: 'other', cents: 4_250n },
  ] satisfies DemoExpense[],
}

export const miami = {
  key: 'miami',
  title: { fr: 'Mission collective à Miami', en: 'Collective mission to Miami' },
  city: 'Miami',
  from: '2017-11-04',
  to: '2017-11-10',
  themes: ['Tourisme', 'Port et logistique', 'Santé', 'Aéronautique', 'Numérique'],
  narrative: {
    fr: [
      'La mission a réuni tous les partenaires publics et privés intéressés par la Floride. Elle a couvert plusieurs champs :',
      '- institutionnel : signature d’un accord de coopération entre la Métropole Aix-Marseille-Provence et le comté de Miami-Dade ;',
      '- prospection d’entreprises : rencontres d’affaires et petits déjeuners sur la logistique portuaire, la santé, l’aéronautique et l’internet des objets, conférence de promotion du territoire ;',
      '- appui à l’export : accompagnement d’entreprises de Provence et rapprochement des pôles numériques des deux territoires.',
      '',
      'Le Département, avec Provence Tourisme, avait la charge du volet touristique : un atelier avec des voyagistes et des journalistes, une rencontre avec l’organisme de promotion de la Floride, et la présentation de la gastronomie provençale à l’école hôtelière de Miami.',
    ].join('\n'),
    en: 'The mission gathered every public and private partner with an interest in Florida. The Department, with Provence Tourisme, was in charge of tourism.',
  },
  members: [
    ['Roland', 'Escoffier-Blanc', 'elected', ...councillor],
    ['Mireille', 'Santoni-Royer', 'elected', ...councillorF],
    ['Fabien', 'Guérandel', 'elected', ...councillor],
    ['Nadège', 'Tramontin', 'elected', ...councillorF],
    ['Lucien', 'Maurras-Petit', 'elected', ...councillor],
    ['Odile', 'Cabassole', 'elected', ...councillorF],
    ['Étienne', 'Varage', 'guest', 'Chef étoilé, grand témoin', 'Starred chef, guest speaker'],
    ['Solène', 'Brémond-Lys', 'guest', 'Directrice de musée', 'Museum director'],
    ['Karim', 'Benazet', 'guest', 'Metteur en scène', 'Stage director'],
    ['Judith', 'Ravanel', 'guest', 'Présidente d’une association de viticulteurs', 'Chair of a wine growers’ association'],
    ['Théo', 'Campagnol', 'guest', 'Directeur d’école hôtelière', 'Head of a hotel school'],
    ['Inès', 'Dalmasso-Roy', 'guest', 'Créatrice de parfums', 'Perfume maker'],
    ['Armand', 'Pélissanne', 'guest', 'Santonnier', 'Santon maker'],
    ['Claire', 'Aubanel', 'staff', ...officerF],
    ['Bastien', 'Ollivary', 'staff', ...officer],
    ['Hélène', 'Sorgues', 'staff', 'Directrice des relations internationales', 'Director of international relations'],
    ['Paul', 'Vauvenargues-Mas', 'staff', 'Chef du protocole', 'Head of protocol'],
    ['Maya', 'Lubéron-Sage', 'staff', 'Chargée du tourisme', 'Tourism officer'],
    ['Grégoire', 'Istria', 'staff', 'Chargé de communication', 'Communication officer'],
    ['Dounia', 'Roquevaire', 'staff', 'Photographe de la collectivité', 'Staff photographer'],
  ] satisfies DemoMember[],
  expenses: [
    {
      on: '2017-08-28',
      supplier: 'Calanques Voyages',
      label: 'Vols Marseille–Miami, vingt voyageurs',
      category: 'transport',
      cents: 3_184_600n,
    },
    {
      on: '2017-09-12',
      supplier: 'Biscayne Court Hotel',
      label: 'Vingt chambres, six nuits',
      category: 'lodging',
      cents: 2_736_000n,
      dollarRate: '0.849',
    },
    {
      on: '2017-09-20',
      supplier: 'Agence Sunbridge',
      label: 'Atelier avec voyagistes et journalistes',
      category: 'provider',
      cents: 1_860_000n,
    },
    {
      on: '2017-10-02',
      supplier: 'Atelier Mistral',
      label: 'Documents et signalétique bilingues',
      category: 'communication',
      cents: 931_240n,
    },
    {
      on: '2017-10-10',
      supplier: 'Mutuelle des Voyageurs du Midi',
      label: 'Assurance de la délégation',
      category: 'visa_insurance',
      cents: 118_460n,
    },
    { on: '2017-10-16', supplier: 'Santons Rascas', label: 'Présents protocolaires', category: 'gift', cents: 106_000n },
    {
      on: '2017-11-04',
      supplier: 'Flagler Rooms',
      label: 'Salles de la conférence et de l’atelier',
      category: 'venue',
      cents: 1_850_000n,
      dollarRate: '0.86',
    },
    {
      on: '2017-11-06',
      supplier: 'Little Haven Catering',
      label: 'Soirée de promotion',
      category: 'reception',
      cents: 1_425_000n,
      dollarRate: '0.86',
    },
    {
      on: '2017-11-08',
      supplier: 'Traductions du Vieux-Port',
      label: 'Deux interprètes, quatre jours',
      category: 'interpreting',
      cents: 648_000n,
    },
    { on: '2017-11-09', supplier: 'Keys Shuttle', label: 'Transferts sur place', category: 'transport', cents: 199_940n },
    { on: '2017-11-10', supplier: 'Repas de travail', label: 'Sur états de frais', category: 'meals', cents: 193_248n },
    { on: '2017-11-24', supplier: 'Indemnités de mission', label: 'Treize élus et agents', category: 'per_diem', cents: 975_000n },
  ] satisfies DemoExpense[],
  /** A line typed twice, and its mending: the ledger keeps both, the total is untouched. */
  mistake: {
    on: '2017-11-10',
    supplier: 'Repas de travail',
    label: 'Saisi deux fois',
    category: 'meals',
    cents: 42_000n,
  } satisfies DemoExpense,
  mistakeReason: 'Ligne saisie deux fois',
  marseilleMembers: [
    [
      'Jean-Claude',
      'Gaudin',
      'elected',
      'Maire de Marseille, président de la Métropole Aix-Marseille-Provence',
      'Mayor of Marseille, president of the Aix-Marseille-Provence Metropolis',
    ],
    ['Jean', 'Roatta', 'elected', 'Adjoint au maire, délégué aux relations internationales', 'Deputy mayor for international relations'],
    ['Lucie', 'Ferrat', 'staff', 'Chargée de mission', 'Mission officer'],
  ] satisfies DemoMember[],
  marseilleExpenses: [
    { on: '2017-09-15', supplier: 'Calanques Voyages', label: 'Vols de la délégation municipale', category: 'transport', cents: 486_300n },
    {
      on: '2017-11-06',
      supplier: 'Wynwood Hall',
      label: 'Table ronde sur le port intelligent',
      category: 'venue',
      cents: 310_000n,
      dollarRate: '0.86',
    },
  ] satisfies DemoExpense[],
}

export const milan = {
  key: 'milan',
  title: { fr: 'Mission à Milan', en: 'Mission to Milan' },
  city: 'Milan',
  from: '2017-12-05',
  to: '2017-12-07',
  themes: ['Artisanat', 'Tourisme', 'Gouvernance métropolitaine'],
  narrative: {
    fr: [
      'Les artisans de Provence ont tenu leur place à la Foire internationale de l’artisanat.',
      '',
      'Les homologues de la Métropole de Milan ont présenté à la délégation les enjeux et la méthode de leur fusion avec la Province, à l’heure où celle du Département et de la Métropole Aix-Marseille-Provence est à l’étude.',
    ].join('\n'),
    en: 'The craftspeople of Provence took part in the international crafts fair; the Metropolitan City of Milan presented how it merged with the Province.',
  },
  members: [
    ['Fabien', 'Guérandel', 'elected', ...councillor],
    ['Odile', 'Cabassole', 'elected', ...councillorF],
    ['Armand', 'Pélissanne', 'guest', 'Santonnier', 'Santon maker'],
    ['Hélène', 'Sorgues', 'staff', 'Directrice des relations internationales', 'Director of international relations'],
  ] satisfies DemoMember[],
  expenses: [
    {
      on: '2017-11-14',
      supplier: 'Fiera degli Artigiani',
      label: 'Emplacement à la foire de l’artisanat',
      category: 'venue',
      cents: 165_000n,
    },
    {
      on: '2017-11-20',
      supplier: 'Calanques Voyages',
      label: 'Train Marseille–Milan, quatre voyageurs',
      category: 'transport',
      cents: 68_400n,
    },
    { on: '2017-12-06', supplier: 'Traductions du Vieux-Port', label: 'Une interprète, un jour', category: 'interpreting', cents: 46_430n },
    { on: '2017-12-07', supplier: 'Albergo dei Navigli', label: 'Quatre chambres, deux nuits', category: 'lodging', cents: 117_600n },
    { on: '2017-12-07', supplier: 'Repas de travail', label: 'Sur états de frais', category: 'meals', cents: 39_825n },
  ] satisfies DemoExpense[],
}

export const objectives = [
  { fr: 'Mettre en œuvre les accords de coopération institutionnelle', en: 'Carry out the institutional cooperation agreements' },
  { fr: 'Promouvoir la Provence comme destination économique et touristique', en: 'Promote Provence as a place for business and tourism' },
  { fr: 'S’inspirer de dispositifs publics transférables en Provence', en: 'Learn from public schemes that Provence could take up' },
] as const

export const organisations = {
  department: {
    name: 'Département des Bouches-du-Rhône',
    kind: 'department',
    country: 'FR',
    city: 'Marseille',
    timeZone: 'Europe/Paris',
    siren: '221300015',
    founder: 'claire',
  },
  marseille: {
    name: 'Ville de Marseille',
    kind: 'municipality',
    country: 'FR',
    city: 'Marseille',
    timeZone: 'Europe/Paris',
    siren: '211300553',
    founder: 'lucie',
  },
  genoa: { name: 'Comune di Genova', kind: 'foreign_authority', country: 'IT', city: 'Genova', timeZone: 'Europe/Rome', founder: 'giulia' },
} as const

/** Partners of Miami that have a card but no workspace in the demonstration. */
export const miamiPartners = [
  { name: 'Métropole Aix-Marseille-Provence', kind: 'intermunicipal', country: 'FR', role: 'co_organiser', workstream: 'Institutionnel' },
  { name: 'Ville d’Aix-en-Provence', kind: 'municipality', country: 'FR', role: 'partner', workstream: '' },
  { name: 'CCI Marseille Provence', kind: 'chamber', country: 'FR', role: 'partner', workstream: 'Appui à l’export' },
  { name: 'Provence Tourisme', kind: 'tourism_office', country: 'FR', role: 'partner', workstream: 'Tourisme' },
  { name: 'Office de tourisme de Marseille', kind: 'tourism_office', country: 'FR', role: 'partner', workstream: 'Tourisme' },
  { name: 'Provence Promotion', kind: 'development_agency', country: 'FR', role: 'partner', workstream: 'Prospection d’entreprises' },
  { name: 'Grand port maritime de Marseille', kind: 'port', country: 'FR', role: 'partner', workstream: 'Port et logistique' },
  { name: 'World Trade Center Marseille Provence', kind: 'association', country: 'FR', role: 'partner', workstream: '' },
  { name: 'Euroméditerranée', kind: 'other', country: 'FR', role: 'partner', workstream: '' },
  { name: 'Chambre de commerce franco-américaine de Floride', kind: 'chamber', country: 'US', role: 'support', workstream: '' },
  { name: 'Miami-Dade County', kind: 'foreign_authority', country: 'US', role: 'host', workstream: '' },
] as const

/** Fictitious people of the demonstration who have an account. */
export const accounts = {
  claire: {
    name: 'Claire Aubanel',
    email: 'claire.aubanel@departement.demo',
    locale: 'fr',
    roles: ['administrator', 'officer'],
    of: 'department',
  },
  mehdi: { name: 'Mehdi Roumestan', email: 'mehdi.roumestan@departement.demo', locale: 'fr', roles: ['finance'], of: 'department' },
  solange: { name: 'Solange Vidau', email: 'solange.vidau@departement.demo', locale: 'fr', roles: ['assembly'], of: 'department' },
  roland: {
    name: 'Roland Escoffier-Blanc',
    email: 'roland.escoffier-blanc@departement.demo',
    locale: 'fr',
    roles: ['reader'],
    of: 'department',
  },
  lucie: { name: 'Lucie Ferrat', email: 'lucie.ferrat@marseille.demo', locale: 'fr', roles: ['administrator', 'officer'], of: 'marseille' },
  giulia: { name: 'Giulia Marassi', email: 'giulia.marassi@genova.demo', locale: 'en', roles: ['administrator', 'officer'], of: 'genoa' },
} as const

/** A mission still to come, so that the countdown of the mandate and « what is next » have something to say. Fictitious. */
export const hamburg = {
  title: { fr: 'Mission portuaire à Hambourg', en: 'Port mission to Hamburg' },
  city: 'Hambourg',
  themes: ['Port et logistique'],
  objectives: [
    { fr: 'Préparer un échange d’apprentis entre les deux ports', en: 'Prepare an exchange of apprentices between the two ports' },
  ],
  members: [
    ['Nadège', 'Tramontin', 'elected', ...councillorF],
    ['Bastien', 'Ollivary', 'staff', ...officer],
  ] satisfies DemoMember[],
}
