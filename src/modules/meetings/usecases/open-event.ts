import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { loadEvent, lockEvent } from '../sql/setup.ts'

export type Opened = { readonly mission: Mission; readonly event: MeetingEvent }

/** The event as every partner reads it. @throws NotFound also when it belongs to another mission. */
export async function openEvent(ctx: Ctx, missionId: string, eventId: string): Promise<Opened> {
  const mission = found(await loadMission(ctx.tx, missionId))
  return { mission, event: found(await loadEvent(ctx.tx, mission.id, eventId)) }
}

/** The event locked, for one of its organisers. */
export async function organiseEvent(ctx: Ctx, missionId: string, eventId: string): Promise<Opened> {
  const { mission } = await openEvent(ctx, missionId, eventId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  return { mission, event: found(await lockEvent(ctx.tx, mission.id, eventId)) }
}
