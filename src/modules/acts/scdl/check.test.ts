import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { checkDeliberationRow } from './check.ts'
import { DELIBERATION_COLUMNS, FIELD_RULES, type DeliberationRow } from './columns.ts'

function rowsOf(file: string): DeliberationRow[] {
  return parse(readFileSync(new URL(`../reference/examples/${file}`, import.meta.url)), { columns: true })
}

const [valid] = rowsOf('deliberations.ok.csv') as [DeliberationRow]
const codes = (row: DeliberationRow) => checkDeliberationRow(row).map(({ column, code }) => `${column} ${code}`)

describe('the SCDL check of deliberations', () => {
  it('knows the 17 columns of the schema, in order', () => {
    expect([...FIELD_RULES.keys()]).toEqual([...DELIBERATION_COLUMNS])
    expect(DELIBERATION_COLUMNS).toHaveLength(17)
  })

  it('accepts the valid example', () => {
    expect(rowsOf('deliberations.ok.csv').map(codes)).toEqual([[], []])
  })

  it('refuses each invalid example for its own reason', () => {
    expect(rowsOf('deliberations.ko.csv').map(codes)).toEqual([
      ['COLL_SIRET siret_invalid'],
      ['VOTE_REEL votes_do_not_add_up'],
      ['PREF_DATE registered_before_decision'],
      ['BUDGET_NOM budget_incomplete'],
      ['DELIB_MATIERE_NOM subject_family_unknown'],
      ['DELIB_DATE date_invalid', 'DELIB_MATIERE_CODE pattern_mismatch', 'DELIB_MATIERE_NOM subject_separator_wrong'],
    ])
  })

  it.each<[string, Partial<DeliberationRow>, string[]]>([
    ['an empty object', { DELIB_OBJET: '' }, ['DELIB_OBJET value_missing']],
    ['a date the calendar has not', { DELIB_DATE: '2026-02-30' }, ['DELIB_DATE date_invalid']],
    ['a SIRET of 13 digits', { COLL_SIRET: '2186019460001' }, ['COLL_SIRET pattern_mismatch']],
    ['a budget interval that goes back', { BUDGET_ANNEE: '2027/2026' }, ['BUDGET_ANNEE year_interval_inverted']],
    ['a budget interval of one year', { BUDGET_ANNEE: '2026/2026' }, ['BUDGET_ANNEE year_interval_inverted']],
    ['a budget name alone', { BUDGET_ANNEE: '' }, ['BUDGET_ANNEE budget_incomplete']],
    ['half the votes', { VOTE_POUR: '', VOTE_CONTRE: '' }, ['VOTE_POUR votes_incomplete', 'VOTE_CONTRE votes_incomplete']],
    ['half a vote', { VOTE_POUR: '40.5' }, ['VOTE_POUR integer_invalid']],
    ['more voters than members', { VOTE_EFFECTIF: '48' }, ['VOTE_EFFECTIF more_voters_than_members']],
    ['more votes for than voters', { VOTE_POUR: '50' }, ['VOTE_POUR more_votes_than_voters', 'VOTE_REEL votes_do_not_add_up']],
    ['a prefecture of one digit', { PREF_ID: 'PREF86' }, ['PREF_ID prefecture_malformed']],
    ['a code outside the national list', { DELIB_MATIERE_CODE: '5.9' }, ['DELIB_MATIERE_CODE subject_code_unknown']],
    ['a name of another family than its code', { DELIB_MATIERE_CODE: '7.5' }, ['DELIB_MATIERE_NOM subject_code_and_name_differ']],
    [
      'a name without its second level',
      { DELIB_MATIERE_NOM: 'Finances locales', DELIB_MATIERE_CODE: '7.5' },
      ['DELIB_MATIERE_NOM subject_separator_wrong'],
    ],
    ['an address that is none', { DELIB_URL: 'voir le site' }, ['DELIB_URL address_invalid']],
  ])('refuses %s', (_case, change, problems) => {
    expect(codes({ ...valid, ...change })).toEqual(problems)
  })

  it.each(['PREF013', 'PREF02A', 'PREF974', 'SPREF0131', 'SGAR093', ''])('accepts the legality office %j', (PREF_ID) => {
    expect(codes({ ...valid, PREF_ID })).toEqual([])
  })

  it('reads family names whatever their case and accents', () => {
    expect(
      codes({ ...valid, DELIB_MATIERE_CODE: '6.1', DELIB_MATIERE_NOM: 'LIBERTES PUBLIQUES ET POUVOIRS DE POLICE/police municipale' }),
    ).toEqual([])
  })
})
