import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { loadMission } from '#modules/missions/index.ts'
import { type AbsenceTimes, decideAbsence, zoneOfDay } from '../domain/availability.ts'
import '../domain/events.ts'
import type { AbsenceProblem } from '../domain/problems.ts'
import { mayChangeWhatWasBrought, mayPropose } from '../domain/rights.ts'
import * as sql from '../sql.ts'
import { deleteUnavailable, insertUnavailable, listUnavailable } from '../sql/availability.ts'

/**
 * Says that one of one's own members is away, or that a venue is closed. `who` is the id of either.
 * @refuses leg_unknown, unavailable_unknown, an_unavailability_ends_after_it_starts
 */
export async function sayUnavailable(
  ctx: Ctx,
  missionId: string,
  { who, ...times }: AbsenceTimes & { readonly who: string },
): Promise<Outcome<null, AbsenceProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayPropose(ctx.actor, mission.partners))
  const member = (await listMembers(ctx.tx, mission.id, { sentBy: ctx.actor.organisationId })).find(({ id }) => id === who)
  const venue = (await sql.listVenues(ctx.tx, mission.id)).find(({ id }) => id === who)
  if (!member && !venue) return refused({ code: 'unavailable_unknown' })
  const zone = zoneOfDay(venue ? mission.legs.filter(({ id }) => id === venue.legId) : mission.legs, times.from)
  if (!zone) return refused({ code: 'leg_unknown' })
  const absence = decideAbsence(times, zone)
  if (!absence.ok) return absence
  await ctx.journal.event('programme.unavailability_said')
  await insertUnavailable(ctx.tx, mission.id, { memberId: member?.id ?? null, venueId: venue?.id ?? null, ...absence.value })
  return ok(null)
}

/** Takes it back: who said it, or the organisers. @throws NotFound when nobody said it */
export async function takeBackUnavailable(ctx: Ctx, missionId: string, id: string): Promise<Outcome<null, never>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const said = found((await listUnavailable(ctx.tx, mission.id)).find((absence) => absence.id === id))
  allow(mayChangeWhatWasBrought(ctx.actor, mission.partners, said.organisationId))
  await ctx.journal.event('programme.unavailability_said')
  await deleteUnavailable(ctx.tx, said.id)
  return ok(null)
}
