import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type Api, createApi, sealApi } from '#platform/openapi.ts'
import { ok, valueOf } from '#platform/pure/outcome.ts'
import { closeAccounts, createMission } from '#modules/missions/index.ts'
import { asLocalDate } from '#platform/pure/local-date.ts'
import { seatPartner } from '#tests/partners.ts'
import { openWorld, type Somebody, type World } from '#tests/world.ts'
import { addExpenseOperations } from './api.ts'

let world: World
let api: Api
let department: Somebody
let port: Somebody
let missionId: string
const keys = { finance: 'esc_finance', reader: 'esc_reader', port: 'esc_port', stranger: 'esc_stranger' }
type Key = keyof typeof keys

beforeAll(async () => {
  world = await openWorld(inject('templateUrl'))
  department = await world.found('Département')
  port = await world.found('Port', 'port')
  api = createApi(world.services)
  addExpenseOperations(api)
  sealApi(api)
  await aKey('finance', department, 'finance')
  await aKey('reader', department, 'reader')
  await aKey('port', port, 'officer')
  await aKey('stranger', await world.found('Ville voisine'), 'officer')
})

beforeEach(async () => {
  const leg = {
    cityId: null,
    cityName: { fr: 'Miami' },
    country: 'US',
    startsOn: asLocalDate('2025-11-04'),
    endsOn: asLocalDate('2025-11-10'),
    timeZone: 'America/New_York',
  }
  missionId = valueOf(
    await world.as(department, async (ctx) => {
      const id = valueOf(
        await createMission(ctx, { kind: 'outgoing', title: { fr: 'Miami' }, purpose: {}, legs: [leg], objectives: [], themes: [] }),
      )
      return ok(id)
    }),
  )
  await seatPartner(world.services, department, port, missionId)
})

afterAll(() => world.close())

async function aKey(key: Key, who: Somebody, role: string): Promise<void> {
  const tokenDigest = createHash('sha256').update(keys[key]).digest()
  await world.read(who, ({ tx }) =>
    tx
      .insertInto('identity.apiKey')
      .values({ name: key, tokenDigest, tokenHint: 'esc', roles: [role], createdBy: who.accountId })
      .execute(),
  )
}

async function call(key: Key, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const sent = new Headers({ authorization: `Bearer ${keys[key]}`, ...headers })
  if (body !== undefined) sent.set('content-type', 'application/json')
  const method = body === undefined ? 'GET' : 'POST'
  const response = await api.request(`/missions/${missionId}${path}`, {
    method,
    headers: sent,
    body: body === undefined ? null : JSON.stringify(body),
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

const taxi = { spentOn: '2025-11-06', supplier: 'Taxi', category: 'transport', amount: { cents: 2470, currency: 'EUR' } }
const conversion = { from: 'EUR', to: 'USD', rate: '1,1795', rateDate: '2025-11-06', rateSource: 'BCE' }
const record = async (change: object = {}, key: Key = 'finance'): Promise<string> => {
  const answer = await call(key, '/expenses', { ...taxi, ...change })
  expect(answer.status).toBe(201)
  return String(answer.json['id'])
}

describe('a line', () => {
  test('is written with its rate, and read as it was written', async () => {
    const id = await record({
      amount: { cents: 2470, currency: 'USD' },
      conversion,
      benefits: { kind: 'partner', organisationId: port.organisationId },
      externalKey: 'M-1',
    })

    expect((await call('reader', `/expenses/${id}`)).json).toEqual({
      id,
      organisationId: department.organisationId,
      organisationName: 'Département',
      spentOn: '2025-11-06',
      supplier: 'Taxi',
      label: '',
      category: 'transport',
      amount: { cents: 2470, currency: 'USD' },
      base: { cents: 2094, currency: 'EUR' },
      conversion: { ...conversion, rate: '1.1795' },
      benefits: { kind: 'partner', organisationId: port.organisationId },
      isShared: false,
      externalKey: 'M-1',
      reason: null,
      reversesId: null,
      reversedById: null,
      correctsId: null,
      correctedById: null,
      recordedAt: expect.any(String),
    })
  })

  test('is reversed once, and corrected in one call', async () => {
    const wrong = await record()
    const right = await call('finance', `/expenses/${wrong}/correct`, {
      ...taxi,
      amount: { cents: 2740, currency: 'EUR' },
      reason: 'Chiffres inversés',
    })
    const reversal = await call('finance', `/expenses/${String(right.json['id'])}/reverse`, { reason: 'Payé par le port' })

    expect([right.status, reversal.status]).toEqual([201, 201])
    expect((await call('finance', `/expenses/${wrong}`)).json).toMatchObject({ correctedById: right.json['id'] })
    expect((await call('finance', `/expenses/${String(reversal.json['id'])}`)).json).toMatchObject({
      base: { cents: -2740 },
      reversesId: right.json['id'],
    })
    const again = await call('finance', `/expenses/${wrong}/reverse`, { reason: 'Encore' })
    expect([again.status, again.json['code']]).toEqual([409, 'already_reversed'])
  })

  test('sent twice under one key is written once', async () => {
    const once = { 'idempotency-key': 'receipt-17' }

    const answers = [await call('finance', '/expenses', taxi, once), await call('finance', '/expenses', taxi, once)]

    expect(answers[0]).toEqual(answers[1])
    expect((await call('finance', '/expenses')).json['items']).toHaveLength(1)
  })
})

describe('what is refused', () => {
  test('a rule says every problem, each with its field', async () => {
    const outsider = randomUUID()
    const answer = await call('finance', '/expenses', {
      ...taxi,
      amount: { cents: 0, currency: 'USD' },
      benefits: { kind: 'partner', organisationId: outsider },
    })

    expect(answer).toMatchObject({
      status: 422,
      json: {
        code: 'expense_to_mend',
        details: {
          problems: [
            { field: 'benefits', code: 'beneficiary_unknown' },
            { field: 'amount', code: 'amount_is_zero' },
            { field: 'rate', code: 'rate_needed' },
          ],
        },
      },
    })
  })

  test.each([
    ['a float', { amount: { cents: 24.7, currency: 'EUR' } }, '#/amount/cents'],
    ['a currency that does not exist', { amount: { cents: 1, currency: 'ZZZ' } }, '#/amount/currency'],
    ['a day that does not exist', { spentOn: '2025-02-30' }, '#/spentOn'],
    ['a category that does not exist', { category: 'taxi' }, '#/category'],
    ['a rate that is none', { conversion: { ...conversion, rate: '0' } }, '#/conversion/rate'],
    ['a partner without a name', { benefits: { kind: 'partner' } }, '#/benefits'],
    ['a supplier without a name', { supplier: ' ' }, '#/supplier'],
  ])('%s is refused on its field', async (_, change, pointer) => {
    const answer = await call('finance', '/expenses', { ...taxi, ...change })

    expect([answer.status, answer.json['errors']]).toEqual([422, [expect.objectContaining({ pointer })]])
  })

  test('closed accounts take nothing more', async () => {
    const id = await record()
    valueOf(await world.as(department, (ctx) => closeAccounts(ctx, missionId)))

    expect((await call('finance', '/expenses', taxi)).json).toMatchObject({
      code: 'expense_to_mend',
      details: { problems: [{ code: 'accounts_closed' }] },
    })
    expect((await call('finance', `/expenses/${id}/reverse`, { reason: 'x' })).json).toMatchObject({ status: 409, code: 'accounts_closed' })
  })
})

describe('lists and totals', () => {
  test('pages follow each other without a gap, in the order lines were written', async () => {
    const ids = [await record(), await record({ spentOn: '2025-11-01' }), await record()]

    const first = await call('reader', '/expenses?limit=2')
    const second = await call('reader', `/expenses?limit=2&cursor=${String(first.json['nextCursor'])}`)

    const idsOf = ({ json }: typeof first) => (json['items'] as { id: string }[]).map(({ id }) => id)
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids)
    expect(second.json['nextCursor']).toBeNull()
  })

  test('a partner reads and totals what is shared, and nothing else', async () => {
    const shared = await record({ isShared: true })
    const secret = await record({ amount: { cents: 99_999, currency: 'EUR' } })
    await record({ category: 'meals', amount: { cents: 500, currency: 'EUR' } }, 'port')

    expect((await call('port', '/expense-totals')).json['totals']).toEqual([
      {
        organisationId: department.organisationId,
        organisationName: 'Département',
        category: 'transport',
        total: { cents: 2470, currency: 'EUR' },
        lineCount: 1,
        expenseCount: 1,
      },
      {
        organisationId: port.organisationId,
        organisationName: 'Port',
        category: 'meals',
        total: { cents: 500, currency: 'EUR' },
        lineCount: 1,
        expenseCount: 1,
      },
    ])
    expect((await call('port', '/expenses')).json['items']).toHaveLength(2)
    expect((await call('port', `/expenses/${shared}`)).status).toBe(200)
    expect((await call('port', `/expenses/${secret}`)).status).toBe(404)
    expect((await call('port', `/expenses/${shared}/reverse`, { reason: 'x' })).status).toBe(403)
  })
})

test('another organisation meets the same 404 as for what does not exist, and a reader writes nothing', async () => {
  const id = await record({ isShared: true })

  const answers = await Promise.all([
    call('stranger', '/expenses'),
    call('stranger', '/expense-totals'),
    call('stranger', `/expenses/${id}`),
    call('stranger', '/expenses', taxi),
    call('stranger', `/expenses/${id}/reverse`, { reason: 'x' }),
    call('finance', `/expenses/${randomUUID()}`),
    call('finance', '/expenses?cursor=eA'),
  ])
  expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(404))
  expect((await call('reader', '/expenses', taxi)).status).toBe(403)
  expect((await call('reader', `/expenses/${id}/correct`, { ...taxi, reason: 'x' })).status).toBe(403)
})

test('a line is found under its own mission only', async () => {
  const id = await record()
  missionId = valueOf(
    await world.as(department, (ctx) =>
      createMission(ctx, { kind: 'outgoing', title: { fr: 'Gênes' }, purpose: {}, legs: [], objectives: [], themes: [] }),
    ),
  )

  expect((await call('finance', `/expenses/${id}`)).status).toBe(404)
  expect((await call('finance', `/expenses/${id}/reverse`, { reason: 'x' })).status).toBe(404)
})
