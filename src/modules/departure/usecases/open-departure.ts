import { type OrganisationId, allow, found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { type Leg, type Mission, loadMission, takesPart } from '#modules/missions/index.ts'
import { mayPrepare } from '../domain/rights.ts'

/** A mission as one organisation travels it: its own legs, from their first day to their last. */
export type OwnJourney = Mission & {
  /** The legs of others, where it does not go. */
  readonly elsewhere: readonly Leg[]
}

/** The first two beats of every use-case about one's own people: the mission exists for this actor, who prepares their journey. */
export async function openDeparture(ctx: Ctx, missionId: string): Promise<OwnJourney> {
  const mission = await loadOwnJourney(ctx, missionId)
  allow(mayPrepare(ctx.actor, mission.partners))
  return mission
}

/** The mission as the acting organisation travels it. @throws NotFound for who has no seat there */
export async function loadOwnJourney(ctx: Pick<Ctx, 'tx' | 'actor'>, missionId: string): Promise<OwnJourney> {
  return asTravelledBy(found(await loadMission(ctx.tx, missionId)), ctx.actor.organisationId)
}

/** Twin of `departure.itineraries`, which says what countries ask. */
function asTravelledBy(mission: Mission, organisationId: OrganisationId): OwnJourney {
  const seat = mission.partners.find((partner) => partner.organisationId === organisationId)
  if (!seat || seat.legIds.length === 0) return { ...mission, elsewhere: [] }
  const legs = mission.legs.filter(({ id }) => takesPart(seat, id))
  const elsewhere = mission.legs.filter(({ id }) => !takesPart(seat, id))
  const startsOn = legs.map((leg) => leg.startsOn).toSorted()[0] ?? null
  const endsOn =
    legs
      .map((leg) => leg.endsOn)
      .toSorted()
      .at(-1) ?? null
  return { ...mission, legs, startsOn, endsOn, elsewhere }
}
