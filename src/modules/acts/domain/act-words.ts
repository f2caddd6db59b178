import type { Category as CostCategory } from '#modules/budget/index.ts'
import type { ActLanguage } from './document.ts'

/** The words of an act that no authority rewrites: labels of facts, headings of tables, results. */
export type ActWords = {
  readonly report: string
  readonly deliberation: string
  readonly draftDeliberation: string
  readonly register: string
  readonly republic: string
  readonly reference: string
  readonly number: string
  readonly meeting: string
  readonly convened: string
  readonly chair: string
  readonly secretary: string
  readonly rapporteur: readonly [one: string, many: string]
  readonly object: string
  readonly inOffice: string
  readonly present: string
  readonly represented: string
  readonly voters: string
  readonly votesFor: string
  readonly votesAgainst: string
  readonly abstentions: string
  readonly notVoting: string
  readonly votesCast: string
  readonly secretBallot: string
  readonly result: string
  readonly outcome: { readonly [Outcome in 'adopted' | 'rejected' | 'adjourned' | 'withdrawn']: string }
  readonly enforceability: string
  readonly transmittedOn: string
  readonly receipt: string
  readonly publishedOn: string
  readonly enforceableOn: string
  readonly article: (number: number) => string
  readonly expensesCaption: (currency: string) => string
  readonly category: string
  readonly mission: string
  readonly amount: string
  readonly total: string
  readonly person: string
  readonly capacity: string
  readonly organisation: string
  readonly as: string
  readonly leads: string
  readonly delegation: string
  readonly done: (place: string) => string
  readonly organisations: readonly [one: string, many: string]
  readonly companies: readonly [one: string, many: string]
}

const FR: ActWords = {
  report: 'Rapport',
  deliberation: 'Délibération',
  draftDeliberation: 'Projet de délibération',
  register: 'Extrait du registre des délibérations',
  republic: 'République française',
  reference: 'Rapport n°',
  number: 'Délibération n°',
  meeting: 'Réunion',
  convened: 'Convocation',
  chair: 'Présidence',
  secretary: 'Secrétaire de séance',
  rapporteur: ['Rapporteur', 'Rapporteurs'],
  object: 'Objet',
  inOffice: 'Membres en exercice',
  present: 'Présents',
  represented: 'Représentés',
  voters: 'Votants',
  votesFor: 'Pour',
  votesAgainst: 'Contre',
  abstentions: 'Abstentions',
  notVoting: 'Sans prendre part au vote',
  votesCast: 'Suffrages exprimés',
  secretBallot: 'Vote au scrutin secret.',
  result: 'Résultat du vote',
  outcome: {
    adopted: 'La délibération est adoptée.',
    rejected: 'La délibération n’est pas adoptée.',
    adjourned: 'L’affaire est ajournée.',
    withdrawn: 'L’affaire est retirée de l’ordre du jour.',
  },
  enforceability: 'Caractère exécutoire',
  transmittedOn: 'Transmise à l’État le',
  receipt: 'Accusé de réception',
  publishedOn: 'Mise en ligne le',
  enforceableOn: 'Exécutoire à compter du',
  article: (number) => (number === 1 ? 'Article 1er' : `Article ${number}`),
  expensesCaption: (currency) => `Dépenses par nature et par mission, en ${currency}`,
  category: 'Nature de la dépense',
  mission: 'Mission',
  amount: 'Montant',
  total: 'Total',
  person: 'Nom',
  capacity: 'Qualité',
  organisation: 'Organisme',
  as: 'Au titre de',
  leads: 'conduit la délégation',
  delegation: 'Délégation',
  done: (place) => `Fait à ${place}`,
  organisations: ['organisme représenté', 'organismes représentés'],
  companies: ['entreprise', 'entreprises'],
}

const EN: ActWords = {
  report: 'Report',
  deliberation: 'Deliberation',
  draftDeliberation: 'Draft deliberation',
  register: 'Extract from the register of deliberations',
  republic: 'French Republic',
  reference: 'Report no.',
  number: 'Deliberation no.',
  meeting: 'Meeting',
  convened: 'Convened on',
  chair: 'Chair',
  secretary: 'Secretary',
  rapporteur: ['Rapporteur', 'Rapporteurs'],
  object: 'Object',
  inOffice: 'Members in office',
  present: 'Present',
  represented: 'Represented',
  voters: 'Voters',
  votesFor: 'For',
  votesAgainst: 'Against',
  abstentions: 'Abstentions',
  notVoting: 'Not taking part',
  votesCast: 'Votes cast',
  secretBallot: 'Secret ballot.',
  result: 'Result of the vote',
  outcome: {
    adopted: 'The deliberation is adopted.',
    rejected: 'The deliberation is not adopted.',
    adjourned: 'The matter is adjourned.',
    withdrawn: 'The matter is withdrawn from the agenda.',
  },
  enforceability: 'Enforceability',
  transmittedOn: 'Transmitted to the State on',
  receipt: 'Acknowledgement',
  publishedOn: 'Posted online on',
  enforceableOn: 'Enforceable from',
  article: (number) => `Article ${number}`,
  expensesCaption: (currency) => `Expenses by category and by mission, in ${currency}`,
  category: 'Category of expense',
  mission: 'Mission',
  amount: 'Amount',
  total: 'Total',
  person: 'Name',
  capacity: 'Capacity',
  organisation: 'Organisation',
  as: 'As',
  leads: 'leads the delegation',
  delegation: 'Delegation',
  done: (place) => `Done in ${place}`,
  organisations: ['organisation represented', 'organisations represented'],
  companies: ['company', 'companies'],
}

export function actWords(language: ActLanguage): ActWords {
  return language === 'fr' ? FR : EN
}

/** Every category of the ledger, in the order an act lists them: `other` last. */
const COST_CATEGORY_NAMES: { readonly [Category in CostCategory]: { readonly [Language in ActLanguage]: string } } = {
  transport: { fr: 'Transport', en: 'Transport' },
  lodging: { fr: 'Hébergement', en: 'Lodging' },
  meals: { fr: 'Repas', en: 'Meals' },
  per_diem: { fr: 'Indemnités journalières', en: 'Per diems' },
  venue: { fr: 'Location de salles et de stands', en: 'Venues and stands' },
  interpreting: { fr: 'Interprétation et traduction', en: 'Interpreting and translation' },
  reception: { fr: 'Réceptions', en: 'Receptions' },
  communication: { fr: 'Communication', en: 'Communication' },
  provider: { fr: 'Prestataires', en: 'Providers' },
  visa_insurance: { fr: 'Visas et assurances', en: 'Visas and insurance' },
  gift: { fr: 'Cadeaux protocolaires', en: 'Official gifts' },
  sme_support: { fr: 'Aide aux entreprises participantes', en: 'Support to participating companies' },
  other: { fr: 'Autres dépenses', en: 'Other expenses' },
}

export const costCategories = Object.keys(COST_CATEGORY_NAMES) as readonly CostCategory[]

export function costCategoryName(category: CostCategory, language: ActLanguage): string {
  return COST_CATEGORY_NAMES[category][language]
}
