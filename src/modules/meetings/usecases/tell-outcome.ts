import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import '../domain/outcome-events.ts'
import { type OutcomeDraft, type OutcomeProblemCode, settledDraft } from '../domain/outcome.ts'
import { mayBringParticipants, mayWriteParticipant } from '../domain/rights.ts'
import { listParticipants, loadParticipant } from '../sql/participants.ts'
import * as sql from '../sql/outcomes.ts'
import { listMeetings } from '../sql/plans.ts'
import { openEvent } from './open-event.ts'

export type OutcomeProblem = { readonly code: OutcomeProblemCode }

/** A meeting of the event, for a partner that may read it: it brings one of the two, or it organises. */
export async function openMeeting(ctx: Ctx, missionId: string, eventId: string, meetingId: string) {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayBringParticipants(ctx.actor, mission.partners))
  const meeting = found((await listMeetings(ctx.tx, event.id)).find(({ id }) => id === meetingId))
  const [one, other] = [
    found(await loadParticipant(ctx.tx, event.id, meeting.oneId)),
    found(await loadParticipant(ctx.tx, event.id, meeting.otherId)),
  ]
  return { mission, event, meeting, one, other }
}

/** Says what became of a meeting, for one of its sides. @refuses stale_edit, a_side_tells_its_own_meeting */
export async function tellOutcome(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  meetingId: string,
  { participantId, version, ...draft }: OutcomeDraft & { readonly participantId: string; readonly version: number },
): Promise<Outcome<null, OutcomeProblem>> {
  const of = await openSide(ctx, missionId, eventId, meetingId, participantId)
  return (await putOutcome(ctx, of, draft, { version, at: ctx.now })) ? ok(null) : refused({ code: 'stale_edit' })
}

/** One side of a meeting, for whoever may tell what became of it there. */
export async function openSide(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  meetingId: string,
  participantId: string,
): Promise<sql.OutcomeOf> {
  const { mission, event, meeting, one, other } = await openMeeting(ctx, missionId, eventId, meetingId)
  const side = found([one, other].find(({ id }) => id === participantId))
  allow(mayWriteParticipant(ctx.actor, mission.partners, side.organisationId))
  return { missionId: mission.id, eventId: event.id, meetingId: meeting.id, participantId: side.id }
}

export type ToldOutcome = OutcomeDraft & { readonly meetingId: string; readonly participantId: string; readonly version: number }

/** Says what became of several meetings at once, all or none. @refuses stale_edit, a_side_tells_its_own_meeting */
export async function tellOutcomes(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  told: readonly ToldOutcome[],
): Promise<Outcome<number, OutcomeProblem>> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayBringParticipants(ctx.actor, mission.partners))
  const keepers = new Map((await listParticipants(ctx.tx, event.id)).map(({ id, organisationId }) => [id as string, organisationId]))
  const meetings = new Set((await listMeetings(ctx.tx, event.id)).map(({ id }) => id))
  for (const { meetingId, participantId, version, ...draft } of told) {
    found(meetings.has(meetingId) ? meetingId : null)
    allow(mayWriteParticipant(ctx.actor, mission.partners, found(keepers.get(participantId) ?? null)))
    const of = { missionId: mission.id, eventId: event.id, meetingId, participantId }
    if (!(await putOutcome(ctx, of, draft, { version, at: ctx.now }))) return refused({ code: 'stale_edit' })
  }
  return ok(told.length)
}

/** @param on what one was reading, and when it was said. @returns false when somebody else told meanwhile */
export async function putOutcome(
  ctx: Ctx,
  of: sql.OutcomeOf,
  draft: OutcomeDraft,
  on: { readonly version: number; readonly at: Instant },
): Promise<boolean> {
  await ctx.journal.event('meeting_outcome.told')
  return sql.putOutcome(ctx.tx, of, { ...settledDraft(draft), saidAt: on.at, saidName: ctx.actor.name }, on.version)
}

/** Writes what one's organisation alone reads about two who meet; an empty note is removed. @refuses stale_edit, a_note_says_something */
export async function writeNote(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  meetingId: string,
  { body, version }: { readonly body: string; readonly version: number },
): Promise<Outcome<null, OutcomeProblem>> {
  const { mission, event, meeting } = await openMeeting(ctx, missionId, eventId, meetingId)
  const [oneId, otherId] = inOrder(meeting)
  const isEmpty = body.trim() === ''
  if (isEmpty && version === 0) return refused({ code: 'a_note_says_something' })
  await ctx.journal.event(isEmpty ? 'meeting_note.removed' : 'meeting_note.written')
  const of = { missionId: mission.id, eventId: event.id, oneId, otherId }
  const done = isEmpty
    ? await sql.deleteNote(ctx.tx, of, version)
    : await sql.putNote(ctx.tx, of, { body, writtenName: ctx.actor.name }, version)
  return done ? ok(null) : refused({ code: 'stale_edit' })
}

/** Two participants as a note names them, whoever asked. */
export function inOrder({ oneId, otherId }: { readonly oneId: string; readonly otherId: string }): [string, string] {
  return oneId < otherId ? [oneId, otherId] : [otherId, oneId]
}
