/** Front door of the budget module: what other modules may ask, and nothing else. */
export { type Benefits, type Category, type Expense, type ExpenseId, categories, isStanding } from './domain/expense.ts'
export type { MissionTotals } from './domain/mission-totals.ts'
export type { CategoryTotal } from './domain/totals.ts'
export { type ExpenseFilter, type ExpenseLine, listExpenses, loadExpense } from './sql/expenses.ts'
export { expensesByCategory, missionTotals, totalsOfMissions } from './sql/ledger-sums.ts'
