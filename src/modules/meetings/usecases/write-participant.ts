import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import type { Circle } from '../domain/event.ts'
import '../domain/events.ts'
import type { Participant, ParticipantId, Profile, RepresentativeDraft } from '../domain/participant.ts'
import type { ProblemCode } from '../domain/problems.ts'
import { mayBringParticipants, mayWriteParticipant } from '../domain/rights.ts'
import * as sql from '../sql/participants.ts'
import { listCircles } from '../sql/setup.ts'
import { openEvent } from './open-event.ts'

export type ParticipantProblem = { readonly code: ProblemCode }
export type StaleParticipant = { readonly code: 'stale_edit'; readonly saved: Participant }

/** Figures left open take those of the circle. */
export type ProfileWords = Omit<Profile, 'target' | 'meetingQuota' | 'requestQuota'> & {
  readonly target: number | null
  readonly meetingQuota: number | null
  readonly requestQuota: number | null
}

export type Newcomer = { readonly words: ProfileWords; readonly people: readonly RepresentativeDraft[] }

/**
 * Brings a participant; the acting organisation keeps it from then on.
 * @refuses circle_unknown, a_target_is_within_quota, a_name_takes_part_once
 */
export async function addParticipant(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  words: ProfileWords,
  people: readonly RepresentativeDraft[] = [],
): Promise<Outcome<ParticipantId, ParticipantProblem>> {
  const added = await addParticipants(ctx, missionId, eventId, [{ words, people }])
  return added.ok ? ok(found(added.value[0])) : added
}

/** The same for several at once, all or nothing. @returns their ids, in the same order */
export async function addParticipants(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  newcomers: readonly Newcomer[],
): Promise<Outcome<ParticipantId[], ParticipantProblem>> {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  allow(mayBringParticipants(ctx.actor, mission.partners))
  const circles = await listCircles(ctx.tx, event.id)
  const rows: sql.ParticipantRow[] = []
  const people: sql.RepresentativeRow[] = []
  for (const newcomer of newcomers) {
    const profile = profileOf(circles, newcomer.words)
    if (!profile.ok) return profile
    const id = crypto.randomUUID() as ParticipantId
    rows.push({ id, ...profile.value })
    for (const person of newcomer.people) people.push({ id: crypto.randomUUID(), participantId: id, ...person })
  }
  await ctx.journal.event('meeting_participant.written')
  await sql.insertParticipants(ctx.tx, mission.id, event.id, rows)
  await sql.insertRepresentatives(ctx.tx, mission.id, event.id, people)
  return ok(rows.map(({ id }) => id))
}

/** @refuses stale_edit, circle_unknown, a_target_is_within_quota, a_name_takes_part_once */
export async function changeParticipant(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  version: number,
  words: ProfileWords,
): Promise<Outcome<ParticipantId, ParticipantProblem | StaleParticipant>> {
  const { event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  if (participant.version !== version) return refused({ code: 'stale_edit', saved: participant })
  const profile = profileOf(await listCircles(ctx.tx, event.id), words)
  if (!profile.ok) return profile
  await ctx.journal.event('meeting_participant.written')
  await sql.updateParticipant(ctx.tx, participant.id, { ...profile.value, externalKey: participant.externalKey })
  return ok(participant.id)
}

export async function removeParticipant(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
): Promise<Outcome<null, ParticipantProblem>> {
  const { participant } = await openParticipant(ctx, missionId, eventId, participantId)
  await ctx.journal.event('meeting_participant.removed')
  await sql.deleteParticipant(ctx.tx, participant.id)
  return ok(null)
}

/** Somebody who comes. How to reach them is kept by who brings the participant, hence written by nobody else. @refuses a_person_comes_once */
export async function addRepresentative(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  person: RepresentativeDraft,
): Promise<Outcome<string, ParticipantProblem>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  allow(participant.organisationId === ctx.actor.organisationId || (person.email === null && person.phone === null))
  const id = crypto.randomUUID()
  await ctx.journal.event('meeting_representative.written')
  await sql.insertRepresentatives(ctx.tx, mission.id, event.id, [{ id, participantId: participant.id, ...person }])
  return ok(id)
}

export async function removeRepresentative(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  representativeId: string,
): Promise<Outcome<null, ParticipantProblem>> {
  const { participant } = await openParticipant(ctx, missionId, eventId, participantId)
  await ctx.journal.event('meeting_representative.removed')
  await sql.deleteRepresentative(ctx.tx, participant.id, representativeId)
  return ok(null)
}

/** Says at which slots somebody is away; all others are free. */
export async function sayAway(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  participantId: string,
  representativeId: string,
  slotIds: readonly string[],
): Promise<Outcome<null, ParticipantProblem>> {
  const { mission, event, participant } = await openParticipant(ctx, missionId, eventId, participantId)
  found((await sql.listRepresentatives(ctx.tx, event.id, participant.id)).find(({ id }) => id === representativeId))
  await sql.replaceAbsences(ctx.tx, mission.id, event.id, { kind: 'representative', id: representativeId }, slotIds)
  return ok(null)
}

/** The participant, for who may write it. */
export async function openParticipant(ctx: Ctx, missionId: string, eventId: string, participantId: string) {
  const { mission, event } = await openEvent(ctx, missionId, eventId)
  const participant = found(await sql.loadParticipant(ctx.tx, event.id, participantId))
  allow(mayWriteParticipant(ctx.actor, mission.partners, participant.organisationId))
  return { mission, event, participant }
}

function profileOf(circles: readonly Circle[], words: ProfileWords): Outcome<Profile, ParticipantProblem> {
  const circle = circles.find(({ id }) => id === words.circleId)
  if (!circle) return refused({ code: 'circle_unknown' })
  const profile = {
    ...words,
    target: words.target ?? Math.min(circle.target, words.meetingQuota ?? circle.target),
    meetingQuota: words.meetingQuota ?? circle.meetingQuota,
    requestQuota: words.requestQuota ?? circle.requestQuota,
  }
  return profile.target > profile.meetingQuota ? refused({ code: 'a_target_is_within_quota' }) : ok(profile)
}
