import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { LocalDate } from '#platform/pure/local-date.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import '../domain/events.ts'
import type { RoomProblem } from '../domain/rooms.ts'
import * as sql from '../sql/rooms.ts'
import { openDeparture } from './open-departure.ts'

type LodgingDraft = { readonly name: string; readonly address: string; readonly isShared: boolean }

/** A hotel of the acting organisation. Shared, partners read its name and address, never who sleeps there. */
export async function addLodging(ctx: Ctx, missionId: string, lodging: LodgingDraft): Promise<Outcome<null, never>> {
  const mission = await openDeparture(ctx, missionId)
  await ctx.journal.event('departure.lodging_written')
  await sql.insertLodging(ctx.tx, mission.id, lodging)
  return ok(null)
}

/** With its rooms and who was to sleep there. */
export async function removeLodging(ctx: Ctx, missionId: string, lodgingId: string): Promise<Outcome<null, never>> {
  const mission = await openDeparture(ctx, missionId)
  await ctx.journal.event('departure.lodging_removed')
  found((await sql.deleteLodging(ctx.tx, mission.id, lodgingId)) || null)
  return ok(null)
}

/** @refuses by the database a_room_is_named_once */
export async function addRooms(
  ctx: Ctx,
  missionId: string,
  lodgingId: string,
  { labels, beds }: { readonly labels: readonly string[]; readonly beds: number },
): Promise<Outcome<null, RoomProblem>> {
  const mission = await openDeparture(ctx, missionId)
  found(
    (await sql.listLodgings(ctx.tx, mission.id)).find(
      ({ id, organisationId }) => id === lodgingId && organisationId === ctx.actor.organisationId,
    ),
  )
  await ctx.journal.event('departure.rooms_written')
  await sql.insertRooms(ctx.tx, mission.id, lodgingId, labels, beds)
  return ok(null)
}

/**
 * People who share a room, from the evening of one day to the morning of another.
 * @refuses guest_unknown, a_stay_has_a_night; by the database nobody_sleeps_in_two_rooms, no_more_people_than_beds
 */
export async function placeInRoom(
  ctx: Ctx,
  missionId: string,
  { roomId, memberIds, ...nights }: { roomId: string; memberIds: readonly string[]; arrivesOn: LocalDate; leavesOn: LocalDate },
): Promise<Outcome<null, RoomProblem>> {
  const mission = await openDeparture(ctx, missionId)
  found((await sql.listLodgings(ctx.tx, mission.id)).flatMap(({ rooms }) => rooms).find(({ id }) => id === roomId))
  const own = await listMembers(ctx.tx, mission.id, { sentBy: ctx.actor.organisationId })
  const guests = own.filter(({ id }) => memberIds.includes(id)).map(({ id }) => id)
  if (guests.length === 0 || guests.length !== new Set(memberIds).size) return refused({ code: 'guest_unknown' })
  if (nights.leavesOn <= nights.arrivesOn) return refused({ code: 'a_stay_has_a_night' })
  await ctx.journal.event('departure.guests_placed')
  await sql.insertStays(ctx.tx, mission.id, roomId, guests, nights)
  return ok(null)
}

export async function freeBed(ctx: Ctx, missionId: string, stayId: string): Promise<Outcome<null, never>> {
  const mission = await openDeparture(ctx, missionId)
  await ctx.journal.event('departure.guest_moved_out')
  found((await sql.deleteStay(ctx.tx, mission.id, stayId)) || null)
  return ok(null)
}
