import type { Ctx } from '#platform/context.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import type { Mission } from '#modules/missions/index.ts'
import type { ZoneChoices } from '../domain/segment.ts'
import { type OwnJourney, openDeparture } from './open-departure.ts'

export type OpenLogistics = {
  readonly mission: OwnJourney
  readonly own: readonly Member[]
  /** Everybody's name: partners read each other's members. */
  readonly names: Readonly<Record<string, string>>
}

/** A mission for who arranges the journey of its own people. */
export async function openLogistics(ctx: Ctx, missionId: string): Promise<OpenLogistics> {
  const mission = await openDeparture(ctx, missionId)
  const members = await listMembers(ctx.tx, mission.id)
  return {
    mission,
    own: members.filter(({ organisationId }) => organisationId === ctx.actor.organisationId),
    names: Object.fromEntries(members.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`])),
  }
}

/** The zones people of this mission look at: their own offices' and those of its legs, then all. */
export function zonesOf(ctx: Ctx, mission: Mission): ZoneChoices {
  return {
    near: [...new Set([ctx.actor.timeZone, ...mission.legs.map(({ timeZone }) => timeZone)])],
    all: Intl.supportedValuesOf('timeZone'),
  }
}
