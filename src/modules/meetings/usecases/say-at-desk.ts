import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Instant, dateIn } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { holderOf, momentNoted, readCode } from '#modules/departure/index.ts'
import type { ArrivalWay } from '../domain/desk.ts'
import '../domain/desk-events.ts'
import type { DeskProblemCode, Said } from '../domain/desk-said.ts'
import { mayWriteParticipant } from '../domain/rights.ts'
import { isPair } from '../domain/walk-in.ts'
import * as sql from '../sql/desk.ts'
import { listParticipants, listRepresentatives } from '../sql/participants.ts'
import { insertMeetings, listMeetings, setLocked } from '../sql/plans.ts'
import { listTravellers } from '../sql/travellers.ts'
import { listSlots, listSpots } from '../sql/setup.ts'
import { type Opened, openEvent, organiseEvent } from './open-event.ts'
import { tellAtDesk } from './tell-at-desk.ts'

export type DeskProblem = { readonly code: DeskProblemCode }
/** `personId`: who has arrived, when that is what was said. */
export type SaidAnswer = { readonly personId: string | null }

/** `key`: chosen by the device, the same when it is sent again. `saidAt`: when it was, if it waited for a network. */
export type SaidOnce = { readonly key: string; readonly saidAt: Instant | null; readonly said: Said }

/**
 * One thing done at the desk. What the device looked at must still be so, and the constraints of the database have the last word.
 * @refuses every code of deskProblems
 */
export async function sayAtDesk(
  ctx: Ctx,
  missionId: string,
  eventId: string,
  { key, saidAt, said }: SaidOnce,
): Promise<Outcome<SaidAnswer, DeskProblem>> {
  const at = momentNoted(saidAt, ctx.now)
  switch (said.kind) {
    case 'badge':
      return noteBadge(ctx, await openEvent(ctx, missionId, eventId), key, said, at)
    case 'arrival':
      return noteArrival(ctx, await openEvent(ctx, missionId, eventId), { ...said, key, way: 'list', at })
    case 'undo':
      return undoArrival(ctx, await openEvent(ctx, missionId, eventId), said)
    case 'move':
      return moveMeeting(ctx, await organiseEvent(ctx, missionId, eventId), said)
    case 'swap':
      return swapPerson(ctx, await organiseEvent(ctx, missionId, eventId), said)
    case 'walk_in':
      return holdWalkIn(ctx, await organiseEvent(ctx, missionId, eventId), said)
    case 'outcome': {
      const { kind: _outcome, ...word } = said
      const told = await tellAtDesk(ctx, missionId, eventId, word, at)
      return told.ok ? ok({ personId: null }) : told
    }
  }
}

type SaidOf<Kind extends Said['kind']> = Extract<Said, { kind: Kind }>

/** A badge tells which member of the mission holds it, and that member who comes to the meetings: as it was said, else as a name that is theirs alone. */
async function noteBadge(
  ctx: Ctx,
  opened: Opened,
  key: string,
  { code, day }: SaidOf<'badge'>,
  at: Instant,
): Promise<Outcome<SaidAnswer, DeskProblem>> {
  const memberId = await holderOf(ctx.tx, opened.mission.id, readCode(code))
  const member = (await listMembers(ctx.tx, opened.mission.id)).find(({ id }) => id === memberId)
  if (!member) return refused({ code: 'badge_unknown' })
  const known = (await listTravellers(ctx.tx, opened.event.id)).find((traveller) => traveller.memberId === member.id)
  const isHere = known && (await listRepresentatives(ctx.tx, opened.event.id)).some(({ id }) => id === known.whoId)
  if (isHere) return noteArrival(ctx, opened, { key, personId: known.whoId, day, way: 'scan', at })
  const namesakes = await sql.findByName(ctx.tx, opened.event.id, `${member.givenName} ${member.familyName}`)
  return refused({ code: namesakes.length > 0 ? 'badge_of_several' : 'badge_of_nobody_here' })
}

type ArrivalNoted = Pick<SaidOf<'arrival'>, 'personId' | 'day'> & { readonly key: string; readonly way: ArrivalWay; readonly at: Instant }

async function noteArrival(
  ctx: Ctx,
  opened: Opened,
  { key, personId, day, way, at }: ArrivalNoted,
): Promise<Outcome<SaidAnswer, DeskProblem>> {
  await openPerson(ctx, opened, personId)
  const days = (await listSlots(ctx.tx, opened.event.id)).map(({ startsAt, timeZone }) => dateIn(timeZone, startsAt))
  if (!days.includes(day)) return refused({ code: 'day_unknown' })
  await ctx.journal.event('meeting_person.arrived')
  await sql.insertArrival(ctx.tx, {
    id: key,
    missionId: opened.mission.id,
    eventId: opened.event.id,
    representativeId: personId,
    day,
    way,
    notedAt: at,
    notedName: ctx.actor.name,
  })
  return ok({ personId })
}

async function undoArrival(ctx: Ctx, opened: Opened, { personId, day }: SaidOf<'undo'>): Promise<Outcome<SaidAnswer, DeskProblem>> {
  await openPerson(ctx, opened, personId)
  await ctx.journal.event('meeting_person.arrival_undone')
  return (await sql.deleteArrival(ctx.tx, personId, day)) ? ok({ personId: null }) : refused({ code: 'not_arrived' })
}

/** Somebody whose arrival the actor may note: anybody for the organisers, one's own for a partner. */
async function openPerson(ctx: Ctx, { mission, event }: Opened, personId: string) {
  const person = found((await listRepresentatives(ctx.tx, event.id)).find(({ id }) => id === personId))
  const participant = found((await listParticipants(ctx.tx, event.id, person.participantId))[0])
  allow(mayWriteParticipant(ctx.actor, mission.partners, participant.organisationId))
  return person
}

async function moveMeeting(
  ctx: Ctx,
  { event }: Opened,
  { meetingId, fromSpotId, spotId }: SaidOf<'move'>,
): Promise<Outcome<SaidAnswer, DeskProblem>> {
  const meeting = found((await listMeetings(ctx.tx, event.id)).find(({ id }) => id === meetingId))
  if (meeting.spotId !== fromSpotId) return refused({ code: 'moved_meanwhile' })
  if (!(await listSpots(ctx.tx, event.id)).some(({ id }) => id === spotId)) return refused({ code: 'spot_unknown' })
  await ctx.journal.event('meeting.moved')
  await sql.moveToSpot(ctx.tx, meeting.id, spotId, meeting.isLocked)
  return ok({ personId: null })
}

async function swapPerson(
  ctx: Ctx,
  { event }: Opened,
  { meetingId, fromId, toId }: SaidOf<'swap'>,
): Promise<Outcome<SaidAnswer, DeskProblem>> {
  const meeting = found((await listMeetings(ctx.tx, event.id)).find(({ id }) => id === meetingId))
  if (!meeting.people.includes(fromId)) return refused({ code: 'swapped_meanwhile' })
  const people = await listRepresentatives(ctx.tx, event.id)
  const [from, to] = [fromId, toId].map((id) => people.find((person) => person.id === id))
  if (!from || from.participantId !== to?.participantId) return refused({ code: 'not_of_this_participant' })
  await ctx.journal.event('meeting.swapped')
  await sql.replaceAttendance(ctx.tx, meeting.id, fromId, toId)
  return ok({ personId: null })
}

/** The two agreed on it in person: no plan moves it afterwards unless somebody unlocks it. */
async function holdWalkIn(ctx: Ctx, { mission, event }: Opened, said: SaidOf<'walk_in'>): Promise<Outcome<SaidAnswer, DeskProblem>> {
  const { meetingId, oneId, otherId, slotId, spotId, people } = said
  if (oneId === otherId) return refused({ code: 'same_participant' })
  const here = await listRepresentatives(ctx.tx, event.id)
  const comesFor = (participantId: string) => here.some((person) => person.participantId === participantId && people.includes(person.id))
  if (!comesFor(oneId) || !comesFor(otherId)) return refused({ code: 'nobody_comes' })
  if ((await listMeetings(ctx.tx, event.id)).some((met) => isPair(met, oneId, otherId)))
    return refused({ code: 'two_participants_meet_once' })
  await ctx.journal.event('meeting.walked_in')
  const meeting = { id: meetingId, one: oneId, other: otherId, slotId, spotId, people }
  await insertMeetings(ctx.tx, { missionId: mission.id, eventId: event.id, runId: null }, [meeting])
  found((await setLocked(ctx.tx, event.id, meetingId, true)) || null)
  return ok({ personId: null })
}
