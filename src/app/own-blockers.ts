import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type BlockerCode, type Mission, loadMandate } from '#modules/missions/index.ts'
import { journeysOf } from './journeys.ts'

/** What the ribbon says blocks the next step of the acting organisation, for a mission it takes part in. */
export async function ownBlockers(ctx: Ctx, mission: Mission): Promise<readonly BlockerCode[]> {
  const { organisationId } = ctx.actor
  const seat = found(mission.partners.find((partner) => partner.organisationId === organisationId))
  const mandate = await loadMandate(ctx.tx, mission.id, organisationId)
  const line = {
    ...mission,
    objectiveCount: mission.objectives.length,
    mandateDecidedOn: mandate?.decidedOn ?? null,
    accountsClosedOn: seat.accountsClosedOn,
    ratifiedOn: seat.ratifiedOn,
  }
  return found((await journeysOf(ctx, [line])).get(mission.id)).blockers
}
