import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import {
  type CircleDraft,
  type EventId,
  type EventTerms,
  type MeetingEvent,
  type Preset,
  type ResourceDraft,
  type RuleDraft,
  type SpotDraft,
  presetCircles,
  presetTerms,
} from '../domain/event.ts'
import '../domain/events.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { type StretchProblem, amongLegs, readStretches, slotsOf } from '../domain/stretches.ts'
import { deleteEventLeg, listEventLegs } from '../sql/legs.ts'
import * as sql from '../sql/setup.ts'
import { organiseEvent } from './open-event.ts'

export type SetUpProblem = { readonly code: ProblemCode }
export type StaleEvent = { readonly code: 'stale_edit'; readonly saved: MeetingEvent }

export type NewEventWords = Pick<EventTerms, 'title' | 'opensAt' | 'closesAt'> & { readonly legId: string; readonly preset: Preset }

/**
 * Opens an event on a leg of the mission, with the circles, the rule and the figures of its preset: the delegation asks, its hosts answer.
 * @refuses leg_unknown, closes_after_it_opens
 */
export async function createEvent(ctx: Ctx, missionId: string, words: NewEventWords): Promise<Outcome<EventId, SetUpProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  const leg = mission.legs.find(({ id }) => id === words.legId)
  if (!leg) return refused({ code: 'leg_unknown' })
  if (words.closesAt <= words.opensAt) return refused({ code: 'closes_after_it_opens' })
  const id = crypto.randomUUID() as EventId
  await ctx.journal.event('meetings.set_up')
  await sql.insertEvent(ctx.tx, mission.id, { id, ...words, timeZone: leg.timeZone, ...presetTerms(words.preset) })
  const [home, host] = presetCircles(words.preset)
  const [homeId, hostId] = [crypto.randomUUID(), crypto.randomUUID()]
  await sql.insertCircle(ctx.tx, mission.id, id, homeId, home)
  await sql.insertCircle(ctx.tx, mission.id, id, hostId, host)
  await sql.insertRule(ctx.tx, mission.id, id, { fromId: homeId, toId: hostId, isAnswered: true, company: [] })
  return ok(id)
}

/** @refuses stale_edit, closes_after_it_opens */
export async function changeEvent(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  version: number,
  terms: EventTerms,
): Promise<Outcome<EventId, StaleEvent | SetUpProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  if (event.version !== version) return refused({ code: 'stale_edit', saved: event })
  if (terms.closesAt <= terms.opensAt) return refused({ code: 'closes_after_it_opens' })
  await ctx.journal.event('meetings.changed')
  await sql.updateEvent(ctx.tx, event.id, terms)
  return ok(event.id)
}

/**
 * Lays out the days of one leg of the event, that on which it was opened unless another is named, one stretch a line on the clocks of that city. Slots
 * that stay keep what was said of them; one that holds a meeting cannot go.
 * @refuses leg_unknown, all that `readStretches`, `slotsOf` and `amongLegs` refuse
 */
export async function layOutDays(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  days: string,
  legId: string | null = null,
): Promise<Outcome<number, StretchProblem | SetUpProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const stretches = readStretches(days)
  if (!stretches.ok) return stretches
  const leg = (await listEventLegs(ctx.tx, event.id)).find(({ id }) => id === (legId ?? event.legId))
  if (!leg) return refused({ code: 'leg_unknown' })
  const laidOut = slotsOf(stretches.value, event, leg.timeZone)
  if (!laidOut.ok) return laidOut
  const others = (await sql.listSlots(ctx.tx, event.id)).filter((slot) => slot.legId !== leg.id)
  const slots = amongLegs(leg, laidOut.value, others)
  if (!slots.ok) return slots
  await ctx.journal.event('meetings.changed')
  await sql.replaceSlots(ctx.tx, mission.id, event.id, slots.value)
  return ok(laidOut.value.length)
}

export async function addCircle(ctx: Ctx, missionId: string, eventId: string, circle: CircleDraft): Promise<Outcome<string, SetUpProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  if (circle.target > circle.meetingQuota) return refused({ code: 'a_target_is_within_quota' })
  const id = crypto.randomUUID()
  await ctx.journal.event('meetings.changed')
  await sql.insertCircle(ctx.tx, mission.id, event.id, id, circle)
  return ok(id)
}

/** Says that one circle may ask another. @refuses circle_unknown, same_circle, one_rule_per_direction */
export async function addRule(ctx: Ctx, missionId: string, eventId: string, rule: RuleDraft): Promise<Outcome<null, SetUpProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const circles = new Set((await sql.listCircles(ctx.tx, event.id)).map(({ id }) => id))
  if (!circles.has(rule.fromId) || !circles.has(rule.toId)) return refused({ code: 'circle_unknown' })
  const rules = await sql.listRules(ctx.tx, event.id)
  if (rules.some(({ fromId, toId }) => fromId === rule.fromId && toId === rule.toId)) return refused({ code: 'one_rule_per_direction' })
  await ctx.journal.event('meetings.changed')
  await sql.insertRule(ctx.tx, mission.id, event.id, rule)
  return ok(null)
}

/** @refuses an_interpreter_speaks_two */
export async function addResource(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  resource: ResourceDraft,
): Promise<Outcome<null, SetUpProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  if (resource.kind === 'interpreter' && resource.languages.length < 2) return refused({ code: 'an_interpreter_speaks_two' })
  await ctx.journal.event('meetings.changed')
  await sql.insertResource(ctx.tx, mission.id, event.id, resource)
  return ok(null)
}

/** Adds tables, or the address of a participant who receives. */
export async function addSpots(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  spots: readonly SpotDraft[],
): Promise<Outcome<null, SetUpProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  await ctx.journal.event('meetings.changed')
  const rows = spots.map((spot) => ({ ...spot, legId: spot.legId ?? event.legId }))
  await sql.insertSpots(ctx.tx, mission.id, event.id, rows)
  return ok(null)
}

const removals = {
  circle: sql.deleteCircle,
  rule: sql.deleteRule,
  resource: sql.deleteResource,
  spot: sql.deleteSpot,
  leg: deleteEventLeg,
} as const
export type RemovablePart = keyof typeof removals

/** Takes a part of the set-up away; what is in use stays, and the constraint says so. */
export async function removePart(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  part: RemovablePart,
  id: string,
): Promise<Outcome<null, SetUpProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  await ctx.journal.event('meetings.changed')
  await removals[part](ctx.tx, event.id, id)
  return ok(null)
}
