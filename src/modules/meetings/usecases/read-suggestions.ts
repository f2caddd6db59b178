import { allow } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { mayBringParticipants } from '../domain/rights.ts'
import { listParticipants } from '../sql/participants.ts'
import { openEvent } from './open-event.ts'

/** The event and the names of those who take part, for whoever may read what was suggested: the organisers, and each partner of the companies it brings. */
export async function openSuggestions(
  ctx: Ctx,
  missionId: string,
  eventId: string,
): Promise<{ readonly event: MeetingEvent; readonly names: Readonly<Record<string, string>> }> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayBringParticipants(ctx.actor, mission.partners))
  return { event, names: Object.fromEntries((await listParticipants(ctx.tx, event.id)).map(({ id, name }) => [id, name])) }
}
