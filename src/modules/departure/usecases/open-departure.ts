import { type OrganisationId, allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Mission, loadMission, takesPart } from '#modules/missions/index.ts'
import { mayPrepare } from '../domain/rights.ts'

/** The first two beats of every use-case about one's own people: the mission exists for this actor, who prepares their journey. */
export async function openDeparture(ctx: Ctx, missionId: string): Promise<Mission> {
  const mission = await loadOwnJourney(ctx, missionId)
  allow(mayPrepare(ctx.actor, mission.partners))
  return mission
}

/** The mission as the acting organisation travels it. @throws NotFound for who has no seat there */
export async function loadOwnJourney(ctx: Pick<Ctx, 'tx' | 'actor'>, missionId: string): Promise<Mission> {
  return asTravelledBy(found(await loadMission(ctx.tx, missionId)), ctx.actor.organisationId)
}

/** The legs an organisation takes part in, from their first day to their last; twin of `departure.itineraries`, which says what countries ask. */
function asTravelledBy(mission: Mission, organisationId: OrganisationId): Mission {
  const seat = mission.partners.find((partner) => partner.organisationId === organisationId)
  if (!seat || seat.legIds.length === 0) return mission
  const legs = mission.legs.filter(({ id }) => takesPart(seat, id))
  const startsOn = legs.map((leg) => leg.startsOn).toSorted()[0] ?? null
  const endsOn =
    legs
      .map((leg) => leg.endsOn)
      .toSorted()
      .at(-1) ?? null
  return { ...mission, legs, startsOn, endsOn }
}
