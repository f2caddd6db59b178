import type { OrganisationId } from '#platform/actor.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { parseLocalDate } from '#platform/pure/local-date-reading.ts'
import type { Locale } from '#platform/pure/locale.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { ImportShape } from '#platform/tabular/import.ts'
import type { Benefits, Category } from './expense.ts'
import { keyOf, readBenefitsWords, readCategoryWords, readYesNo } from './expense-words.ts'
import type { FieldProblem, FieldProblemCode } from './problems.ts'
import { readExpense } from './reading.ts'
import { decideRecording, type ExpenseDraft, type Ledger } from './recording.ts'

/** An expense as one line of a file says it. Amounts and rates stay texts until the currency of the line is known. */
export type ExpenseRow = {
  readonly spentOn: LocalDate
  readonly supplier: string
  readonly category: Category
  readonly amount: string
  readonly currency: string
  readonly rate: string
  /** The currency a unit of which the rate is for. */
  readonly rateFrom: string
  readonly rateOn: string
  readonly rateSource: string
  readonly label: string
  readonly benefits: Benefits
  readonly isShared: boolean
  readonly externalKey: string | null
}

export type ImportReader = {
  readonly locale: Locale
  readonly ledger: Ledger
  readonly partners: readonly { readonly organisationId: OrganisationId; readonly name: string }[]
}

const text = (cell: string) => ok(cell)
const optional = { parse: text, isRequired: false, whenBlank: '' } as const

/** The columns of a file of expenses, and what makes a line acceptable: the same rules as the form's, each on its cell. */
export function expenseShape(reader: ImportReader): ImportShape<ExpenseRow> {
  return {
    kind: 'expenses',
    columns: {
      spentOn: {
        labels: { fr: 'Date', en: 'Date' },
        aliases: ['Date de la dépense', 'Date de facture', 'Expense date'],
        parse: parseLocalDate,
        isRequired: true,
      },
      supplier: {
        labels: { fr: 'Fournisseur', en: 'Supplier' },
        aliases: ['Tiers', 'Prestataire', 'Bénéficiaire du paiement', 'Vendor'],
        parse: text,
        isRequired: true,
      },
      category: {
        labels: { fr: 'Nature', en: 'Category' },
        aliases: ['Nature de dépense', 'Catégorie', 'Type'],
        parse: readCategory,
        isRequired: true,
      },
      amount: {
        labels: { fr: 'Montant', en: 'Amount' },
        aliases: ['Montant TTC', 'Total TTC', 'Somme', 'Total'],
        parse: text,
        isRequired: true,
      },
      currency: { labels: { fr: 'Monnaie', en: 'Currency' }, aliases: ['Devise'], ...optional },
      rate: { labels: { fr: 'Taux', en: 'Rate' }, aliases: ['Taux de change', 'Exchange rate'], ...optional },
      rateFrom: {
        labels: { fr: 'Taux pour 1 unité de', en: 'Rate for 1 unit of' },
        aliases: ['Sens du taux', 'Rate direction'],
        ...optional,
      },
      rateOn: { labels: { fr: 'Date du taux', en: 'Rate date' }, ...optional },
      rateSource: { labels: { fr: 'Source du taux', en: 'Rate source' }, ...optional },
      label: { labels: { fr: 'Précisions', en: 'Details' }, aliases: ['Libellé', 'Objet', 'Description'], ...optional },
      benefits: {
        labels: { fr: 'Au bénéfice de', en: 'For the benefit of' },
        parse: (cell) => readBenefits(cell, reader.partners),
        isRequired: false,
        whenBlank: { kind: 'delegation' },
      },
      isShared: { labels: { fr: 'Partagée', en: 'Shared' }, parse: readShared, isRequired: false, whenBlank: false },
      externalKey: {
        labels: { fr: 'Numéro de pièce', en: 'Document number' },
        aliases: ['N° de pièce', 'Pièce', 'Numéro de mandat', 'Facture', 'Invoice number'],
        parse: text,
        isRequired: false,
        whenBlank: null,
      },
    },
    check: (row) => problemsOf(row, reader),
  }
}

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
