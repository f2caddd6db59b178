import type { Ctx } from '#platform/context.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { listParticipants, listRepresentatives } from '../sql/participants.ts'
import { listResources, listSpots } from '../sql/setup.ts'
import { readBlocked } from './read-blocked.ts'
import { readSlots } from './read-slots.ts'

/** The names of all that a plan speaks of, by id, the titles of the programme’s items, and the slots and spots of its board. */
export async function readNames(ctx: Ctx, event: MeetingEvent) {
  const spots = await listSpots(ctx.tx, event.id)
  const names: Record<string, string> = {}
  for (const { id, name } of [...(await listParticipants(ctx.tx, event.id)), ...(await listResources(ctx.tx, event.id)), ...spots])
    names[id] = name
  for (const { id, givenName, familyName } of await listRepresentatives(ctx.tx, event.id)) names[id] = `${givenName} ${familyName}`.trim()
  return {
    names,
    titles: (await readBlocked(ctx, event)).titles,
    slots: await readSlots(ctx, event.id),
    spots: spots.map(({ id, name }) => ({ id, name })),
  }
}
