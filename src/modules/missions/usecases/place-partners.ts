import { allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Outcome, ok } from '#platform/pure/outcome.ts'
import '../domain/events.ts'
import { type LegProblem, decideLegPartners } from '../domain/partner-legs.ts'
import { mayChangeMission } from '../domain/rights.ts'
import { lockMission } from '../sql/missions.ts'
import { replacePartnerLegs } from '../sql/partners.ts'

/**
 * Says which partners take part in a leg: these and the lead. What is for everyone in that leg is for their members alone.
 * @refuses leg_unknown, a_partner_takes_one_leg_at_least
 */
export async function choosePartnersOfLeg(
  ctx: Ctx,
  missionId: string,
  legId: string,
  partnerIds: readonly string[],
): Promise<Outcome<null, LegProblem>> {
  const mission = found(await lockMission(ctx.tx, missionId))
  allow(mayChangeMission(ctx.actor, mission.partners))
  const decided = decideLegPartners(mission, legId, partnerIds)
  if (!decided.ok) return decided
  if (decided.value.length === 0) return ok(null)
  await ctx.journal.event('mission.legs_of_partners_chosen')
  await replacePartnerLegs(ctx.tx, mission.id, decided.value)
  return ok(null)
}
