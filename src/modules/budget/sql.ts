import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { Money } from '#platform/pure/money.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { Benefits, BenefitKind, Category, Expense, ExpenseId } from './domain/expense.ts'
import { type MissionTotals, missionTotalsOf } from './domain/mission-totals.ts'
import type { CategoryTotal } from './domain/totals.ts'

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

/** One sum of the ledger: a payer, a category, a currency. */
export type LedgerSum = {
  readonly missionId: MissionId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly category: Category
  readonly total: Money
  readonly lineCount: number
  readonly expenseCount: number
}

/** What the readable lines of some missions add up to, per payer and category. Sums are exact numerics: they cannot overflow. */
export async function sumLedger(tx: Tx, missionIds: readonly string[], organisationId?: OrganisationId): Promise<LedgerSum[]> {
  if (missionIds.length === 0) return []
  let query = tx
    .selectFrom('budget.expense as e')
    .leftJoin('directory.pubOrganisation as payer', 'payer.id', 'e.organisationId')
    .leftJoin('budget.expense as r', 'r.reversesId', 'e.id')
    .where('e.missionId', 'in', missionIds)
    .groupBy(['e.missionId', 'e.organisationId', 'payer.name', 'e.category', 'e.baseCurrency'])
    .select([
      'e.missionId',
      'e.organisationId',
      'payer.name',
      'e.category',
      'e.baseCurrency',
      sql<string>`sum(e.base_cents)`.as('cents'),
      sql<number>`count(*)::int`.as('lineCount'),
      sql<number>`count(*) filter (where e.reverses_id is null and r.id is null)::int`.as('expenseCount'),
    ])
    .orderBy('payer.name')
    .orderBy('e.baseCurrency')
  if (organisationId) query = query.where('e.organisationId', '=', organisationId)
  const rows = await query.execute()
  return rows.map(({ cents, baseCurrency, name, ...row }) => ({
    missionId: row.missionId as MissionId,
    organisationId: row.organisationId as OrganisationId,
    organisationName: name ?? '',
    category: row.category as Category,
    total: { cents: BigInt(cents), currency: baseCurrency },
    lineCount: row.lineCount,
    expenseCount: row.expenseCount,
  }))
}

function selectExpenses(tx: Tx) {
  return tx
    .selectFrom('budget.expense as e')
    .leftJoin('budget.expense as r', 'r.reversesId', 'e.id')
    .leftJoin('directory.pubOrganisation as payer', 'payer.id', 'e.organisationId')
    .leftJoin('directory.pubOrganisation as beneficiary', 'beneficiary.id', 'e.beneficiaryId')
    .leftJoin('app.file as receipt', 'receipt.id', 'e.receiptId')
    .selectAll('e')
    .select([
      'r.id as reversedById',
      'payer.name as organisationName',
      'beneficiary.name as beneficiaryName',
      'receipt.id as readableReceiptId',
      'receipt.name as receiptName',
    ])
}

type ExpenseRow = Awaited<ReturnType<ReturnType<typeof selectExpenses>['execute']>>[number]

function toExpense(row: ExpenseRow): Expense {
  const conversion =
    row.rate !== null && row.rateOn !== null && row.rateSource !== null
      ? { from: row.currency, to: row.baseCurrency, rate: row.rate, rateDate: row.rateOn as LocalDate, rateSource: row.rateSource }
      : null
  return {
    id: row.id as ExpenseId,
    missionId: row.missionId as MissionId,
    organisationId: row.organisationId as OrganisationId,
    organisationName: row.organisationName ?? '',
    spentOn: row.spentOn as LocalDate,
    supplier: row.supplier,
    label: row.label,
    category: row.category as Category,
    amount: { cents: row.amountCents, currency: row.currency },
    base: { cents: row.baseCents, currency: row.baseCurrency },
    conversion,
    benefits: toBenefits(row.benefits as BenefitKind, row.beneficiaryId),
    beneficiaryName: row.beneficiaryName,
    receiptId: row.readableReceiptId,
    receiptName: row.receiptName,
    externalKey: row.externalKey,
    reversesId: row.reversesId as ExpenseId | null,
    reversedById: row.reversedById as ExpenseId | null,
    reason: row.reason,
    isShared: row.isShared,
    recordedAt: row.recordedAt as Instant,
  }
}

function toBenefits(kind: BenefitKind, beneficiaryId: string | null): Benefits {
  return kind === 'partner' ? { kind, organisationId: beneficiaryId as OrganisationId } : { kind }
}

/** What one payer spent on one mission, from its ledger lines, reversals included. */
export async function missionTotals(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<MissionTotals> {
  return missionTotalsOf(await sumLedger(tx, [missionId], organisationId))
}

/** The same for several missions at once, by mission; one without lines is absent. */
export async function totalsOfMissions(
  tx: Tx,
  missionIds: readonly string[],
  organisationId: OrganisationId,
): Promise<Map<string, MissionTotals>> {
  const sums = await sumLedger(tx, missionIds, organisationId)
  const byMission = Map.groupBy(sums, (sum) => sum.missionId as string)
  return new Map([...byMission].map(([missionId, own]) => [missionId, missionTotalsOf(own)]))
}

export async function expensesByCategory(tx: Tx, missionId: string, organisationId: OrganisationId): Promise<readonly CategoryTotal[]> {
  return (await missionTotals(tx, missionId, organisationId)).byCategory
}
