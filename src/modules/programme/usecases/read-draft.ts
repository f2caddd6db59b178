import { found } from '#platform/actor.ts'
import type { Ctx } from '#platform/context.ts'
import { addDays } from '#platform/pure/local-date.ts'
import { type Member, listMembers } from '#modules/delegations/index.ts'
import { type Mission, loadMission } from '#modules/missions/index.ts'
import type { Draft } from '../domain/content.ts'
import { type Surroundings, type Warning, warningsOf } from '../domain/warnings.ts'
import type { Vehicle } from '../domain/vehicle.ts'
import * as sql from '../sql.ts'
import { listAboard, listMeeting, listUnavailable } from '../sql/availability.ts'
import { listVehicles } from '../sql/vehicles.ts'

export type ProgrammeDraft = {
  readonly mission: Mission
  readonly members: readonly Member[]
  readonly vehicles: readonly Vehicle[]
} & Draft &
  Surroundings

/** The draft of a programme with all that it is judged by. The members are those who travel. */
export async function readDraft({ tx }: Ctx, missionId: string): Promise<ProgrammeDraft> {
  const mission = found(await loadMission(tx, missionId))
  const members = await listMembers(tx, mission.id)
  const legsOf = new Map(mission.partners.map(({ organisationId, legIds }) => [organisationId, legIds]))
  const countries = [...new Set(mission.legs.map(({ country }) => country))]
  const holidays =
    mission.startsOn && mission.endsOn
      ? await sql.listHolidays(tx, countries, addDays(mission.startsOn, -1), addDays(mission.endsOn, 1))
      : []
  return {
    mission,
    members,
    legs: mission.legs,
    items: await sql.listItems(tx, mission.id),
    venues: await sql.listVenues(tx, mission.id),
    tracks: await sql.listTracks(tx, mission.id),
    vehicles: await listVehicles(tx, mission.id),
    travelTimes: await sql.listTravelTimes(tx, mission.id),
    travellers: members.map((member) => ({ ...member, legIds: legsOf.get(member.organisationId) ?? [] })),
    sectors: await sql.readSectors(tx, mission.id),
    holidays,
    unavailable: await listUnavailable(tx, mission.id),
    aboard: await listAboard(tx, mission.id),
    meeting: await listMeeting(tx, mission.id),
  }
}

export function warningsOfDraft(draft: ProgrammeDraft): Warning[] {
  return warningsOf(draft.items, draft)
}
