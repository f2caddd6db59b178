import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Money } from '#platform/pure/money.ts'
import type { Category, Expense } from '../domain/expense.ts'
import { selectExpenses, toExpense } from './expense-rows.ts'

export type ExpenseFilter = {
  /** Lines of one payer; without it every line the actor may read: its own, and those partners shared. */
  readonly organisationId?: OrganisationId
  /** Lines of every payer but this one: what partners shared. */
  readonly exceptOrganisationId?: OrganisationId
  readonly category?: Category
  readonly limit?: number
  readonly offset?: number
}

/** A line with the sum of the filtered lines up to it, in its own base currency. */
export type ExpenseLine = Expense & { readonly running: Money }

/** Lines in the order they were spent, reversals beside what they reverse. */
export async function listExpenses(tx: Tx, missionId: string, filter: ExpenseFilter = {}): Promise<ExpenseLine[]> {
  let query = selectExpenses(tx)
    .where('e.missionId', '=', missionId)
    .select(
      sql<string>`sum(e.base_cents) over (partition by e.base_currency order by e.spent_on, coalesce(e.reverses_id, e.id), e.id)`.as(
        'runningCents',
      ),
    )
    .orderBy('e.spentOn')
    .orderBy(sql`coalesce(e.reverses_id, e.id)`)
    .orderBy('e.id')
  if (filter.organisationId) query = query.where('e.organisationId', '=', filter.organisationId)
  if (filter.exceptOrganisationId) query = query.where('e.organisationId', '<>', filter.exceptOrganisationId)
  if (filter.category) query = query.where('e.category', '=', filter.category)
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  if (filter.offset) query = query.offset(filter.offset)
  const rows = await query.execute()
  return rows.map((row) => Object.assign(toExpense(row), { running: { cents: BigInt(row.runningCents), currency: row.baseCurrency } }))
}

export async function loadExpense(tx: Tx, expenseId: string): Promise<Expense | null> {
  const row = await selectExpenses(tx).where('e.id', '=', expenseId).executeTakeFirst()
  return row ? toExpense(row) : null
}

/** Lines in the order they were written, for readers that come back for the next ones: `after` is the last id they have. */
export async function pageExpenses(tx: Tx, missionId: string, after: string | null, limit: number): Promise<Expense[]> {
  let query = selectExpenses(tx).where('e.missionId', '=', missionId).orderBy('e.id').limit(limit)
  if (after) query = query.where('e.id', '>', after)
  return (await query.execute()).map(toExpense)
}
