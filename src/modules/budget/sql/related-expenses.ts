import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Expense } from '../domain/expense.ts'
import { selectExpenses, toExpense } from './expense-rows.ts'

/** The lines of one payer's ledger that carry these keys, or replaced one that does: what a file imported before has become. */
export async function findByExternalKeys(
  tx: Tx,
  missionId: string,
  organisationId: OrganisationId,
  keys: readonly string[],
): Promise<Map<string, Expense>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ externalKey: string; currentId: string }>`
    with recursive chain as (
      select e.external_key, e.id, 0 as depth from budget.expense e
        where e.mission_id = ${missionId} and e.organisation_id = ${organisationId} and e.external_key = any (${keys})
      union all
      select chain.external_key, e.id, chain.depth + 1 from budget.expense e join chain on e.corrects_id = chain.id
    )
    select distinct on (external_key) external_key, id as current_id from chain order by external_key, depth desc`.execute(tx)
  if (rows.length === 0) return new Map()
  const lines = await selectExpenses(tx)
    .where(
      'e.id',
      'in',
      rows.map((row) => row.currentId),
    )
    .execute()
  const byId = new Map(lines.map((line) => [line.id, toExpense(line)]))
  return new Map(rows.flatMap(({ externalKey, currentId }) => (byId.has(currentId) ? [[externalKey, byId.get(currentId) as Expense]] : [])))
}

/** Lines of the same payer, mission, day and amount: one of them may be the same receipt entered twice. */
export async function listSimilar(
  tx: Tx,
  expense: Pick<Expense, 'id' | 'missionId' | 'organisationId' | 'spentOn' | 'amount'>,
): Promise<Expense[]> {
  const rows = await selectExpenses(tx)
    .where('e.missionId', '=', expense.missionId)
    .where('e.organisationId', '=', expense.organisationId)
    .where('e.spentOn', '=', expense.spentOn)
    .where('e.amountCents', '=', expense.amount.cents)
    .where('e.currency', '=', expense.amount.currency)
    .where('e.id', '<>', expense.id)
    .orderBy('e.id')
    .execute()
  return rows.map(toExpense)
}

/** Every line that one line came from or became: what it corrects, its reversal, its correction, oldest first. */
export async function listChain(tx: Tx, expenseId: string): Promise<Expense[]> {
  const rows = await selectExpenses(tx)
    .where(
      'e.id',
      'in',
      sql<string>`(
        with recursive kin as (
          select id, reverses_id, corrects_id from budget.expense where id = ${expenseId}
          union
          select e.id, e.reverses_id, e.corrects_id from budget.expense e join kin
            on e.id in (kin.reverses_id, kin.corrects_id) or e.reverses_id = kin.id or e.corrects_id = kin.id
        )
        select id from kin)`,
    )
    .orderBy('e.recordedAt')
    .orderBy('e.id')
    .execute()
  return rows.map(toExpense)
}

/** The currency a payer's accounts of a mission are already kept in; null while they are empty. */
export async function ledgerCurrency(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<string | null> {
  const row = await tx
    .selectFrom('budget.expense')
    .where('missionId', '=', missionId)
    .where('organisationId', '=', organisationId)
    .select('baseCurrency')
    .limit(1)
    .executeTakeFirst()
  return row?.baseCurrency ?? null
}

/** Suppliers the payer wrote lately, to be proposed again. */
export async function listSuppliers(tx: Tx, organisationId: OrganisationId, limit = 50): Promise<string[]> {
  const { rows } = await sql<{ supplier: string }>`
    select supplier from budget.expense where organisation_id = ${organisationId} and reverses_id is null
    group by supplier order by max(recorded_at) desc limit ${limit}`.execute(tx)
  return rows.map((row) => row.supplier)
}

/** Two imports into one ledger wait for each other: the second counts what the first has written. Held until the transaction ends. */
export async function lockLedger(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${missionId} ${organisationId}`}, 0))`.execute(tx)
}
