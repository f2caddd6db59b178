import type { Ctx } from '#platform/context.ts'
import { listParticipants, listRepresentatives } from '../sql/participants.ts'
import { listMeetings } from '../sql/plans.ts'
import { listResources, listSpots } from '../sql/setup.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { readSlots } from './read-slots.ts'

/** The plan in force with the names of all it speaks of; for one participant, or of the whole event as far as the actor may read it. */
export async function readAgenda(ctx: Ctx, event: MeetingEvent, participantId?: string) {
  const participants = await listParticipants(ctx.tx, event.id)
  const people = new Map((await listRepresentatives(ctx.tx, event.id)).map((person) => [person.id, person]))
  const resources = new Map((await listResources(ctx.tx, event.id)).map((resource) => [resource.id, resource]))
  const names = new Map(participants.map(({ id, name }) => [id as string, name]))
  const spots = new Map((await listSpots(ctx.tx, event.id)).map((spot) => [spot.id, spot]))
  const meetings = (await listMeetings(ctx.tx, event.id, participantId)).map((meeting) => ({
    id: meeting.id,
    oneId: meeting.oneId,
    otherId: meeting.otherId,
    one: names.get(meeting.oneId) ?? '',
    other: names.get(meeting.otherId) ?? '',
    slotId: meeting.slotId,
    spotId: meeting.spotId,
    spot: spots.get(meeting.spotId)?.name ?? '',
    address: spots.get(meeting.spotId)?.address ?? '',
    isLocked: meeting.isLocked,
    people: meeting.people.flatMap((id) => {
      const person = people.get(id)
      return person
        ? [{ participantId: person.participantId, name: `${person.givenName} ${person.familyName}`.trim(), job: person.job }]
        : []
    }),
    along: meeting.people.flatMap((id) => resources.get(id)?.name ?? []),
  }))
  return {
    meetings,
    spots: [...spots.values()].map(({ id, name, legId }) => ({ id, name, legId })),
    participants,
    slots: await readSlots(ctx, event.id),
  }
}
