import { sql } from 'kysely'
import type { OrganisationId } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import type { Conversion } from '#platform/pure/conversion.ts'
import type { Instant } from '#platform/pure/instant.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import type { MissionId } from '#modules/missions/index.ts'
import type { BenefitKind, Benefits, Category, Expense, ExpenseId } from '../domain/expense.ts'

/** Lines with what they are tied to. The receipt is left to its payer, even on a shared line. */
export function selectExpenses(tx: Tx) {
  return tx
    .selectFrom('budget.expense as e')
    .leftJoin('budget.expense as r', 'r.reversesId', 'e.id')
    .leftJoin('budget.expense as c', 'c.correctsId', 'e.id')
    .leftJoin('directory.pubOrganisation as payer', 'payer.id', 'e.organisationId')
    .leftJoin('directory.pubOrganisation as beneficiary', 'beneficiary.id', 'e.beneficiaryId')
    .selectAll('e')
    .select([
      'r.id as reversedById',
      'c.id as correctedById',
      'payer.name as organisationName',
      'beneficiary.name as beneficiaryName',
      sql<boolean>`e.organisation_id = app.actor_organisation()`.as('isOwn'),
    ])
}

type ExpenseRow = Awaited<ReturnType<ReturnType<typeof selectExpenses>['execute']>>[number]

export function toExpense(row: ExpenseRow): Expense {
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
    conversion: toConversion(row),
    benefits: toBenefits(row.benefits as BenefitKind, row.beneficiaryId),
    beneficiaryName: row.beneficiaryName,
    receiptId: row.isOwn ? row.receiptId : null,
    externalKey: row.externalKey,
    reversesId: row.reversesId as ExpenseId | null,
    reversedById: row.reversedById as ExpenseId | null,
    correctsId: row.correctsId as ExpenseId | null,
    correctedById: row.correctedById as ExpenseId | null,
    reason: row.reason,
    isShared: row.isShared,
    recordedAt: row.recordedAt as Instant,
  }
}

function toConversion({ rate, rateFrom, rateOn, rateSource, currency, baseCurrency }: ExpenseRow): Conversion | null {
  if (rate === null || rateFrom === null || rateOn === null || rateSource === null) return null
  return { from: rateFrom, to: rateFrom === currency ? baseCurrency : currency, rate, rateDate: rateOn as LocalDate, rateSource }
}

function toBenefits(kind: BenefitKind, beneficiaryId: string | null): Benefits {
  return kind === 'partner' ? { kind, organisationId: beneficiaryId as OrganisationId } : { kind }
}
