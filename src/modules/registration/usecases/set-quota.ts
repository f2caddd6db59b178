import { type OrganisationId, allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok, refused } from '#platform/pure/outcome.ts'
import { loadMission } from '#modules/missions/index.ts'
import '../domain/events.ts'
import type { QuotaProblem } from '../domain/places.ts'
import { mayChangeQuotas } from '../domain/rights.ts'
import * as sql from '../sql.ts'

/**
 * Says how many people a partner may bring; null lifts the limit. Those who wait get the places this opens, in their order, a moment later.
 * @param version of the quota someone was looking at; 0 when there was none
 * @throws NotFound for an organisation that has no seat
 * @refuses stale_edit, and by the database a_quota_covers_who_travels_already
 */
export async function setQuota(
  ctx: Ctx,
  missionId: string,
  organisationId: OrganisationId,
  places: number | null,
  version: number,
): Promise<Outcome<null, QuotaProblem>> {
  const mission = found(await loadMission(ctx.tx, missionId))
  allow(mayChangeQuotas(ctx.actor, mission.partners))
  found(mission.partners.find((seat) => seat.organisationId === organisationId && seat.leftAt === null))
  await sql.holdPlaces(ctx.tx, mission.id, [organisationId])
  await ctx.journal.event(places === null ? 'quota.removed' : 'quota.set')
  if (places === null && version === 0) return ok(null)
  const isSaved =
    places === null
      ? await sql.removeQuota(ctx.tx, mission.id, organisationId, version)
      : await sql.saveQuota(ctx.tx, mission.id, organisationId, places, version)
  return isSaved ? ok(null) : refused({ code: 'stale_edit' })
}
