import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import type { Localized } from '#platform/pure/localized.ts'
import { listMembers } from '#modules/delegations/index.ts'
import { type Leg, type Mission, loadMission } from '#modules/missions/index.ts'
import { mayArrange } from '../domain/rights.ts'
import type { Track, Venue } from '../domain/place.ts'
import type { Vehicle } from '../domain/vehicle.ts'
import * as sql from '../sql.ts'
import { listVehicles } from '../sql/vehicles.ts'

/** What the form of an item proposes. */
export type ItemChoices = {
  readonly legs: readonly Leg[]
  readonly venues: readonly Venue[]
  readonly tracks: readonly Track[]
  readonly vehicles: readonly Vehicle[]
  readonly themes: readonly { readonly id: string; readonly label: Localized }[]
  readonly partners: readonly { readonly id: string; readonly name: string }[]
  readonly members: readonly { readonly id: string; readonly name: string; readonly organisationName: string }[]
  /** Only the organisers say who organises an item. */
  readonly mayChooseOrganiser: boolean
  /** Who organises unless they say otherwise. */
  readonly ownOrganisationId: string
}

export async function itemChoices(ctx: Ctx, missionId: string): Promise<{ mission: Mission; choices: ItemChoices }> {
  const mission = found(await loadMission(ctx.tx, missionId))
  const members = await listMembers(ctx.tx, mission.id)
  return {
    mission,
    choices: {
      legs: mission.legs,
      venues: await sql.listVenues(ctx.tx, mission.id),
      tracks: await sql.listTracks(ctx.tx, mission.id),
      vehicles: await listVehicles(ctx.tx, mission.id),
      themes: mission.themes,
      partners: mission.partners
        .filter(({ leftAt }) => leftAt === null)
        .map(({ organisationId, name }) => ({ id: organisationId as string, name })),
      members: members.map(({ id, givenName, familyName, organisationName }) => ({
        id: id as string,
        name: `${givenName} ${familyName}`,
        organisationName,
      })),
      mayChooseOrganiser: mayArrange(ctx.actor, mission.partners),
      ownOrganisationId: ctx.actor.organisationId,
    },
  }
}
