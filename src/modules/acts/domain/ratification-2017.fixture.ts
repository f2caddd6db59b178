import type { MemberCategory } from '#platform/pure/delegation-words.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import type { Category as CostCategory } from '#modules/budget/index.ts'
import type { CategoryExpense, MemberFacts, MissionFacts, ReportFacts } from './facts.ts'
import { placeName } from './place-names.ts'

/**
 * The three missions of 2017 that the Bouches-du-Rhône ratified on 8 February 2019, as facts. Dates, head counts, totals and
 * the public roles of the meeting are those of the public report; members, suppliers and the split by category are invented.
 */
const elected: Capacity = { fr: 'Conseiller départemental', en: 'County councillor' }
const officer: Capacity = { fr: 'Chargé de mission', en: 'Project officer' }

type Capacity = { readonly fr: string; readonly en: string }

const DEPARTMENT = { id: 'org-department', name: 'Département des Bouches-du-Rhône', isCompany: false }

function member(
  id: string,
  name: string,
  category: MemberCategory,
  capacity: Capacity,
  organisation: MemberFacts['organisation'] = DEPARTMENT,
): MemberFacts {
  const [givenName = '', familyName = ''] = name.split('|')
  return { id, givenName, familyName, category, capacity, organisation, isHead: false }
}

function headed(members: readonly MemberFacts[]): readonly MemberFacts[] {
  return members.map((any, index) => Object.assign({}, any, { isHead: index === 0 }))
}

function guest(id: string, name: string, capacity: Capacity, organisation: string, isCompany = false): MemberFacts {
  return member(id, name, 'guest', capacity, { id: `org-${organisation}`, name: organisation, isCompany })
}

function expenses(amounts: { readonly [Category in CostCategory]?: string }): readonly CategoryExpense[] {
  return Object.entries(amounts).map(([category, amountCents]) => ({ category: category as CostCategory, amountCents, lineCount: 3 }))
}

const OBJECTIVES: MissionFacts['objectives'] = [
  {
    fr: 'faire vivre les accords de coopération signés avec les territoires partenaires ;',
    en: 'give life to the cooperation agreements signed with partner territories;',
  },
  { fr: 'faire connaître la Provence aux visiteurs et aux investisseurs ;', en: 'make Provence known to visitors and investors;' },
  {
    fr: 'rapporter des politiques publiques que le territoire pourrait reprendre.',
    en: 'bring home public policies that the territory could adopt.',
  },
]

const GENOA: MissionFacts = {
  id: 'genoa',
  title: { fr: 'Mission à Gênes', en: 'Mission to Genoa' },
  legs: [{ place: placeName({ fr: 'Gênes', en: 'Genoa' }), from: asLocalDate('2017-10-19'), to: asLocalDate('2017-10-20') }],
  departure: asLocalDate('2017-10-19'),
  return: asLocalDate('2017-10-20'),
  transportDaysIncluded: true,
  objectives: OBJECTIVES,
  partners: [{ id: 'org-genoa', name: 'Comune di Genova', role: 'HOST' }],
  members: headed([
    member('g1', 'Camille|Exemple', 'elected', elected),
    member('g2', 'Dominique|Fictif', 'elected', elected),
    member('g3', 'Dany|Témoin', 'staff', officer),
    member('g4', 'Alix|Modèle', 'staff', officer),
  ]),
  expensesByCategory: expenses({ transport: '41280', lodging: '52140', meals: '24367' }),
  totalCents: '117787',
  unconverted: [],
  ownShareOnly: false,
  mandate: { votedOn: null, reference: null },
}

const MIAMI: MissionFacts = {
  id: 'miami',
  title: { fr: 'Mission collective à Miami', en: 'Collective mission to Miami' },
  legs: [{ place: placeName({ fr: 'Miami', en: 'Miami' }), from: asLocalDate('2017-11-04'), to: asLocalDate('2017-11-10') }],
  departure: asLocalDate('2017-11-04'),
  return: asLocalDate('2017-11-10'),
  transportDaysIncluded: true,
  objectives: OBJECTIVES,
  partners: [
    { id: 'org-marseille', name: 'Ville de Marseille', role: 'LEAD' },
    { id: 'org-ccimp', name: 'CCI Marseille Provence', role: 'CO_ORGANISER' },
  ],
  members: headed([
    ...['Andréa|Exemple', 'Sacha|Fictif', 'Maxime|Témoin', 'Noa|Modèle', 'Lou|Specimen', 'Charlie|Essai'].map((name, index) =>
      member(`me${index}`, name, 'elected', elected),
    ),
    guest('mg0', 'Morgan|Échantillon', { fr: 'Cheffe étoilée', en: 'Starred chef' }, 'Table d’exemple', true),
    guest('mg1', 'Eden|Maquette', { fr: 'Directrice', en: 'Director' }, 'Musée fictif de Provence'),
    guest('mg2', 'Ange|Gabarit', { fr: 'Commissaire d’exposition', en: 'Curator' }, 'Musée fictif de Provence'),
    guest('mg3', 'Yaël|Patron', { fr: 'Gérante', en: 'Manager' }, 'Savonnerie imaginaire', true),
    guest('mg4', 'Gaël|Prototype', { fr: 'Vigneron', en: 'Wine grower' }, 'Domaine inventé', true),
    guest('mg5', 'Maé|Épreuve', { fr: 'Photographe', en: 'Photographer' }, 'Studio supposé', true),
    guest('mg6', 'Thaïs|Canevas', { fr: 'Présidente', en: 'Chair' }, 'Agence fictive de tourisme'),
    ...['Sam|Ébauche', 'Robin|Brouillon', 'Lois|Croquis', 'Ael|Esquisse', 'Nour|Figure', 'Kim|Calque', 'Elie|Cadre'].map((name, index) =>
      member(`ms${index}`, name, 'staff', officer),
    ),
  ]),
  expensesByCategory: expenses({
    transport: '3184000',
    lodging: '2716480',
    meals: '689152',
    venue: '1450000',
    interpreting: '286000',
    reception: '1894220',
    communication: '1236000',
    provider: '1900000',
  }),
  totalCents: '13355852',
  unconverted: [],
  ownShareOnly: true,
  mandate: { votedOn: null, reference: null },
}

const MILAN: MissionFacts = {
  id: 'milan',
  title: { fr: 'Mission à Milan', en: 'Mission to Milan' },
  legs: [{ place: placeName({ fr: 'Milan', en: 'Milan' }), from: asLocalDate('2017-12-05'), to: asLocalDate('2017-12-07') }],
  departure: asLocalDate('2017-12-05'),
  return: asLocalDate('2017-12-07'),
  transportDaysIncluded: true,
  objectives: OBJECTIVES,
  partners: [],
  members: headed([
    member('i1', 'Andréa|Exemple', 'elected', elected),
    member('i2', 'Sacha|Fictif', 'elected', elected),
    guest('i3', 'Yaël|Patron', { fr: 'Gérante', en: 'Manager' }, 'Savonnerie imaginaire', true),
    member('i4', 'Dany|Témoin', 'staff', officer),
  ]),
  expensesByCategory: expenses({ transport: '148210', lodging: '176880', meals: '52165', venue: '60000' }),
  totalCents: '437255',
  unconverted: [],
  ownShareOnly: false,
  mandate: { votedOn: null, reference: null },
}

const president = {
  givenName: 'Martine',
  familyName: 'Vassal',
  gender: 'feminine',
  capacity: { fr: 'Présidente du Conseil départemental', en: 'President of the County Council' },
} as const

export const RATIFICATION_2017: ReportFacts = {
  authority: {
    id: 'org-department',
    name: { fr: 'Conseil départemental des Bouches-du-Rhône', en: 'Bouches-du-Rhône County Council' },
    gender: 'masculine',
    kind: 'department',
    siret: '22130001500247',
    directorates: [
      {
        fr: 'Direction générale adjointe Stratégie et développement du territoire',
        en: 'Deputy directorate-general for strategy and territorial development',
      },
      {
        fr: 'Direction des relations internationales et des affaires européennes',
        en: 'Directorate for international relations and European affairs',
      },
    ],
    place: 'Marseille',
  },
  reference: '122.55',
  meeting: {
    body: { fr: 'Commission permanente', en: 'Standing Committee' },
    bodyGender: 'feminine',
    date: asLocalDate('2019-02-08'),
    chair: president,
    rapporteurs: [{ givenName: 'Patrick', familyName: 'Boré', gender: 'masculine', capacity: null }],
  },
  object: {
    fr: 'Déplacements 2017 : ratification des missions à Gênes, Miami et Milan',
    en: 'Trips of 2017: ratification of the missions to Genoa, Miami and Milan',
  },
  fiscalYear: 2018,
  proposer: {
    fr: 'Monsieur le Délégué aux relations internationales et européennes',
    en: 'the Delegate for international and European relations',
  },
  signatory: president,
  missions: [GENOA, MIAMI, MILAN],
  contents: [
    {
      missionIds: ['genoa', 'milan'],
      heading: null,
      blocks: [
        {
          kind: 'paragraph',
          text: {
            fr: 'Les artisans de Provence ont tenu des stands dans deux foires, à Gênes puis à Milan, et y ont rencontré leur public.',
            en: 'Craftspeople from Provence held stands at two fairs, in Genoa and then in Milan, and met their public there.',
          },
        },
      ],
    },
    {
      missionIds: ['genoa'],
      heading: null,
      blocks: [
        {
          kind: 'paragraph',
          text: {
            fr: 'Le Département, la Ville et la Métropole de Gênes ont signé un accord nouveau : mobilité des jeunes, réparation navale, tourisme.',
            en: 'The Département, the City and the Metropolis of Genoa signed a new agreement: youth mobility, ship repair, tourism.',
          },
        },
      ],
    },
    {
      missionIds: ['milan'],
      heading: null,
      blocks: [
        {
          kind: 'paragraph',
          text: {
            fr: 'La Métropole de Milan a raconté comment elle a absorbé sa Province ; la délégation en a rapporté une note de comparaison.',
            en: 'The Metropolis of Milan told how it absorbed its Province; the delegation brought back a comparison note.',
          },
        },
      ],
    },
    {
      missionIds: ['miami'],
      heading: null,
      blocks: [
        {
          kind: 'paragraph',
          text: {
            fr: 'La mission réunissait les acteurs publics et privés du territoire. Le Département, avec l’agence du tourisme, y a porté la promotion touristique :',
            en: 'The mission brought together the public and private actors of the territory. With the tourism agency, the Département led the promotion of tourism:',
          },
        },
        {
          kind: 'bullets',
          items: [
            {
              fr: 'un atelier avec des voyagistes et des journalistes, en présence d’artistes et d’une cheffe étoilée ;',
              en: 'a workshop with tour operators and journalists, with artists and a starred chef;',
            },
            {
              fr: 'une rencontre avec « Visit Florida », pour comprendre sa politique d’attractivité ;',
              en: 'a meeting with Visit Florida, to understand its attractiveness policy;',
            },
            {
              fr: 'une démonstration de cuisine provençale à l’école hôtelière de Miami.',
              en: 'a demonstration of Provençal cooking at the hotel school of Miami.',
            },
          ],
        },
      ],
    },
  ],
  currency: 'EUR',
  grandTotalCents: '13910894',
}
