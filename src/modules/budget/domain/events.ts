export type BudgetEvent = 'expense.recorded' | 'expense.reversed' | 'expense.corrected' | 'expense.imported'

declare module '#platform/journal.ts' {
  interface JournalEvents extends Record<BudgetEvent, true> {}
}
