import type { OrganisationId } from '#platform/actor.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { CellProblem, ImportShape } from '#platform/tabular/import.ts'
import type { Benefits, Category } from './expense.ts'
import { keyOf, readBenefitsWords, readCategoryWords, readYesNo } from './expense-words.ts'
import { columnNames, type ExpenseRow } from './import-columns.ts'
import type { FieldProblem, FieldProblemCode } from './problems.ts'
import { readExpense } from './reading.ts'
import { decideRecording, type ExpenseDraft, type Ledger } from './recording.ts'

export type ImportReader = {
  readonly locale: Locale
  readonly ledger: Ledger
  readonly partners: readonly { readonly organisationId: OrganisationId; readonly name: string }[]
}

const text = (cell: string) => ok(cell)

/** The columns of a file of expenses, and what makes a line acceptable: the same rules as the form's, each on its cell. */
export function expenseShape(reader: ImportReader): ImportShape<ExpenseRow> {
  const required = <Key extends keyof ExpenseRow>(key: Key, parse: Parse<ExpenseRow[Key]>) => ({
    ...columnNames[key],
    parse,
    isRequired: true as const,
  })
  const optional = <Key extends keyof ExpenseRow>(key: Key, parse: Parse<ExpenseRow[Key]>, whenBlank: ExpenseRow[Key]) => ({
    ...columnNames[key],
    parse,
    isRequired: false as const,
    whenBlank,
  })
  return {
    kind: 'expenses',
    columns: {
      spentOn: required('spentOn', parseLocalDate),
      supplier: required('supplier', text),
      category: required('category', readCategory),
      amount: required('amount', text),
      currency: optional('currency', text, ''),
      rate: optional('rate', text, ''),
      rateFrom: optional('rateFrom', text, ''),
      rateOn: optional('rateOn', text, ''),
      rateSource: optional('rateSource', text, ''),
      label: optional('label', text, ''),
      benefits: optional('benefits', (cell) => readBenefits(cell, reader.partners), { kind: 'delegation' }),
      isShared: optional('isShared', readShared, false),
      externalKey: optional('externalKey', text, null),
    },
    check: (row) => problemsOf(row, reader),
  }
}

type Parse<Value> = (cell: string) => Outcome<Value, CellProblem>

/** What one line would write, decided by the same rules as the form. */
export function draftOfRow(row: ExpenseRow, { locale, ledger }: ImportReader): Outcome<ExpenseDraft, readonly FieldProblem[]> {
  const { benefits, isShared, externalKey, rateFrom, ...texts } = row
  const direction = directionOf(rateFrom, row.currency, ledger.baseCurrency)
  const read = readExpense({ ...texts, rateFrom: direction, benefits: 'delegation' }, { locale, baseCurrency: ledger.baseCurrency })
  return read.ok ? ok({ ...read.value, benefits, isShared, externalKey }) : read
}

/** 'paid' or 'base' by the currency the cell names; another one is left for the reading to refuse. */
function directionOf(from: string, paid: string, base: string): string {
  const code = from.toUpperCase()
  return code === base ? 'base' : code === paid.toUpperCase() ? 'paid' : from
}

function problemsOf(row: ExpenseRow, reader: ImportReader): Partial<Record<keyof ExpenseRow, { code: FieldProblemCode }>> {
  const draft = draftOfRow(row, reader)
  const decided = draft.ok ? decideRecording(draft.value, reader.ledger) : draft
  if (decided.ok) return {}
  return Object.fromEntries(decided.problem.toReversed().map(({ field, code }) => [field === '' ? 'spentOn' : field, { code }]))
}

function readCategory(cell: string): Outcome<Category, { code: 'category_unknown' }> {
  const category = readCategoryWords(cell)
  return category ? ok(category) : refused({ code: 'category_unknown' })
}

function readShared(cell: string): Outcome<boolean, { code: 'shared_unknown' }> {
  const isShared = readYesNo(cell)
  return isShared === null ? refused({ code: 'shared_unknown' }) : ok(isShared)
}

function readBenefits(cell: string, partners: ImportReader['partners']): Outcome<Benefits, { code: 'beneficiary_unknown' }> {
  const kind = readBenefitsWords(cell)
  if (kind) return ok({ kind })
  const named = partners.filter(({ name }) => keyOf(name) === keyOf(cell))
  const [partner] = named
  return partner && named.length === 1
    ? ok({ kind: 'partner', organisationId: partner.organisationId })
    : refused({ code: 'beneficiary_unknown' })
}
