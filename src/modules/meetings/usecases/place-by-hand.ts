import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Consequences, type FreePlace, consequencesOf, freePlaces } from '../domain/by-hand/consequences.ts'
import { crewFor } from '../domain/by-hand/crew.ts'
import type { MeetingEvent } from '../domain/event.ts'
import '../domain/events.ts'
import '../domain/run-jobs.ts'
import type { BrokenRule } from '../domain/judge/broken-rules.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { deltaOf } from '../domain/plan-delta.ts'
import { mayOrganiseMeetings } from '../domain/rights.ts'
import { type HeldMeeting, plannedOf } from '../domain/run.ts'
import type { PairKey, PlannedMeeting, Snapshot } from '../domain/snapshot.ts'
import * as sql from '../sql/plans.ts'
import { openEvent, organiseEvent } from './open-event.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** Where a meeting is to be. */
export type Place = { readonly slotId: string; readonly spotId: string }

export type ByHandProblem =
  | { readonly code: ProblemCode }
  /** What forbids it, with whom and what. */
  | { readonly code: 'rules_broken'; readonly broken: readonly BrokenRule[] }

export type PlacePreview = {
  readonly event: MeetingEvent
  readonly pair: PairKey
  /** As it stands; null while it waits for a place. */
  readonly held: HeldMeeting | null
  readonly to: PlannedMeeting | null
  /** Null as long as no place was chosen. */
  readonly consequences: Consequences | null
  readonly offBoard: Consequences | null
  readonly free: readonly FreePlace[]
}

/** What putting a meeting somewhere would do, and where else it could go. */
export async function previewPlace(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  pair: PairKey,
  place: Place | null,
): Promise<PlacePreview> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayOrganiseMeetings(ctx.actor, mission.partners))
  const { snapshot, held, meetings } = await boardOf(ctx, event, pair)
  const from = held && plannedOf(held)
  const to = place && moved(snapshot, meetings, pair, from, place)
  return {
    event,
    pair,
    held,
    to,
    consequences: to && consequencesOf(snapshot, meetings, from, to),
    offBoard: from && consequencesOf(snapshot, meetings, from, null),
    free: held?.isLocked ? [] : freePlaces(snapshot, meetings, pair, from),
  }
}

/**
 * Puts a meeting somewhere, or one that waits on the board. What was previewed is judged again under the lock of the event, on the plan as it is then.
 * `version` is that of the meeting as it was read; null when it was not on the board.
 * @refuses stale_edit when somebody placed, moved or took it off meanwhile, a_locked_meeting_does_not_move, rules_broken
 */
export async function placeByHand(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  pair: PairKey,
  place: Place,
  version: number | null,
  tells: 'tell' | 'silent' = 'silent',
): Promise<Outcome<string, ByHandProblem>> {
  const { mission, event } = await organiseEvent(ctx, missionId, eventId)
  const { snapshot, held, meetings } = await boardOf(ctx, event, pair)
  if ((held?.version ?? null) !== version) return refused({ code: 'stale_edit' })
  if (held?.isLocked) return refused({ code: 'a_locked_meeting_does_not_move' })
  const from = held && plannedOf(held)
  const to = moved(snapshot, meetings, pair, from, place)
  const { broken } = consequencesOf(snapshot, meetings, from, to)
  if (broken.length > 0) return refused({ code: 'rules_broken', broken })
  await ctx.journal.event('meeting.placed')
  if (tells === 'tell') await ctx.jobs.enqueue('meetings.tell-changes', { eventId: event.id, changes: deltaOf(from ? [from] : [], [to]) })
  if (held) {
    await sql.moveMeeting(ctx.tx, held.id, to)
    return ok(held.id)
  }
  const id = crypto.randomUUID()
  await sql.insertMeetings(ctx.tx, { missionId: mission.id, eventId: event.id, runId: null }, [{ id, ...to }])
  return ok(id)
}

/** Takes a meeting off the board: the wish waits again. @refuses stale_edit, a_locked_meeting_does_not_move */
export async function takeOff(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  pair: PairKey,
  version: number | null,
  tells: 'tell' | 'silent' = 'silent',
): Promise<Outcome<null, ByHandProblem>> {
  const { event } = await organiseEvent(ctx, missionId, eventId)
  const held = heldBy(await sql.listMeetings(ctx.tx, event.id), pair)
  if (!held || held.version !== version) return refused({ code: 'stale_edit' })
  if (held.isLocked) return refused({ code: 'a_locked_meeting_does_not_move' })
  await ctx.journal.event('meeting.taken_off')
  if (tells === 'tell') await ctx.jobs.enqueue('meetings.tell-changes', { eventId: event.id, changes: deltaOf([plannedOf(held)], []) })
  await sql.deleteMeetings(ctx.tx, [held.id])
  return ok(null)
}

async function boardOf(ctx: Ctx, event: MeetingEvent, pair: PairKey) {
  const { snapshot } = await takeSnapshot(ctx, event, null)
  const inForce = await sql.listMeetings(ctx.tx, event.id)
  const held = heldBy(inForce, pair)
  if (!held) found(snapshot.pairs.find(({ one, other }) => one === pair.one && other === pair.other))
  return { snapshot, held, meetings: inForce.map(plannedOf) }
}

function heldBy(inForce: readonly HeldMeeting[], pair: PairKey): HeldMeeting | null {
  return inForce.find(({ oneId, otherId }) => oneId === pair.one && otherId === pair.other) ?? null
}

function moved(
  snapshot: Snapshot,
  meetings: readonly PlannedMeeting[],
  pair: PairKey,
  from: PlannedMeeting | null,
  { slotId, spotId }: Place,
): PlannedMeeting {
  const others = meetings.filter(({ one, other }) => one !== pair.one || other !== pair.other)
  return { ...pair, slotId, spotId, people: crewFor(snapshot, others, pair, slotId, from?.people ?? []) }
}
