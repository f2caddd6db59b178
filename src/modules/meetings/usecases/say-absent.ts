import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import type { Absentee } from '../domain/absentee.ts'
import type { MeetingEvent } from '../domain/event.ts'
import { type BrokenRule, brokenRules } from '../domain/judge/broken-rules.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { plannedOf } from '../domain/run.ts'
import { listAbsences, listParticipants, listRepresentatives, replaceAbsences } from '../sql/participants.ts'
import { listMeetings } from '../sql/plans.ts'
import { listResources, listSpots } from '../sql/setup.ts'
import { openEvent, organiseEvent } from './open-event.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** Whoever and whatever may not be there, with the slots at which they are not. */
export type KnownAbsentee = Absentee & { readonly name: string; readonly of: string; readonly away: readonly string[] }

export type Unforeseen = {
  readonly event: MeetingEvent
  readonly absentees: readonly KnownAbsentee[]
  /** What the plan in force does not keep any more. */
  readonly broken: readonly BrokenRule[]
}

/** Who and what an event counts on, and what of its plan cannot be held as things are. */
export async function readUnforeseen(ctx: Ctx, missionId: string, eventId: string): Promise<Unforeseen> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  const away = Map.groupBy(await listAbsences(ctx.tx, event.id), ({ whoId }) => whoId)
  const participants = new Map((await listParticipants(ctx.tx, event.id)).map(({ id, name }) => [id as string, name]))
  const awayOf = (id: string) => away.get(id)?.map(({ slotId }) => slotId) ?? []
  const { snapshot } = await takeSnapshot(ctx, event, 0)
  return {
    event,
    absentees: [
      ...(await listRepresentatives(ctx.tx, event.id)).map(({ id, participantId, givenName, familyName }) => ({
        kind: 'representative' as const,
        id,
        name: `${givenName} ${familyName}`.trim(),
        of: participants.get(participantId) ?? '',
        away: awayOf(id),
      })),
      ...(await listResources(ctx.tx, event.id)).map(({ id, name }) => ({ kind: 'resource' as const, id, name, of: '', away: awayOf(id) })),
      ...(await listSpots(ctx.tx, event.id)).map(({ id, name }) => ({ kind: 'spot' as const, id, name, of: '', away: awayOf(id) })),
    ],
    broken: brokenRules(snapshot, (await listMeetings(ctx.tx, event.id)).map(plannedOf)),
  }
}

/** Says at which slots somebody, a resource or a spot is not there; it is there at all others. The plan in force stays until another is applied. */
export async function sayAbsent(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  who: Absentee,
  slotIds: readonly string[],
): Promise<Outcome<null, { readonly code: ProblemCode }>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const known = {
    representative: () => listRepresentatives(ctx.tx, event.id),
    resource: () => listResources(ctx.tx, event.id),
    spot: () => listSpots(ctx.tx, event.id),
  }
  found((await known[who.kind]()).find(({ id }) => id === who.id))
  await replaceAbsences(ctx.tx, mission.id, event.id, who, slotIds)
  return ok(null)
}
