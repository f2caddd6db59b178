import { randomBytes } from 'node:crypto'
import { Forbidden, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Instant } from '#platform/pure/instant.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Member, type MemberId, listMembers } from '#modules/delegations/index.ts'
import { type Mission, mayChangeMission } from '#modules/missions/index.ts'
import { type Item, listItems } from '#modules/programme/index.ts'
import '../domain/events.ts'
import { type AttendanceProblem, badgeCode, momentNoted, readCode } from '../domain/attendance.ts'
import * as sql from '../sql/attendance.ts'
import { openDeparture } from './open-departure.ts'

export type OpenItem = { readonly mission: Mission; readonly item: Item; readonly members: readonly Member[] }

/** An item, and the people whose presence the actor may note there: one's own, or everybody for who organises it and for the organisers. */
export async function openItem(ctx: Ctx, missionId: string, itemId: string): Promise<OpenItem> {
  const mission = await openDeparture(ctx, missionId)
  const item = found((await listItems(ctx.tx, mission.id)).find(({ id }) => id === itemId))
  const { organisationId } = ctx.actor
  const isHost = item.organiserId === organisationId || mayChangeMission(ctx.actor, mission.partners)
  return { mission, item, members: await listMembers(ctx.tx, mission.id, isHost ? {} : { sentBy: organisationId }) }
}

/** `key`: chosen by whoever notes it, the same when it is sent again. `notedAt`: when it was, if it waited in a queue. */
export type CheckIn = {
  readonly key: string
  readonly who: { readonly code: string } | { readonly memberId: string }
  readonly notedAt: Instant | null
}

/**
 * Notes that somebody is at an item, by their badge or from the list. Sent twice, under its key or another, it counts once.
 * @refuses badge_unknown, item_cancelled
 * @throws Forbidden for somebody whose presence is not the actor's to note
 */
export async function checkIn(
  ctx: Ctx,
  missionId: string,
  itemId: string,
  { key, who, notedAt }: CheckIn,
): Promise<Outcome<{ readonly memberId: MemberId; readonly isNew: boolean }, AttendanceProblem>> {
  const { mission, item, members } = await openItem(ctx, missionId, itemId)
  if (item.state === 'cancelled') return refused({ code: 'item_cancelled' })
  const memberId = 'code' in who ? await sql.holderOf(ctx.tx, mission.id, readCode(who.code)) : who.memberId
  if (memberId === null) return refused({ code: 'badge_unknown' })
  const member = members.find(({ id }) => id === memberId)
  if (!member) throw new Forbidden('the presence of this person is not theirs to note')
  await ctx.journal.event('departure.checked_in')
  const isNew = await sql.insertAttendance(ctx.tx, {
    id: key,
    missionId: mission.id,
    organisationId: member.organisationId,
    itemId: item.id,
    memberId: member.id,
    way: 'code' in who ? 'scan' : 'list',
    notedAt: momentNoted(notedAt, ctx.now),
    notedName: ctx.actor.name,
  })
  return ok({ memberId: member.id, isNew })
}

/** It was a mistake. @refuses not_noted */
export async function undoCheckIn(
  ctx: Ctx,
  missionId: string,
  itemId: string,
  memberId: string,
): Promise<Outcome<null, AttendanceProblem>> {
  const { item } = await openItem(ctx, missionId, itemId)
  await ctx.journal.event('departure.check_in_undone')
  return (await sql.deleteAttendance(ctx.tx, item.id, memberId)) ? ok(null) : refused({ code: 'not_noted' })
}

/** Prepares the badges that are missing: of one's own people, or of everybody for the organisers. */
export async function prepareBadges(ctx: Ctx, missionId: string): Promise<Outcome<number, never>> {
  const mission = await openDeparture(ctx, missionId)
  const members = await printable(ctx, mission)
  const known = await sql.listBadges(ctx.tx, mission.id)
  const missing = members.filter(({ id }) => !known.has(id))
  await ctx.journal.event('departure.badges_prepared')
  const badges = missing.map(({ id, organisationId }) => ({ memberId: id, organisationId, code: badgeCode(randomBytes(16)) }))
  if (badges.length > 0) await sql.insertBadges(ctx.tx, mission.id, badges)
  return ok(badges.length)
}

export type Badge = { readonly member: Member; readonly code: string }

/** The badges to print, one partner after the other. */
export async function readBadges(ctx: Ctx, missionId: string): Promise<{ readonly mission: Mission; readonly badges: readonly Badge[] }> {
  const mission = await openDeparture(ctx, missionId)
  const codes = await sql.listBadges(ctx.tx, mission.id)
  const members = await printable(ctx, mission)
  return {
    mission,
    badges: members.flatMap((member) => {
      const code = codes.get(member.id)
      return code ? [{ member, code }] : []
    }),
  }
}

function printable(ctx: Ctx, mission: Mission): Promise<Member[]> {
  return listMembers(ctx.tx, mission.id, mayChangeMission(ctx.actor, mission.partners) ? {} : { sentBy: ctx.actor.organisationId })
}
