import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import { proposeItem } from '#modules/programme/index.ts'
import '../domain/events.ts'
import { mayArrangeReception, mayTakePart } from '../domain/rights.ts'
import type { GreetingDraft, GreetingId, SlotDraft, SlotId } from '../domain/slot.ts'
import type { Visit, VisitFacts } from '../domain/visit.ts'
import * as sql from '../sql/reception.ts'
import { addVisit, loadVisit, updateVisit } from '../sql/visits.ts'

export type SlotProblem = { readonly code: 'leg_unknown' | 'a_slot_ends_after_it_starts' | 'slot_taken' | 'slot_unplaceable' }

export type StaleVisit = { readonly code: 'stale_visit'; readonly saved: Visit }

/**
 * Says who is received on a mission, or corrects it. `version`: of what was read, 0 when nobody had said anything.
 * @refuses stale_visit with what is saved
 */
export async function describeVisit(ctx: Ctx, missionId: string, version: number, facts: VisitFacts): Promise<Outcome<null, StaleVisit>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrangeReception(ctx.actor, mission.partners))
  const known = await loadVisit(ctx.tx, mission.id)
  await ctx.journal.event('visit.described')
  if (!known) await addVisit(ctx.tx, mission.id, facts)
  else if (!(await updateVisit(ctx.tx, known.id, version, facts))) {
    return refused({ code: 'stale_visit', saved: found(await loadVisit(ctx.tx, mission.id)) })
  }
  return ok(null)
}

/** Proposes a slot that partners may claim. @refuses leg_unknown, a_slot_ends_after_it_starts */
export async function proposeSlot(ctx: Ctx, missionId: string, draft: SlotDraft): Promise<Outcome<SlotId, SlotProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrangeReception(ctx.actor, mission.partners))
  if (!mission.legs.some(({ id }) => id === draft.legId)) return refused({ code: 'leg_unknown' })
  if (draft.endTime <= draft.startTime) return refused({ code: 'a_slot_ends_after_it_starts' })
  await ctx.journal.event('visit.slot_proposed')
  return ok(await sql.addSlot(ctx.tx, mission.id, draft))
}

/** Takes back a slot that nobody claimed. @throws NotFound when there is none */
export async function withdrawSlot(ctx: Ctx, missionId: string, slotId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrangeReception(ctx.actor, mission.partners))
  await ctx.journal.event('visit.slot_withdrawn')
  found((await sql.deleteSlot(ctx.tx, mission.id, slotId)) || null)
  return ok(null)
}

/**
 * The acting organisation takes a slot upon itself: it becomes a moment of the programme, of its own. Locks the slot, so that of two who claim it at
 * once one has it, and the other is told.
 * @refuses slot_taken, slot_unplaceable when the programme does not take it
 */
export async function claimSlot(ctx: Ctx, missionId: string, slotId: string): Promise<Outcome<string, SlotProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  const slot = found(await sql.lockSlot(ctx.tx, mission.id, slotId))
  if (slot.claimedBy) return refused({ code: 'slot_taken' })
  const { legId, title, wish: briefing, day, startTime, endTime } = slot
  const item = await proposeItem(ctx, mission.id, {
    organiserId: ctx.actor.organisationId,
    legId,
    venueId: null,
    trackId: null,
    type: 'site_visit',
    state: 'tentative',
    attendance: 'expected',
    audience: 'everyone',
    themeId: null,
    organisationIds: [],
    memberIds: [],
    title,
    times: { date: day, start: startTime, end: endTime, endDate: null },
    capacity: null,
    vehicleId: null,
    across: [],
    speakers: [],
    languages: [],
    interpretersNeeded: 0,
    interpreters: [],
    dressCode: {},
    briefing,
    planB: {},
  })
  if (!item.ok) return refused({ code: 'slot_unplaceable' })
  await ctx.journal.event('visit.slot_claimed')
  await sql.saveClaim(ctx.tx, slot.id, { by: ctx.actor.organisationId, at: ctx.now, itemId: item.value })
  return ok(item.value)
}

/** Says who meets the visitors. */
export async function planGreeting(ctx: Ctx, missionId: string, draft: GreetingDraft): Promise<Outcome<GreetingId, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.greeting_planned')
  return ok(await sql.addGreeting(ctx.tx, mission.id, draft))
}

/** Takes back a greeting: whoever planned it, or the organisers. @throws NotFound when there is none one may remove */
export async function removeGreeting(ctx: Ctx, missionId: string, greetingId: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.greeting_removed')
  found((await sql.deleteGreeting(ctx.tx, mission.id, greetingId)) || null)
  return ok(null)
}
