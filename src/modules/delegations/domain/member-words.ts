import { foldAccents } from '#platform/pure/text.ts'
import type { MemberCategory, MemberFunction } from './member.ts'

/** What people write in the cell of a category, in French and English; without case, accents, inclusive endings or plural marks. */
const categoryWords: Readonly<Record<MemberCategory, readonly string[]>> = {
  elected: ['elu', 'elue', 'conseiller', 'conseillere', 'maire', 'elected', 'elected member', 'councillor'],
  guest: ['invite', 'invitee', 'personnalite', 'personnalite qualifiee', 'guest'],
  staff: [
    'agent',
    'agente',
    'agent de la collectivite',
    'agente de la collectivite',
    'technicien',
    'technicienne',
    'personnel',
    'staff',
    'staff member',
    'member of staff',
  ],
  company: ['entreprise', 'societe', 'representant d entreprise', 'representante d entreprise', 'company', 'company representative'],
  academic: [
    'enseignement et recherche',
    'enseignement',
    'recherche',
    'universite',
    'universitaire',
    'chercheur',
    'chercheuse',
    'enseignant',
    'enseignante',
    'academic',
    'teaching and research',
    'university',
  ],
  cultural: [
    'culture',
    'culturel',
    'culturelle',
    'acteur culturel',
    'actrice culturelle',
    'artiste',
    'cultural',
    'cultural representative',
    'artist',
  ],
  press: ['presse', 'journaliste', 'media', 'press', 'journalist'],
  interpreter: ['interprete', 'traducteur', 'traductrice', 'interpreter', 'translator'],
}

const functionWords: Readonly<Record<MemberFunction, readonly string[]>> = {
  head: [
    'chef',
    'cheffe',
    'chef de delegation',
    'cheffe de delegation',
    'chef de la delegation',
    'cheffe de la delegation',
    'head',
    'head of delegation',
  ],
  deputy: ['adjoint au chef', 'adjointe au chef', 'adjoint a la cheffe', 'adjointe a la cheffe', 'deputy', 'deputy head'],
  protocol: ['protocole', 'protocol'],
  member: ['membre', 'member'],
}

const categoryOfWord = meanings(categoryWords)
const functionOfWord = meanings(functionWords)

/** The category a cell means; null when nobody could say. */
export function readCategory(text: string): MemberCategory | null {
  return categoryOfWord.get(keyOf(text)) ?? null
}

/** The function a cell means; null when nobody could say. */
export function readFunction(text: string): MemberFunction | null {
  return functionOfWord.get(keyOf(text)) ?? null
}

/** From the key of each word to what it means: a file has thousands of cells. */
function meanings<Meaning extends string>(words: Readonly<Record<Meaning, readonly string[]>>): ReadonlyMap<string, Meaning> {
  const entries = Object.entries(words) as [Meaning, readonly string[]][]
  return new Map(entries.flatMap(([meaning, written]) => written.map((word) => [keyOf(word), meaning] as const)))
}

/** « Élu·e·s », « élu(e) », « ÉLUS » and « élu » are written alike. */
function keyOf(text: string): string {
  return foldAccents(text)
    .replace(/\([a-z]+\)|[·.-](?:e|ne|re|trice|euse|fe)(?:[·.-]?s)?(?![a-z])|[·.-]s(?![a-z])/g, '')
    .split(/[^a-z]+/)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word !== '')
    .join(' ')
}
