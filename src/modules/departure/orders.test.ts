import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/actor.ts'
import { addDays, asLocalDate } from '#platform/pure/local-date.ts'
import { valueOf } from '#platform/pure/outcome.ts'
import type { Somebody } from '#tests/world.ts'
import { aDeparture } from './departure.fixture.ts'
import type { OrderDraft } from './domain/travel-order.ts'
import { listOrders } from './sql/orders.ts'
import { listRequirements } from './sql/requirements.ts'
import { issueOrders, readOrder, withdrawOrder } from './usecases/issue-orders.ts'
import { setSignatory } from './usecases/set-rules.ts'

let world: Awaited<ReturnType<typeof aDeparture>>
beforeAll(async () => {
  world = await aDeparture(inject('templateUrl'))
})
afterAll(() => world.close())

const draft: OrderDraft = {
  issuedOn: asLocalDate('2027-02-01'),
  validFrom: asLocalDate('2027-03-05'),
  validUntil: asLocalDate('2027-03-12'),
  transport: 'Avion',
  expenses: '',
}
const signatory = { name: 'Hélène Varenne', capacity: 'La directrice générale', authority: 'l’arrêté n° 12', place: 'Rochebrune' }
const issue = (who: Somebody, memberIds: readonly string[], change: Partial<OrderDraft> = {}) =>
  world.as(who, (ctx) => issueOrders(ctx, world.missionId, memberIds, { ...draft, ...change }))
const stateOfOrder = async (memberId: string) =>
  (await world.read(world.lead, (ctx) => listRequirements(ctx.tx, world.missionId, memberId))).find(({ kind }) => kind === 'travel_order')
    ?.state

describe('issuing', () => {
  test('waits until somebody says who signs', async () => {
    expect(await issue(world.lead, [world.bob])).toEqual({ ok: false, problem: { code: 'signatory_missing' } })
    await expect(world.as(world.reader, (ctx) => setSignatory(ctx, signatory))).rejects.toThrow(Forbidden)
    valueOf(await world.as(world.lead, (ctx) => setSignatory(ctx, signatory)))
  })

  test('several at once gives each its number, and makes each ready on that count', async () => {
    const [one, two] = valueOf(await issue(world.lead, [world.bob, world.eve]))

    const orders = await world.read(world.lead, (ctx) => listOrders(ctx.tx, world.missionId))
    expect(orders.map(({ givenName, year, number }) => [givenName, year, number])).toEqual([
      ['Eve', 2027, 2],
      ['Bob', 2027, 1],
    ])
    expect(await stateOfOrder(world.bob)).toBe('done')
    const { facts } = await world.read(world.lead, (ctx) => readOrder(ctx, one ?? ''))
    expect(facts).toMatchObject({ number: 'OM-2027-0001', familyName: 'Arnal', signatory, legs: [{ country: 'US' }, { country: 'CA' }] })
    expect(two).toBeDefined()
  })

  test('a second order on the same days is refused by the database itself', async () => {
    expect(await issue(world.lead, [world.bob])).toMatchObject({ ok: false, problem: { code: 'one_standing_order_per_person' } })
  })

  test('is for staff, of one’s own, within twelve months', async () => {
    expect(await issue(world.lead, [world.ana])).toEqual({ ok: false, problem: { code: 'a_travel_order_is_for_staff' } })
    expect(await issue(world.lead, [world.eve], { validUntil: addDays(draft.validFrom, 400) })).toEqual({
      ok: false,
      problem: { code: 'valid_twelve_months_at_most' },
    })
    await expect(issue(world.lead, [world.cam])).rejects.toThrow(NotFound)
    await expect(issue(world.reader, [world.bob])).rejects.toThrow(Forbidden)
    await expect(issue(world.stranger, [world.bob])).rejects.toThrow(NotFound)
  })

  test('ten at the same moment take ten numbers', async () => {
    valueOf(await world.as(world.city, (ctx) => setSignatory(ctx, signatory)))
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, index) => world.register(world.city, world.missionId, `Agent ${index}`)),
    )

    const issued = await Promise.all(people.map((id) => issue(world.city, [id])))

    expect(issued.every(({ ok }) => ok)).toBe(true)
    const numbers = (await world.read(world.city, (ctx) => listOrders(ctx.tx))).map(({ number }) => number)
    expect(numbers).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  })
})

describe('withdrawing', () => {
  test('keeps the order and its reason, and its holder is no longer ready', async () => {
    const bob = (await world.read(world.lead, (ctx) => listOrders(ctx.tx))).find(({ givenName }) => givenName === 'Bob')
    const withdraw = (because: string) => world.as(world.lead, (ctx) => withdrawOrder(ctx, world.missionId, bob?.id ?? '', because))

    expect(await withdraw(' ')).toEqual({ ok: false, problem: { code: 'withdrawn_for_a_reason' } })
    valueOf(await withdraw('Départ avancé'))

    expect(await withdraw('Encore')).toEqual({ ok: false, problem: { code: 'already_withdrawn' } })
    expect(await stateOfOrder(world.bob)).toBe('to_do')
    const kept = (await world.read(world.lead, (ctx) => listOrders(ctx.tx))).find(({ id }) => id === bob?.id)
    expect(kept).toMatchObject({ state: 'withdrawn', withdrawnOn: '2027-02-01', withdrawnBecause: 'Départ avancé' })
    valueOf(await issue(world.lead, [world.bob]))
    expect(await stateOfOrder(world.bob)).toBe('done')
  })

  test('an order of another organisation is as if it did not exist, and the register is not for readers', async () => {
    const [theirs] = await world.read(world.city, (ctx) => listOrders(ctx.tx))

    await expect(world.as(world.lead, (ctx) => withdrawOrder(ctx, world.missionId, theirs?.id ?? '', 'Pris'))).rejects.toThrow(NotFound)
    await expect(world.read(world.lead, (ctx) => readOrder(ctx, theirs?.id ?? ''))).rejects.toThrow(NotFound)
    const [ours] = await world.read(world.lead, (ctx) => listOrders(ctx.tx))
    await expect(world.read(world.reader, (ctx) => readOrder(ctx, ours?.id ?? ''))).rejects.toThrow(Forbidden)
  })
})
