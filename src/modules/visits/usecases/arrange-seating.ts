import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { Guest, GuestId, RankPlace } from '../domain/precedence.ts'
import { proposeSeating } from '../domain/propose-seating.ts'
import { mayArrangeReception, mayTakePart } from '../domain/rights.ts'
import {
  type KeptApart,
  type KeptApartLine,
  type Seat,
  type Seating,
  type SeatingDraft,
  type SeatingFacts,
  type SeatingId,
  type SeatingTableId,
  type SeenSpot,
  type TableDraft,
  withGuestAt,
} from '../domain/seating.ts'
import * as sql from '../sql/seating.ts'
import { readPrecedence } from './list-guests.ts'

export type SeatingProblem = {
  readonly code: 'no_table' | 'no_guest' | 'place_unknown' | 'seat_changed' | 'guest_unknown' | 'apart_from_oneself'
}

export type StaleSeating = { readonly code: 'stale_seating'; readonly saved: Seating }

/** A plan with all it needs to be shown, proposed or printed; null when there is none. The pairs kept apart are those of the acting organisation. */
export type ReadSeating = {
  readonly mission: Mission
  readonly seating: Seating
  readonly facts: SeatingFacts
  /** In order of precedence. */
  readonly guests: readonly Guest[]
  readonly ranks: readonly RankPlace[]
  readonly apart: readonly KeptApartLine[]
  readonly seats: readonly Seat[]
}

export async function readSeating(ctx: Pick<Ctx, 'tx' | 'today'>, missionId: string, seatingId: string): Promise<ReadSeating | null> {
  const mission = await loadMission(ctx.tx, missionId)
  const seating = mission && (await sql.loadSeating(ctx.tx, mission.id, seatingId))
  if (!mission || !seating) return null
  const { guests, ranks } = await readPrecedence(ctx, mission)
  const apart = await sql.listKeptApart(ctx.tx, mission.id)
  const tables = await sql.listTables(ctx.tx, seating.id)
  const facts = { tables, guests, apart, interpreters: seating.interpreters }
  return { mission, seating, facts, guests, ranks, apart, seats: await sql.listSeats(ctx.tx, seating.id) }
}

/** Opens the plan of a meal. */
export async function openSeating(ctx: Ctx, missionId: string, draft: SeatingDraft): Promise<Outcome<SeatingId, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrangeReception(ctx.actor, mission.partners))
  await ctx.journal.event('visit.seating_opened')
  return ok(await sql.addSeating(ctx.tx, mission.id, draft))
}

/** Corrects the meal of a plan. `version`: of what was read. @refuses stale_seating with what is saved */
export async function describeSeating(
  ctx: Ctx,
  missionId: string,
  seatingId: string,
  version: number,
  draft: SeatingDraft,
): Promise<Outcome<null, StaleSeating>> {
  const { seating } = await lockPlan(ctx, missionId, seatingId)
  if (seating.version !== version) return refused({ code: 'stale_seating', saved: seating })
  await ctx.journal.event('visit.seating_changed')
  await sql.updateSeating(ctx.tx, seating.id, draft)
  return ok(null)
}

export async function removeSeating(ctx: Ctx, missionId: string, seatingId: string): Promise<Outcome<null, never>> {
  const { seating } = await lockPlan(ctx, missionId, seatingId)
  await ctx.journal.event('visit.seating_removed')
  await sql.deleteSeating(ctx.tx, seating.id)
  return ok(null)
}

/** Lays a table. The database refuses a second head table, two of one name, and a long table of odd places. */
export async function layTable(ctx: Ctx, missionId: string, seatingId: string, draft: TableDraft): Promise<Outcome<SeatingTableId, never>> {
  const { seating } = await lockPlan(ctx, missionId, seatingId)
  await ctx.journal.event('visit.table_laid')
  return ok(await sql.addTable(ctx.tx, seating, draft))
}

/** Takes a table away: who sat at it stands. @throws NotFound when there is none */
export async function removeTable(ctx: Ctx, missionId: string, seatingId: string, tableId: string): Promise<Outcome<null, never>> {
  const { seating } = await lockPlan(ctx, missionId, seatingId)
  await ctx.journal.event('visit.table_removed')
  found((await sql.deleteTable(ctx.tx, seating.id, tableId)) || null)
  return ok(null)
}

/**
 * Seats everybody as `proposeSeating` does; those placed by hand stay, unless one starts afresh.
 * @refuses no_table, no_guest
 */
export async function proposePlan(
  ctx: Ctx,
  missionId: string,
  seatingId: string,
  isAfresh: boolean,
): Promise<Outcome<number, SeatingProblem>> {
  const { seating } = await lockPlan(ctx, missionId, seatingId)
  const { facts, seats } = found(await readSeating(ctx, missionId, seatingId))
  if (facts.tables.length === 0) return refused({ code: 'no_table' })
  if (facts.guests.length === 0) return refused({ code: 'no_guest' })
  const proposed = proposeSeating(facts, isAfresh ? [] : seats.filter(({ byHand }) => byHand))
  await ctx.journal.event('visit.seating_proposed')
  await sql.saveSeats(ctx.tx, seating, proposed)
  return ok(proposed.length)
}

/**
 * Puts a guest at a place, where whoever sits there takes the place left free, or at no place.
 * @param to the place, with who was seen there, if anybody: nobody changes seats with somebody they did not see
 * @refuses guest_unknown, place_unknown, seat_changed
 */
export async function seatGuest(
  ctx: Ctx,
  missionId: string,
  seatingId: string,
  { guestId, to }: { readonly guestId: string; readonly to: SeenSpot | null },
): Promise<Outcome<null, SeatingProblem>> {
  const { seating } = await lockPlan(ctx, missionId, seatingId)
  const { facts, guests, seats } = found(await readSeating(ctx, missionId, seatingId))
  const guest = guests.find(({ id }) => id === guestId)
  if (!guest) return refused({ code: 'guest_unknown' })
  const table = facts.tables.find(({ id }) => id === to?.tableId)
  if (to && (!table || to.place < 1 || to.place > table.seatCount)) return refused({ code: 'place_unknown' })
  const there = seats.find(({ tableId, place }) => tableId === to?.tableId && place === to.place)
  if (to && (there?.guestId ?? null) !== to.seenId) return refused({ code: 'seat_changed' })
  await ctx.journal.event('visit.guest_seated')
  await sql.saveSeats(ctx.tx, seating, withGuestAt(seats, guest.id, to && table ? { tableId: table.id, place: to.place } : null))
  return ok(null)
}

/** Notes that two guests are not to be side by side, or at one table: read by the acting organisation alone. @refuses apart_from_oneself, guest_unknown */
export async function keepApart(
  ctx: Ctx,
  missionId: string,
  { guestId, otherId, extent }: { readonly guestId: string; readonly otherId: string; readonly extent: KeptApart['extent'] },
): Promise<Outcome<null, SeatingProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  if (guestId === otherId) return refused({ code: 'apart_from_oneself' })
  const { guests } = await readPrecedence(ctx, mission)
  if (![guestId, otherId].every((id) => guests.some((guest) => guest.id === id))) return refused({ code: 'guest_unknown' })
  const [first, second] = [guestId, otherId].toSorted() as [GuestId, GuestId]
  await ctx.journal.event('visit.guests_kept_apart')
  await sql.addKeptApart(ctx.tx, mission.id, { guestId: first, otherId: second, extent })
  return ok(null)
}

/** @throws NotFound when there is none of ours */
export async function forgetApart(ctx: Ctx, missionId: string, id: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayTakePart(ctx.actor, mission.partners))
  await ctx.journal.event('visit.guests_reconciled')
  found((await sql.deleteKeptApart(ctx.tx, mission.id, id)) || null)
  return ok(null)
}

async function lockPlan(ctx: Ctx, missionId: string, seatingId: string): Promise<{ readonly mission: Mission; readonly seating: Seating }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayArrangeReception(ctx.actor, mission.partners))
  return { mission, seating: found(await sql.lockSeating(ctx.tx, mission.id, seatingId)) }
}
