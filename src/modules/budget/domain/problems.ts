import type { RateProblem } from '#platform/pure/conversion.ts'
import type { DateProblem } from '#platform/pure/local-date.ts'
import type { MoneyProblem } from '#platform/pure/money-reading.ts'
import type { ReversalProblem } from './reversal.ts'

/** The fields of an expense as forms, files and the API name them, in the order of the form; '' is the expense as a whole. */
export const expenseFields = [
  'spentOn',
  'supplier',
  'category',
  'amount',
  'currency',
  'rate',
  'rateFrom',
  'rateOn',
  'rateSource',
  'benefits',
  'label',
  'isShared',
  'externalKey',
] as const
export type ExpenseField = (typeof expenseFields)[number] | ''

/** Why one field of an expense is refused. Sentences are in the texts, typed on this union. */
export type FieldProblemCode =
  | DateProblem['code']
  | MoneyProblem['code']
  | RateProblem['code']
  | 'accounts_closed'
  | 'supplier_missing'
  | 'text_too_long'
  | 'category_unknown'
  | 'currency_unknown'
  | 'amount_is_zero'
  | 'rate_needed'
  | 'rate_not_needed'
  | 'rate_on_needed'
  | 'rate_source_needed'
  | 'rate_direction_unknown'
  | 'rate_is_for_another_currency'
  | 'rate_in_the_future'
  | 'base_is_zero'
  | 'beneficiary_unknown'
  | 'shared_unknown'
  | 'key_twice_in_the_file'
  | 'key_was_reversed'
  | 'cell_blank'

export type FieldProblem = { readonly field: ExpenseField; readonly code: FieldProblemCode }

/** A refused expense: everything to mend, at once. */
export type RecordingProblem = { readonly code: 'expense_to_mend'; readonly problems: readonly FieldProblem[] }

/** Constraints a race, or a door that forgot a rule, may still run into. */
export const ledgerConstraints = [
  'closed_accounts_take_no_expense',
  'an_expense_is_reversed_once',
  'an_expense_is_corrected_once',
  'a_reversal_mirrors_its_expense',
  'a_ledger_keeps_one_base_currency',
  'a_beneficiary_is_a_partner',
  'a_receipt_belongs_to_its_payer',
  'a_handed_receipt_is_entered_once',
  'one_expense_per_external_key',
] as const
export type LedgerConstraint = (typeof ledgerConstraints)[number]

/** Every code a page of this module may have to put into words. */
export type BudgetProblemCode = FieldProblemCode | ReversalProblem['code'] | LedgerConstraint | 'import_is_empty' | 'import_has_problems'
