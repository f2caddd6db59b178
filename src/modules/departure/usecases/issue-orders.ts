import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { partsOf } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import '../domain/events.ts'
import { mayReadRegister } from '../domain/rights.ts'
import {
  type OrderDraft,
  type OrderFacts,
  type OrderProblem,
  type TravelOrderId,
  decideOrders,
  freezeOrder,
  orderNumber,
  thawOrder,
} from '../domain/travel-order.ts'
import * as sql from '../sql/orders.ts'
import { loadSignatory } from '../sql/rules.ts'
import { openDeparture } from './open-departure.ts'

/**
 * Issues the travel orders of one or several agents, each under its own number of the register, frozen with the name of who signs.
 * @refuses signatory_missing, and those of `decideOrders`; by the database one_standing_order_per_person
 */
export async function issueOrders(
  ctx: Ctx,
  missionId: string,
  memberIds: readonly string[],
  draft: OrderDraft,
): Promise<Outcome<TravelOrderId[], OrderProblem>> {
  const mission = await openDeparture(ctx, missionId)
  const sent = await listMembers(ctx.tx, mission.id, { sentBy: ctx.actor.organisationId })
  const people = [...new Set(memberIds)].map((id) => found(sent.find((member) => member.id === id)))
  const decided = decideOrders(mission, people, draft)
  if (!decided.ok) return decided
  const signatory = await loadSignatory(ctx.tx)
  if (!signatory) return refused({ code: 'signatory_missing' })
  const { year } = partsOf(draft.issuedOn)
  const first = await sql.nextNumber(ctx.tx, year)
  const orders = people.map(({ id, givenName, familyName, capacity }, index) => {
    const number = first + index
    const facts: OrderFacts = {
      ...draft,
      language: ctx.actor.locale,
      organisation: ctx.actor.organisationName,
      number: orderNumber({ year, number }),
      givenName,
      familyName,
      capacity,
      missionTitle: mission.title,
      missionPurpose: mission.purpose,
      legs: mission.legs.map(({ cityName, country, startsOn, endsOn }) => ({ cityName, country, startsOn, endsOn })),
      signatory,
    }
    const { text, digest } = freezeOrder(facts)
    const { issuedOn, validFrom, validUntil } = draft
    return { missionId: mission.id, memberId: id, year, number, issuedOn, validFrom, validUntil, facts: text, digest }
  })
  await ctx.journal.event('departure.orders_issued')
  return ok(await sql.insertOrders(ctx.tx, orders))
}

/**
 * Withdraws an order: it stays in the register, with the reason.
 * @refuses already_withdrawn, withdrawn_for_a_reason
 */
export async function withdrawOrder(
  ctx: Ctx,
  missionId: string,
  orderId: string,
  because: string,
): Promise<Outcome<TravelOrderId, OrderProblem>> {
  const mission = await openDeparture(ctx, missionId)
  const order = found(await sql.loadOrder(ctx.tx, orderId))
  found(order.missionId === mission.id || null)
  if (order.state === 'withdrawn') return refused({ code: 'already_withdrawn' })
  if (because.trim() === '') return refused({ code: 'withdrawn_for_a_reason' })
  await ctx.journal.event('departure.order_withdrawn')
  await sql.withdrawOrder(ctx.tx, order.id, ctx.today, because.trim())
  return ok(order.id)
}

/** What an order says, as it was frozen. For who prepares departures, and who reads the register. */
export async function readOrder(ctx: Ctx, orderId: string): Promise<{ readonly facts: OrderFacts; readonly isWithdrawn: boolean }> {
  const order = found(await sql.loadOrder(ctx.tx, orderId))
  allow(mayReadRegister(ctx.actor))
  return { facts: thawOrder(order.facts), isWithdrawn: order.state === 'withdrawn' }
}
