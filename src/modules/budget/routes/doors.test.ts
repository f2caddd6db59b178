import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { act, type Caller, readAs } from '#platform/context.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { money } from '#platform/pure/money.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import { closeAccounts, createMission } from '#modules/missions/index.ts'
import { type Door, openDoors } from '#tests/doors.ts'
import { seatPartner } from '#tests/partners.ts'
import { aColleague, aWorkspace, openTestPlatform, type TestOrganisation, type TestPlatform } from '#tests/servers/platform.ts'
import type { ExpenseDraft } from '../domain/recording.ts'
import { listExpenses } from '../sql/expenses.ts'
import { recordExpense } from '../usecases/record-expense.ts'
import * as expense from './expense.tsx'
import * as expenses from './expenses.tsx'
import * as importExpenses from './import-expenses.tsx'
import * as importTemplate from './import-template.ts'
import * as newExpense from './new-expense.tsx'

let platform: TestPlatform
let department: TestOrganisation
let port: TestOrganisation
let reader: Caller
let missionId: string
let doors: ReturnType<typeof openDoors>

beforeAll(async () => {
  platform = await openTestPlatform(inject('templateUrl'))
  doors = openDoors(platform.services)
  department = await aWorkspace(platform, 'Département')
  port = await aWorkspace(platform, 'Port')
  reader = await aColleague(platform, department, ['reader'])
})

beforeEach(async () => {
  const leg = {
    cityId: null,
    cityName: { fr: 'Miami' },
    country: 'US',
    startsOn: asLocalDate('2017-11-04'),
    endsOn: asLocalDate('2017-11-10'),
    timeZone: 'America/New_York',
  }
  const opening = await act(platform.services, department.caller, async (ctx) => {
    const id = valueOf(
      await createMission(ctx, { kind: 'outgoing', title: { fr: 'Miami' }, purpose: {}, legs: [leg], objectives: [], themes: [] }),
    )
    return ok(id)
  })
  missionId = valueOf(opening)
  await seatPartner(platform.services, department.caller, { ...port.caller, organisationId: port.organisationId }, missionId)
})

afterAll(() => platform.close())

const get = (door: Door, query = '', params = {}, who: Caller = department.caller) =>
  doors.knock(door, who, new Request(`https://escale.example/d${query}`), { missionId, ...params })

const post = (door: Door, fields: Record<string, string | File>, { query = '', params = {}, who = department.caller as Caller } = {}) => {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return doors.knock(door, who, new Request(`https://escale.example/d${query}`, { method: 'POST', body }), { missionId, ...params })
}

function aDraft(change: Partial<ExpenseDraft> = {}): ExpenseDraft {
  return {
    spentOn: asLocalDate('2017-11-06'),
    supplier: 'Taxi',
    label: '',
    category: 'transport',
    amount: money(2_470n, 'EUR'),
    conversion: null,
    benefits: { kind: 'delegation' },
    isShared: false,
    externalKey: null,
    ...change,
  }
}

const record = async (change?: Partial<ExpenseDraft>, who: TestOrganisation = department) =>
  valueOf(await act(platform.services, who.caller, (ctx) => recordExpense(ctx, missionId, aDraft(change))))
const ledger = () =>
  readAs(platform.services, department.caller, ({ tx }) => listExpenses(tx, missionId, { organisationId: department.organisationId }))
const expenseIn = (location: string) => /[0-9a-f-]{36}$/.exec(location)?.[0] ?? ''

const typed = { spentOn: '2017-11-06', supplier: 'Taxi', category: 'transport', amount: '24,70', currency: 'EUR', benefits: 'delegation' }

describe('recording', () => {
  test('a refused form keeps every field and says what to mend in the order of the form', async () => {
    const fields = { ...typed, supplier: '', amount: '1,234', label: 'Aéroport', isShared: 'on' }

    const answer = await post(newExpense.action, fields)

    expect(answer).toEqual({
      status: 422,
      location: '',
      body: { values: fields, problems: { supplier: 'supplier_missing', amount: 'amount_ambiguous' } },
    })
    expect(Object.keys(answer.body.problems as object)).toEqual(['supplier', 'amount'])
    expect(await ledger()).toEqual([])
  })

  test('a line is written with its receipt, then another one is offered with the same day and currency', async () => {
    const rate = { currency: 'USD', rate: '1,1795', rateFrom: 'base', rateOn: '2017-11-06', rateSource: 'BCE' }
    const receipt = new File(['%PDF-1.4\n'], 'reçu.pdf')

    const answer = await post(newExpense.action, { ...typed, ...rate, receipt })

    expect(answer.status).toBe(302)
    const next = await get(newExpense.loader, `?apres=${expenseIn(answer.location)}`)
    expect(next.body.recorded).toMatchObject({
      expense: { supplier: 'Taxi', base: money(2_094n, 'EUR'), receiptId: expect.any(String) },
      warnings: [],
    })
    const line = await get(expense.loader, '', { expenseId: expenseIn(answer.location) })
    expect(line.body).toMatchObject({
      isOwn: true,
      mayMend: true,
      receipt: { name: 'reçu.pdf', link: expect.stringMatching(/^\/fichiers\//) },
    })
  })

  test('a form sent twice writes one line', async () => {
    const fields = { ...typed, requestKey: crypto.randomUUID() }

    const answers = await Promise.all([post(newExpense.action, fields), post(newExpense.action, fields)])

    expect(answers[0]?.location).toBe(answers[1]?.location)
    expect(await ledger()).toHaveLength(1)
  })

  test('a second line like the first is accepted with a warning', async () => {
    await record()

    const { location } = await post(newExpense.action, { ...typed, supplier: 'TAXI' })

    expect((await get(newExpense.loader, `?apres=${expenseIn(location)}`)).body.recorded).toMatchObject({
      warnings: ['looks_recorded_twice'],
    })
  })

  test('the line of another payer or mission is not offered as just recorded', async () => {
    const shared = await record({ isShared: true }, port)

    expect((await get(newExpense.loader, `?apres=${shared}`)).body.recorded).toBeNull()
    expect((await get(newExpense.loader, '?apres=rien')).body.recorded).toBeNull()
  })
})

describe('mending', () => {
  test('a correction without a reason says so beside the other mistakes', async () => {
    const expenseId = await record()

    const answer = await post(expense.action, { ...typed, intent: 'correct', amount: '', reason: ' ' }, { params: { expenseId } })

    expect([answer.status, answer.body.problems]).toEqual([422, { amount: 'amount_empty', reason: 'reason_missing' }])
  })

  test('a correction leads to the line that replaces the wrong one', async () => {
    const expenseId = await record()

    const answer = await post(
      expense.action,
      { ...typed, intent: 'correct', amount: '27,40', reason: 'Chiffres inversés' },
      { params: { expenseId } },
    )

    const line = await get(expense.loader, '', { expenseId: expenseIn(answer.location) })
    expect(line.body.expense).toMatchObject({ correctsId: expenseId, base: money(2_740n, 'EUR') })
    const former = await get(expense.loader, '?faire=corriger', { expenseId })
    expect(former.body).toMatchObject({ mayMend: false, mending: null, reason: 'Chiffres inversés' })
    expect((former.body.story as { actorName: string }[]).map(({ actorName }) => actorName)).toEqual(Array(3).fill('Agent Département'))
  })

  test('a line is reversed once; the second form is told', async () => {
    const expenseId = await record()
    const reverse = () => post(expense.action, { intent: 'reverse', reason: 'Double' }, { params: { expenseId } })

    expect((await reverse()).status).toBe(302)
    const second = await reverse()

    expect([second.status, second.body.problems]).toEqual([422, { '': 'already_reversed' }])
  })
})

describe('the statement', () => {
  test('tells one’s own money from what partners share, and opens each total on its lines', async () => {
    await record({ amount: money(100n, 'EUR') })
    await record({ amount: money(50n, 'EUR'), category: 'gift' })
    await record({ amount: money(900n, 'EUR'), isShared: true }, port)
    await record({ amount: money(7_777n, 'EUR') }, port)

    const page = await get(expenses.loader)
    expect(page.body.own).toMatchObject({ total: money(150n, 'EUR'), expenseCount: 2 })
    expect(page.body.readable).toMatchObject([
      {
        currency: 'EUR',
        total: 1_050n,
        shares: [
          { organisationName: 'Département', cents: 150n },
          { organisationName: 'Port', cents: 900n },
        ],
      },
    ])
    const gifts = await get(expenses.loader, '?categorie=gift')
    expect((gifts.body.lines as unknown[]).length).toBe(1)
    const shared = await get(expenses.loader, `?organisation=${port.organisationId}`)
    expect(shared.body).toMatchObject({ payer: { name: 'Port' }, lines: [{ base: money(900n, 'EUR'), running: money(900n, 'EUR') }] })
  })

  test('sends the same statements for one line and for three', async () => {
    const cost = async () => {
      const before = doors.statementCount()
      await get(expenses.loader)
      return doors.statementCount() - before
    }
    await record()
    const one = await cost()
    await record({ isShared: true })
    await record({}, port)

    expect(await cost()).toBe(one)
  })
})

describe('roles and organisations', () => {
  test('a reader reads and is refused every form', async () => {
    const expenseId = await record()

    expect((await get(expenses.loader, '', {}, reader)).body).toMatchObject({ mayRecord: false })
    expect((await get(expense.loader, '?faire=annuler', { expenseId }, reader)).body).toMatchObject({ mayMend: false, mending: null })
    const refusals = [
      get(newExpense.loader, '', {}, reader),
      get(importExpenses.loader, '', {}, reader),
      get(importTemplate.loader, '', { format: 'csv' }, reader),
      post(newExpense.action, typed, { who: reader }),
      post(importExpenses.action, { intent: 'read', pasted: 'Date\n1' }, { who: reader }),
      post(expense.action, { intent: 'reverse', reason: 'x' }, { params: { expenseId }, who: reader }),
    ]
    expect((await Promise.all(refusals)).map(({ status }) => status)).toEqual(Array(refusals.length).fill(403))
  })

  test('what belongs to others answers like what does not exist', async () => {
    const stranger = await aWorkspace(platform, 'Ville voisine')
    const secret = await record()
    const missing = crypto.randomUUID()
    const foreign = [
      get(expenses.loader, '', {}, stranger.caller),
      get(newExpense.loader, '', {}, stranger.caller),
      get(importExpenses.loader, '', {}, stranger.caller),
      get(expense.loader, '', { expenseId: secret }, port.caller),
      get(expense.loader, '', { expenseId: missing }),
      get(expense.loader, '', { expenseId: 'rien' }),
      get(importTemplate.loader, '', { format: 'exe' }),
      get(importExpenses.loader, `?lot=${missing}`),
      post(expense.action, { intent: 'reverse', reason: 'x' }, { params: { expenseId: secret }, who: port.caller }),
      post(newExpense.action, typed, { who: stranger.caller }),
      post(importExpenses.action, { intent: 'apply' }),
    ]

    expect((await Promise.all(foreign)).map(({ status }) => status)).toEqual(Array(foreign.length).fill(404))
  })

  test('a line is found under its own mission only', async () => {
    const expenseId = await record()
    const elsewhere = valueOf(
      await act(platform.services, department.caller, (ctx) =>
        createMission(ctx, { kind: 'outgoing', title: { fr: 'Gênes' }, purpose: {}, legs: [], objectives: [], themes: [] }),
      ),
    )

    expect((await get(expense.loader, '', { missionId: elsewhere, expenseId })).status).toBe(404)
    expect((await post(expense.action, { intent: 'reverse', reason: 'x' }, { params: { missionId: elsewhere, expenseId } })).status).toBe(
      404,
    )
  })
})

test('closed accounts are said on every page, and refuse the forms still open elsewhere', async () => {
  const expenseId = await record()
  valueOf(await act(platform.services, department.caller, (ctx) => closeAccounts(ctx, missionId)))

  expect((await get(expenses.loader)).body).toMatchObject({ closedOn: '2019-02-08', mayRecord: false })
  expect((await get(newExpense.loader)).body).toMatchObject({ closedOn: '2019-02-08' })
  expect((await get(importExpenses.loader)).body).toMatchObject({ step: 'closed' })
  expect((await post(newExpense.action, typed)).body.problems).toEqual({ '': 'accounts_closed' })
  expect((await post(expense.action, { intent: 'reverse', reason: 'x' }, { params: { expenseId } })).body.problems).toEqual({
    '': 'accounts_closed',
  })
})

describe('an import, from door to door', () => {
  const pasted = 'Date\tFournisseur\tNature\tMontant\n06/11/2017\tTaxi\tTransport\t1,234\n'

  test('goes from file to columns, check, correction and result', async () => {
    const source = await post(importExpenses.action, { intent: 'read', pasted })
    const lot = new URL(source.location, 'https://escale.example').search
    expect((await get(importExpenses.loader, lot)).body).toMatchObject({
      step: 'mapping',
      rowCount: 1,
      columns: [{ field: 'spentOn' }, {}, {}, {}],
    })

    const columns = { 'column-0': 'spentOn', 'column-1': 'supplier', 'column-2': 'category', 'column-3': 'amount' }
    const mapped = await post(importExpenses.action, { intent: 'map', ...columns }, { query: lot })
    expect((await get(importExpenses.loader, new URL(mapped.location, 'https://escale.example').search)).body).toMatchObject({
      step: 'preview',
      showsOnlyFaulty: true,
      lines: [{ line: 2, problems: { amount: 'amount_ambiguous' } }],
    })
    expect((await post(importExpenses.action, { intent: 'apply' }, { query: lot })).body.problems).toEqual({ '': 'import_has_problems' })

    const corrected = await post(importExpenses.action, { intent: 'correct', 'cell-2-amount': '1 234,00' }, { query: lot })
    const mendedLot = new URL(corrected.location, 'https://escale.example').search
    const applied = await post(importExpenses.action, { intent: 'apply' }, { query: mendedLot })
    expect(applied.status).toBe(302)
    expect((await get(importExpenses.loader, mendedLot)).body).toEqual({ step: 'result', counts: { created: 1, updated: 0, same: 0 } })
    expect((await ledger()).map((line) => line.base.cents)).toEqual([123_400n])
  })

  test('says what is missing: a table, a column, one meaning for two columns', async () => {
    const { location } = await post(importExpenses.action, { intent: 'read', pasted })
    const lot = new URL(location, 'https://escale.example').search
    const problems = async (fields: Record<string, string | File>, query = '') =>
      (await post(importExpenses.action, fields, { query })).body.problems

    expect(await problems({ intent: 'read', pasted: ' ' })).toEqual({ file: 'table_missing' })
    expect(await problems({ intent: 'read', file: new File([new Uint8Array([0, 159, 146, 150, 0])], 'x.csv') })).toEqual({
      file: expect.any(String),
    })
    expect(await problems({ intent: 'map', 'column-0': 'spentOn' }, lot)).toEqual({ '': 'columns_missing' })
    expect(await problems({ intent: 'map', 'column-0': 'amount', 'column-3': 'amount' }, lot)).toEqual({ 'column-3': 'column_used_twice' })
    expect(await problems({ intent: 'dance' })).toEqual({ intent: 'unknown' })
  })
})
