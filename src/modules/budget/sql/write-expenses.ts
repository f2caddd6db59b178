import type { Insertable } from 'kysely'
import type { BudgetExpense } from '#db/types.ts'
import type { Tx } from '#platform/db.ts'
import type { ExpenseId, NewLine } from '../domain/expense.ts'

/** Writes lines to the acting organisation's ledger; their ids come in the same order. */
export async function insertExpenses(tx: Tx, lines: readonly NewLine[]): Promise<ExpenseId[]> {
  const ids: ExpenseId[] = []
  for (let start = 0; start < lines.length; start += linesPerInsert) {
    const rows = await tx
      .insertInto('budget.expense')
      .values(lines.slice(start, start + linesPerInsert).map(toRow))
      .returning('id')
      .execute()
    ids.push(...rows.map((row) => row.id as ExpenseId))
  }
  return ids
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const linesPerInsert = 1000

function toRow({ amount, base, conversion, benefits, ...line }: NewLine): Insertable<BudgetExpense> {
  return {
    ...line,
    amountCents: amount.cents,
    currency: amount.currency,
    rate: conversion?.rate ?? null,
    rateFrom: conversion?.from ?? null,
    rateOn: conversion?.rateDate ?? null,
    rateSource: conversion?.rateSource ?? null,
    baseCents: base.cents,
    baseCurrency: base.currency,
    benefits: benefits.kind,
    beneficiaryId: benefits.kind === 'partner' ? benefits.organisationId : null,
  }
}
