import schema from '../reference/scdl-deliberations-2.1.5.schema.json' with { type: 'json' }

/** The 17 columns of SCDL « Délibérations » 2.1.5, in the order the file must have. */
export const DELIBERATION_COLUMNS = [
  'COLL_NOM',
  'COLL_SIRET',
  'DELIB_ID',
  'DELIB_DATE',
  'DELIB_MATIERE_CODE',
  'DELIB_MATIERE_NOM',
  'DELIB_OBJET',
  'BUDGET_ANNEE',
  'BUDGET_NOM',
  'PREF_ID',
  'PREF_DATE',
  'VOTE_EFFECTIF',
  'VOTE_REEL',
  'VOTE_POUR',
  'VOTE_CONTRE',
  'VOTE_ABSTENTION',
  'DELIB_URL',
] as const

export type DeliberationColumn = (typeof DELIBERATION_COLUMNS)[number]

/** One line of the file, as text; '' when the column is not filled. */
export type DeliberationRow = { readonly [Column in DeliberationColumn]: string }

export const VOTE_COLUMNS = ['VOTE_EFFECTIF', 'VOTE_REEL', 'VOTE_POUR', 'VOTE_CONTRE', 'VOTE_ABSTENTION'] as const

type FieldRule = { readonly type: string; readonly required: boolean; readonly pattern: RegExp | null }

/** What the published schema itself asks of each column. */
export const FIELD_RULES: ReadonlyMap<string, FieldRule> = new Map(
  schema.fields.map((field) => {
    const constraints: { required?: boolean; pattern?: string } = field.constraints ?? {}
    const pattern = constraints.pattern === undefined ? null : new RegExp(constraints.pattern, 'u')
    return [field.name, { type: field.format ?? field.type, required: constraints.required === true, pattern }]
  }),
)
