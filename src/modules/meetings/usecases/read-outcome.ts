import type { Ctx } from '#platform/context.ts'
import { mayWriteParticipant } from '../domain/rights.ts'
import { meetingState } from '../domain/outcome.ts'
import { listOutcomes, listShownContacts, loadNote } from '../sql/outcomes.ts'
import { listSlots, listSpots } from '../sql/setup.ts'
import { inOrder, openMeeting } from './tell-outcome.ts'

/** A meeting with what its sides say of it, one's own note, and whom one met. */
export async function readOutcome(ctx: Ctx, missionId: string, eventId: string, meetingId: string) {
  const { mission, event, meeting, one, other } = await openMeeting(ctx, missionId, eventId, meetingId)
  const told = await listOutcomes(ctx.tx, event.id, meeting.id)
  const sides = [one, other].map(({ id, name, organisationId }) => ({
    id: id as string,
    name,
    outcome: told.find(({ participantId }) => participantId === id) ?? null,
    mayTell: mayWriteParticipant(ctx.actor, mission.partners, organisationId),
  }))
  const zoneAt = (await listSlots(ctx.tx, event.id)).find(({ id }) => id === meeting.slotId)?.timeZone
  const spot = (await listSpots(ctx.tx, event.id)).find(({ id }) => id === meeting.spotId)
  return {
    event,
    meeting: { startsAt: meeting.startsAt, endsAt: meeting.endsAt, timeZone: zoneAt ?? event.timeZone, spot: spot?.name ?? '' },
    sides,
    state: meetingState(sides[0]?.outcome?.state ?? null, sides[1]?.outcome?.state ?? null),
    note: await loadNote(ctx.tx, inOrder(meeting)),
    contacts: await listShownContacts(ctx.tx, meeting.id),
  }
}
