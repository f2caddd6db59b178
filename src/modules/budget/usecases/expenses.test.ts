import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Role } from '#platform/actor.ts'
import { act, type Caller, readAs } from '#platform/context.ts'
import { withOwner } from '#platform/db.ts'
import { loadFile } from '#platform/files.ts'
import { listHistory } from '#platform/history.ts'
import { asId } from '#platform/pure/ids.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { refused, valueOf } from '#platform/pure/outcome.ts'
import { aColleague, aWorkspace, openTestPlatform, type TestOrganisation, type TestPlatform } from '#tests/servers/platform.ts'
import type { Expense, ExpenseId } from '../domain/expense.ts'
import type { ExpenseDraft } from '../domain/recording.ts'
import { listExpenses, loadExpense } from '../sql/expenses.ts'
import { missionTotals, totalsOfMissions } from '../sql/ledger-sums.ts'
import { findByExternalKeys, listChain } from '../sql/related-expenses.ts'
import { correctExpense } from './correct-expense.ts'
import { recordExpense } from './record-expense.ts'
import { reverseExpense } from './reverse-expense.ts'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let missionId: string

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  department = await aWorkspace(platform, 'Département')
  port = await aWorkspace(platform, 'Port')
})

beforeEach(async () => {
  missionId = await aSharedMission()
})

afterAll(() => platform.close())

async function aSharedMission(): Promise<string> {
  const id = asId<'mission'>(crypto.randomUUID())
  await withOwner(platform.ownerUrl, async (owner) => {
    await owner.query(`insert into missions.mission (id, lead_organisation_id, title) values ($1, $2, '{"fr": "Miami"}')`, [
      id,
      department.organisationId,
    ])
    await owner.query(`insert into missions.partner (mission_id, organisation_id, role) values ($1, $2, 'lead'), ($1, $3, 'partner')`, [
      id,
      department.organisationId,
      port.organisationId,
    ])
  })
  return id
}

async function asOwner(statement: string, ...values: unknown[]): Promise<void> {
  await withOwner(platform.ownerUrl, (owner) => owner.query(statement, values))
}

function aDraft(change: Partial<ExpenseDraft> = {}): ExpenseDraft {
  return {
    spentOn: asLocalDate('2017-11-06'),
    supplier: 'Hôtel Biscayne',
    label: '',
    category: 'lodging',
    amount: money(123_456n, 'EUR'),
    conversion: null,
    benefits: { kind: 'delegation' },
    isShared: false,
    externalKey: null,
    ...change,
  }
}

const record = (caller: Caller, change?: Partial<ExpenseDraft>, receipt?: Parameters<typeof recordExpense>[3]) =>
  act(platform.services, caller, (ctx) => recordExpense(ctx, missionId, aDraft(change), receipt))

const reverse = (caller: Caller, id: ExpenseId, reason = 'Payée par le port') =>
  act(platform.services, caller, (ctx) => reverseExpense(ctx, id, reason))

const correct = (caller: Caller, id: ExpenseId, change?: Partial<ExpenseDraft>, receipt?: Parameters<typeof correctExpense>[4]) =>
  act(platform.services, caller, (ctx) => correctExpense(ctx, id, aDraft(change), 'Montant mal lu', receipt))

const load = (caller: Caller, id: ExpenseId): Promise<Expense | null> => readAs(platform.services, caller, (ctx) => loadExpense(ctx.tx, id))

describe('who may write', () => {
  test.each<[Role, boolean]>([
    ['administrator', true],
    ['officer', true],
    ['finance', true],
    ['assembly', false],
    ['reader', false],
  ])('the role %s records and reverses expenses of its organisation: %s', async (role, isAllowed) => {
    const colleague = await aColleague(platform, department, [role])
    const expense = valueOf(await record(department.caller))

    const recording = record(colleague)
    const reversing = reverse(colleague, expense)
    const outcomes = await Promise.allSettled([recording, reversing])

    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.ok : String(outcome.reason)))).toEqual(
      isAllowed ? [true, true] : ['Forbidden: this role may not do that', 'Forbidden: this role may not do that'],
    )
  })

  test('a partner reads a shared line and may not reverse or correct it', async () => {
    const shared = valueOf(await record(department.caller, { isShared: true }))

    await expect(reverse(port.caller, shared)).rejects.toThrow('this role may not do that')
    await expect(correct(port.caller, shared)).rejects.toThrow('this role may not do that')
  })

  test('a private line of a partner, a line that never was and a mission one takes no part in are equally not found', async () => {
    const stranger = await aWorkspace(platform, 'Ville voisine')
    const secret = valueOf(await record(department.caller))

    await expect(reverse(port.caller, secret)).rejects.toThrow('nothing here')
    await expect(reverse(port.caller, asId(crypto.randomUUID()))).rejects.toThrow('nothing here')
    await expect(record(stranger.caller)).rejects.toThrow('nothing here')
  })

  test('a partner that left records nothing more', async () => {
    await asOwner(
      `update missions.partner set left_at = now() where mission_id = $1 and organisation_id = $2`,
      missionId,
      port.organisationId,
    )

    await expect(record(port.caller)).rejects.toThrow('nothing here')
  })
})

describe('what is refused', () => {
  test('an expense with problems writes nothing, receipt included', async () => {
    const outcome = await record(
      department.caller,
      { supplier: '', amount: money(5n, 'USD') },
      { name: 'reçu.txt', bytes: Buffer.from('reçu') },
    )

    expect(outcome).toEqual(
      refused({
        code: 'expense_to_mend',
        problems: [
          { field: 'supplier', code: 'supplier_missing' },
          { field: 'rate', code: 'rate_needed' },
        ],
      }),
    )
    const files = await readAs(platform.services, department.caller, (ctx) => ctx.tx.selectFrom('app.file').select('id').execute())
    expect(files).toEqual([])
  })

  test('an empty receipt', async () => {
    expect(await record(department.caller, {}, { name: 'reçu.pdf', bytes: new Uint8Array() })).toEqual(refused({ code: 'file_empty' }))
  })

  test('a second reversal, and the reversal of a reversal', async () => {
    const expense = valueOf(await record(department.caller))
    const reversal = valueOf(await reverse(department.caller, expense))

    expect(await reverse(department.caller, expense)).toEqual(refused({ code: 'already_reversed', reversedById: reversal }))
    expect(await reverse(department.caller, reversal)).toEqual(refused({ code: 'reverses_a_reversal' }))
  })

  test('two colleagues who reverse the same line at once: one of them', async () => {
    const expense = valueOf(await record(department.caller))

    const outcomes = await Promise.all([reverse(department.caller, expense), reverse(department.caller, expense)])

    const refusals = outcomes.filter((outcome) => !outcome.ok).map((outcome) => outcome.problem.code)
    expect(refusals).toHaveLength(1)
    expect(['already_reversed', 'an_expense_is_reversed_once']).toContain(refusals[0])
  })

  test('anything once the accounts are closed, while a partner goes on', async () => {
    const expense = valueOf(await record(department.caller))
    await asOwner(
      `update missions.partner set accounts_closed_on = '2018-01-31' where mission_id = $1 and organisation_id = $2`,
      missionId,
      department.organisationId,
    )

    expect(await record(department.caller)).toEqual(
      refused({ code: 'expense_to_mend', problems: [{ field: '', code: 'accounts_closed' }] }),
    )
    expect(await reverse(department.caller, expense)).toEqual(refused({ code: 'accounts_closed' }))
    expect(await correct(department.caller, expense)).toEqual(refused({ code: 'accounts_closed' }))
    expect((await record(port.caller)).ok).toBe(true)
  })

  test('a correction whose new line is wrong leaves the old one standing', async () => {
    const expense = valueOf(await record(department.caller))

    const outcome = await correct(department.caller, expense, { amount: money(0n, 'EUR') })

    expect(outcome).toEqual(refused({ code: 'expense_to_mend', problems: [{ field: 'amount', code: 'amount_is_zero' }] }))
    expect(await load(department.caller, expense)).toMatchObject({ reversedById: null })
  })
})

test('a foreign expense keeps the rate it was converted by, digit for digit', async () => {
  const conversion = {
    from: 'EUR',
    to: 'USD',
    rate: '1.179500000001',
    rateDate: asLocalDate('2017-11-06'),
    rateSource: 'Banque centrale européenne',
  }

  const id = valueOf(
    await record(department.caller, {
      amount: money(117_950n, 'USD'),
      conversion,
      benefits: { kind: 'partner', organisationId: port.organisationId },
    }),
  )

  expect(await load(department.caller, id)).toEqual({
    id,
    missionId,
    organisationId: department.organisationId,
    organisationName: 'Département',
    spentOn: '2017-11-06',
    supplier: 'Hôtel Biscayne',
    label: '',
    category: 'lodging',
    amount: money(117_950n, 'USD'),
    base: money(100_000n, 'EUR'),
    conversion,
    benefits: { kind: 'partner', organisationId: port.organisationId },
    beneficiaryName: 'Port',
    receiptId: null,
    externalKey: null,
    reversesId: null,
    reversedById: null,
    correctsId: null,
    correctedById: null,
    reason: null,
    isShared: false,
    recordedAt: expect.stringMatching(/Z$/),
  })
})

test('a receipt belongs to its line, and to nobody but its payer even when the line is shared', async () => {
  const id = valueOf(await record(department.caller, { isShared: true }, { name: 'reçu hôtel.pdf', bytes: Buffer.from('%PDF-1.7\n') }))

  const receiptId = (await load(department.caller, id))?.receiptId
  const file = await readAs(platform.services, department.caller, (ctx) => loadFile(ctx, asId(receiptId ?? '')))
  expect(file).toMatchObject({ name: 'reçu hôtel.pdf', mediaType: 'application/pdf' })
  expect(await load(port.caller, id)).toMatchObject({ isShared: true, receiptId: null })
  await expect(readAs(platform.services, port.caller, (ctx) => loadFile(ctx, asId(receiptId ?? '')))).rejects.toThrow('nothing here')
})

test('correcting reverses the line and writes the right one, with the same receipt, in one story', async () => {
  const first = valueOf(await record(department.caller, { externalKey: 'M-17' }, { name: 'reçu.txt', bytes: Buffer.from('reçu') }))

  const second = valueOf(await correct(department.caller, first, { amount: money(100_000n, 'EUR') }))
  const third = valueOf(await correct(department.caller, second, { amount: money(90_000n, 'EUR'), spentOn: asLocalDate('2017-11-07') }))

  const chain = await readAs(platform.services, department.caller, (ctx) => listChain(ctx.tx, first))
  expect(chain.map(({ base, reason, correctsId }) => [base.cents, reason, correctsId])).toEqual([
    [123_456n, null, null],
    [-123_456n, 'Montant mal lu', null],
    [100_000n, null, first],
    [-100_000n, 'Montant mal lu', null],
    [90_000n, null, second],
  ])
  const original = await load(department.caller, first)
  const current = await load(department.caller, third)
  expect(original?.correctedById).toBe(second)
  expect(current).toMatchObject({ receiptId: original?.receiptId, externalKey: null })
  const known = await readAs(platform.services, department.caller, (ctx) =>
    findByExternalKeys(ctx.tx, missionId, department.organisationId, ['M-17', 'M-18']),
  )
  expect(known).toEqual(new Map([['M-17', current]]))
})

test('totals come from every line, reversals included, per category and per mission', async () => {
  await record(department.caller, { category: 'transport', amount: money(100_01n, 'EUR') })
  const wrong = valueOf(await record(department.caller, { category: 'meals', amount: money(50_00n, 'EUR') }))
  await reverse(department.caller, wrong)
  await record(department.caller, { category: 'lodging', amount: money(17_787n - 10_001n, 'EUR'), isShared: true })
  await record(port.caller, { amount: money(999_99n, 'EUR'), isShared: true })

  const expected = {
    total: money(17_787n, 'EUR'),
    byCategory: [
      { category: 'transport', total: money(10_001n, 'EUR'), lineCount: 1 },
      { category: 'lodging', total: money(7_786n, 'EUR'), lineCount: 1 },
      { category: 'meals', total: money(0n, 'EUR'), lineCount: 2 },
    ],
    lineCount: 4,
    expenseCount: 2,
  }
  const emptyMission = await aSharedMission()
  await readAs(platform.services, department.caller, async ({ tx, actor }) => {
    expect(await missionTotals(tx, missionId, actor.organisationId)).toEqual(expected)
    expect(await totalsOfMissions(tx, [missionId, emptyMission], actor.organisationId)).toEqual(new Map([[missionId, expected]]))
    expect(await missionTotals(tx, emptyMission, actor.organisationId)).toEqual({
      total: null,
      byCategory: [],
      lineCount: 0,
      expenseCount: 0,
    })
  })
})

test('lines run in the order they were spent, a reversal right after its line, with their running total', async () => {
  const late = valueOf(await record(department.caller, { spentOn: asLocalDate('2017-11-08'), amount: money(300n, 'EUR') }))
  const early = valueOf(await record(department.caller, { spentOn: asLocalDate('2017-11-06'), amount: money(100n, 'EUR') }))
  await record(department.caller, { spentOn: asLocalDate('2017-11-06'), amount: money(200n, 'EUR'), category: 'gift' })
  await reverse(department.caller, early)
  await record(port.caller, { amount: money(5_000n, 'EUR'), isShared: true })

  await readAs(platform.services, department.caller, async ({ tx, actor }) => {
    const own = await listExpenses(tx, missionId, { organisationId: actor.organisationId })
    expect(own.map((line) => [line.base.cents, line.running.cents])).toEqual([
      [100n, 100n],
      [-100n, 0n],
      [200n, 200n],
      [300n, 500n],
    ])
    expect(own.map((line) => line.id).at(-1)).toBe(late)
    const secondPage = await listExpenses(tx, missionId, { organisationId: actor.organisationId, limit: 2, offset: 2 })
    expect(secondPage).toEqual(own.slice(2))
    const gifts = await listExpenses(tx, missionId, { organisationId: actor.organisationId, category: 'gift' })
    expect(gifts.map((line) => line.running.cents)).toEqual([200n])
    const others = await listExpenses(tx, missionId, { exceptOrganisationId: actor.organisationId })
    expect(others.map((line) => [line.organisationName, line.base.cents])).toEqual([['Port', 5_000n]])
  })
})

test('the history of a line says who wrote it and under which event', async () => {
  const id = valueOf(await record(department.caller))

  const entries = await readAs(platform.services, department.caller, (ctx) =>
    listHistory(ctx.tx, { entity: 'budget.expense', entityId: id, limit: 5 }),
  )

  expect(entries.map(({ event, actorName, operation }) => ({ event, actorName, operation }))).toEqual([
    { event: 'expense.recorded', actorName: 'Agent Département', operation: 'insert' },
  ])
})
