import { foldAccents } from '#platform/pure/text.ts'
import type { Category } from './expense.ts'

/** What people write in the cell of a category, in French and English; compared without case, accents or plural marks. */
const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  transport: [
    'transport',
    'voyage',
    'avion',
    'vol',
    'billet d’avion',
    'train',
    'taxi',
    'location de voiture',
    'travel',
    'flight',
    'car hire',
  ],
  lodging: ['hébergement', 'hôtel', 'nuitée', 'logement', 'lodging', 'accommodation', 'hotel'],
  meals: ['repas', 'restauration', 'restaurant', 'déjeuner', 'dîner', 'meals', 'catering', 'lunch', 'dinner'],
  per_diem: ['indemnité journalière', 'indemnité de mission', 'per diem', 'daily allowance'],
  venue: [
    'location de salles et de stands',
    'location de salle',
    'salle',
    'stand',
    'venues and stands',
    'venue',
    'venue hire',
    'room hire',
  ],
  interpreting: [
    'interprétation',
    'interprète',
    'traduction',
    'interprétation et traduction',
    'interpreting',
    'translation',
    'interpreting and translation',
  ],
  reception: ['réception', 'cocktail', 'reception'],
  communication: [
    'communication',
    'promotion',
    'communication et promotion',
    'publicité',
    'impression',
    'communication and promotion',
    'advertising',
    'printing',
  ],
  provider: ['prestataire', 'prestation', 'prestation de service', 'honoraire', 'service provider', 'provider', 'services', 'fees'],
  visa_insurance: ['visa', 'assurance', 'visas et assurances', 'visa et assurance', 'insurance', 'visas and insurance'],
  gift: ['cadeau', 'cadeau protocolaire', 'gift', 'official gift', 'protocol gift'],
  sme_support: [
    'aide aux entreprises participantes',
    'appui aux entreprises',
    'aide aux entreprises',
    'support to participating companies',
    'soutien aux pme',
    'support to companies',
    'sme support',
  ],
  other: ['autre', 'autre dépense', 'divers', 'other', 'other expense', 'miscellaneous'],
}

/** The category a cell means; null when nobody could say. The code itself is understood too. */
export function readCategoryWords(text: string): Category | null {
  const key = keyOf(text)
  const known = Object.keys(categoryWords) as Category[]
  return known.find((category) => keyOf(category) === key || categoryWords[category].some((words) => keyOf(words) === key)) ?? null
}

/** « oui », « x », « yes » or « non », « no »; null when it is neither. */
export function readYesNo(text: string): boolean | null {
  const word = foldAccents(text).trim()
  if (['oui', 'o', 'x', 'vrai', 'true', 'yes', 'y', '1', 'partagee', 'shared'].includes(word)) return true
  return ['non', 'n', 'faux', 'false', 'no', '0', 'privee', 'private'].includes(word) ? false : null
}

/** Whose benefit a cell means, when it is not one partner's name. */
export function readBenefitsWords(text: string): 'delegation' | 'all_partners' | null {
  const key = keyOf(text)
  if (['delegation', 'notre delegation', 'our delegation', 'own delegation'].includes(key)) return 'delegation'
  return ['tou', 'tou le partenaire', 'all', 'all partner'].includes(key) ? 'all_partners' : null
}

/** The same name, whatever its capitals, accents, punctuation and plural marks. */
export function keyOf(text: string): string {
  return foldAccents(text)
    .split(/[^a-z0-9]+/)
    .map((word) => word.replace(/(?<=..)[sx]$/, ''))
    .filter((word) => word !== '')
    .join(' ')
}
