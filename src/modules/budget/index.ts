/** Front door of the budget module: what other modules may ask, and nothing else. */
export { type Benefits, type Category, type Expense, type ExpenseId, categories, isStanding } from './domain/expense.ts'
export type { MissionTotals } from './domain/mission-totals.ts'
export type { GivenLine as GivenExpense } from './domain/import-plan.ts'
export type { ExpenseDraft } from './domain/recording.ts'
export type { CategoryTotal } from './domain/totals.ts'
export { type ExpenseFilter, type ExpenseLine, listExpenses, loadExpense } from './sql/expenses.ts'
export { expensesByCategory, missionTotals, totalsOfMissions } from './sql/ledger-sums.ts'
export { correctExpense } from './usecases/correct-expense.ts'
export {
  type ImportCounts as ExpenseImportCounts,
  type RefusedImport as RefusedExpenses,
  importExpenses,
} from './usecases/import-expenses.ts'
export { recordExpense } from './usecases/record-expense.ts'
export { reverseExpense } from './usecases/reverse-expense.ts'
