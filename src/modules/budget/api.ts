import { z } from '@hono/zod-openapi'
import { type OrganisationId, found } from '#platform/actor.ts'
import {
  type Api,
  addRead,
  addWrite,
  idAfter,
  idParam,
  idShape,
  instantShape,
  localDateShape,
  moneyOfJson,
  moneyShape,
  moneyToJson,
  pageOf,
  pageQuery,
  toPage,
} from '#platform/openapi.ts'
import { parseRate } from '#platform/pure/conversion.ts'
import { isCurrency } from '#platform/pure/currency.ts'
import { type Outcome, ok, valueOf } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import { benefitKinds, type Benefits, categories, type Expense, type ExpenseId } from './domain/expense.ts'
import { type ExpenseDraft, longestKey, longestLabel, longestSource, longestSupplier } from './domain/recording.ts'
import { longestReason } from './domain/reversal.ts'
import { loadExpense, pageExpenses } from './sql/expenses.ts'
import { type LedgerSum, sumLedger } from './sql/ledger-sums.ts'
import { correctExpense } from './usecases/correct-expense.ts'
import { recordExpense } from './usecases/record-expense.ts'
import { reverseExpense } from './usecases/reverse-expense.ts'

const currency = z.string().refine(isCurrency, 'currency_unknown')

const conversionShape = z
  .object({
    from: currency,
    to: currency,
    rate: z
      .string()
      .refine((text) => parseRate(text).ok, 'rate_unreadable')
      .openapi({ example: '1.1795' }),
    rateDate: localDateShape,
    rateSource: z.string().trim().min(1, 'rate_source_needed').max(longestSource, 'text_too_long'),
  })
  .openapi('Conversion', { description: '1 `from` = `rate` `to`, in the direction it was published.' })

const benefitsShape = z
  .object({ kind: z.enum(benefitKinds), organisationId: idShape<'organisation'>().nullable().default(null) })
  .refine(({ kind, organisationId }) => (kind === 'partner') === (organisationId !== null), 'beneficiary_when_a_partner')
  .openapi('ExpenseBenefits', { description: '`organisationId` names the one partner that benefits, and is null otherwise.' })

const draftShape = z
  .object({
    spentOn: localDateShape,
    supplier: z.string().trim().min(1, 'supplier_missing').max(longestSupplier, 'text_too_long'),
    label: z.string().trim().max(longestLabel, 'text_too_long').default(''),
    category: z.enum(categories),
    amount: moneyShape,
    conversion: z.union([conversionShape, z.null()]).default(null),
    benefits: benefitsShape.default({ kind: 'delegation', organisationId: null }),
    isShared: z.boolean().default(false),
    externalKey: z.string().trim().min(1, 'required').max(longestKey, 'text_too_long').nullable().default(null),
  })
  .openapi('ExpenseDraft')

const lineId = idShape<'expense'>()

const expenseShape = z
  .object({
    id: lineId,
    organisationId: idShape<'organisation'>(),
    organisationName: z.string(),
    spentOn: localDateShape,
    supplier: z.string(),
    label: z.string(),
    category: z.enum(categories),
    amount: moneyShape,
    base: moneyShape,
    conversion: z.union([conversionShape, z.null()]),
    benefits: benefitsShape,
    isShared: z.boolean(),
    externalKey: z.string().nullable(),
    reason: z.string().nullable(),
    reversesId: lineId.nullable(),
    reversedById: lineId.nullable(),
    correctsId: lineId.nullable(),
    correctedById: lineId.nullable(),
    recordedAt: instantShape,
  })
  .openapi('Expense', {
    description: '`base` is the amount in the accounts of the payer. A line never changes: it is reversed, or corrected.',
  })

const totalShape = z
  .object({
    organisationId: idShape<'organisation'>(),
    organisationName: z.string(),
    category: z.enum(categories),
    total: moneyShape,
    lineCount: z.int(),
    expenseCount: z.int(),
  })
  .openapi('ExpenseTotal', { description: '`lineCount` counts reversals too; `expenseCount` only what still counts.' })

const reasonShape = z.string().trim().min(1, 'reason_missing').max(longestReason, 'reason_too_long')
const answerId = z.object({ id: lineId })
const mission = z.object({ missionId: idParam<'mission'>() })
const line = mission.extend({ expenseId: idParam<'expense'>() })
const tag = 'expenses'
const recordingRefusals = { expense_to_mend: 422, one_expense_per_external_key: 409, closed_accounts_take_no_expense: 409 } as const
const reversalRefusals = {
  already_reversed: 409,
  reverses_a_reversal: 409,
  accounts_closed: 409,
  an_expense_is_reversed_once: 409,
} as const

/** The expenses of a mission, for programs: one's own lines, and those partners share. */
export function addExpenseOperations(api: Api): void {
  addReads(api)
  const record = { path: '/missions/{missionId}/expenses', operationId: 'recordExpense', summary: 'Writes an expense in your ledger' }
  addWrite(
    api,
    { ...record, tag, method: 'post', params: mission, body: draftShape, answer: answerId, status: 201, refusals: recordingRefusals },
    async (ctx, { params, body }) => withId(await recordExpense(ctx, params.missionId, draftOf(body))),
  )
  const reverse = {
    path: '/missions/{missionId}/expenses/{expenseId}/reverse',
    operationId: 'reverseExpense',
    summary: 'Cancels a line of your ledger by its exact opposite; answers the id of that opposite',
  }
  const reversal = z.object({ reason: reasonShape }).openapi('ExpenseReversal')
  addWrite(
    api,
    { ...reverse, tag, method: 'post', params: line, body: reversal, answer: answerId, status: 201, refusals: reversalRefusals },
    async (ctx, { params, body }) => {
      const expense = await lineOf(ctx, params)
      return withId(await reverseExpense(ctx, expense.id, body.reason))
    },
  )
  const correct = {
    path: '/missions/{missionId}/expenses/{expenseId}/correct',
    operationId: 'correctExpense',
    summary: 'Reverses a line of your ledger and writes the right one, at once; answers the id of the right one',
  }
  const correction = draftShape.omit({ externalKey: true }).extend({ reason: reasonShape }).openapi('ExpenseCorrection')
  const refusals = { ...recordingRefusals, ...reversalRefusals }
  addWrite(
    api,
    { ...correct, tag, method: 'post', params: line, body: correction, answer: answerId, status: 201, refusals },
    async (ctx, { params, body: { reason, ...draft } }) => {
      const expense = await lineOf(ctx, params)
      return withId(await correctExpense(ctx, expense.id, draftOf({ ...draft, externalKey: null }), reason))
    },
  )
}

function addReads(api: Api): void {
  const list = {
    path: '/missions/{missionId}/expenses',
    operationId: 'listExpenses',
    summary: 'Lines of the ledgers of a mission that you may read, in the order they were written',
  }
  addRead(api, { ...list, tag, params: mission, query: pageQuery, answer: pageOf(expenseShape) }, async (ctx, { params, query }) => {
    found(await loadMission(ctx.tx, params.missionId))
    const after = idAfter(query.cursor)
    return toPage(await pageExpenses(ctx.tx, params.missionId, after, query.limit + 1), query.limit, ({ id }) => [id], presented)
  })
  const one = { path: '/missions/{missionId}/expenses/{expenseId}', operationId: 'readExpense', summary: 'A line of a ledger' }
  addRead(api, { ...one, tag, params: line, answer: expenseShape }, async (ctx, { params }) => presented(await lineOf(ctx, params)))
  const totals = {
    path: '/missions/{missionId}/expense-totals',
    operationId: 'totalExpenses',
    summary: 'What the lines you may read add up to, per payer and category',
    description: 'All the lines of your organisation; of its partners, those they share. Amounts of different currencies are never added.',
  }
  addRead(api, { ...totals, tag, params: mission, answer: z.object({ totals: z.array(totalShape) }) }, async (ctx, { params }) => {
    found(await loadMission(ctx.tx, params.missionId))
    return { totals: (await sumLedger(ctx.tx, [params.missionId])).map(presentedSum) }
  })
}

/** The line of the address: under another mission it does not exist. */
async function lineOf(
  ctx: Parameters<typeof recordExpense>[0],
  { missionId, expenseId }: { missionId: string; expenseId: string },
): Promise<Expense> {
  const expense = found(await loadExpense(ctx.tx, expenseId))
  return found(expense.missionId === missionId ? expense : null)
}

function draftOf({ amount, conversion, benefits, ...facts }: z.output<typeof draftShape>): ExpenseDraft {
  return {
    ...facts,
    amount: moneyOfJson(amount),
    conversion: conversion && { ...conversion, rate: valueOf(parseRate(conversion.rate)) },
    benefits:
      benefits.organisationId === null
        ? { kind: benefits.kind === 'all_partners' ? 'all_partners' : 'delegation' }
        : partner(benefits.organisationId),
  }
}

function partner(organisationId: OrganisationId): Benefits {
  return { kind: 'partner', organisationId }
}

function presented({ amount, base, benefits, ...expense }: Expense): z.input<typeof expenseShape> {
  const organisationId = benefits.kind === 'partner' ? benefits.organisationId : null
  return { ...expense, amount: moneyToJson(amount), base: moneyToJson(base), benefits: { kind: benefits.kind, organisationId } }
}

function presentedSum({ total, ...sum }: LedgerSum): z.input<typeof totalShape> {
  return { ...sum, total: moneyToJson(total) }
}

function withId<Problem>(outcome: Outcome<ExpenseId, Problem>): Outcome<{ id: ExpenseId }, Problem> {
  return outcome.ok ? ok({ id: outcome.value }) : outcome
}
