import { stringify } from 'csv-stringify/sync'
import type { Localized } from '#platform/pure/localized.ts'
import { ok, refused, type Outcome } from '#platform/pure/outcome.ts'
import { neutraliseFormula } from '#platform/pure/spreadsheet-safety.ts'
import { factWords } from '../domain/fact-words.ts'
import type { ActLife } from '../domain/lifecycle.ts'
import { isVote } from '../domain/lifecycle.ts'
import { votersOf } from '../domain/vote.ts'
import { checkDeliberationRow, type ScdlProblem } from './check.ts'
import { DELIBERATION_COLUMNS, type DeliberationRow } from './columns.ts'
import type { ActSubject } from './mapping.ts'

/** What the row states that the life of the act does not. */
export type PublishedAct = {
  readonly authority: { readonly name: Localized; readonly siret: string | null }
  readonly number: string
  readonly object: Localized
  readonly subject: ActSubject
  /** Both or neither. */
  readonly budget: { readonly year: number; readonly name: string } | null
  /** e.g. 'PREF013'; see the column PREF_ID. */
  readonly prefecture: string | null
  readonly life: ActLife
}

export type RowProblem = { readonly code: 'act_not_adopted' } | { readonly code: 'row_invalid'; readonly problems: readonly ScdlProblem[] }

/**
 * The line of an adopted act in the SCDL file of deliberations. VOTE_REEL counts abstentions, as the schema wants,
 * though the majority does not.
 * @refuses act_not_adopted, row_invalid with every reason
 */
export function deliberationRow(act: PublishedAct): Outcome<DeliberationRow, RowProblem> {
  const { decision, transmission, publication } = act.life
  if (!isVote(decision) || decision.outcome !== 'adopted') return refused({ code: 'act_not_adopted' })
  const { attendance, ballot } = decision
  const row: DeliberationRow = {
    COLL_NOM: factWords(act.authority.name, 'fr'),
    COLL_SIRET: act.authority.siret ?? '',
    DELIB_ID: act.number,
    DELIB_DATE: decision.on,
    DELIB_MATIERE_CODE: act.subject.code,
    DELIB_MATIERE_NOM: act.subject.scdlName,
    DELIB_OBJET: factWords(act.object, 'fr'),
    BUDGET_ANNEE: act.budget === null ? '' : String(act.budget.year),
    BUDGET_NOM: act.budget?.name ?? '',
    PREF_ID: act.prefecture ?? '',
    PREF_DATE: transmission?.on ?? '',
    VOTE_EFFECTIF: String(attendance.inOffice),
    VOTE_REEL: String(votersOf(ballot)),
    VOTE_POUR: String(ballot.for),
    VOTE_CONTRE: String(ballot.against),
    VOTE_ABSTENTION: String(ballot.abstained),
    DELIB_URL: publication?.address ?? '',
  }
  const problems = checkDeliberationRow(row)
  return problems.length > 0 ? refused({ code: 'row_invalid', problems }) : ok(row)
}

/** The file: UTF-8, comma, header, lines ended by CRLF (RFC 4180). Words that a spreadsheet would compute are shielded. */
export function deliberationCsv(rows: readonly DeliberationRow[]): string {
  const lines = rows.map((row) => DELIBERATION_COLUMNS.map((column) => neutraliseFormula(row[column])))
  return stringify([[...DELIBERATION_COLUMNS], ...lines], { record_delimiter: 'windows' })
}
