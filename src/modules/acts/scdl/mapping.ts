import type { AuthorityKind } from '#platform/pure/delegation-words.ts'
import nomenclature from '../reference/nomenclature-actes.json' with { type: 'json' }

/** A subject of the national @CTES list, level 2. */
export type ActSubject = { readonly code: string; readonly label: string; readonly scdlName: string }

export const ACT_SUBJECTS: readonly ActSubject[] = nomenclature.niveau2.map((entry) => ({
  code: entry.code,
  label: entry.libelle,
  scdlName: entry.scdlNom,
}))

/** Level 1 names by their digit, e.g. '5' → « Institutions et vie politique ». */
export const SUBJECT_FAMILIES: ReadonlyMap<string, string> = new Map(nomenclature.niveau1.map((entry) => [entry.code, entry.libelle]))

export const ACT_MATTERS = [
  'special_mandate',
  'mission_ratification',
  'municipal_cooperation',
  'department_cooperation',
  'regional_cooperation',
  'grant',
  'company_support',
  'contribution_fund',
  'trademark_licence',
  'representative_designation',
  'formal_wish',
] as const
export type ActMatter = (typeof ACT_MATTERS)[number]

/** The subject code proposed for each kind of act; an authority may choose another with its prefecture. */
const DEFAULT_SUBJECT_CODES: { readonly [Matter in ActMatter]: string } = {
  special_mandate: '5.6',
  mission_ratification: '5.6',
  municipal_cooperation: '9.1',
  department_cooperation: '9.2',
  regional_cooperation: '9.3',
  grant: '7.5',
  company_support: '7.4',
  contribution_fund: '7.8',
  trademark_licence: '3.6',
  representative_designation: '5.3',
  formal_wish: '9.4',
}

export function subjectByCode(code: string): ActSubject | undefined {
  return ACT_SUBJECTS.find((subject) => subject.code === code)
}

export function defaultSubject(matter: ActMatter): ActSubject {
  const subject = subjectByCode(DEFAULT_SUBJECT_CODES[matter])
  if (subject === undefined) throw new Error(`the national subject list has no code ${DEFAULT_SUBJECT_CODES[matter]}`)
  return subject
}

/** The matter of an agreement with a foreign authority, which the national list tells by the level of who makes it. */
export function cooperationMatter(kind: AuthorityKind | null): ActMatter {
  if (kind === 'region') return 'regional_cooperation'
  return kind === 'department' ? 'department_cooperation' : 'municipal_cooperation'
}
