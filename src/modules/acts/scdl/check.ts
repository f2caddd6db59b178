import { parseIdentifier } from '#platform/pure/identifiers.ts'
import { parseIsoDate } from '#platform/pure/local-date.ts'
import { foldAccents } from '#platform/pure/text.ts'
import { DELIBERATION_COLUMNS, FIELD_RULES, VOTE_COLUMNS, type DeliberationColumn, type DeliberationRow } from './columns.ts'
import { SUBJECT_FAMILIES, subjectByCode } from './mapping.ts'

export const SCDL_PROBLEM_CODES = [
  'value_missing',
  'pattern_mismatch',
  'date_invalid',
  'integer_invalid',
  'address_invalid',
  'siret_invalid',
  'year_interval_inverted',
  'budget_incomplete',
  'votes_incomplete',
  'registered_before_decision',
  'more_voters_than_members',
  'more_votes_than_voters',
  'votes_do_not_add_up',
  'prefecture_malformed',
  'subject_code_unknown',
  'subject_family_unknown',
  'subject_separator_wrong',
  'subject_code_and_name_differ',
] as const
export type ScdlProblemCode = (typeof SCDL_PROBLEM_CODES)[number]

export type ScdlProblem = { readonly column: DeliberationColumn; readonly code: ScdlProblemCode }

/**
 * Checks one line against SCDL « Délibérations » 2.1.5: the constraints of its schema, and the `custom_checks` it declares
 * that generic validators skip. The two checks on subject codes and on PREF_ID come from the descriptions of the columns.
 */
export function checkDeliberationRow(row: DeliberationRow): readonly ScdlProblem[] {
  return [
    ...DELIBERATION_COLUMNS.flatMap((column) => checkField(column, row[column])),
    ...checkAuthority(row),
    ...checkBudget(row),
    ...checkRegistration(row),
    ...checkVotes(row),
    ...checkSubject(row),
  ]
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

function checkField(column: DeliberationColumn, value: string): ScdlProblem[] {
  const rule = FIELD_RULES.get(column)
  if (rule === undefined) throw new Error(`the SCDL schema has no column ${column}`)
  if (value === '') return rule.required ? [{ column, code: 'value_missing' }] : []
  if (rule.pattern !== null && !rule.pattern.test(value)) return [{ column, code: 'pattern_mismatch' }]
  if (rule.type === 'date' && !isDate(value)) return [{ column, code: 'date_invalid' }]
  if (rule.type === 'integer' && !/^\d+$/.test(value)) return [{ column, code: 'integer_invalid' }]
  if (rule.type === 'uri' && !/^https?:\/\/[^\s]+$/.test(value)) return [{ column, code: 'address_invalid' }]
  return []
}

function isDate(value: string): boolean {
  return DATE.test(value) && parseIsoDate(value).ok
}

function checkAuthority({ COLL_SIRET }: DeliberationRow): ScdlProblem[] {
  if (!/^\d{14}$/.test(COLL_SIRET)) return []
  return parseIdentifier('FR-SIRET', COLL_SIRET).ok ? [] : [{ column: 'COLL_SIRET', code: 'siret_invalid' }]
}

function checkBudget({ BUDGET_ANNEE, BUDGET_NOM }: DeliberationRow): ScdlProblem[] {
  if ((BUDGET_ANNEE === '') !== (BUDGET_NOM === '')) {
    return [{ column: BUDGET_ANNEE === '' ? 'BUDGET_ANNEE' : 'BUDGET_NOM', code: 'budget_incomplete' }]
  }
  const [first = '', last] = BUDGET_ANNEE.split('/')
  return last !== undefined && last <= first ? [{ column: 'BUDGET_ANNEE', code: 'year_interval_inverted' }] : []
}

/** Préfecture, sous-préfecture or SGAR: PREF013, SPREF0131, SGAR093, PREF02A. */
const PREFECTURE = /^(?:(?:PREF|SGAR)(?:0\d{2}|02[AB]|97\d)|SPREF(?:0\d{2}|02[AB]|97\d)\d)$/

function checkRegistration({ PREF_ID, PREF_DATE, DELIB_DATE }: DeliberationRow): ScdlProblem[] {
  const problems: ScdlProblem[] = []
  if (PREF_ID !== '' && !PREFECTURE.test(PREF_ID)) problems.push({ column: 'PREF_ID', code: 'prefecture_malformed' })
  if (isDate(PREF_DATE) && isDate(DELIB_DATE) && PREF_DATE < DELIB_DATE) {
    problems.push({ column: 'PREF_DATE', code: 'registered_before_decision' })
  }
  return problems
}

function checkVotes(row: DeliberationRow): ScdlProblem[] {
  const missing = VOTE_COLUMNS.filter((column) => row[column] === '')
  if (missing.length === VOTE_COLUMNS.length) return []
  if (missing.length > 0) return missing.map((column) => ({ column, code: 'votes_incomplete' }))
  if (VOTE_COLUMNS.some((column) => !/^\d+$/.test(row[column]))) return []
  const [members, voters, votesFor, votesAgainst, abstentions] = VOTE_COLUMNS.map((column) => Number(row[column])) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const problems: ScdlProblem[] = []
  if (voters > members) problems.push({ column: 'VOTE_EFFECTIF', code: 'more_voters_than_members' })
  for (const column of ['VOTE_POUR', 'VOTE_CONTRE', 'VOTE_ABSTENTION'] as const) {
    if (Number(row[column]) > voters) problems.push({ column, code: 'more_votes_than_voters' })
  }
  if (votesFor + votesAgainst + abstentions !== voters) problems.push({ column: 'VOTE_REEL', code: 'votes_do_not_add_up' })
  return problems
}

function checkSubject({ DELIB_MATIERE_CODE, DELIB_MATIERE_NOM }: DeliberationRow): ScdlProblem[] {
  const problems: ScdlProblem[] = []
  const isCode = FIELD_RULES.get('DELIB_MATIERE_CODE')?.pattern?.test(DELIB_MATIERE_CODE) ?? false
  if (isCode && subjectByCode(DELIB_MATIERE_CODE) === undefined)
    problems.push({ column: 'DELIB_MATIERE_CODE', code: 'subject_code_unknown' })
  if (DELIB_MATIERE_NOM === '') return problems
  const [family = '', detail] = DELIB_MATIERE_NOM.split('/')
  if (detail === undefined || detail.startsWith(' ')) problems.push({ column: 'DELIB_MATIERE_NOM', code: 'subject_separator_wrong' })
  const digit = [...SUBJECT_FAMILIES].find(([, name]) => foldAccents(name) === foldAccents(family.trim()))?.[0]
  if (digit === undefined) problems.push({ column: 'DELIB_MATIERE_NOM', code: 'subject_family_unknown' })
  else if (isCode && !DELIB_MATIERE_CODE.startsWith(`${digit}.`)) {
    problems.push({ column: 'DELIB_MATIERE_NOM', code: 'subject_code_and_name_differ' })
  }
  return problems
}
